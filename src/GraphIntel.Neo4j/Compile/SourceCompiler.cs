using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>Compiles sources to clauses that bind their aliases to variables.</summary>
internal sealed class SourceCompiler(CypherCompiler compiler) : ISourceVisitor<VariableBinding, Rows>
{
    /// <summary>A source's rows, unordered.</summary>
    public Rows Compile(Source source) => source.Accept(this, Bind(source.Node));

    Rows ISourceVisitor<VariableBinding, Rows>.Visit(ScanSource scan, VariableBinding node) =>
        Match(scan, [.. compiler.Predicates.Conditions(scan.Where), .. RequirePresent(scan)], scan.Where.RestrictsToIds(scan.Node));

    Rows ISourceVisitor<VariableBinding, Rows>.Visit(LookupSource lookup, VariableBinding node) =>
        Match(lookup, [$"{node.Property(Names.Id)} = {compiler.Value(lookup.Id)}"]);

    Rows ISourceVisitor<VariableBinding, Rows>.Visit(EndSource end, VariableBinding node) => new(
        $"WITH {(end.IsSource ? "startNode" : "endNode")}({compiler.BindingOf(end.Origin.Number).Variable}) AS {node.Variable}",
        [.. compiler.Predicates.Conditions(end.Where)]);

    Rows ISourceVisitor<VariableBinding, Rows>.Visit(GroupNodeSource group, VariableBinding node) =>
        new($"WITH {compiler.VariableOf(group.Key)} AS {node.Variable}", [$"{node.Variable} IS NOT NULL"]);

    Rows ISourceVisitor<VariableBinding, Rows>.Visit(RefersBySource by, VariableBinding node) => Match(
        by,
        [
            $"{node.Property(Names.Property(by.Property))} = {compiler.Value(by.Id)}",
            $"{node.Property(Names.Id)} IS NOT NULL",
            .. compiler.Predicates.Conditions(by.Where),
        ]);

    Rows ISourceVisitor<VariableBinding, Rows>.Visit(RefersToSource to, VariableBinding node) => Match(
        to,
        [
            $"{node.Property(Names.Id)} IN {compiler.BindingOf(to.Origin.Number).Property(Names.Property(to.Ids))}",
            .. compiler.Predicates.Conditions(to.Where),
        ],
        seeksIds: true);

    Rows ISourceVisitor<VariableBinding, Rows>.Visit(HopSource hop, VariableBinding node)
    {
        Bind(hop.Followed);
        return new Rows($"MATCH {Pattern(hop)}", [.. compiler.Predicates.Conditions(hop.Where)]);
    }

    Rows ISourceVisitor<VariableBinding, Rows>.Visit(WalkSource walk, VariableBinding node) => new WalkCompiler(compiler, walk).Compile();

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
        var node = source.Node;
        var hint = seeksIds ? $" USING INDEX SEEK {compiler.VariableOf(node)}:{Names.Label(node.Node)}({Names.Id})" : "";
        return new Rows($"MATCH {NodePattern(node)}", conditions, hint);
    }

    /// <summary>
    /// An index contains only nodes that have all of its properties, id last: Neo4j uses it only if the statement requires
    /// that.
    /// </summary>
    private IEnumerable<string> RequirePresent(Source source) => source.Where.IsTrue
        ? []
        : [$"{compiler.BindingOf(source.Node.Number).Property(Names.Id)} IS NOT NULL"];

    private string Pattern(HopSource hop)
    {
        var origin = compiler.BindingOf(hop.Origin.Number).Variable;
        var relationship = $"-[{compiler.VariableOf(hop.Followed)}:{Names.Type(hop.Followed.Relationship)}]-";
        return $"({origin}){Arrow(hop.Direction, relationship)}{NodePattern(hop.Node)}";
    }

    /// <summary>A relationship pattern with its direction.</summary>
    public static string Arrow(Direction direction, string relationship) => direction switch
    {
        Direction.Out => relationship + ">",
        Direction.In => "<" + relationship,
        Direction.Both => relationship,
    };

    private string NodePattern(NodeAlias node) => $"({compiler.VariableOf(node)}:{Names.Label(node.Node)})";
}
