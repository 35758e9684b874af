using GraphIntel.Core.Model;
using GraphIntel.Import.Mapping.Compiling;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>What some rows of a table make, before it is compared with what is stored.</summary>
internal sealed class BatchDraft
{
    public List<RowDraft> Rows { get; } = [];

    public List<SharedDraft> Shared { get; } = [];

    /// <summary>What entries were recognized as, which later imports repeat.</summary>
    public List<MatchDraft> Matches { get; } = [];

    /// <summary>The rows that are withdrawn, by the keys of their records.</summary>
    public List<(string Mapping, string Key)> Withdrawn { get; } = [];

    /// <summary>By the ids of what several rows can make: how many of the rows do, in the order of their first uses.</summary>
    public Dictionary<string, int> Uses { get; } = new(StringComparer.Ordinal);

    /// <summary>The number of nodes and relationships.</summary>
    public int Count { get; set; }

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Rows.Count + Shared.Count + Matches.Count + Withdrawn.Count == 0;
}

/// <summary>A node or relationship as rows make it.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its id.</param>
/// <param name="Source">Of a relationship: the id of its source; empty for a node.</param>
/// <param name="Target">Of a relationship: the id of its target; empty for a node.</param>
/// <param name="Columns">The properties that it sets; the same list for all of an entry.</param>
/// <param name="Values">Their values.</param>
internal sealed record ElementDraft(
    ElementType Type, string Id, string Source, string Target, IReadOnlyList<Property> Columns, object?[] Values);

/// <summary>What a row makes.</summary>
/// <param name="own">How much only it makes, about.</param>
/// <param name="shared">How much other rows can make, too, about.</param>
internal sealed class RowDraft(int own, int shared)
{
    /// <summary>The name of the table in the mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>The key of the row.</summary>
    public required string Key { get; init; }

    /// <summary>The key of its record.</summary>
    public required string RecordKey { get; init; }

    /// <summary>Where the row is: file and line.</summary>
    public required string Place { get; init; }

    /// <inheritdoc cref="RowRecord.Covers"/>
    public string? Covers { get; init; }

    /// <summary>What only this row makes.</summary>
    public List<ElementDraft> Own { get; } = new(own);

    /// <summary>What other rows can make, too.</summary>
    public List<SharedUse> Shared { get; } = new(shared);

    /// <summary>Those of what other rows can make that count only if the mapping itself made them; null for none.</summary>
    public HashSet<string>? IfRecorded { get; set; }

    /// <inheritdoc cref="RowRecord.Additions"/>
    public List<SharedUse> Additions { get; } = [];

    /// <inheritdoc cref="RowRecord.Hash"/>
    public byte[] Hash { get; set; } = [];
}

/// <summary>A node or relationship that several rows make, with the values of all of them.</summary>
internal sealed class SharedDraft
{
    /// <summary>The name of the table in the mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The row with which it is written.</summary>
    public required string Place { get; init; }

    /// <summary>Its values; null if only its fields are set.</summary>
    public ElementDraft? Element { get; init; }

    /// <summary>How values meet with those that are stored; null if they replace these.</summary>
    public IReadOnlyList<PropertyPlan>? Merge { get; init; }

    /// <summary>Whether its values are added to what another mapping, or another tool, made: it is not recorded as the mapping's own.</summary>
    public bool IsOfAnother { get; init; }

    /// <summary>The relationships that are set as its fields; null if they are not known yet.</summary>
    public List<ElementDraft>? Fields { get; init; }

    /// <summary>The hash of its values; null if only its fields are set.</summary>
    public byte[]? Hash { get; init; }

    /// <summary>The hash of its fields; null if they are not known yet.</summary>
    public byte[]? FieldsHash { get; init; }
}

/// <summary>What a node or relationship was recognized as.</summary>
/// <param name="Mapping">The name of the table in the mapping.</param>
/// <param name="OwnId">The id that it would have had.</param>
/// <param name="Id">The id of what it is.</param>
internal sealed record MatchDraft(string Mapping, string OwnId, string Id);
