using GraphIntel.Core.Model;

namespace GraphIntel.Core.Schema;

/// <summary>Descriptions of what the API adds to a model. They apply to any model and are never generated from names.</summary>
internal static class SchemaDescriptions
{
    public static readonly string First = FormattableString.Invariant(
        $"Page size from the start, 0 to {PageLimits.MaxSize}. Default: {PageLimits.DefaultSize}.");

    public const string After = "A cursor: the page begins after it.";
    public static readonly string Last = FormattableString.Invariant($"Page size from the end, 0 to {PageLimits.MaxSize}; not with `first`.");

    public const string Before = "A cursor: the page ends before it.";
    public const string Where = "Only what matches.";
    public const string Order = "Sort keys, the most significant first; ids break ties.";
    public static readonly string GroupFirst = FormattableString.Invariant($"How many groups, 0 to {PageLimits.MaxSize}.");

    public const string GroupWhere = "Only nodes that match make groups.";
    public const string GroupOrder = "Sort keys, the most significant first. Default: the largest groups first; keys break ties.";
    public const string AsOf = "Only what was valid on this day.";
    public const string During = "Only what was valid on a day of this period.";
    public const string Certainty = "What an unknown start or end means to `asOf` and `during`; no effect without one of them.";
    public const string Standing = "Only these standings. By default, what is only denied is left out.";
    public const string KnownBy =
        "As known on this day: only claims made until then decide the standing. Left out: what has claims, but none until then.";

    public static readonly string AccordingTo = FormattableString.Invariant(
        $"According to these sources, by their ids, at most {PageLimits.MaxIds}: only their claims decide the standing. Left out: what they say nothing about.");

    public const string Id = "Unique over all nodes and relationships, written `type:key`.";
    public const string Depth = "The number of relationships on the shortest path to the node.";
    public const string Point = "A position on Earth, in WGS 84.";
    public const string Latitude = "Degrees north of the equator, -90 to 90.";
    public const string Longitude = "Degrees east of Greenwich, -180 to 180.";
    public static readonly string Search = FormattableString.Invariant(
        $"Found by this text as `search` would, in any script and spelling; at most {PageLimits.MaxSearchLength} characters.");

    public const string Claims = "Claims about this relationship.";
    public const string Source = "The node at which it starts.";
    public const string Target = "The node to which it leads.";

    /// <summary>The description of <c>whileValid</c> of a path.</summary>
    public static string WhileValid(PathDay day) =>
        $"Only walks whose steps with dates were all valid on the day of {Of(day.Node)} (`{day.Property.Name}`), as `certainty` says; none where that is missing.";

    private static string Of(PathNode node) => node switch
    {
        PathNode.End => "the node to which they lead",
        PathNode.Start => "the node at which they start",
        PathNode.OtherEnd => "the node at the other end of the relationship",
    };

    /// <summary>The description of a model field: the model's; of an id without one, what holds for every id; else none.</summary>
    public static string? OfField(ModelField field) => field.Description ?? (field is PropertyField { Name: "id" } ? Id : null);

    /// <summary>The description of a node or relationship type: the model's; of a relationship type without one, its ends; else none.</summary>
    public static string? OfType(ElementType type) => type.Description ?? (type is RelationshipType relationship
        ? $"Relationship `{relationship.Type}` from {relationship.Source.Name} to {relationship.Target.Name}."
        : null);
}
