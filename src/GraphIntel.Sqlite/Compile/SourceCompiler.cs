using System.Globalization;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>Compiles sources to FROM and WHERE clauses.</summary>
internal sealed class SourceCompiler(SqlCompiler compiler) : ISourceVisitor<AliasScope, SourceClauses>
{
    private const string OtherEnd = "\"$node\"";
    private const string OtherOrder = "\"$nodeBy\"";

    /// <summary>The name of an alias in a statement.</summary>
    public static string AliasOf(Alias alias) => alias.Match(_ => "n", _ => "r") + alias.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The column of kept nodes with their key.</summary>
    public const string KeptKey = "k";

    /// <summary>The table expression with the kept nodes of an alias.</summary>
    public static string KeptName(Alias alias) => "k" + alias.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The clauses of a source in an outer scope.</summary>
    public SourceClauses Compile(Source source, AliasScope scope) => source.Accept(this, scope);

    SourceClauses ISourceVisitor<AliasScope, SourceClauses>.Visit(ScanSource scan, AliasScope scope) => ItemTable(scan, scope, item => StartOf(scan, item, scope));

    /// <summary>The condition of a scan by which a search finds few items, with their keys in a list.</summary>
    private string StartOf(ScanSource scan, TableBinding item, AliasScope scope)
    {
        if (scan.Start is null)
            return "";
        var inner = scope.With(scan.Item.Number, item);
        return scan.Start is ExistsPredicate { Source: var source } && new ReversedSourceCompiler(compiler, inner, countsOnly: false).Compile(source) is { } reversed
            ? $"{item.Column(Names.Key)} IN (SELECT {reversed.Member[Names.Key]} FROM {reversed.From}{reversed.Where})"
            : compiler.Predicates.Condition(scan.Start, inner);
    }

    SourceClauses ISourceVisitor<AliasScope, SourceClauses>.Visit(LookupSource lookup, AliasScope scope) =>
        ItemTable(lookup, scope, node => $"{node.Column(Names.Id)} = {compiler.Value(lookup.Id, scope)}");

    SourceClauses ISourceVisitor<AliasScope, SourceClauses>.Visit(EndSource end, AliasScope scope) =>
        ItemTable(end, scope, node => $"{node.Column(Names.Key)} = {KeyOf(end, scope)}");

    SourceClauses ISourceVisitor<AliasScope, SourceClauses>.Visit(GroupNodeSource group, AliasScope scope) =>
        ItemTable(group, scope, node => $"{node.Column(Names.Key)} = {scope[group.Key].Column(Names.Key)}");

    SourceClauses ISourceVisitor<AliasScope, SourceClauses>.Visit(KeptSource kept, AliasScope scope)
    {
        var (alias, name) = (AliasOf(kept.Node), KeptName(kept.Node));
        var key = $"{name}.{KeptKey}";
        var node = new TableBinding(alias, new Dictionary<string, string>(StringComparer.Ordinal) { [Names.Key] = key });
        return new SourceClauses(
            scope.With(kept.Node.Number, node), node, name, $"{name} CROSS JOIN {Table(kept.Node)} ON {alias}.{Names.Key} = {key}", "");
    }

    SourceClauses ISourceVisitor<AliasScope, SourceClauses>.Visit(RefersBySource by, AliasScope scope) =>
        ItemTable(by, scope, node => $"{node.Column(Names.Column(by.Property))} = {compiler.Value(by.Id, scope)}");

    SourceClauses ISourceVisitor<AliasScope, SourceClauses>.Visit(RefersToSource to, AliasScope scope)
    {
        var list = "j" + to.Node.Number.ToString(CultureInfo.InvariantCulture);
        var ids = scope[to.Origin].Column(Names.Column(to.Ids));
        var node = new TableBinding(AliasOf(to.Node));
        var from = $"(SELECT DISTINCT {OperandCompiler.ItemValue} FROM {SqlCompiler.Items(ids)}) {list} " +
            $"CROSS JOIN {Table(to.Node)} ON {node.Column(Names.Id)} = {list}.{OperandCompiler.ItemValue}";
        var inner = scope.With(to.Node.Number, node);
        return new SourceClauses(inner, node, from, from, compiler.Predicates.Condition(to.Where, inner));
    }

