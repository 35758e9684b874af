using System.Globalization;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// A source opened for one subquery: what is selected of it, its FROM clause, its conditions.
/// </summary>
/// <param name="Selected">What <see cref="SourceCompiler.Open"/> was asked to select.</param>
/// <param name="From">The FROM clause, without the word.</param>
/// <param name="Where">The conditions; empty where there are none.</param>
internal sealed record OpenSource(string Selected, string From, string Where)
{
    /// <summary>A subquery of what was selected.</summary>
    public string Select(string format) =>
        $"(SELECT {string.Format(CultureInfo.InvariantCulture, format, Selected)} FROM {From}{Where})";
}

/// <summary>Sources -> FROM and WHERE.</summary>
internal sealed class SourceCompiler(SqlCompiler compiler)
{
    private const string OtherEnd = "\"$node\"";
    private const string OtherOrder = "\"$nodeBy\"";

    /// <summary>The name of an alias in a statement.</summary>
    public static string AliasOf(Alias alias) =>
        (alias is NodeAlias ? "n" : "r") + alias.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Puts the source's aliases in place, has <paramref name="select"/> make what is selected, and gives the clauses. Tables
    /// of which neither that nor the conditions ask anything are not joined.
    /// </summary>
    public OpenSource Open(Source source, Func<string> select, Func<string?>? alsoWhere = null)
    {
        var node = new TablePlace(AliasOf(source.Node));
        compiler.Put(source.Node.Number, node);
        return source switch
        {
            ScanSource scan => Plain(scan, node, select, alsoWhere, ""),
            LookupSource lookup => Plain(lookup, node, select, alsoWhere, $"{node.Column(Names.Id)} = {compiler.Value(lookup.Id)}"),
            EndSource end => Plain(
                end,
                node,
                select,
                alsoWhere,
                $"{node.Column(Names.Key)} = {compiler.Find(end.Origin.Number).Column(end.IsSource ? Names.Source : Names.Target)}"),
            RefersBySource by => Plain(
                by, node, select, alsoWhere, $"{node.Column(Names.Column(by.Property))} = {compiler.Value(new IdOperand(by.Origin))}"),
            RefersToSource to => RefersTo(to, node, select, alsoWhere),
            HopSource hop => Hop(hop, node, select, alsoWhere),
            WalkSource walk => Walk(walk, node, select, alsoWhere),
            _ => throw new InvalidOperationException($"No FROM for {source.GetType().Name}."),
        };
    }

    private OpenSource Plain(Source source, TablePlace node, Func<string> select, Func<string?>? alsoWhere, string condition)
    {
        var selected = select();
        var where = Where([condition, compiler.Predicates.Conjunct(source.Where), alsoWhere?.Invoke()]);
        return new OpenSource(selected, Table(source.Node), where);
    }

    private OpenSource RefersTo(RefersToSource to, TablePlace node, Func<string> select, Func<string?>? alsoWhere)
    {
        var list = "j" + to.Node.Number.ToString(CultureInfo.InvariantCulture);
        var ids = compiler.Find(to.Origin.Number).Column(Names.Column(to.Ids));
        var from = $"(SELECT DISTINCT \"value\" FROM json_each({ids})) {list} CROSS JOIN {Table(to.Node)} ON {node.Column(Names.Id)} = {list}.\"value\"";
        var selected = select();
        return new OpenSource(selected, from, Where([compiler.Predicates.Conjunct(to.Where), alsoWhere?.Invoke()]));
    }

