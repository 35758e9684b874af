namespace GraphIntel.Core.Model;

/// <summary>The kinds of value that a property can hold, alone or in a list.</summary>
internal enum ScalarKind
{
    /// <summary>An identifier, kept as text.</summary>
    Id,

    /// <summary>Text, ordered and compared by code point.</summary>
    String,

    /// <summary>A whole number of 32 bits.</summary>
    Int,

    /// <summary>A finite floating-point number of 64 bits.</summary>
    Float,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A day, years 1 to 9999, written as ISO 8601.</summary>
    Date,

    /// <summary>A position on the earth, WGS-84, in degrees. Never in a list.</summary>
    Point,

    /// <summary>A value of one of the model's enums, kept and ordered by name.</summary>
    Enum,
}

/// <summary>A stored property of a node type or a relationship type.</summary>
internal sealed class Property
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public required ScalarKind Kind { get; init; }

    /// <summary>The enum, where <see cref="Kind"/> is <see cref="ScalarKind.Enum"/>.</summary>
    public EnumType? Enum { get; init; }

    /// <summary>A list of values, none of them null.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether the property may not be null (<c>!</c>); a list that may not be null is empty where nothing is said.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Filtered or ordered often enough to deserve an index (@index).</summary>
    public bool IsIndexed { get; init; }

    /// <summary>Found by full-text search (@search).</summary>
    public bool IsSearched { get; init; }

    /// <summary>Kept for a @refersTo field and not shown in the API: the ids to which it refers.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Precision of an imprecise day (@imprecise); null where the day is exact.</summary>
    public Imprecision? Imprecise { get; internal set; }

    /// <summary>Whether it is its owner's id, which is given beside the other values and not among them.</summary>
    public bool IsId => Name == "id";

    /// <summary>The index of the property in its owner's <see cref="FactType.Properties"/>.</summary>
    public int Ordinal { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>What is known of an imprecise day (directive @imprecise).</summary>
/// <param name="Precision">The enum property that says to which precision the day is known.</param>
/// <param name="Until">The property with the last day that it can mean; null where the model names none.</param>
internal sealed record Imprecision(Property Precision, Property? Until);
