using System.Collections;
using GraphIntel.Core.Errors;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace GraphIntel.Core.Planning;

/// <summary>Reads arguments of a validated document with coerced variables (specification, section 6.4.1).</summary>
internal sealed class InputReader(ROM source, IReadOnlyDictionary<string, object?> variables)
{
    private readonly LineIndex _lines = new(source);

    /// <summary>The value of an argument; null if none was given or its variable is absent.</summary>
    public InputValue? Argument(FieldType definition, GraphQLField field, string name)
    {
        var given = field.Arguments?.Items.FirstOrDefault(argument => argument.Name.Value == name);
        return given is null ? null : Read(definition.Arguments!.Find(name)!.ResolvedType!, given.Value);
    }

    /// <summary>As <see cref="Argument"/>, with null treated as absent, as for every argument of the API.</summary>
    public InputValue? ArgumentOrNull(FieldType definition, GraphQLField field, string name) =>
        Argument(definition, field, name) is { } value and not NullInput ? value : null;

    /// <summary>The location of a syntax node.</summary>
    public Location LocationOf(ASTNode node) => _lines.LocationOf(node.Location.Start);

    private InputValue? Read(IGraphType type, GraphQLValue value)
    {
        var location = LocationOf(value);
        if (type is NonNullGraphType required)
        {
            // A nullable variable with a default value is allowed here, and can still be null.
            return Read(required.ResolvedType!, value) is { } given and not NullInput
                ? given
                : throw new NullInputException(location, value is GraphQLVariable { Name.StringValue: var name } ? $"`${name}`" : "A value", type.ToString()!);
        }
        if (value is GraphQLVariable variable)
        {
            var variableName = variable.Name.StringValue;
            return variables.TryGetValue(variableName, out var current)
                ? FromVariable(type, current, new VariableSource(variableName, []), location)
                : null;
        }
        if (value is GraphQLNullValue)
            return new NullInput(location);
        switch (type)
        {
            case ListGraphType list when Inner(list) is IInputObjectGraphType:
                var objects = value is GraphQLListValue many ? many.Values ?? [] : [value];
                return new ListInput([.. objects.Select(item => Read(list.ResolvedType!, item)).OfType<InputValue>()], location);
            case ListGraphType list:
                var scalars = value is GraphQLListValue several ? several.Values ?? [] : [value];
                var items = scalars.Select(item => (ScalarInput)Read(list.ResolvedType!, item)!).ToList();
                return new ScalarInput(
                    new ListSource([.. items.Select(item => item.Source)]), items.Select(item => item.Current).ToArray(), location);
            case IInputObjectGraphType input:
                return new ObjectInput([.. ReadFields(input, ((GraphQLObjectValue)value).Fields ?? [])], location);
            default:
                var constant = ((ScalarGraphType)type).ParseLiteral(value);
                return new ScalarInput(new ConstantSource(constant), constant, location);
        }
    }

    private IEnumerable<KeyValuePair<string, InputValue>> ReadFields(IInputObjectGraphType type, List<GraphQLObjectField> fields)
    {
        foreach (var field in fields)
        {
            // An absent variable leaves its field out, also a required one that has a default.
            if (field.Value is GraphQLVariable { Name.StringValue: var variable } && !variables.ContainsKey(variable))
                continue;
            var name = field.Name.StringValue;
            if (Read(type.GetField(name)!.ResolvedType!, field.Value) is { } value)
                yield return new(name, value);
        }
    }

    private static InputValue FromVariable(IGraphType type, object? value, VariableSource at, Location location)
    {
        if (type is NonNullGraphType required)
            type = required.ResolvedType!;
        if (value is null)
            return new NullInput(location);
        switch (type)
        {
            case ListGraphType list when Inner(list) is IInputObjectGraphType:
                if (value is not IList items)
                    return new ListInput([FromVariable(list.ResolvedType!, value, at, location)], location);
                return new ListInput(
                    [.. Enumerable.Range(0, items.Count).Select(index => FromVariable(list.ResolvedType!, items[index], at.At(index), location))],
                    location);
            case IInputObjectGraphType input:
                var fields = (IDictionary<string, object?>)value;
                return new ObjectInput(
                    [.. fields.Select(field => KeyValuePair.Create(
                        field.Key, FromVariable(input.GetField(field.Key)!.ResolvedType!, field.Value, at.At(field.Key), location)))],
                    location);
            default:
                return new ScalarInput(at, value, location);
        }
    }

    private static IGraphType Inner(ListGraphType list) =>
        list.ResolvedType is NonNullGraphType required ? required.ResolvedType! : list.ResolvedType!;
}

/// <summary>A null for a non-null type that validation accepts: a variable with a default value was null.</summary>
internal sealed class NullInputException(Location location, string what, string type)
    : Exception($"{what} is null; expected a value of type {type}.")
{
    public Location Location { get; } = location;
}
