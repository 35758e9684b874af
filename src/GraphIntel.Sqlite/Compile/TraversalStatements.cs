using System.Collections.Concurrent;
using System.Globalization;
using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>The kinds of reads of a traversal.</summary>
internal enum TraversalRead
{
    /// <summary>Numbers of relationships of all nodes together: hop, number.</summary>
    Count,

    /// <summary>Numbers of relationships: type of node, position in the list of nodes, number.</summary>
    CountEach,

    /// <summary>
    /// Relationships, at most so many: twice the hop, plus 1 if the conditions are met; key of the node, key of the other node, stored id.
    /// </summary>
    All,

    /// <summary>As <see cref="All"/>, only those that lead to given nodes and meet the conditions on relationships.</summary>
    Among,

    /// <summary>As <see cref="All"/>, the first by id.</summary>
    First,

    /// <summary>The other nodes, the first of each hop: hop, key, id.</summary>
    Neighbors,

    /// <summary>As <see cref="Neighbors"/>, found among the first nodes of the type, by id; perhaps not all of them.</summary>
    FirstNeighbors,
}

/// <summary>
/// The statements of a traversal, compiled for the hops of a request when they are first used: a SELECT for each hop, or for each
/// type of nodes, joined by UNION ALL. A list without nodes of a type makes its SELECTs free. Safe for concurrent use.
/// </summary>
/// <param name="traversal">The rewritten traversal.</param>
/// <param name="many"><see cref="SqliteOptions.ManyRelationships"/>.</param>
internal sealed class TraversalStatements(Traversal traversal, int many)
{
    /// <summary>For each neighbor, so many nodes of the type are tried before they are sorted after all.</summary>
    private const int NodesPerNeighbor = 16;

    // Further sets of hops are compiled for each request.
    private const int MaxCached = 64;

    private const string Feed = "f";
    private const string Origin = "o";
    private const string Near = "r";

    /// <summary>The traversal.</summary>
    public Traversal Traversal => traversal;

    private readonly ConcurrentDictionary<(TraversalRead Kind, string Hops), string> _texts = new();

    /// <summary>The number of relationships up to which they are counted for a choice between two reads.</summary>
    public int Many => many;

    /// <summary>The statement for a read of these hops.</summary>
    public string TextFor(TraversalRead kind, TraversalHops hops, CancellationToken cancellation)
    {
        if (_texts.TryGetValue((kind, hops.Key), out var known))
            return known;
        var text = Compile(kind, hops, SqlCompiler.ForConditions(cancellation));
        if (_texts.Count < MaxCached)
            _texts.TryAdd((kind, hops.Key), text);
        return text;
    }

    /// <summary>The statement that finds the key of a node by its id, ?1.</summary>
    public string FindText(int type) => $"SELECT {Names.Key} FROM {Names.Table(traversal.Nodes[type].Node.Node)} WHERE {Names.Id} = ?1";

    /// <summary>The statement that reads the ids of nodes by their keys, a list ?1: position in the list, id.</summary>
    public string IdsText(int type) =>
        $"SELECT {Feed}.\"key\", {Origin}.{Names.Id} FROM json_each(?1) {Feed} CROSS JOIN {Names.Table(traversal.Nodes[type].Node.Node)} {Origin} " +
        $"ON {Origin}.{Names.Key} = {Feed}.{OperandCompiler.ItemValue}";

    private string Compile(TraversalRead kind, TraversalHops hops, SqlCompiler compiler)
    {
        var most = SqlCompiler.Placeholder(traversal.Most);
        return kind switch
        {
            TraversalRead.Count => Each(hops, (hop, number) =>
                $"SELECT {Number(number)}, (SELECT count(*) FROM (SELECT 1 FROM {Relationships(hop, Near)} LIMIT {most}))"),
            TraversalRead.CountEach => string.Join(" UNION ALL ", traversal.Nodes.Select((nodes, number) => CountEach(nodes, number, hops))),
            TraversalRead.All => $"{Each(hops, (hop, number) => All(hop, number, compiler))} LIMIT {most}",
            TraversalRead.Among => Each(hops, (hop, number) => Among(hop, number, compiler)),
            TraversalRead.First => $"{Each(hops, (hop, number) => WithId(hop, number, compiler))} ORDER BY 5 LIMIT {most}",
            TraversalRead.Neighbors => Each(hops, (hop, number) => $"SELECT * FROM ({Others(hop, number, compiler)} ORDER BY 3 LIMIT {most})"),
            TraversalRead.FirstNeighbors => Each(hops, (hop, number) => $"SELECT * FROM ({OthersById(hop, number, compiler)} LIMIT {most})"),
        };
    }