    private OpenSource Hop(HopSource hop, TablePlace node, Func<string> select, Func<string?>? alsoWhere)
    {
        var alias = AliasOf(hop.Followed);
        var type = hop.Followed.Relationship;
        var origin = compiler.Find(hop.Origin.Number).Column(Names.Key);
        compiler.Put(hop.Followed.Number, new TablePlace(alias));
        var (table, condition, other, otherOrder) = hop.Direction switch
        {
            Direction.Out => ($"{Names.Table(type)} {alias}", $"{alias}.{Names.Source} = {origin}", Names.Target, Names.TargetOrder),
            Direction.In => ($"{Names.Table(type)} {alias}", $"{alias}.{Names.Target} = {origin}", Names.Source, Names.SourceOrder),
            _ => ($"{EitherWay(type, origin)} {alias}", "", OtherEnd, OtherOrder),
        };
        node.Know(Names.Key, $"{alias}.{other}");
        if (OrderCopy(hop) is { } copied)
            node.Know(Names.Column(copied), $"{alias}.{otherOrder}");

        var selected = select();
        var where = Where([condition, compiler.Predicates.Conjunct(hop.Where), alsoWhere?.Invoke()]);
        if (!node.IsUsed)
            return new OpenSource(selected, table, where);
        var nodeTable = Table(hop.Node);
        var join = $"{AliasOf(hop.Node)}.{Names.Key} = {alias}.{other}";

        // Pinned from the origin, which has few relationships as a rule; where the node is one by its id, from both ends.
        var from = hop.Where.NamesOne(hop.Node) && IndexOfBothEnds(hop) is { } index
            ? $"{nodeTable} CROSS JOIN {table}{index} ON {join}"
            : $"{table} CROSS JOIN {nodeTable} ON {join}";
        return new OpenSource(selected, from, where);
    }

    /// <summary>
    /// How to name the index in which both ends stand side by side, with no copy of an order between them: nothing where that
    /// is the table itself; null where there is none. SQLite would take the table by one end alone.
    /// </summary>
    private static string? IndexOfBothEnds(HopSource hop) => hop.Followed.Relationship switch
    {
        _ when hop.Direction == Direction.Both => null,
        { TargetOrder: not { IsRequired: true } } => "",
        { SourceOrder: not { IsRequired: true } } type => $" INDEXED BY {Names.Quote(Names.ReverseIndex(type))}",
        _ => null,
    };

    /// <summary>The property of the node at the other end that the relationship keeps a copy of.</summary>
    private static Property? OrderCopy(HopSource hop) => hop.Direction switch
    {
        Direction.Out => hop.Followed.Relationship.TargetOrder,
        Direction.In => hop.Followed.Relationship.SourceOrder,
        _ => hop.Followed.Relationship is { SourceOrder: { } source, TargetOrder: { } target } && source == target ? source : null,
    };

    private static string EitherWay(RelationshipType type, string origin)
    {
        var table = Names.Table(type);
        var (outward, inward) = type is { SourceOrder: not null, TargetOrder: not null }
            ? ($", {Names.TargetOrder} AS {OtherOrder}", $", {Names.SourceOrder} AS {OtherOrder}")
            : ("", "");
        return $"(SELECT *, {Names.Target} AS {OtherEnd}{outward} FROM {table} WHERE {Names.Source} = {origin} " +
            $"UNION ALL SELECT *, {Names.Source} AS {OtherEnd}{inward} FROM {table} WHERE {Names.Target} = {origin})";
    }

    private OpenSource Walk(WalkSource walk, TablePlace node, Func<string> select, Func<string?>? alsoWhere)
    {
        var alias = "w" + walk.Walked.Number.ToString(CultureInfo.InvariantCulture);
        var ends = new WalkCompiler(compiler, alias).Ends(walk, compiler.Find(walk.Origin.Number).Column(Names.Key));
        compiler.Put(walk.Walked.Number, new TablePlace(alias));
        node.Know(Names.Key, $"{alias}.n");
        var selected = select();
        var where = Where([compiler.Predicates.Conjunct(walk.Where), alsoWhere?.Invoke()]);
        var from = $"({ends}) {alias}";
        if (node.IsUsed)
            from += $" CROSS JOIN {Table(walk.Node)} ON {AliasOf(walk.Node)}.{Names.Key} = {alias}.n";
        return new OpenSource(selected, from, where);
    }

    private static string Table(NodeAlias alias) => $"{Names.Table(alias.Node)} {AliasOf(alias)}";

    private static string Where(IEnumerable<string?> conditions)
    {
        var given = conditions.Where(condition => !string.IsNullOrEmpty(condition)).ToList();
        return given.Count == 0 ? "" : " WHERE " + string.Join(" AND ", given);
    }
}
