using System.Collections.Concurrent;
using System.Globalization;
using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>The kinds of reads of a traversal.</summary>
internal enum TraversalRead
{
    /// <summary>Numbers of relationships: type of node, position in the list of nodes, number.</summary>
    Count,

    /// <summary>Relationships: hop, position in the list of nodes, id of the other node, stored id.</summary>
    All,

    /// <summary>As <see cref="All"/>, those that lead to given nodes.</summary>
    Among,

    /// <summary>As <see cref="All"/>, the first by id, also those that do not meet the conditions; last, whether they do.</summary>
    First,

    /// <summary>Ids of the other nodes, the first of each hop: hop, id.</summary>
    Neighbors,

    /// <summary>Numbers of relationships of all nodes together: hop, number, at most <see cref="SqliteOptions.ManyRelationships"/>.</summary>
    HopCounts,

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

    private string Compile(TraversalRead kind, TraversalHops hops, SqlCompiler compiler)
    {
        var most = SqlCompiler.Placeholder(traversal.Most);
        return kind switch
        {
            TraversalRead.Count => string.Join(" UNION ALL ", traversal.Nodes.Select((nodes, number) => Count(nodes, number, hops))),
            TraversalRead.All => Each(hops, (hop, number) => Relationships(hop, number, compiler, among: false)),
            TraversalRead.Among => Each(hops, (hop, number) => Relationships(hop, number, compiler, among: true)),
            TraversalRead.First => $"SELECT * FROM ({Each(hops, (hop, number) => WithConditions(hop, number, compiler))}) ORDER BY 5 LIMIT {most}",
            TraversalRead.Neighbors => Each(hops, (hop, number) => $"SELECT * FROM ({Others(hop, number, compiler)} ORDER BY 2 LIMIT {most})"),
            TraversalRead.HopCounts => Each(hops, HopCount),
            TraversalRead.FirstNeighbors => Each(hops, (hop, number) => $"SELECT * FROM ({OthersById(hop, number, compiler)} LIMIT {most})"),
        };
    }

    private string Each(TraversalHops hops, Func<TraversalHop, int, string> select) =>
        string.Join(" UNION ALL ", hops.Items.Select(traversal.Rewritten).Select(select));

    private string Count(TraversedNodes nodes, int number, TraversalHops hops)
    {
        var counts = hops.Items.Where(hop => hop.Origin.At == nodes.At).Select(hop =>
            $" + (SELECT count(*) FROM (SELECT 1 FROM {Names.Table(hop.Type)} WHERE {NearEnd(hop)} = {Origin}.{Names.Key} LIMIT {SqlCompiler.Placeholder(traversal.Most)}))");
        return $"SELECT {Number(number)}, {Feed}.\"key\", 0{string.Concat(counts)} FROM {Origins(nodes)}";
    }

    private string Relationships(TraversalHop hop, int number, SqlCompiler compiler, bool among)
    {
        var binding = new Bindings(hop);
        var condition = Condition(hop.Relationships.Where, binding, compiler);
        condition = SqlCompiler.And(condition, among ? LeadsTo(hop, binding, Among(hop)) : MayBePassed(hop, binding, compiler));
        return $"SELECT {Number(number)}, {Feed}.\"key\", {binding.Node}.{Names.Id}, {StoredId(hop, binding)} FROM {Joined(hop, binding)}{Where(condition)}";
    }

    private string WithConditions(TraversalHop hop, int number, SqlCompiler compiler)
    {
        var binding = new Bindings(hop);
        var condition = SqlCompiler.And(Condition(hop.Relationships.Where, binding, compiler), MayBePassed(hop, binding, compiler));
        var (source, target) = hop.IsOut ? (Origin, binding.Node) : (binding.Node, Origin);
        var id = hop.Type.Id is null
            ? $"{SqlCompiler.Literal(hop.Type.IdPrefix + ":")} || {source}.{Names.Id} || '>' || {target}.{Names.Id}"
            : $"{binding.Relationship}.{Names.Id}";
        return $"SELECT {Number(number)}, {Feed}.\"key\", {binding.Node}.{Names.Id}, {StoredId(hop, binding)}, {id}, " +
            $"{(condition.Length == 0 ? "1" : $"({condition}) IS TRUE")} FROM {Joined(hop, binding)}";
    }

