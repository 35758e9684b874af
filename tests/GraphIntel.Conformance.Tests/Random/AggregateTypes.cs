using GraphQL.Types;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>What a type of the schema is to aggregates.</summary>
internal enum AggregatePart
{
    /// <summary>No part of one.</summary>
    None,

    /// <summary>The aggregate of a connection, a group or a period.</summary>
    Aggregate,

    /// <summary>The groups of an aggregate, a field for each property or relationship.</summary>
    Groups,

    /// <summary>The timelines of an aggregate, a field for each date.</summary>
    Timeline,

    /// <summary>A group or a period.</summary>
    Group,
}

/// <summary>The object types of aggregates, which are known by their names: no type of a model ends as they do.</summary>
internal static class AggregateTypes
{
    /// <summary>The part that a type is.</summary>
    public static AggregatePart PartOf(IGraphType type)
    {
        bool Ends(string word) => type is IObjectGraphType && type.Name.EndsWith(word, StringComparison.Ordinal);
        return Ends("Aggregate") ? AggregatePart.Aggregate
            : Ends("Groups") ? AggregatePart.Groups
            : Ends("Timeline") ? AggregatePart.Timeline
            : Ends("Group") || Ends("Period") ? AggregatePart.Group
            : AggregatePart.None;
    }

    /// <summary>Whether a field divides an aggregate into groups or periods.</summary>
    public static bool IsDivision(IGraphType type, FieldType field) =>
        field.Name is "groups" or "timeline" && PartOf(type) == AggregatePart.Aggregate;
}
