using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Starts;
using GraphIntel.Core.Search;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>Compiles sources to clauses that bind their aliases to variables.</summary>
internal sealed class SourceCompiler(CypherCompiler compiler) : ISourceVisitor<SourceCompiler.Bound, Rows>
{
    /// <summary>A source's rows, unordered.</summary>
    /// <param name="source">The source.</param>
    /// <param name="keys">Sort keys that are read from the rows.</param>
    public Rows Compile(Source source, params IReadOnlyList<SortKey> keys) => source.Accept(this, new Bound(Bind(source.Item), keys));

    Rows ISourceVisitor<Bound, Rows>.Visit(ScanSource scan, Bound bound)
    {
        if (scan.Item is RelationshipAlias relationship)
            return Match(scan, relationship, bound.Keys);
        var conditions = compiler.Predicates.Conditions(scan.Where);
        return scan.Start is null
            ? Match(scan, [.. conditions, .. RequirePresent(scan)], scan.Where.RestrictsToIds(scan.Item))
            : new Rows(StartOf(scan.Start, bound.Item), [.. conditions]);
    }

    /// <summary>The clauses that start with the few items that a search finds.</summary>
    private string StartOf(Predicate start, VariableBinding item)
    {
        if (start is SearchPredicate search)
        {
            var index = Names.SearchIndexName(new SearchIndex(search.Of.Node, search.Text));
            return $"CALL db.index.fulltext.queryNodes('{index}', {compiler.Value(search.Expression)}) YIELD node AS {item.Variable}";
        }
        return $"{Back(((ExistsPredicate)start).Source)} WITH DISTINCT {item.Variable}";
    }

    /// <summary>The clauses that lead from the nodes of a source back to its origin: a row for each way.</summary>
    public string FromEnd(NodeSource source)
    {
        Bind(source switch
        {
            HopSource hop => hop.Origin,
            WalkSource walk => walk.Origin,
            var other => throw new ArgumentException($"{other.Title} cannot be followed back", nameof(source)),
        });
        return Back(source);
    }

    /// <summary>The first nodes of a type in the order of a page.</summary>
    /// <param name="start">The nodes and the page.</param>
    /// <param name="bounds">The conditions that bound the first key of the order.</param>
    /// <param name="among">How many nodes.</param>
    public string First(OrderStart start, Predicate bounds, int among)
    {
        var (node, page) = ((NodeAlias)start.Scan.Item, start.Page);
        Bind(node);
        var keys = Array.ConvertAll(page.Keys, key => compiler.SetKey(key, compiler.Value(key.Value)));
        // An index contains only nodes that have all of its properties.
        var rows = Match(start.Scan, [.. compiler.Predicates.Conditions(bounds), $"{keys[0]} IS NOT NULL", .. RequirePresent(start.Scan)]);
        var order = ConnectionCompiler.Order(page.Keys[0], keys[0], page.IsBackward);
        return $"{rows} WITH {compiler.VariableOf(node)} ORDER BY {string.Join(", ", order)} LIMIT {CypherCompiler.Number(among)}";
    }

    private string Back(Source source) => source switch
    {
        HopSource hop => Back(hop),
        WalkSource walk => Back(walk),
        var other => throw new ArgumentException($"{other.Title} cannot be followed back", nameof(source)),
    };

    private string Back(HopSource hop)
    {
        Bind(hop.Followed);
        var before = BeforeNode(hop);
        return before + new Rows(
            $"MATCH {Pattern(hop, NodePattern(hop.Origin))}", [.. compiler.Predicates.Conditions(hop.Where)], before.Length == 0 ? SeekById(hop.Node) : "");
    }

    /// <summary>The walk from its end: a walk leads from one node to another if the walk back leads from that one to the first.</summary>
    private string Back(WalkSource walk)
    {
        var before = BeforeNode(walk);
        var end = compiler.VariableOf(walk.Node);
        var few = new Rows($"MATCH {NodePattern(walk.Node)}", [.. compiler.Predicates.Conditions(walk.Where)], before.Length == 0 ? SeekById(walk.Node) : "");
        var back = walk with
        {
            Origin = walk.Node,
            Node = walk.Origin,
            Steps = [.. walk.Steps.Reverse().Select(step => step.Reversed)],
            Where = Predicate.True,
            NodeStart = null,
            NeedsDepth = false,
        };
        return $"{before}{few} {new WalkCompiler(compiler, back, end).Compile()}";
    }

    /// <summary>Binds the node of a source; the clauses that find few such nodes, if the source has a condition for that, else none.</summary>
    private string BeforeNode(NodeSource source)
    {
        var node = Bind(source.Node).Variable;
        return source.NodeStart is ExistsPredicate few ? $"{Back(few.Source)} WITH DISTINCT {node} " : "";
    }

    Rows ISourceVisitor<Bound, Rows>.Visit(LookupSource lookup, Bound bound) =>
        Match(lookup, [$"{bound.Item.Property(Names.Id)} = {compiler.Value(lookup.Id)}"]);

    Rows ISourceVisitor<Bound, Rows>.Visit(EndSource end, Bound bound) => new(
        $"WITH {EndOf(end.IsSource, compiler.BindingOf(end.Origin.Number).Variable)} AS {bound.Item.Variable}",
        [.. compiler.Predicates.Conditions(end.Where)]);

    Rows ISourceVisitor<Bound, Rows>.Visit(KeptSource kept, Bound bound) => compiler.KeptOf(kept.Node).Accept(this, bound);

    Rows ISourceVisitor<Bound, Rows>.Visit(GroupNodeSource group, Bound bound) =>
        new($"WITH {compiler.VariableOf(group.Key)} AS {bound.Item.Variable}", [$"{bound.Item.Variable} IS NOT NULL"]);