    private string Others(TraversalHop hop, int number, SqlCompiler compiler)
    {
        var binding = new Bindings(hop);
        var condition = SqlCompiler.And(Condition(hop.Relationships.Where, binding, compiler), MayBePassed(hop, binding, compiler));
        return $"SELECT {Number(number)}, {binding.Node}.{Names.Id} FROM {Joined(hop, binding)}{Where(condition)}";
    }

    private string HopCount(TraversalHop hop, int number)
    {
        var relationships = $"{Origins(hop.Origin)} CROSS JOIN {Names.Table(hop.Type)} r ON r.{NearEnd(hop)} = {Origin}.{Names.Key}";
        return $"SELECT {Number(number)}, (SELECT count(*) FROM (SELECT 1 FROM {relationships} LIMIT {Number(many)}))";
    }

    private string OthersById(TraversalHop hop, int number, SqlCompiler compiler)
    {
        var binding = new Bindings(hop);
        var condition = SqlCompiler.And(Condition(hop.Relationships.Where, binding, compiler), MayBePassed(hop, binding, compiler));
        var (nodes, relationships) = (Names.Table(hop.Other.Node.Node), Names.Table(hop.Type));
        var first = $"(SELECT {Names.Key}, {Names.Id} FROM {nodes} ORDER BY {Names.Id} LIMIT {Number(NodesPerNeighbor)} * {SqlCompiler.Placeholder(traversal.Most)})";
        var origins = $"(SELECT {Origin}.{Names.Key} FROM {Origins(hop.Origin)})";
        // A condition on the node needs its columns.
        var node = condition.Length == 0 ? "" : $" CROSS JOIN {nodes} {binding.Node} ON {binding.Node}.{Names.Key} = x.{Names.Key}";
        return $"SELECT {Number(number)}, x.{Names.Id} FROM {first} x{node} WHERE EXISTS (SELECT 1 FROM {relationships} {binding.Relationship} " +
            $"WHERE {binding.Relationship}.{FarEnd(hop)} = x.{Names.Key} AND {binding.Relationship}.{NearEnd(hop)} IN {origins}" +
            $"{(condition.Length == 0 ? "" : $" AND ({condition})")})";
    }

    private static string Condition(Predicate where, Bindings binding, SqlCompiler compiler) => compiler.Predicates.Condition(where, binding.Scope);

    /// <summary>Whether a node may be passed or reached: conditions do not apply to the given nodes.</summary>
    private string MayBePassed(TraversalHop hop, Bindings binding, SqlCompiler compiler)
    {
        var isEnd = LeadsTo(hop, binding, SqlCompiler.Placeholder(traversal.Ends));
        if (hop.EndsOnly)
            return isEnd;
        var condition = Condition(hop.Other.Where, binding, compiler);
        return condition.Length == 0 ? "" : $"(({condition}) OR {isEnd})";
    }

    /// <summary>The ids among the given ones that are of the type to which a hop leads: the parameter holds a list for each type.</summary>
    private string Among(TraversalHop hop) =>
        $"{SqlCompiler.Placeholder(traversal.Among)}, '$[{Number(traversal.IndexOf(hop.Other))}]'";

    /// <summary>
    /// Whether a relationship leads to one of the nodes with these ids, of which the keys are looked up once. The plus keeps SQLite from
    /// seeking each of them from each node.
    /// </summary>
    private static string LeadsTo(TraversalHop hop, Bindings binding, string ids) =>
        $"+{binding.Relationship}.{FarEnd(hop)} IN (SELECT {Names.Key} FROM {Names.Table(hop.Other.Node.Node)} WHERE {Names.Id} IN " +
        $"(SELECT {OperandCompiler.ItemValue} FROM json_each({ids})))";

    /// <summary>CROSS JOIN fixes the order: from the nodes, by their relationships, to the other nodes.</summary>
    private static string Joined(TraversalHop hop, Bindings binding) =>
        $"{Origins(hop.Origin)} CROSS JOIN {Names.Table(hop.Type)} {binding.Relationship} ON {binding.Relationship}.{NearEnd(hop)} = {Origin}.{Names.Key} " +
        $"CROSS JOIN {Names.Table(hop.Other.Node.Node)} {binding.Node} ON {binding.Node}.{Names.Key} = {binding.Relationship}.{FarEnd(hop)}";

    private static string Origins(TraversedNodes nodes) =>
        $"json_each({SqlCompiler.Placeholder(nodes.At)}) {Feed} CROSS JOIN {Names.Table(nodes.Node.Node)} {Origin} ON {Origin}.{Names.Id} = {Feed}.{OperandCompiler.ItemValue}";

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
