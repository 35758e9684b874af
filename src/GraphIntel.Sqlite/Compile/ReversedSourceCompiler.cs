using System.Globalization;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// Compiles sources from their nodes back to where they start, for all starting nodes of a type: the nodes are often few, and the
/// relationships of one are together in an index.
/// </summary>
/// <param name="compiler">Compiles the conditions.</param>
/// <param name="scope">The outer scope.</param>
/// <param name="countsOnly">Whether a row can stand for several starting nodes, with their number.</param>
internal sealed class ReversedSourceCompiler(SqlCompiler compiler, AliasScope scope, bool countsOnly) : ISourceVisitor<NoArgument, ReversedSource?>
{
    /// <summary>The clauses of a source; null if it cannot be compiled so.</summary>
    public ReversedSource? Compile(Source source) => source.Accept(this, default);

    ReversedSource? ISourceVisitor<NoArgument, ReversedSource?>.Visit(LookupSource lookup, NoArgument none) => null;

    ReversedSource? ISourceVisitor<NoArgument, ReversedSource?>.Visit(ScanSource scan, NoArgument none) => null;

    ReversedSource? ISourceVisitor<NoArgument, ReversedSource?>.Visit(RefersBySource by, NoArgument none) => null;

    ReversedSource? ISourceVisitor<NoArgument, ReversedSource?>.Visit(RefersToSource to, NoArgument none) => null;

    ReversedSource? ISourceVisitor<NoArgument, ReversedSource?>.Visit(EndSource end, NoArgument none) => null;

    ReversedSource? ISourceVisitor<NoArgument, ReversedSource?>.Visit(GroupNodeSource node, NoArgument none) => null;

    ReversedSource? ISourceVisitor<NoArgument, ReversedSource?>.Visit(KeptSource kept, NoArgument none) => null;

    ReversedSource? ISourceVisitor<NoArgument, ReversedSource?>.Visit(HopSource hop, NoArgument none) =>
        hop.Direction == Direction.Both ? null : Compile([new Link(hop)], hop, hop.Origin, [hop.Where], hop.HasDistinctNodes);

    ReversedSource? ISourceVisitor<NoArgument, ReversedSource?>.Visit(WalkSource walk, NoArgument none)
    {
        var (links, rows) = (new List<Link>(), WalkRows.Origin);
        foreach (var step in walk.Steps)
        {
            if (step.Direction != Direction.Both && step.IsTakenOnce)
            {
                links.Add(new Link(step));
                rows = rows.AfterHop(step);
            }
            else if (WalkCompiler.ClosureOf(step) is { } closure)
            {
                links.Add(new Link(step, closure));
                rows = rows.AfterClosure();
            }
            else
            {
                return null;
            }
        }
        return Compile(links, walk, walk.Origin, walk.Steps.Select(step => step.Where).Append(walk.OnDay).Append(walk.Where), rows.IsDistinct);
    }

