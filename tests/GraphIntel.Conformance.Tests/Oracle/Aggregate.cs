using GraphIntel.Core.Model;
using GraphIntel.Core.Values;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>What is computed from several nodes, or from several relationships of an edge root.</summary>
internal sealed record Aggregate(ElementType Type, IReadOnlyList<MemoryFact> Members)
{
    /// <summary>The summary of a property.</summary>
    public Summary Summarize(string name)
    {
        var property = Type.Fields.OfType<PropertyField>().Single(field => field.Name == name).Property;
        return new Summary(property.Kind, [.. Members.Select(member => member.Get(property)).OfType<object>()]);
    }
}

/// <summary>The groups of an aggregate, by a field of its type.</summary>
internal sealed record Groups(Aggregate Of);

/// <summary>The numbers of keys of an aggregate, by a field of its type.</summary>
internal sealed record Distinct(Aggregate Of);

/// <summary>The timelines of an aggregate, by a date of its type.</summary>
internal sealed record Timeline(Aggregate Of);

/// <summary>One group.</summary>
/// <param name="Field">The field by which it is made.</param>
/// <param name="Key">The enum value or Boolean, or the node; null for members without any.</param>
/// <param name="Aggregate">Its members.</param>
internal sealed record Group(string Field, object? Key, Aggregate Aggregate)
{
    /// <summary>Its key as groups are ordered by it.</summary>
    public object? OrderKey => Key is MemoryNode node ? node.Id : Key;
}

/// <summary>One period of a timeline, from its first day to the day before <paramref name="Until"/>.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day after it; null after the last day of all.</param>
/// <param name="Aggregate">The members whose date is in it.</param>
internal sealed record TimelinePeriod(DateOnly From, DateOnly? Until, Aggregate Aggregate);

/// <summary>The summary of the values that there are of a number, a date or a point.</summary>
internal sealed record Summary(ScalarKind Kind, IReadOnlyList<object> Values)
{
    /// <summary>One of its fields.</summary>
    public object? Get(string name) => name switch
    {
        "count" => Values.Count,
        _ when Values.Count == 0 => null,
        "sum" => Sum,
        "average" => (double)Sum / Values.Count,
        "min" => Least(value => value),
        "max" => Greatest(value => value),
        "south" => Least(value => ((GeoPoint)value).Latitude),
        "west" => Least(value => ((GeoPoint)value).Longitude),
        "north" => Greatest(value => ((GeoPoint)value).Latitude),
        "east" => Greatest(value => ((GeoPoint)value).Longitude),
        _ => throw new NotSupportedException(name),
    };

    private long Sum => Values.Sum(value => (long)(int)value);

    private object Least(Func<object, object> of) =>
        Values.Select(of).Aggregate((one, other) => Oracle.Values.Compare(other, one) < 0 ? other : one);

    private object Greatest(Func<object, object> of) =>
        Values.Select(of).Aggregate((one, other) => Oracle.Values.Compare(other, one) > 0 ? other : one);
}