    private string Each(TraversalHops hops, Func<TraversalHop, int, string> select) =>
        string.Join(" UNION ALL ", hops.Items.Select(traversal.Rewritten).Select(select));

    private string CountEach(TraversedNodes nodes, int number, TraversalHops hops)
    {
        var counts = hops.Items.Where(hop => hop.Origin.At == nodes.At).Select(hop =>
            $" + (SELECT count(*) FROM (SELECT 1 FROM {Names.Table(hop.Type)} WHERE {NearEnd(hop)} = {Feed}.{OperandCompiler.ItemValue} LIMIT {SqlCompiler.Placeholder(traversal.Most)}))");
        return $"SELECT {Number(number)}, {Feed}.\"key\", 0{string.Concat(counts)} FROM {Keys(nodes)}";
    }

    private string All(TraversalHop hop, int number, SqlCompiler compiler)
    {
        var binding = new Bindings(hop);
        var (passed, isOfNode) = MayBePassed(hop, binding, compiler);
        return $"SELECT {Row(hop, number, binding, SqlCompiler.And(Condition(hop.Relationships.Where, binding, compiler), passed))} " +
            $"FROM {Relationships(hop, binding.Relationship)}{(isOfNode ? Other(hop, binding) : "")}";
    }

    private string Among(TraversalHop hop, int number, SqlCompiler compiler)
    {
        var binding = new Bindings(hop);
        var condition = SqlCompiler.And(Condition(hop.Relationships.Where, binding, compiler), IsAmong(hop, binding));
        return $"SELECT {Row(hop, number, binding, "")} FROM {Relationships(hop, binding.Relationship)}{Where(condition)}";
    }

    private string WithId(TraversalHop hop, int number, SqlCompiler compiler)
    {
        var binding = new Bindings(hop);
        var (source, target) = hop.IsOut ? (Origin, binding.Node) : (binding.Node, Origin);
        var id = hop.Type.Id is null
            ? $"{SqlCompiler.Literal(hop.Type.IdPrefix + ":")} || {source}.{Names.Id} || '>' || {target}.{Names.Id}"
            : $"{binding.Relationship}.{Names.Id}";
        return $"SELECT {Row(hop, number, binding, ConditionOf(hop, binding, compiler))}, {id} FROM {Relationships(hop, binding.Relationship)}{Other(hop, binding)} " +
            $"CROSS JOIN {Names.Table(hop.Origin.Node.Node)} {Origin} ON {Origin}.{Names.Key} = {Feed}.{OperandCompiler.ItemValue}";
    }

    private static string Row(TraversalHop hop, int number, Bindings binding, string condition) =>
        $"{(condition.Length == 0 ? Number((2 * number) + 1) : $"{Number(2 * number)} + (({condition}) IS TRUE)")}, " +
        $"{Feed}.{OperandCompiler.ItemValue}, {binding.Relationship}.{FarEnd(hop)}, {StoredId(hop, binding)}";

    private string Others(TraversalHop hop, int number, SqlCompiler compiler)
    {
        var binding = new Bindings(hop);
        return $"SELECT {Number(number)}, {binding.Node}.{Names.Key}, {binding.Node}.{Names.Id} " +
            $"FROM {Relationships(hop, binding.Relationship)}{Other(hop, binding)}{Where(ConditionOf(hop, binding, compiler))}";
    }

    private string OthersById(TraversalHop hop, int number, SqlCompiler compiler)
    {
        var binding = new Bindings(hop);
        var condition = ConditionOf(hop, binding, compiler);
        var (nodes, relationships) = (Names.Table(hop.Other.Node.Node), Names.Table(hop.Type));
        var first = $"(SELECT {Names.Key}, {Names.Id} FROM {nodes} ORDER BY {Names.Id} LIMIT {Number(NodesPerNeighbor)} * {SqlCompiler.Placeholder(traversal.Most)})";
        var origins = $"(SELECT {Feed}.{OperandCompiler.ItemValue} FROM {Keys(hop.Origin)})";
        // A condition on the node needs its columns.
        var node = condition.Length == 0 ? "" : $" CROSS JOIN {nodes} {binding.Node} ON {binding.Node}.{Names.Key} = x.{Names.Key}";
        return $"SELECT {Number(number)}, x.{Names.Key}, x.{Names.Id} FROM {first} x{node} WHERE EXISTS (SELECT 1 FROM {relationships} {binding.Relationship} " +
            $"WHERE {binding.Relationship}.{FarEnd(hop)} = x.{Names.Key} AND {binding.Relationship}.{NearEnd(hop)} IN {origins}" +
            $"{(condition.Length == 0 ? "" : $" AND ({condition})")})";
    }

