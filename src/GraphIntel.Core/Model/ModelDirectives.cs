using GraphQLParser;
using GraphQLParser.AST;

namespace GraphIntel.Core.Model;

/// <summary>
/// The directives of model files, and their validation. A file may repeat these definitions for editors, but not change them.
/// </summary>
internal static class ModelDirectives
{
    private const string Definitions = """
        directive @node(label: String! = "name", plural: String, provenance: Boolean! = false, standing: String, day: String) on OBJECT
        directive @claim(about: String!, field: String, stance: String!, denies: String!, made: String!, source: String) on OBJECT
        directive @edge(type: String!, plural: String, valid: [String!], attested: [String!], standing: String) on OBJECT
        directive @relationship(type: String!, direction: Direction!, properties: String, orderedBy: String) on FIELD_DEFINITION
        directive @path(steps: String!, from: End, whileValid: Boolean! = false) on FIELD_DEFINITION
        directive @refersBy(field: String!) on FIELD_DEFINITION
        directive @refersTo on FIELD_DEFINITION
        directive @search(text: Boolean! = false) on FIELD_DEFINITION
        directive @index on FIELD_DEFINITION
        directive @imprecise(precision: String!, until: String) on FIELD_DEFINITION
        """;

    private static readonly Dictionary<string, GraphQLDirectiveDefinition> Known =
        Parser.Parse(Definitions).Definitions.Cast<GraphQLDirectiveDefinition>()
            .ToDictionary(definition => definition.Name.StringValue, StringComparer.Ordinal);

    private static readonly Dictionary<string, string[]> Enums = new(StringComparer.Ordinal)
    {
        [DirectionEnum] = ["OUT", "IN", "BOTH"],
        [EndEnum] = ["SOURCE", "TARGET"],
    };

    /// <summary>The enum type of directions, reserved for directives.</summary>
    public const string DirectionEnum = "Direction";

    /// <summary>The enum type of the ends of a relationship, reserved for directives.</summary>
    public const string EndEnum = "End";

    /// <summary>Whether the name is that of an enum type that is reserved for directives.</summary>
    public static bool IsReservedEnum(string name) => Enums.ContainsKey(name);

    /// <summary>Reports a definition that is unknown or differs from the built-in one.</summary>
    public static void CheckDefinition(GraphQLDirectiveDefinition definition, Diagnostics diagnostics)
    {
        var name = definition.Name.StringValue;
        if (!Known.TryGetValue(name, out var builtIn))
        {
            diagnostics.Add(definition.Name.Location.Start, $"unknown directive @{name}; {KnownNames}");
        }
        else if (Signature(definition) != Signature(builtIn))
        {
            diagnostics.Add(
                definition.Name.Location.Start,
                $"the definition of @{name} differs from the built-in one, which is: directive {Signature(builtIn)}");
        }
    }

