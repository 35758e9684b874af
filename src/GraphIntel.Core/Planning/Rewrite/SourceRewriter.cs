namespace GraphIntel.Core.Planning.Rewrite;

/// <summary>Simplifies the conditions of sources.</summary>
internal sealed class SourceRewriter : ISourceVisitor<bool, Source>
{
    private static readonly SourceRewriter Instance = new();

    /// <summary>Rewrites a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="needsDepth">Whether the length of its walks is needed.</param>
    public static Source Rewrite(Source source, bool needsDepth = false) => source.Accept(Instance, needsDepth);

    Source ISourceVisitor<bool, Source>.Visit(LookupSource lookup, bool needsDepth) => lookup;

    Source ISourceVisitor<bool, Source>.Visit(EndSource end, bool needsDepth) => end with { Where = PredicateRewriter.Rewrite(end.Where) };

    Source ISourceVisitor<bool, Source>.Visit(GroupNodeSource node, bool needsDepth) => node;

    Source ISourceVisitor<bool, Source>.Visit(KeptSource kept, bool needsDepth) => kept;

    Source ISourceVisitor<bool, Source>.Visit(ScanSource scan, bool needsDepth)
    {
        var where = PredicateRewriter.Rewrite(scan.Where);
        if (scan.Start is { } chosen)
        {
            // What is constant is no start.
            var rewritten = PredicateRewriter.Rewrite(chosen);
            return rewritten is ExistsPredicate
                ? scan with { Where = where, Start = rewritten }
                : scan with { Where = PredicateRewriter.All(where, rewritten), Start = null };
        }
        var start = where.RestrictsToIds(scan.Item) ? null : where.Conjuncts.FirstOrDefault(condition => StartsAt(condition, scan.Item));
        return start is null
            ? scan with { Where = where }
            : scan with { Where = Predicate.All([.. where.Conjuncts.Where(condition => condition != start)]), Start = start };
    }

    /// <summary>Whether a search finds few items that satisfy a condition.</summary>
    private static bool StartsAt(Predicate condition, Alias item) => condition switch
    {
        SearchPredicate search => search.Of == item,
        ExistsPredicate { Source: HopSource hop } => hop.Origin == item && IsFound(hop),
        ExistsPredicate { Source: WalkSource walk } => walk.Origin == item && IsFound(walk),
        _ => false,
    };

    private static bool IsFound(NodeSource source) =>
        source.Where.Conjuncts.Any(condition => condition is InPredicate { IsFound: true, Value: IdOperand { Of: var of } } && of == source.Node);

    Source ISourceVisitor<bool, Source>.Visit(HopSource hop, bool needsDepth) => WithStart(hop with { Where = PredicateRewriter.Rewrite(hop.Where) });

    Source ISourceVisitor<bool, Source>.Visit(WalkSource walk, bool needsDepth) => WithStart(walk with
    {
        Steps = [.. walk.Steps.Select(step => step with { Where = PredicateRewriter.Rewrite(step.Where), OnDay = PredicateRewriter.Rewrite(step.OnDay) })],
        Where = PredicateRewriter.Rewrite(walk.Where),
        NeedsDepth = needsDepth,
    });

    private static NodeSource WithStart(NodeSource source)
    {
        if (source.NodeStart is not { } start)
            return source;
        var rewritten = PredicateRewriter.Rewrite(start);
        return rewritten is ExistsPredicate
            ? source with { NodeStart = rewritten }
            : source with { Where = PredicateRewriter.All(source.Where, rewritten), NodeStart = null };
    }

    Source ISourceVisitor<bool, Source>.Visit(RefersBySource by, bool needsDepth) => by with { Where = PredicateRewriter.Rewrite(by.Where) };

    Source ISourceVisitor<bool, Source>.Visit(RefersToSource to, bool needsDepth) => to with { Where = PredicateRewriter.Rewrite(to.Where) };
}