    SourceClauses ISourceVisitor<AliasScope, SourceClauses>.Visit(HopSource hop, AliasScope scope)
    {
        var alias = AliasOf(hop.Followed);
        var type = hop.Followed.Relationship;
        var origin = scope[hop.Origin].Column(Names.Key);
        var (table, condition, other, otherOrder) = hop.Direction switch
        {
            Direction.Out => ($"{Names.Table(type)} {alias}", $"{alias}.{Names.Source} = {origin}", Names.Target, Names.TargetOrder),
            Direction.In => ($"{Names.Table(type)} {alias}", $"{alias}.{Names.Target} = {origin}", Names.Source, Names.SourceOrder),
            Direction.Both => ($"{BothDirections(type, origin)} {alias}", "", OtherEnd, OtherOrder),
        };
        var copies = new Dictionary<string, string>(StringComparer.Ordinal) { [Names.Key] = $"{alias}.{other}" };
        if (hop.Copied is { } copied)
            copies.Add(Names.Column(copied), $"{alias}.{otherOrder}");
        var node = new TableBinding(AliasOf(hop.Node), copies);
        var inner = scope.With(hop.Node.Number, node).With(hop.Followed.Number, new TableBinding(alias));
        var where = SqlCompiler.And(condition, compiler.Predicates.Condition(hop.Where, inner));
        var join = $"{AliasOf(hop.Node)}.{Names.Key} = {alias}.{other}";

        // CROSS JOIN fixes the order of the join: from the origin, which usually has few relationships, or, if the node is
        // given by its id, from both ends.
        var joined = hop.Where.RestrictsToId(hop.Node) && IndexOfBothEnds(hop) is { } index
            ? $"{Table(hop.Node)} CROSS JOIN {table}{index} ON {join}"
            : $"{table} CROSS JOIN {Table(hop.Node)} ON {join}";
        return new SourceClauses(inner, node, table, joined, where);
    }

    SourceClauses ISourceVisitor<AliasScope, SourceClauses>.Visit(WalkSource walk, AliasScope scope)
    {
        var alias = "w" + walk.Walked.Number.ToString(CultureInfo.InvariantCulture);
        var ends = new WalkCompiler(compiler, walk, alias, scope.WithStart(walk)).Compile();
        var end = $"{alias}.{WalkCompiler.Node}";
        var node = new TableBinding(AliasOf(walk.Node), new Dictionary<string, string>(StringComparer.Ordinal) { [Names.Key] = end });
        var inner = scope.With(walk.Node.Number, node).With(walk.Walked.Number, new TableBinding(alias));
        var from = $"({ends}) {alias}";
        return new SourceClauses(
            inner,
            node,
            from,
            $"{from} CROSS JOIN {Table(walk.Node)} ON {AliasOf(walk.Node)}.{Names.Key} = {end}",
            compiler.Predicates.Condition(walk.Where, inner));
    }

    /// <summary>The key of the node at an end of a relationship.</summary>
    public static string KeyOf(EndSource end, AliasScope scope) => scope[end.Origin].Column(end.IsSource ? Names.Source : Names.Target);

    /// <summary>The keys of the nodes that meet a condition, for IN.</summary>
    public string Keys(NodeAlias alias, Predicate where, AliasScope scope)
    {
        var node = new TableBinding(AliasOf(alias));
        var condition = compiler.Predicates.Condition(where, scope.With(alias.Number, node));
        return $"(SELECT {node.Column(Names.Key)} FROM {Table(alias)} WHERE {condition})";
    }

    private SourceClauses ItemTable(Source source, AliasScope scope, Func<TableBinding, string> lookup)
    {
        var item = new TableBinding(AliasOf(source.Item));
        var inner = scope.With(source.Item.Number, item);
        var condition = SqlCompiler.And(lookup(item), compiler.Predicates.Condition(source.Where, inner));
        return new SourceClauses(inner, item, Table(source.Item), Table(source.Item), condition);
    }

    /// <summary>
    /// The INDEXED BY clause for the index that has both ends as its first columns, without a sort copy between them; empty
    /// if that is the table itself, null if there is none. SQLite would otherwise use only one end of the table's key.
    /// </summary>
    private static string? IndexOfBothEnds(HopSource hop) => hop.Followed.Relationship switch
    {
        _ when hop.Direction == Direction.Both => null,
        { TargetOrder: not { IsRequired: true } } => "",
        { SourceOrder: not { IsRequired: true } } type => $" INDEXED BY {Names.Quote(Names.ReverseIndex(type))}",
        _ => null,
    };

    private static string BothDirections(RelationshipType type, string origin)
    {
        var table = Names.Table(type);
        var (outward, inward) = type is { SourceOrder: not null, TargetOrder: not null }
            ? ($", {Names.TargetOrder} AS {OtherOrder}", $", {Names.SourceOrder} AS {OtherOrder}")
            : ("", "");
        return $"(SELECT *, {Names.Target} AS {OtherEnd}{outward} FROM {table} WHERE {Names.Source} = {origin} " +
            $"UNION ALL SELECT *, {Names.Source} AS {OtherEnd}{inward} FROM {table} WHERE {Names.Target} = {origin})";
    }

    /// <summary>The table of an item with its name in a statement.</summary>
    public static string Table(Alias alias) => $"{Names.Table(alias.Type)} {AliasOf(alias)}";
}
