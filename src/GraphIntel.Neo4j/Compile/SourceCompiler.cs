using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>Sources -> clauses after which their aliases are variables.</summary>
internal sealed class SourceCompiler(CypherCompiler compiler)
{
    /// <summary>The variable of an alias.</summary>
    public static string VariableOf(Alias alias) => (alias is NodeAlias ? "n" : "r") + CypherCompiler.Number(alias.Number);

    /// <summary>A source's rows, in no order.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="needsDepth">Whether somebody asks how far a walk went.</param>
    public Rows Open(Source source, bool needsDepth = false)
    {
        var node = Put(source.Node);
        return source switch
        {
            ScanSource => Match(source, [.. compiler.Predicates.Conjuncts(source.Where), .. Present(source)], source.Where.NamesAll(source.Node)),
            LookupSource lookup => Match(source, [$"{node.Property(Names.Id)} = {compiler.Value(lookup.Id)}"]),
            EndSource end => new Rows(
                $"WITH {(end.IsSource ? "startNode" : "endNode")}({compiler.Find(end.Origin.Number).Variable}) AS {node.Variable}", []),
            RefersBySource by => Match(
                source,
                [
                    $"{node.Property(Names.Property(by.Property))} = {compiler.Find(by.Origin.Number).Property(Names.Id)}",
                    $"{node.Property(Names.Id)} IS NOT NULL",
                    .. compiler.Predicates.Conjuncts(source.Where),
                ]),
            RefersToSource to => Match(
                source,
                [
                    $"{node.Property(Names.Id)} IN {compiler.Find(to.Origin.Number).Property(Names.Property(to.Ids))}",
                    .. compiler.Predicates.Conjuncts(source.Where),
                ],
                seeksIds: true),
            HopSource hop => Hop(hop),
            WalkSource walk => new WalkCompiler(compiler, walk, needsDepth).Ends(),
            _ => throw new InvalidOperationException($"No clauses for {source.GetType().Name}."),
        };
    }

    /// <summary>The relationships of a node, by the index that has them in an order.</summary>
    public Rows Open(HopSource hop, RelationshipIndex index)
    {
        var relationship = Put(hop.Followed).Variable;
        compiler.Put(hop.Node.Number, index.OtherEnd(relationship, VariableOf(hop.Node)));
        return new Rows(
            $"MATCH {Pattern(hop)}",
            [
                .. index.Conditions(relationship, compiler.Find(hop.Origin.Number).Property(Names.Id)),
                .. compiler.Predicates.Conjuncts(hop.Where),
            ],
            $" USING INDEX {index.Hint(relationship)}");
    }

    private VariablePlace Put(Alias alias)
    {
        var place = new VariablePlace(VariableOf(alias));
        compiler.Put(alias.Number, place);
        return place;
    }

    /// <summary>A list's length is not known to a plan: without a hint a small index would be read whole for each list.</summary>
    private static Rows Match(Source source, IReadOnlyList<string> conditions, bool seeksIds = false)
    {
        var node = source.Node;
        var hint = seeksIds ? $" USING INDEX SEEK {VariableOf(node)}:{Names.Label(node.Node)}({Names.Id})" : "";
        return new Rows($"MATCH {NodePattern(node)}", conditions, hint);
    }

    /// <summary>An index has the nodes that have all of its properties, id the last: Neo4j takes it where the statement asks for that.</summary>
    private IEnumerable<string> Present(Source source) => source.Where is AndPredicate { Parts.Count: 0 }
        ? []
        : [$"{compiler.Find(source.Node.Number).Property(Names.Id)} IS NOT NULL"];

    private Rows Hop(HopSource hop)
    {
        Put(hop.Followed);
        return new Rows($"MATCH {Pattern(hop)}", [.. compiler.Predicates.Conjuncts(hop.Where)]);
    }

    private string Pattern(HopSource hop)
    {
        var origin = compiler.Find(hop.Origin.Number).Variable;
        var relationship = $"-[{VariableOf(hop.Followed)}:{Names.Type(hop.Followed.Relationship)}]-";
        return $"({origin}){Arrow(hop.Direction, relationship)}{NodePattern(hop.Node)}";
    }

    /// <summary>A relationship of a pattern with the tip of its arrow.</summary>
    public static string Arrow(Direction direction, string relationship) => direction switch
    {
        Direction.Out => relationship + ">",
        Direction.In => "<" + relationship,
        _ => relationship,
    };

    private static string NodePattern(NodeAlias node) => $"({VariableOf(node)}:{Names.Label(node.Node)})";
}
