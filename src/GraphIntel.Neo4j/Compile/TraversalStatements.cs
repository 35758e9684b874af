using System.Collections.Concurrent;
using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>The kinds of reads of a traversal. Each returns one record with a list of rows, which are lists.</summary>
internal enum TraversalRead
{
    /// <summary>Numbers of relationships of all nodes together: one for each hop, a single row.</summary>
    CountByHop,

    /// <summary>Numbers of relationships: position in the list of nodes, number.</summary>
    CountEach,

    /// <summary>Which nodes exist: position in the list of nodes.</summary>
    Find,

    /// <summary>
    /// Relationships, at most so many of each part: whether outward, type, position in the list of nodes, id of the other node, id, whether
    /// they meet the conditions.
    /// </summary>
    All,

    /// <summary>As <see cref="All"/>, only those that lead to given nodes and meet the conditions on relationships.</summary>
    Among,

    /// <summary>As <see cref="All"/>, the first by id.</summary>
    First,

    /// <summary>Ids of the other nodes, the first of each part: number of the part, id.</summary>
    Neighbors,
}

/// <summary>
/// The statements of a traversal, compiled for the hops of a request when they are first used. Each is about nodes of one type, so
/// that their number is small, and all values are parameters. Safe for concurrent use.
/// </summary>
/// <param name="traversal">The rewritten traversal.</param>
internal sealed class TraversalStatements(Traversal traversal)
{
    // Further sets of hops are compiled for each request.
    private const int MaxCached = 256;

    private const string Origin = "o";
    private const string Position = "k";
    private const string Relationship = "r";
    private const string Other = "n";

    private readonly ConcurrentDictionary<(TraversalRead Kind, Parameter Nodes, string Hops), CypherStatement> _statements = new();

    /// <summary>The traversal.</summary>
    public Traversal Traversal => traversal;

    /// <summary>The statement for a read of these hops from nodes of a type; null if they have none from there.</summary>
    public CypherStatement? StatementFor(TraversalRead kind, TraversedNodes nodes, TraversalHops hops)
    {
        var key = (kind, nodes.At, hops.Key);
        if (_statements.TryGetValue(key, out var known))
            return known;
        TraversalHop[] from = [.. hops.Items.Where(hop => hop.Origin.At == nodes.At).Select(traversal.Rewritten)];
        if (from.Length == 0 && kind != TraversalRead.Find)
            return null;
        var compiled = Compile(kind, nodes, from);
        if (_statements.Count < MaxCached)
            _statements.TryAdd(key, compiled);
        return compiled;
    }

    /// <summary>The statements for all reads of these hops, from nodes of every type.</summary>
    public IEnumerable<CypherStatement> StatementsFor(TraversalHops hops, params IEnumerable<TraversalRead> kinds) =>
        from kind in kinds
        from nodes in traversal.Nodes
        let statement = StatementFor(kind, nodes, hops)
        where statement is not null
        select statement;

    private CypherStatement Compile(TraversalRead kind, TraversedNodes nodes, TraversalHop[] hops)
    {
        var compiler = new CypherCompiler();
        var at = compiler.Value(nodes.At);
        var origins = $"UNWIND range(0, size({at}) - 1) AS {Position} MATCH ({Origin}:{Names.Label(nodes.Node.Node)}) " +
            $"USING INDEX SEEK {Origin}:{Names.Label(nodes.Node.Node)}({Names.Id}) WHERE {Origin}.{Names.Id} = {at}[{Position}]";
        var rows = kind switch
        {
            TraversalRead.CountByHop => $"{origins} RETURN [{string.Join(", ", hops.Select(hop => $"sum({Count(Origin, hop)})"))}]",
            TraversalRead.CountEach => $"{origins} RETURN [{Position}, {string.Join(" + ", hops.Select(hop => Count(Origin, hop)))}]",
            TraversalRead.Find => $"{origins} RETURN [{Position}]",
            TraversalRead.All => Union(Groups(hops, compiler, among: false), group =>
                $"{origins} MATCH {group.Pattern} RETURN {Row(group.IsOut, group.Holds)} AS v LIMIT {compiler.Value(traversal.Most)}"),
            TraversalRead.Among => Union(Groups(hops, compiler, among: true), group =>
                $"{origins} MATCH {group.Pattern}{group.Where} RETURN {Row(group.IsOut, PredicateCompiler.Always)} AS v"),
            TraversalRead.First => $"{origins} CALL ({Origin}) {{ {Union(Groups(hops, compiler, among: false), OfFirst)} }} " +
                $"WITH {Position}, d, {Relationship}, {Other}, holds ORDER BY {Relationship}.{Names.Id} LIMIT {compiler.Value(traversal.Most)} RETURN {Row("d", "holds")}",
            TraversalRead.Neighbors => Union(Groups(hops, compiler, among: false), (group, number) =>
                $"{origins} MATCH {group.Pattern}{group.Where} WITH DISTINCT {Other}.{Names.Id} AS id ORDER BY id LIMIT {compiler.Value(traversal.Most)} " +
                $"RETURN [{CypherCompiler.Number(number)}, id] AS v"),
        };
        return compiler.Statement($"RETURN COLLECT {{ {rows} }} AS r");
    }

