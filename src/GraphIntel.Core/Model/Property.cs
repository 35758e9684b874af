namespace GraphIntel.Core.Model;

/// <summary>The kinds of values of properties and of items of list properties.</summary>
internal enum ScalarKind
{
    /// <summary>An identifier, stored as text.</summary>
    Id,

    /// <summary>Text, sorted and compared by code point.</summary>
    String,

    /// <summary>A 32-bit integer.</summary>
    Int,

    /// <summary>A 64-bit integer: sums, which no property holds.</summary>
    Long,

    /// <summary>A finite 64-bit floating-point number.</summary>
    Float,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A day in the years 1 to 9999, in ISO 8601 format.</summary>
    Date,

    /// <summary>A position on the earth, WGS-84, in degrees. Never in a list.</summary>
    Point,

    /// <summary>A value of an enum of the model, stored and sorted by name.</summary>
    Enum,
}

/// <summary>How search finds a property.</summary>
internal enum SearchedAs
{
    /// <summary>A name, or a list of names: also by other spellings and with mistyped letters.</summary>
    Name,

    /// <summary>A longer text, or a list of them: by its words alone.</summary>
    Text,
}

/// <summary>A stored property of a node type or a relationship type.</summary>
internal sealed class Property
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public required ScalarKind Kind { get; init; }

    /// <summary>The enum, if <see cref="Kind"/> is <see cref="ScalarKind.Enum"/>.</summary>
    public EnumType? Enum { get; init; }

    /// <summary>Whether it is a list of non-null values.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether the property is non-null (<c>!</c>); a non-null list defaults to empty.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it has an index (@index).</summary>
    public bool IsIndexed { get; init; }

    /// <summary>How search finds it (@search); null if it does not.</summary>
    public SearchedAs? SearchedAs { get; init; }

    /// <summary>
    /// Whether the keys of an index decide if a search finds it: names are compared besides, and values of a list each by
    /// itself.
    /// </summary>
    public bool IsDecidedByIndex => this is { SearchedAs: Model.SearchedAs.Text, IsList: false };

    /// <summary>Whether it holds the ids of a @refersTo field, which are not visible in the API.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The precision of an imprecise day (@imprecise); null if the day is exact.</summary>
    public Imprecision? Imprecise { get; internal set; }

    /// <summary>Whether aggregates summarize it: a number, a date or a point.</summary>
    public bool IsSummarized => this is { IsList: false, Kind: ScalarKind.Int or ScalarKind.Float or ScalarKind.Date or ScalarKind.Point };

    /// <summary>Whether aggregates group by it.</summary>
    public bool IsGrouped => this is { Kind: ScalarKind.Enum } or { Kind: ScalarKind.Boolean, IsList: false };

    /// <summary>Whether it is the id of its owner, which rows hold separately from the other values.</summary>
    public bool IsId => Name == "id";

    /// <summary>The index of the property in its owner's <see cref="ElementType.Properties"/>.</summary>
    public int Ordinal { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>The precision of an imprecise day (directive @imprecise).</summary>
/// <param name="Precision">The enum property with the precision.</param>
/// <param name="Until">The property with the last possible day; null if there is none.</param>
internal sealed record Imprecision(Property Precision, Property? Until);
