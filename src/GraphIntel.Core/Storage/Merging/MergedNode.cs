using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Merging;

/// <summary>A node of a batch: its stored state and the result of its rows.</summary>
internal sealed class MergedNode(NodeRow first)
{
    /// <summary>The row whose values are written: the last one; before the merge, the first.</summary>
    public NodeRow Row { get; private set; } = first;

    /// <summary>Whether it is stored.</summary>
    public bool IsStored { get; private set; }

    /// <summary>Whether a row changes the stored or merged state.</summary>
    public bool IsChanged { get; set; }

    /// <summary>Whether a row changes a property that search finds.</summary>
    public bool IsSearchedAnew { get; set; }

    /// <summary>Whether a row was merged.</summary>
    public bool IsMerged { get; private set; }

    /// <summary>The columns in which the first row differs from the stored state.</summary>
    public IReadOnlyCollection<Property> Differing { get; private set; } = [];

    /// <summary>Of a claim: the fact that it is about after the rows merged so far.</summary>
    public string? About { get; set; }

    /// <summary>Its stored <see cref="NodeMerge.OtherDates"/>; null if it is not stored.</summary>
    public DateOnly?[]? OtherDates { get; private set; }

    /// <summary>Sets the stored state.</summary>
    /// <param name="differing">The columns in which the first row differs; null for none.</param>
    /// <param name="about">Of a claim: the fact that the stored one is about.</param>
    /// <param name="otherDates">Its <see cref="NodeMerge.OtherDates"/>.</param>
    public void SetStored(IReadOnlyCollection<Property>? differing, string? about, DateOnly?[] otherDates)
    {
        OtherDates = otherDates;
        IsStored = true;
        Differing = differing ?? [];
        About = about;
    }

    /// <summary>Takes over the values of a row.</summary>
    public void Merge(NodeRow row)
    {
        Row = row;
        IsMerged = true;
    }
}