    private ReversedSource Compile(IReadOnlyList<Link> links, NodeSource source, NodeAlias start, IEnumerable<Predicate> conditions, bool isDistinct)
    {
        var (first, last) = (links[0], links[^1]);
        var copiesOfNode = new Dictionary<string, string>(StringComparer.Ordinal) { [Names.Key] = last.End };
        if (source is WalkSource { IsDayAtEnd: true, Day.Property: var day, Steps: [.., var step] } && WalkDates.CopyOf(step, day) is { } copyOfDay)
            copiesOfNode.Add(Names.Column(day), $"{last.Alias}.{copyOfDay}");
        var node = new TableBinding(SourceCompiler.AliasOf(source.Node), copiesOfNode);
        var copies = new Dictionary<string, string>(StringComparer.Ordinal) { [Names.Key] = first.Start };
        if (first.StartOrder is var (property, copy))
            copies.Add(Names.Column(property), copy);
        var origin = new TableBinding("o" + Number(start.Number), copies);
        var inner = links.Aggregate(scope.With(source.Node.Number, node).With(start.Number, origin), (outer, link) => outer.With(link.Number, new TableBinding(link.Alias)));
        var condition = conditions.Aggregate("", (all, part) => SqlCompiler.And(all, compiler.Predicates.Condition(part, inner)));
        var (from, end) = node.IsUsed
            ? (SourceCompiler.Table(source.Node), $"{SourceCompiler.AliasOf(source.Node)}.{Names.Key}")
            : ("", "");
        if (source.NodeStart is ExistsPredicate { Source: var few })
        {
            var nested = new ReversedSourceCompiler(compiler, inner, countsOnly: false).Compile(few)
                ?? throw new ArgumentException($"{few.Title} cannot be followed back", nameof(source));
            condition = SqlCompiler.And(condition, $"{(end.Length == 0 ? last.End : end)} IN (SELECT {nested.Member[Names.Key]} FROM {nested.From}{nested.Where})");
        }

        // What leads to the same node is counted before the walk goes on, if it has no conditions of its own.
        var isCounted = countsOnly && isDistinct && source is WalkSource { Day: null, ExcludesOrigin: false, Steps: [{ Where.IsTrue: true }, _, ..] } && first.CountedTable is not null;
        foreach (var link in links.Reverse())
        {
            var table = isCounted && link == first ? link.CountedTable : link.Table;
            from += end.Length == 0 ? table : $" CROSS JOIN {table} ON {link.End} = {end}";
            condition = SqlCompiler.And(condition, link.Condition);
            end = link.Start;
        }
        if (source is WalkSource { ExcludesOrigin: true })
            condition = SqlCompiler.And(condition, $"{first.Start} <> {last.End}");
        if (origin.IsUsed)
            from += $" CROSS JOIN {Names.Table(start.Node)} o{Number(start.Number)} ON o{Number(start.Number)}.{Names.Key} = {first.Start}";
        return new ReversedSource(from, condition, last.End, copies, isDistinct) { Count = isCounted ? $"{first.Alias}.{Link.CountColumn}" : null };
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A step as a table, from the node where it starts to the node where it ends.</summary>
    private sealed class Link
    {
        public Link(HopSource hop)
            : this(hop.Followed, hop.Direction)
        {
        }

        public Link(WalkStep step)
            : this(step.Followed, step.Direction)
        {
        }

        public Link(WalkStep step, (string Table, string From, string To) closure)
        {
            (Number, Alias) = (step.Followed.Number, SourceCompiler.AliasOf(step.Followed));
            (Table, Start, End) = ($"{closure.Table} {Alias}", $"{Alias}.{closure.From}", $"{Alias}.{closure.To}");
            Condition = $"{Alias}.{Names.Depth} BETWEEN {ReversedSourceCompiler.Number(step.Min)} AND {ReversedSourceCompiler.Number(step.Max)}";
        }

        private Link(RelationshipAlias followed, Direction direction)
        {
            var type = followed.Relationship;
            (Number, Alias) = (followed.Number, SourceCompiler.AliasOf(followed));
            var (start, end) = direction == Direction.Out ? (Names.Source, Names.Target) : (Names.Target, Names.Source);
            (Table, Start, End) = ($"{Names.Table(type)} {Alias}", $"{Alias}.{start}", $"{Alias}.{end}");
            CountedTable = $"(SELECT {end}, count(*) AS {CountColumn} FROM {Names.Table(type)} GROUP BY {end}) {Alias}";
            StartOrder = direction == Direction.Out
                ? type.SourceOrder is { } source ? (source, $"{Alias}.{Names.SourceOrder}") : null
                : type.TargetOrder is { } target ? (target, $"{Alias}.{Names.TargetOrder}") : null;
        }

        /// <summary>The column of <see cref="CountedTable"/> with the number of relationships.</summary>
        public const string CountColumn = "\"$count\"";

        /// <summary>A table with a row for each node where it ends, and the number of nodes that lead there; null for a closure.</summary>
        public string? CountedTable { get; }

        public int Number { get; }

        public string Alias { get; }

        public string Table { get; }

        /// <summary>The key of the node where it starts.</summary>
        public string Start { get; }

        /// <summary>The key of the node where it ends.</summary>
        public string End { get; }

        public string Condition { get; } = "";

        /// <summary>The property of the node where it starts that is copied, and the copy; null if there is none.</summary>
        public (Property Property, string Copy)? StartOrder { get; }
    }
}

/// <summary>A source from its nodes back to the members where it starts.</summary>
/// <param name="From">FROM, without the keyword.</param>
/// <param name="Condition">The condition; empty if there is none.</param>
/// <param name="Key">The key of a node.</param>
/// <param name="Member">Expressions for columns of the member.</param>
/// <param name="IsDistinct">Whether no pair of a member and a node comes twice.</param>
internal sealed record ReversedSource(string From, string Condition, string Key, IReadOnlyDictionary<string, string> Member, bool IsDistinct)
{
    /// <summary>The WHERE clause, with a space before it; empty if there is no condition.</summary>
    public string Where => Condition.Length == 0 ? "" : " WHERE " + Condition;

    /// <summary>The number of members for which a row stands; null if each stands for one.</summary>
    public string? Count { get; init; }
}
