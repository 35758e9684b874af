using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Printing;
using GraphIntel.Core.Planning.Rewrite;
using GraphIntel.Tests.Schema;
using Xunit;

namespace GraphIntel.Tests.Planning;

/// <summary>The rewrite of plans before compilation.</summary>
public sealed class RewriteTests
{
    private static readonly NodeType Type = Schemas.Domain.Model.Nodes[0];
    private static readonly Predicate Some = new IsNullPredicate(new IdOperand(new NodeAlias(1, Type)));
    private static readonly IReadOnlySet<Property> None = new HashSet<Property>();

    private static async Task<ItemsRead> ItemsOfAsync(string query, bool[] nulls, IReadOnlySet<Property>? irregular = null)
    {
        var planned = await Planned.ReadAsync(query);
        var plan = PlanRewriter.Rewrite(planned.Plan(), nulls, irregular ?? None);
        return ((ConnectionSlot)plan.Slots[0]).Reads.OfType<ItemsRead>().Single();
    }

    [Fact]
    public void Constants_and_double_negation_are_folded()
    {
        Assert.Equal(Some, PredicateRewriter.Rewrite(new NotPredicate(new NotPredicate(Some))));
        Assert.Equal(Some, PredicateRewriter.Rewrite(new AndPredicate([Predicate.True, new OrPredicate([Predicate.False, Some])])));
        Assert.True(PredicateRewriter.Rewrite(new NotPredicate(new OrPredicate([Some, Predicate.True]))).IsFalse);
        Assert.True(PredicateRewriter.Rewrite(new AndPredicate([Some, Predicate.False])).IsFalse);
        Assert.True(PredicateRewriter.Rewrite(new NotPredicate(new ExistsPredicate(new ScanSource(new NodeAlias(2, Type), Predicate.False)))).IsTrue);
    }

    [Fact]
    public async Task A_cursor_becomes_a_condition_with_a_bound_for_an_index_seek()
    {
        var items = await ItemsOfAsync("""{ events(order: [{start: ASC}], after: "x") { nodes { id } } }""", []);
        Assert.Equal(
            "(n1.start GreaterOrEqual $2 and (n1.start Greater $2 or (n1.start Equal $2 and id(n1) Greater $3)))", PlanText.Of(items.Seek));
    }

    [Fact]
    public async Task Nulls_of_a_cursor_and_of_a_key_are_part_of_the_condition()
    {
        const string Query = """{ places(order: [{kind: DESC}], after: "x") { nodes { id } } }""";
        var kind = Schemas.Domain.Model.Nodes.Single(node => node.Name == "Place").FindProperty("kind")!;
        var usual = await ItemsOfAsync(Query, []);
        Assert.Equal(
            "(n1.kind LessOrEqual $2 and (n1.kind Less $2 or (n1.kind Equal $2 and id(n1) Less $3)))", PlanText.Of(usual.Seek));
        var irregular = await ItemsOfAsync(Query, [], new HashSet<Property> { kind });
        Assert.Equal("(n1.kind Less $2 or n1.kind is null or (n1.kind Equal $2 and id(n1) Less $3))", PlanText.Of(irregular.Seek));
        Assert.True(irregular.Page.Keys[0] is { IsNullable: true, IsIrregular: true });
        var pastNull = await ItemsOfAsync(Query, [true, false], new HashSet<Property> { kind });
        Assert.Equal("(n1.kind is null and id(n1) Less $3)", PlanText.Of(pastNull.Seek));
    }

    [Fact]
    public async Task A_condition_that_any_end_meets_is_folded()
    {
        var items = await ItemsOfAsync("{ controls(where: {source: {}, not: {target: {or: []}}}, standing: [DENIED]) { nodes { id } } }", []);
        Assert.Equal("all Control r1 where r1.standing in [DENIED]", PlanText.Of(items.Source));
    }

    [Fact]
    public async Task The_depth_of_a_walk_is_needed_if_it_is_returned_or_sorted_by()
    {
        const string Query = """{ places { nodes { ancestors(order: [{name: ASC}]) { edges { SHOWN node { id } } totalCount } } } }""";
        var shown = await WalkOfAsync(Query.Replace("SHOWN", "depth", StringComparison.Ordinal));
        Assert.True(shown.NeedsDepth);
        Assert.False((await WalkOfAsync(Query.Replace("SHOWN", "", StringComparison.Ordinal))).NeedsDepth);
        Assert.True((await WalkOfAsync("{ places { nodes { ancestors { nodes { id } } } } }")).NeedsDepth);
    }

    private static async Task<WalkSource> WalkOfAsync(string query)
    {
        var items = await ItemsOfAsync(query, []);
        return ((ConnectionSlot)items.Slots[0]).Reads.OfType<ItemsRead>().Select(read => (WalkSource)read.Source).Single();
    }

    [Fact]
    public async Task The_fields_of_a_connection_count_once()
    {
        var fields = string.Join(' ', Enumerable.Range(0, PlanBuilder.MaxFields - 100).Select(number => $"f{number}: cursor"));
        var planned = await Planned.ReadAsync($"{{ places {{ edges {{ {fields} }} }} }}");
        Assert.Single(planned.Plan().Slots);
    }
}