    private static string OfFirst(Group group, int number) =>
        $"MATCH {group.Pattern} RETURN {group.IsOut} AS d, {Relationship}, {Other}, {group.Holds} AS holds";

    private static string Union(IEnumerable<Group> groups, Func<Group, string> branch) => Union(groups, (group, _) => branch(group));

    private static string Union(IEnumerable<Group> groups, Func<Group, int, string> branch) => string.Join(" UNION ALL ", groups.Select(branch));

    /// <summary>A number of relationships of one type and direction is stored with the node.</summary>
    private static string Count(string node, TraversalHop hop) => $"COUNT {{ ({node}){Arrow(hop.IsOut, $"-[:{Names.Type(hop.Type)}]-")}() }}";

    /// <summary>Hops of one direction with the same conditions share a pattern.</summary>
    private IEnumerable<Group> Groups(TraversalHop[] hops, CypherCompiler compiler, bool among) => hops
        .Select(hop => (Hop: hop, Condition: Condition(hop, compiler, among)))
        .GroupBy(one => (one.Hop.IsOut, one.Condition))
        .Select(group => new Group(
            group.Key.IsOut,
            $"({Origin}){Arrow(group.Key.IsOut, $"-[{Relationship}:{string.Join('|', group.Select(one => Names.Type(one.Hop.Type)))}]-")}({Other})",
            group.Key.Condition));

    private string Condition(TraversalHop hop, CypherCompiler compiler, bool among)
    {
        compiler.Bind(hop.Relationships.Followed.Number, new VariableBinding(Relationship));
        compiler.Bind(hop.Other.Node.Number, new VariableBinding(Other));
        var conditions = compiler.Predicates.Conditions(hop.Relationships.Where);
        return string.Join(" AND ", among ? [.. conditions, IsOneOf(traversal.Among)] : conditions.Concat(MayBePassed()));

        // Conditions do not apply to the given nodes.
        IEnumerable<string> MayBePassed()
        {
            if (hop.EndsOnly)
                return [IsOneOf(traversal.Ends)];
            var passed = string.Join(" AND ", compiler.Predicates.Conditions(hop.Other.Where));
            return passed.Length == 0 ? [] : [$"(({passed}) OR {IsOneOf(traversal.Ends)})"];
        }

        string IsOneOf(Parameter ids) => $"{Other}.{Names.Id} IN {compiler.Value(ids)}";
    }

    private static string Row(string isOut, string holds) =>
        $"[{isOut}, type({Relationship}), {Position}, {Other}.{Names.Id}, {Relationship}.{Names.Id}, {holds}]";

    private static string Arrow(bool isOut, string relationship) => isOut ? relationship + ">" : "<" + relationship;

    /// <summary>Relationships of several types that are read together.</summary>
    /// <param name="IsOutward">Whether they lead from the node as their source.</param>
    /// <param name="Pattern">Their pattern.</param>
    /// <param name="Condition">The condition on them and on the other node; empty if there is none.</param>
    private sealed record Group(bool IsOutward, string Pattern, string Condition)
    {
        public string IsOut => IsOutward ? PredicateCompiler.Always : PredicateCompiler.Never;

        public string Holds => Condition.Length == 0 ? PredicateCompiler.Always : $"coalesce({Condition}, {PredicateCompiler.Never})";

        public string Where => Condition.Length == 0 ? "" : " WHERE " + Condition;
    }
}
