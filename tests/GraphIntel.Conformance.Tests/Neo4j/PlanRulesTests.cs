using Xunit;

namespace GraphIntel.Conformance.Tests.Neo4j;

/// <summary>The rules for plans, on plans written by hand as Neo4j writes them.</summary>
public sealed class PlanRulesTests
{
    private static readonly PlanRules Rules = new(new HashSet<(string, string)>
    {
        ("Actor", "id"), ("Actor", "name"), ("Actor", "at"), ("Event", "id"), ("BACKS", "id"), ("BACKS", "$source"),
    });

    [Fact]
    public void All_nodes_may_not_be_read() => Breaks("whole database", new PlanOperator("AllNodesScan", "n"));

    [Fact]
    public void All_relationships_may_not_be_read() => Breaks("whole database", new PlanOperator("UndirectedAllRelationshipsScan", "(a)-[r]-(b)"));

    [Fact]
    public void Rows_may_not_all_be_held_back() => Breaks("holds all rows back", new PlanOperator("Eager", "read/create conflict", Seek("a")));

    [Fact]
    public void Aggregation_is_not_what_Eager_means() => Keeps(new PlanOperator("EagerAggregation", "count(*) AS r", Seek("a")));

    [Fact]
    public void Two_single_rows_may_be_multiplied() => Keeps(new PlanOperator("CartesianProduct", "", Seek("a"), new PlanOperator("Filter", "b.kind = $p.a1", Seek("b"))));

    [Fact]
    public void A_unique_seek_of_many_is_not_a_single_row() =>
        Breaks("multiplies", new PlanOperator("CartesianProduct", "", Seek("a"), new PlanOperator("NodeUniqueIndexSeek", "UNIQUE b:Actor(id) WHERE id IN $p.a1")));

    [Fact]
    public void Scans_may_not_be_multiplied() =>
        Breaks("multiplies", new PlanOperator("CartesianProduct", "", new PlanOperator("Argument", "a"), new PlanOperator("NodeByLabelScan", "n:Event")));

    [Fact]
    public void A_label_may_be_scanned_to_be_counted() => Keeps(new PlanOperator("EagerAggregation", "count(*) AS c", Scan()));

    [Fact]
    public void A_label_may_be_scanned_for_what_has_no_index() => Keeps(new PlanOperator("Filter", "n.kind = $p.a0", Scan()));

    [Fact]
    public void A_label_may_be_scanned_for_what_no_index_finds() => Keeps(new PlanOperator("Filter", "(NOT n.name = $p.a0 AND n.name IS NULL)", Scan()));

    [Theory]
    [InlineData("n.name = $p.a0")]
    [InlineData("cache[n.name] = $p.a0")]
    [InlineData("(n.kind = $p.a0 AND n.name STARTS WITH $p.a1)")]
    [InlineData("(n.id IN $p.a0 OR n.name = $p.a1)")]
    [InlineData("n.id > $p.a0")]
    [InlineData("point.distance(cache[n.at], point({latitude: $p.a0, longitude: $p.a1})) <= $p.a2 + $autodouble_0")]
    [InlineData("(n.kind = $p.a0 AND point.withinBBox(n.at, point({latitude: $p.a1, longitude: $p.a2}), point({latitude: $p.a3, longitude: $p.a4})))")]
    public void A_label_may_not_be_scanned_for_what_an_index_finds(string condition) =>
        Breaks("an index has what the filter asks for", new PlanOperator("Filter", condition, Scan()));

    [Fact]
    public void What_is_found_of_another_variable_is_not_meant() => Keeps(new PlanOperator("Filter", "m.name = $p.a0", Scan()));

    [Fact]
    public void One_side_of_an_or_without_an_index_needs_the_scan() => Keeps(new PlanOperator("Filter", "(n.kind = $p.a0 OR n.name = $p.a1)", Scan()));

    [Theory]
    [InlineData("`n.id` ASC LIMIT $p.a0", "cache[n.id] AS `n.id`")]
    [InlineData("k DESC, `n.id` DESC", "n.name AS k, cache[n.id] AS `n.id`")]
    public void A_label_may_not_be_scanned_and_sorted_where_an_index_has_the_order(string order, string projection) =>
        Breaks("in the order of", new PlanOperator("Top", order, new PlanOperator("Projection", projection, Scan())));

    [Theory]
    [InlineData("`n.kind` ASC, `n.id` ASC", "n.kind AS `n.kind`, cache[n.id] AS `n.id`")]
    [InlineData("`n.name IS NOT NULL` ASC, `n.name` ASC", "n.name IS NOT NULL AS `n.name IS NOT NULL`, n.name AS `n.name`")]
    public void A_label_may_be_sorted_where_no_index_has_the_order(string order, string projection) =>
        Keeps(new PlanOperator("Sort", order, new PlanOperator("Projection", projection, Scan())));

    [Fact]
    public void A_relationship_type_may_not_be_scanned_for_what_an_index_finds() =>
        Breaks("an index has", new PlanOperator("Filter", "r.`$source` = $p.a0", new PlanOperator("DirectedRelationshipTypeScan", "(a)-[r:BACKS]->(b)")));

    [Fact]
    public void An_index_may_be_read_in_its_order() =>
        Keeps(new PlanOperator("Filter", "n.name = $p.a0", new PlanOperator("NodeIndexScan", "RANGE INDEX n:Actor(id) WHERE id IS NOT NULL, cache[n.id]")));

    [Theory]
    [InlineData("cache[n.id] IN $p.a0")]
    [InlineData("cache[n.id] < $p.a0")]
    public void A_small_index_may_be_read_whole_for_many_values(string condition) =>
        Keeps(new PlanOperator("Filter", condition, new PlanOperator("NodeIndexScan", "RANGE INDEX n:Actor(id) WHERE id IS NOT NULL, cache[n.id]")));

    [Fact]
    public void An_index_may_not_be_read_whole_for_a_value() =>
        Breaks("reads all of an index", new PlanOperator(
            "Filter", "cache[r.id] = $p.a0", new PlanOperator("DirectedRelationshipIndexScan", "RANGE INDEX (anon_0)-[r:BACKS(id)]->(anon_1) WHERE id IS NOT NULL")));

    [Fact]
    public void A_scan_deep_inside_is_found()
    {
        var inside = new PlanOperator("RollUpApply", "c0", Seek("a"), new PlanOperator("Filter", "n.id = a.ref", Scan()));
        Breaks("an index has", new PlanOperator("ProduceResults", "r", new PlanOperator("Apply", "", new PlanOperator("EmptyRow", ""), inside)));
    }

    private static PlanOperator Seek(string variable) => new("NodeUniqueIndexSeek", $"UNIQUE {variable}:Actor(id) WHERE id = $p.a0");

    private static PlanOperator Scan() => new("NodeByLabelScan", "n:Actor");

    private static void Breaks(string rule, PlanOperator plan) => Assert.Contains(rule, Assert.Single(Rules.Check(plan)), StringComparison.Ordinal);

    private static void Keeps(PlanOperator plan) => Assert.Empty(Rules.Check(plan));
}