    private string ConditionOf(TraversalHop hop, Bindings binding, SqlCompiler compiler) =>
        SqlCompiler.And(Condition(hop.Relationships.Where, binding, compiler), MayBePassed(hop, binding, compiler).Condition);

    private static string Condition(Predicate where, Bindings binding, SqlCompiler compiler) => compiler.Predicates.Condition(where, binding.Scope);

    /// <summary>
    /// Whether a node may be passed or reached, and whether that takes its columns: conditions do not apply to the given nodes.
    /// </summary>
    private (string Condition, bool IsOfNode) MayBePassed(TraversalHop hop, Bindings binding, SqlCompiler compiler)
    {
        // The plus keeps SQLite from seeking each of the given nodes from each node.
        var isEnd = $"+{binding.Relationship}.{FarEnd(hop)} IN (SELECT {Names.Key} FROM {Names.Table(hop.Other.Node.Node)} WHERE {Names.Id} IN " +
            $"(SELECT {OperandCompiler.ItemValue} FROM json_each({SqlCompiler.Placeholder(traversal.Ends)})))";
        if (hop.EndsOnly)
            return (isEnd, false);
        var condition = Condition(hop.Other.Where, binding, compiler);
        return condition.Length == 0 ? ("", false) : ($"(({condition}) OR {isEnd})", true);
    }

    /// <summary>Whether a relationship leads to one of the given nodes: the parameter has a list of keys for each type.</summary>
    private string IsAmong(TraversalHop hop, Bindings binding) =>
        $"+{binding.Relationship}.{FarEnd(hop)} IN (SELECT {OperandCompiler.ItemValue} FROM " +
        $"json_each({SqlCompiler.Placeholder(traversal.Among)}, '$[{Number(traversal.IndexOf(hop.Other))}]'))";

    /// <summary>CROSS JOIN fixes the order: from the nodes, by their relationships, to the other nodes.</summary>
    private static string Relationships(TraversalHop hop, string alias) =>
        $"{Keys(hop.Origin)} CROSS JOIN {Names.Table(hop.Type)} {alias} ON {alias}.{NearEnd(hop)} = {Feed}.{OperandCompiler.ItemValue}";

    private static string Other(TraversalHop hop, Bindings binding) =>
        $" CROSS JOIN {Names.Table(hop.Other.Node.Node)} {binding.Node} ON {binding.Node}.{Names.Key} = {binding.Relationship}.{FarEnd(hop)}";

    private static string Keys(TraversedNodes nodes) => $"json_each({SqlCompiler.Placeholder(nodes.At)}) {Feed}";

    private static string NearEnd(TraversalHop hop) => hop.IsOut ? Names.Source : Names.Target;

    private static string FarEnd(TraversalHop hop) => hop.IsOut ? Names.Target : Names.Source;

    private static string StoredId(TraversalHop hop, Bindings binding) => hop.Type.Id is null ? "NULL" : $"{binding.Relationship}.{Names.Id}";

    private static string Where(string condition) => condition.Length == 0 ? "" : " WHERE " + condition;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The names of a hop's relationship and of the node to which it leads.</summary>
    private sealed class Bindings(TraversalHop hop)
    {
        public string Relationship { get; } = SourceCompiler.AliasOf(hop.Relationships.Followed);

        public string Node { get; } = SourceCompiler.AliasOf(hop.Other.Node);

        public AliasScope Scope { get; } = AliasScope.Root
            .With(hop.Relationships.Followed.Number, new TableBinding(SourceCompiler.AliasOf(hop.Relationships.Followed)))
            .With(hop.Other.Node.Number, new TableBinding(SourceCompiler.AliasOf(hop.Other.Node)));
    }
}
