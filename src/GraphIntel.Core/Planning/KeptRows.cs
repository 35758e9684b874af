using GraphIntel.Core.Filters;

namespace GraphIntel.Core.Planning;

/// <summary>
/// Decides whether the reads of a connection share the nodes that its filter finds: where it shows an aggregate, which reads all
/// of them, and something else, and where testing the filter takes longer than reading the nodes again.
/// </summary>
internal static class KeptRows
{
    /// <summary>Whether the reads of a source share its nodes.</summary>
    public static bool AreKept(Source source, ConnectionRead[] reads) =>
        source is ScanSource { Item: NodeAlias } scan && reads.Length > 1 && Array.Exists(reads, read => read is AggregateRead)
        && (scan.Start is not null || IsExpensive(scan.Where));

    /// <summary>Whether a condition looks at other nodes, or searches text.</summary>
    private static bool IsExpensive(Predicate where) => where switch
    {
        AndPredicate and => and.Parts.Any(IsExpensive),
        OrPredicate or => or.Parts.Any(IsExpensive),
        NotPredicate not => IsExpensive(not.Part),
        ComparePredicate compare => compare.Comparison.SearchesText(),
        CompareListPredicate or ExistsPredicate or ElementsPredicate => true,
        _ => false,
    };
}