    Rows ISourceVisitor<Bound, Rows>.Visit(RefersBySource by, Bound bound) => Match(
        by,
        [
            $"{bound.Item.Property(Names.Property(by.Property))} = {compiler.Value(by.Id)}",
            $"{bound.Item.Property(Names.Id)} IS NOT NULL",
            .. compiler.Predicates.Conditions(by.Where),
        ]);

    Rows ISourceVisitor<Bound, Rows>.Visit(RefersToSource to, Bound bound) => Match(
        to,
        [
            $"{bound.Item.Property(Names.Id)} IN {compiler.BindingOf(to.Origin.Number).Property(Names.Property(to.Ids))}",
            .. compiler.Predicates.Conditions(to.Where),
        ],
        seeksIds: true);

    Rows ISourceVisitor<Bound, Rows>.Visit(HopSource hop, Bound bound)
    {
        Bind(hop.Followed);
        return new Rows($"MATCH {Pattern(hop)}", [.. compiler.Predicates.Conditions(hop.Where)]);
    }

    Rows ISourceVisitor<Bound, Rows>.Visit(WalkSource walk, Bound bound) => new WalkCompiler(compiler, walk).Compile();

    /// <summary>The relationships of a node, read from the index that has them in order.</summary>
    public Rows Compile(HopSource hop, RelationshipIndex index)
    {
        var relationship = Bind(hop.Followed).Variable;
        compiler.Bind(hop.Node.Number, index.OtherEnd(relationship, compiler.VariableOf(hop.Node)));
        return new Rows(
            $"MATCH {Pattern(hop)}",
            [
                .. index.Conditions(relationship, compiler.BindingOf(hop.Origin.Number).Property(Names.Id)),
                .. compiler.Predicates.Conditions(hop.Where),
            ],
            $" USING INDEX {index.Hint(relationship)}");
    }

    private VariableBinding Bind(Alias alias)
    {
        var binding = new VariableBinding(compiler.VariableOf(alias));
        compiler.Bind(alias.Number, binding);
        return binding;
    }

    /// <summary>
    /// For a list of ids, the plan does not know its length: without a hint, Neo4j would scan a small index for each list.
    /// </summary>
    private Rows Match(Source source, IReadOnlyList<string> conditions, bool seeksIds = false)
    {
        var node = (NodeAlias)source.Item;
        return new Rows($"MATCH {NodePattern(node)}", conditions, seeksIds ? SeekById(node) : "");
    }

    /// <summary>
    /// All relationships of a type. Conditions on the ends are conditions of the same pattern, so that Neo4j starts at the end
    /// with the fewest relationships.
    /// </summary>
    private Rows Match(ScanSource scan, RelationshipAlias relationship, IReadOnlyList<SortKey> keys)
    {
        var pattern = compiler.NewPattern(relationship);
        List<string> conditions = [.. compiler.Predicates.Conditions(scan.Where), .. pattern.RequirePresent(), .. RequirePresent(scan)];
        foreach (var key in keys)
        {
            if (key.Value is ThroughOperand { Source: EndSource end })
                pattern.Bind(end);
        }
        Alias? given = scan.Where.RestrictsToIds(relationship)
            ? relationship
            : scan.Where.Conjuncts.Select(condition => (condition as ExistsPredicate)?.Source).OfType<EndSource>()
                .FirstOrDefault(end => end.Where.RestrictsToIds(end.Node))?.Node;
        return new Rows($"MATCH {pattern}", conditions, given is null ? "" : SeekById(given));
    }

    private string SeekById(Alias alias)
    {
        var type = alias.Match(node => Names.Label(node.Node), relationship => Names.Type(relationship.Relationship));
        return $" USING INDEX SEEK {compiler.BindingOf(alias.Number).Variable}:{type}({Names.Id})";
    }

    /// <summary>
    /// An index contains only nodes that have all of its properties, id last: Neo4j uses it only if the statement requires
    /// that.
    /// </summary>
    private IEnumerable<string> RequirePresent(Source source) => source.Where.IsTrue
        ? []
        : [$"{compiler.BindingOf(source.Item.Number).Property(Names.Id)} IS NOT NULL"];

    private string Pattern(HopSource hop) => Pattern(hop, $"({compiler.BindingOf(hop.Origin.Number).Variable})");

    private string Pattern(HopSource hop, string origin)
    {
        var relationship = $"-[{compiler.VariableOf(hop.Followed)}:{Names.Type(hop.Followed.Relationship)}]-";
        return $"{origin}{Arrow(hop.Direction, relationship)}{NodePattern(hop.Node)}";
    }

    /// <summary>The ends of walks from the nodes of many rows, with the variables of these rows, of which the first is the origin.</summary>
    public Rows Compile(WalkSource walk, IReadOnlyList<string> carried)
    {
        Bind(walk.Node);
        return new WalkCompiler(compiler, walk, carried).Compile();
    }

    /// <summary>An end of a relationship.</summary>
    public static string EndOf(bool isSource, string relationship) => $"{(isSource ? "startNode" : "endNode")}({relationship})";

    /// <summary>A relationship pattern with its direction.</summary>
    public static string Arrow(Direction direction, string relationship) => direction switch
    {
        Direction.Out => relationship + ">",
        Direction.In => "<" + relationship,
        Direction.Both => relationship,
    };

    private string NodePattern(NodeAlias node) => $"({compiler.VariableOf(node)}:{Names.Label(node.Node)})";

    /// <summary>What a source's rows are bound to.</summary>
    /// <param name="Item">The binding of the source's item.</param>
    /// <param name="Keys">Sort keys that are read from the rows.</param>
    internal readonly record struct Bound(VariableBinding Item, IReadOnlyList<SortKey> Keys);
}