    /// <summary>Reports a reserved enum that differs from the built-in one.</summary>
    public static void CheckEnum(GraphQLEnumTypeDefinition definition, Diagnostics diagnostics)
    {
        var name = definition.Name.StringValue;
        var builtIn = Enums[name];
        var values = (definition.Values?.Items ?? []).Select(value => value.Name.StringValue).Order(StringComparer.Ordinal);
        if (!values.SequenceEqual(builtIn.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            diagnostics.Add(
                definition.Name.Location.Start,
                $"the enum {name} differs from the built-in one, which is: enum {name} {{ {string.Join(' ', builtIn)} }}");
        }
    }

    /// <summary>
    /// Reads the directives of a definition, by name, and reports errors. <paramref name="location"/> is null if no directives
    /// are allowed; <paramref name="place"/> is its description in messages.
    /// </summary>
    public static Dictionary<string, DirectiveUse> Read(
        GraphQLDirectives? directives, DirectiveLocation? location, string place, Diagnostics diagnostics)
    {
        var uses = new Dictionary<string, DirectiveUse>(StringComparer.Ordinal);
        foreach (var directive in directives?.Items ?? [])
        {
            var name = directive.Name.StringValue;
            var position = directive.Location.Start;
            if (!Known.TryGetValue(name, out var definition))
            {
                diagnostics.Add(position, $"unknown directive @{name}; {KnownNames}");
            }
            else if (location is null || !definition.Locations.Items.Contains(location.Value))
            {
                diagnostics.Add(position, $"@{name} is not allowed on {place}; it is allowed on {Places(definition)}");
            }
            else if (uses.ContainsKey(name))
            {
                diagnostics.Add(position, $"@{name} is repeated; it is allowed once");
            }
            else
            {
                var arguments = Arguments(directive, definition, diagnostics);
                var given = (directive.Arguments?.Items ?? []).Select(argument => argument.Name.StringValue).ToHashSet(StringComparer.Ordinal);
                uses.Add(name, new DirectiveUse(name, position, arguments, given));
            }
        }
        return uses;
    }

    private static string KnownNames => "expected one of " + string.Join(", ", Known.Keys.Select(name => "@" + name));

    private static string Places(GraphQLDirectiveDefinition definition) =>
        definition.Locations.Items.Contains(DirectiveLocation.Object) ? "an object type" : "a field";

    private static Dictionary<string, GraphQLValue> Arguments(
        GraphQLDirective directive, GraphQLDirectiveDefinition definition, Diagnostics diagnostics)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var wellFormed = new Dictionary<string, GraphQLValue>(StringComparer.Ordinal);
        var known = definition.Arguments?.Items ?? [];
        foreach (var argument in directive.Arguments?.Items ?? [])
        {
            var name = argument.Name.StringValue;
            var expected = known.FirstOrDefault(candidate => candidate.Name.StringValue == name);
            if (expected is null)
            {
                var takes = known.Count == 0
                    ? "it takes none"
                    : "it takes " + string.Join(", ", known.Select(candidate => candidate.Name.StringValue));
                diagnostics.Add(argument.Name.Location.Start, $"@{directive.Name.StringValue} has no argument '{name}'; {takes}");
            }
            else if (!seen.Add(name))
            {
                diagnostics.Add(argument.Name.Location.Start, $"argument '{name}' is given twice");
            }
            else if (!Accepts(expected.Type, argument.Value))
            {
                var type = Print(expected.Type);
                diagnostics.Add(
                    argument.Value.Location.Start,
                    $"argument '{name}' of @{directive.Name.StringValue} takes {type}"
                    + $"{ChoiceOf(expected.Type)}, not {Excerpt(argument.Value, diagnostics.Text)}");
            }
            else
            {
                wellFormed.Add(name, argument.Value);
            }
        }
        foreach (var required in known.Where(argument => argument is { Type: GraphQLNonNullType, DefaultValue: null }))
        {
            if (!seen.Contains(required.Name.StringValue))
            {
                diagnostics.Add(
                    directive.Location.Start,
                    $"@{directive.Name.StringValue} needs the argument '{required.Name.StringValue}' ({Print(required.Type)})");
            }
        }
        return wellFormed;
    }

    private static bool Accepts(GraphQLType type, GraphQLValue value) => type switch
    {
        GraphQLNonNullType required => value is not GraphQLNullValue && Accepts(required.Type, value),
        _ when value is GraphQLNullValue => true,
        GraphQLListType list => value is GraphQLListValue items && (items.Values ?? []).All(item => Accepts(list.Type, item)),
        GraphQLNamedType { Name.StringValue: "Boolean" } => value is GraphQLBooleanValue,
        GraphQLNamedType named when Enums.TryGetValue(named.Name.StringValue, out var values) =>
            value is GraphQLEnumValue one && values.Contains(one.Name.StringValue),
        _ => value is GraphQLStringValue,
    };

    private static string ChoiceOf(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => ChoiceOf(required.Type),
        GraphQLNamedType named when Enums.TryGetValue(named.Name.StringValue, out var values) => $" ({string.Join(", ", values[..^1])} or {values[^1]})",
        _ => "",
    };

    private static string Excerpt(GraphQLValue value, string text)
    {
        const int MaxLength = 40;
        var source = text[value.Location.Start..value.Location.End];
        return source.Length <= MaxLength ? source : source[..MaxLength] + "...";
    }

    private static string Signature(GraphQLDirectiveDefinition definition)
    {
        var arguments = (definition.Arguments?.Items ?? []).Select(argument =>
            $"{argument.Name.StringValue}: {Print(argument.Type)}" + argument.DefaultValue switch
            {
                null => "",
                GraphQLStringValue value => $" = \"{value.Value}\"",
                GraphQLTrueBooleanValue => " = true",
                GraphQLFalseBooleanValue => " = false",
                var other => $" = {other.Kind}",
            });
        var list = string.Join(", ", arguments);
        var locations = string.Join(" | ", definition.Locations.Items.Select(Print));
        return $"@{definition.Name.StringValue}{(list.Length == 0 ? "" : $"({list})")}"
            + $"{(definition.Repeatable ? " repeatable" : "")} on {locations}";
    }

    private static string Print(DirectiveLocation location) => Casing.UpperSnake(location.ToString());

    private static string Print(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => Print(required.Type) + "!",
        GraphQLListType list => $"[{Print(list.Type)}]",
        GraphQLNamedType named => named.Name.StringValue,
        _ => throw new InvalidOperationException($"unknown kind of type reference: {type.Kind}"),
    };
}
