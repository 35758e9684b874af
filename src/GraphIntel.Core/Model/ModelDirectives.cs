using GraphQLParser;
using GraphQLParser.AST;

namespace GraphIntel.Core.Model;

/// <summary>
/// The directives that a model file can use, and the checks of their uses. A file may repeat these definitions, for the
/// editors that read it; it may not change them.
/// </summary>
internal static class ModelDirectives
{
    private const string Definitions = """
        directive @node(label: String! = "name", plural: String, provenance: Boolean! = false, standing: String) on OBJECT
        directive @claim(about: String!, field: String, stance: String!, denies: String!, made: String!) on OBJECT
        directive @edge(type: String!, valid: [String!], attested: [String!], standing: String) on OBJECT
        directive @relationship(type: String!, direction: Direction!, properties: String, orderedBy: String) on FIELD_DEFINITION
        directive @path(steps: String!) on FIELD_DEFINITION
        directive @refersBy(field: String!) on FIELD_DEFINITION
        directive @refersTo on FIELD_DEFINITION
        directive @search on FIELD_DEFINITION
        directive @index on FIELD_DEFINITION
        directive @imprecise(precision: String!, until: String) on FIELD_DEFINITION
        """;

    private static readonly Dictionary<string, GraphQLDirectiveDefinition> _known =
        Parser.Parse(Definitions).Definitions.Cast<GraphQLDirectiveDefinition>()
            .ToDictionary(definition => definition.Name.StringValue, StringComparer.Ordinal);

    private static readonly string[] _directions = ["OUT", "IN", "BOTH"];

    /// <summary>The enum that only the directives use.</summary>
    public const string DirectionEnum = "Direction";

    /// <summary>Reports a definition that is not one of ours, or not as ours.</summary>
    public static void CheckDefinition(GraphQLDirectiveDefinition definition, Mistakes mistakes)
    {
        var name = definition.Name.StringValue;
        if (!_known.TryGetValue(name, out var ours))
        {
            mistakes.Add(definition.Name.Location.Start, $"@{name} is no directive of a model; {KnownNames}");
        }
        else if (Signature(definition) != Signature(ours))
        {
            mistakes.Add(
                definition.Name.Location.Start,
                $"the definition of @{name} differs from the built-in one, which is: directive {Signature(ours)}");
        }
    }

    /// <summary>Reports an enum Direction that is not as ours.</summary>
    public static void CheckDirection(GraphQLEnumTypeDefinition definition, Mistakes mistakes)
    {
        var values = (definition.Values?.Items ?? []).Select(value => value.Name.StringValue).Order(StringComparer.Ordinal);
        if (!values.SequenceEqual(_directions.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            mistakes.Add(
                definition.Name.Location.Start,
                "the enum Direction differs from the built-in one, which is: enum Direction { OUT IN BOTH }");
        }
    }

    /// <summary>
    /// The uses of known directives in one place, by name; each mistake is reported. <paramref name="location"/> is null
    /// where no directive belongs; <paramref name="place"/> says it in words.
    /// </summary>
    public static Dictionary<string, DirectiveUse> Read(
        GraphQLDirectives? directives, DirectiveLocation? location, string place, Mistakes mistakes)
    {
        var uses = new Dictionary<string, DirectiveUse>(StringComparer.Ordinal);
        foreach (var directive in directives?.Items ?? [])
        {
            var name = directive.Name.StringValue;
            var position = directive.Location.Start;
            if (!_known.TryGetValue(name, out var definition))
            {
                mistakes.Add(position, $"@{name} is no directive of a model; {KnownNames}");
            }
            else if (location is null || !definition.Locations.Items.Contains(location.Value))
            {
                mistakes.Add(position, $"@{name} cannot stand on {place}; it belongs on {Places(definition)}");
            }
            else if (uses.ContainsKey(name))
            {
                mistakes.Add(position, $"@{name} is repeated; it can stand once");
            }
            else
            {
                uses.Add(name, new DirectiveUse(name, position, Arguments(directive, definition, mistakes)));
            }
        }
        return uses;
    }

    private static string KnownNames => "there are " + string.Join(", ", _known.Keys.Select(name => "@" + name));

    private static string Places(GraphQLDirectiveDefinition definition) =>
        definition.Locations.Items.Contains(DirectiveLocation.Object) ? "an object type" : "a field";

    private static Dictionary<string, GraphQLValue> Arguments(
        GraphQLDirective directive, GraphQLDirectiveDefinition definition, Mistakes mistakes)
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
                mistakes.Add(argument.Name.Location.Start, $"@{directive.Name.StringValue} has no argument '{name}'; {takes}");
            }
            else if (!seen.Add(name))
            {
                mistakes.Add(argument.Name.Location.Start, $"argument '{name}' is given twice");
            }
            else if (!Accepts(expected.Type, argument.Value))
            {
                var type = Print(expected.Type);
                mistakes.Add(
                    argument.Value.Location.Start,
                    $"argument '{name}' of @{directive.Name.StringValue} takes {type}"
                    + $"{(type == "Direction!" ? " (OUT, IN or BOTH)" : "")}, not {Excerpt(argument.Value, mistakes.Text)}");
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
                mistakes.Add(
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
        GraphQLNamedType { Name.StringValue: DirectionEnum } =>
            value is GraphQLEnumValue direction && _directions.Contains(direction.Name.StringValue),
        _ => value is GraphQLStringValue,
    };

    private static string Excerpt(GraphQLValue value, string text)
    {
        const int longest = 40;
        var source = text[value.Location.Start..value.Location.End];
        return source.Length <= longest ? source : source[..longest] + "...";
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
