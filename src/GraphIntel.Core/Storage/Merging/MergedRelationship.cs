using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Core.Storage.Merging;

/// <summary>A relationship of a batch: its stored state and the result of its rows.</summary>
internal sealed class MergedRelationship(string id, RelationshipRow first)
{
    /// <summary>Its id, derived if its type stores none.</summary>
    public string Id { get; } = id;

    /// <summary>The row whose values are written: the last one; before the merge, the first.</summary>
    public RelationshipRow Row { get; private set; } = first;

    /// <summary>The id of its source node.</summary>
    public string Source { get; private set; } = first.Source;

    /// <summary>The id of its target node.</summary>
    public string Target { get; private set; } = first.Target;

    /// <summary>Its stored <see cref="RelationshipMerge.OtherDates"/>; null if it is not stored.</summary>
    public DateOnly?[]? OtherDates { get; private set; }

    /// <summary>The attested days after the rows merged so far.</summary>
    public AttestedDays Attested { get; set; }

    /// <summary>Whether it is stored.</summary>
    public bool IsStored { get; private set; }

    /// <summary>Whether it is stored in the other direction, if the type is symmetric.</summary>
    public bool IsMirrored { get; set; }

    /// <summary>Whether a row changes the stored or merged state.</summary>
    public bool IsChanged { get; set; }

    /// <summary>Whether a row changes its ends.</summary>
    public bool IsMoved { get; set; }

    /// <summary>Whether a row was merged.</summary>
    public bool IsMerged { get; private set; }

    /// <summary>Whether the first row differs from the stored state in a column other than the attested days.</summary>
    public bool FirstDiffers { get; private set; }

    /// <summary>Sets the stored state.</summary>
    /// <param name="ends">The ids of its ends.</param>
    /// <param name="differs">Whether the first row differs in one of the merge's columns.</param>
    /// <param name="otherDates">Its <see cref="RelationshipMerge.OtherDates"/>.</param>
    /// <param name="attested">Its attested days; none if its type has none.</param>
    public void SetStored((string Source, string Target) ends, bool differs, DateOnly?[] otherDates, AttestedDays attested)
    {
        IsStored = true;
        (Source, Target) = ends;
        FirstDiffers = differs;
        OtherDates = otherDates;
        Attested = attested;
    }

    /// <summary>Whether a row has the same ends.</summary>
    public bool HasEnds(RelationshipRow row) => row.Source == Source && row.Target == Target;

    /// <summary>Takes over the values and the ends of a row.</summary>
    public void Merge(RelationshipRow row)
    {
        Row = row;
        (Source, Target) = (row.Source, row.Target);
        IsMerged = true;
    }
}
