using System.Globalization;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// Compiles sources for a join with many origins: SQLite has no lateral join, so that a subquery in FROM cannot refer to the
/// origin before it.
/// </summary>
internal sealed class JoinedSourceCompiler(SqlCompiler compiler, AggregateCompiler aggregate, MemberRows members)
    : ISourceVisitor<AliasScope, JoinedSource>
{
    /// <summary>The clauses of a source, to follow its origins in FROM.</summary>
    public JoinedSource Compile(Source source) => source.Accept(this, members.Scope);

    private JoinedSource AsIs(Source source, AliasScope scope) => new(compiler.Sources.Compile(source, scope), source.HasDistinctNodes);

    JoinedSource ISourceVisitor<AliasScope, JoinedSource>.Visit(LookupSource lookup, AliasScope scope) => AsIs(lookup, scope);

    JoinedSource ISourceVisitor<AliasScope, JoinedSource>.Visit(ScanSource scan, AliasScope scope) => AsIs(scan, scope);

    JoinedSource ISourceVisitor<AliasScope, JoinedSource>.Visit(RefersBySource by, AliasScope scope) => AsIs(by, scope);

    JoinedSource ISourceVisitor<AliasScope, JoinedSource>.Visit(EndSource end, AliasScope scope) => AsIs(end, scope);

    JoinedSource ISourceVisitor<AliasScope, JoinedSource>.Visit(GroupNodeSource node, AliasScope scope) => AsIs(node, scope);

    JoinedSource ISourceVisitor<AliasScope, JoinedSource>.Visit(KeptSource kept, AliasScope scope) => AsIs(kept, scope);

    JoinedSource ISourceVisitor<AliasScope, JoinedSource>.Visit(RefersToSource to, AliasScope scope)
    {
        var list = "j" + Number(to.Node.Number);
        var node = new TableBinding(SourceCompiler.AliasOf(to.Node));
        var from = $"{SqlCompiler.Items(scope[to.Origin].Column(Names.Column(to.Ids)))} {list} " +
            $"CROSS JOIN {SourceCompiler.Table(to.Node)} ON {node.Column(Names.Id)} = {list}.{OperandCompiler.ItemValue}";
        var inner = scope.With(to.Node.Number, node);
        return new JoinedSource(new SourceClauses(inner, node, from, from, compiler.Predicates.Condition(to.Where, inner)), IsDistinct: false);
    }

    /// <summary>A relationship in both directions is one of which either end is the origin.</summary>
    JoinedSource ISourceVisitor<AliasScope, JoinedSource>.Visit(HopSource hop, AliasScope scope)
    {
        if (hop.Direction != Direction.Both)
            return AsIs(hop, scope);
        var origin = scope[hop.Origin].Column(Names.Key);
        var hops = new Hops(hop.Followed, hop.Direction, origin);
        var node = new TableBinding(
            SourceCompiler.AliasOf(hop.Node), new Dictionary<string, string>(StringComparer.Ordinal) { [Names.Key] = hops.End });
        var inner = scope.With(hop.Node.Number, node).With(hop.Followed.Number, new TableBinding(hops.Alias));
        return new JoinedSource(
            new SourceClauses(
                inner,
                node,
                hops.Table,
                $"{hops.Table} CROSS JOIN {SourceCompiler.Table(hop.Node)} ON {SourceCompiler.AliasOf(hop.Node)}.{Names.Key} = {hops.End}",
                SqlCompiler.And(hops.Condition, compiler.Predicates.Condition(hop.Where, inner))),
            hop.HasDistinctNodes);
    }

    /// <summary>
    /// A path of single steps and of closures is a chain of joins; for one with other repetitions, all pairs of an origin and an
    /// end are a table expression.
    /// </summary>
    JoinedSource ISourceVisitor<AliasScope, JoinedSource>.Visit(WalkSource walk, AliasScope scope)
    {
        var origin = scope.WithStart(walk);
        var chain = Chain(walk, origin) ?? Pairs(walk, origin);
        var copies = new Dictionary<string, string>(StringComparer.Ordinal) { [Names.Key] = chain.End };
        if (chain.Copy is { } copy)
            copies.Add(Names.Column(walk.Day!.Property), copy);
        var node = new TableBinding(SourceCompiler.AliasOf(walk.Node), copies);
        var inner = chain.Scope.With(walk.Node.Number, node);
        var onDay = chain.ComparesDay ? "" : compiler.Predicates.Condition(walk.OnDay, inner);
        var condition = SqlCompiler.And(SqlCompiler.And(chain.Condition, onDay), compiler.Predicates.Condition(walk.Where, inner));
        return new JoinedSource(
            new SourceClauses(
                inner,
                node,
                chain.From,
                $"{chain.From} CROSS JOIN {SourceCompiler.Table(walk.Node)} ON {SourceCompiler.AliasOf(walk.Node)}.{Names.Key} = {chain.End}",
                condition),
            chain.IsDistinct);
    }

    private Joins? Chain(WalkSource walk, AliasScope scope)
    {
        var origin = scope[walk.Origin].Column(Names.Key);
        var (end, from, condition) = (origin, new List<string>(), "");
        var rows = WalkRows.Origin;
        foreach (var step in walk.Steps)
        {
            if (step.IsTakenOnce)
            {
                var hops = new Hops(step.Followed, step.Direction, end);
                scope = scope.With(step.Followed.Number, new TableBinding(hops.Alias));
                condition = SqlCompiler.And(condition, SqlCompiler.And(hops.Condition, compiler.Predicates.Condition(step.Where, scope)));
                from.Add(hops.Table);
                end = hops.End;
                rows = rows.AfterHop(step);
            }
            else if (WalkCompiler.ClosureOf(step) is { } closure)
            {
                var alias = SourceCompiler.AliasOf(step.Followed);
                from.Add($"{closure.Table} {alias}");
                condition = SqlCompiler.And(
                    condition,
                    $"{alias}.{closure.From} = {end} AND {alias}.{Names.Depth} BETWEEN {Number(step.Min)} AND {Number(step.Max)}");
                end = $"{alias}.{closure.To}";
                rows = rows.AfterClosure();
            }
            else
            {
                return null;
            }
        }
        if (walk.ExcludesOrigin)
            condition = SqlCompiler.And(condition, $"{end} <> {origin}");
        var last = walk.Steps[^1];
        var copy = walk.IsDayAtEnd && WalkDates.CopyOf(last, walk.Day!.Property) is { } column ? $"{SourceCompiler.AliasOf(last.Followed)}.{column}" : null;
        return new Joins(string.Join(" CROSS JOIN ", from), condition, end, rows.IsDistinct, scope) { Copy = copy };
    }

    private Joins Pairs(WalkSource walk, AliasScope scope)
    {
        var origin = scope[walk.Origin].Column(Names.Key);
        var alias = "w" + Number(walk.Walked.Number);
        aggregate.Define(alias, () => new WalkCompiler(compiler, walk, alias, scope).CompilePairs(members.Clauses));
        var condition = $"{alias}.{WalkCompiler.Origin} = {origin}";
        if (walk.HasDayAtStart)
            condition = SqlCompiler.And(condition, $"{alias}.{WalkCompiler.Day} = {compiler.Value(walk.Day!, scope)}");
        return new Joins(alias, condition, $"{alias}.{WalkCompiler.Node}", IsDistinct: true, scope) { ComparesDay = true };
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Tables that follow the origins in FROM.</summary>
    /// <param name="From">The tables.</param>
    /// <param name="Condition">The condition that joins them.</param>
    /// <param name="End">The key of the node at the end.</param>
    /// <param name="IsDistinct">Whether no pair of an origin and an end comes twice.</param>
    /// <param name="Scope">The scope with the aliases of the tables.</param>
    private sealed record Joins(string From, string Condition, string End, bool IsDistinct, AliasScope Scope)
    {
        /// <summary>Whether the condition of the walk on its day holds for the rows of the tables.</summary>
        public bool ComparesDay { get; init; }

        /// <summary>The copy of the day of the node at the end; null if there is none, or if it is not compared.</summary>
        public string? Copy { get; init; }
    }

    /// <summary>The relationships of an origin as a table in FROM.</summary>
    private sealed class Hops(RelationshipAlias followed, Direction direction, string origin)
    {
        public string Alias { get; } = SourceCompiler.AliasOf(followed);

        public string Table => $"{Names.Table(followed.Relationship)} {Alias}";

        public string Condition => direction switch
        {
            Direction.Out => $"{Alias}.{Names.Source} = {origin}",
            Direction.In => $"{Alias}.{Names.Target} = {origin}",
            Direction.Both => $"({Alias}.{Names.Source} = {origin} OR {Alias}.{Names.Target} = {origin})",
        };

        /// <summary>The key of the node at the other end.</summary>
        public string End => direction switch
        {
            Direction.Out => $"{Alias}.{Names.Target}",
            Direction.In => $"{Alias}.{Names.Source}",

            // No relationship leads from a node to itself.
            Direction.Both => $"CASE WHEN {Alias}.{Names.Source} = {origin} THEN {Alias}.{Names.Target} ELSE {Alias}.{Names.Source} END",
        };
    }
}

/// <summary>A source to be joined with its origins.</summary>
/// <param name="Clauses">FROM and WHERE; the origins precede them in FROM.</param>
/// <param name="IsDistinct">Whether no pair of an origin and a node comes twice.</param>
internal sealed record JoinedSource(SourceClauses Clauses, bool IsDistinct);
