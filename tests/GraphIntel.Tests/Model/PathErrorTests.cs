using GraphIntel.Core.Model;
using Xunit;

namespace GraphIntel.Tests.Model;

public sealed class PathErrorTests
{
    private static string Model(string steps, string target = "B") =>
        "type A @node { id: ID! name: String! "
        + "bs: [B!]! @relationship(type: \"TO_B\", direction: OUT) as: [A!]! @relationship(type: \"NEXT\", direction: OUT)\n"
        + $"  path: [{target}!]! §@path(steps: \"{steps}\") }}\n"
        + "type B @node { id: ID! name: String! }";

    [Theory]
    [InlineData("TO_B>", "B", 1, 1)]
    [InlineData("NEXT>*", "A", 0, 32)]
    [InlineData("<NEXT+", "A", 1, 32)]
    [InlineData("NEXT?", "A", 0, 1)]
    [InlineData("NEXT{3}", "A", 3, 3)]
    [InlineData("NEXT>{0,2}", "A", 0, 2)]
    [InlineData("TO_B>{1}", "B", 1, 1)]
    [InlineData("  TO_B>  <TO_B  NEXT{32,32} ", "A", 1, 1)]
    public void Steps_have_a_direction_and_optional_repetitions(string steps, string target, int min, int max)
    {
        var model = ModelReader.Read(Model(steps, target).Replace("§", "", StringComparison.Ordinal));
        var path = Assert.IsType<PathField>(model.Nodes[0].Fields[^1]);
        Assert.Equal((min, max), (path.Steps[0].Min, path.Steps[0].Max));
        Assert.Equal(target, path.Target.Name);
    }

    [Theory]
    [InlineData("", "1 to 16 steps, this one has 0")]
    [InlineData("   ", "1 to 16 steps, this one has 0")]
    [InlineData("NEXT NEXT NEXT NEXT NEXT NEXT NEXT NEXT NEXT NEXT NEXT NEXT NEXT NEXT NEXT NEXT NEXT", "this one has 17")]
    [InlineData("NOPE>", "the step 'NOPE>' has an unknown relationship type")]
    [InlineData("next>", "the step 'next>' has an unknown relationship type")]
    [InlineData("<NEXT>", "'<NEXT>' is not valid")]
    [InlineData("NEXT**", "'NEXT**' is not valid")]
    [InlineData("NEXT*>", "'NEXT*>' is not valid")]
    [InlineData("NEXT>,TO_B>", "is not valid")]
    [InlineData("NEXT{1, 3}", "'NEXT{1,' is not valid")]
    [InlineData("NEXT{,3}", "is not valid")]
    [InlineData("NEXT{1,}", "is not valid")]
    [InlineData("NEXT{-1,3}", "is not valid")]
    [InlineData("NEXT{0}", "0 <= n <= m and 1 <= m <= 32")]
    [InlineData("NEXT{0,0}", "0 <= n <= m and 1 <= m <= 32")]
    [InlineData("NEXT{3,2}", "0 <= n <= m and 1 <= m <= 32")]
    [InlineData("NEXT{1,33}", "0 <= n <= m and 1 <= m <= 32")]
    [InlineData("NEXT{1,99999999999999999999}", "0 <= n <= m and 1 <= m <= 32")]
    [InlineData("NEXT\\u0000>", "is not valid")]
    [InlineData("TO_B>\\n", "is not valid")]
    [InlineData("<TO_B", "the step '<TO_B' cannot follow from A: TO_B leads from A to B")]
    [InlineData("TO_B> NEXT>", "the step 'NEXT>' cannot follow from B")]
    [InlineData("NEXT>", "the path of A.path ends at A, but the field leads to B")]
    [InlineData("TO_B", "'TO_B' has no direction, but TO_B leads from A to B: write TO_B> or <TO_B")]
    [InlineData("TO_B>?", "'TO_B>?' can be skipped or repeated")]
    [InlineData("TO_B>+", "can be skipped or repeated")]
    [InlineData("TO_B>{2}", "can be skipped or repeated")]
    [InlineData("TO_B>{0,1}", "can be skipped or repeated")]
    public void A_path_that_cannot_be_followed_is_refused(string steps, string message) => Refused.Model(Model(steps), message);

    [Fact]
    public void A_long_step_is_truncated()
    {
        var text = Model(new string('X', 100_000)).Replace("§", "", StringComparison.Ordinal);
        var mistake = Assert.Single(Assert.Throws<ModelException>(() => ModelReader.Read(text)).Diagnostics);
        Assert.InRange(mistake.Message.Length, 50, 300);
    }

    [Fact]
    public void A_path_over_an_invalid_relationship_is_not_a_second_error() => Refused.Model(
        "type A @node { id: ID! name: String! as: [A!]! @relationship(type: \"T\", direction: §UP) p: [A!]! @path(steps: \"T>\") }",
        "direction");

    // Battles and who fought in them; only who backs whom has dates.
    private static string Edge(string path, string day = "day: \"start\"", string target = "Actor") =>
        "type Actor @node { id: ID! name: String! backs: [Actor!]! @relationship(type: \"BACKS\", direction: OUT, properties: \"Backing\")\n"
        + "  battles: [Battle!]! @relationship(type: \"FOUGHT_IN\", direction: OUT, properties: \"Part\") }\n"
        + $"type Battle @node{(day.Length == 0 ? "" : $"({day})")} {{ id: ID! name: String! start: Date days: [Date!] }}\n"
        + "type Backing @edge(type: \"BACKS\", valid: [\"from\", \"until\"]) { from: Date until: Date }\n"
        + $"type Part @edge(type: \"FOUGHT_IN\") {{ id: ID! found: [{target}!]! {path} }}";

    [Theory]
    [InlineData("§@path(steps: \"<BACKS\")", "@path on the @edge type Part needs 'from', the end of the relationship at which it starts: SOURCE or TARGET")]
    [InlineData("@path(steps: \"<BACKS\", from: §null)", "needs 'from'")]
    [InlineData("@path(steps: \"<BACKS\", from: §BOTH)", "argument 'from' of @path takes End (SOURCE or TARGET), not BOTH")]
    [InlineData("@path(steps: \"<BACKS\", from: §\"SOURCE\")", "takes End (SOURCE or TARGET)")]
    [InlineData("§@path(steps: \"<BACKS\", from: TARGET)", "the step '<BACKS' cannot follow from Battle")]
    [InlineData("§@path(steps: \"FOUGHT_IN>\", from: SOURCE)", "ends at Battle, but the field leads to Actor")]
    [InlineData("@path(steps: \"<BACKS+\", from: SOURCE, whileValid: §true)", "each step with 'valid' dates is taken exactly once; Part.found can skip or repeat BACKS")]
    [InlineData("@path(steps: \"<FOUGHT_IN\", from: TARGET, whileValid: §true)", "requires a step with 'valid' dates, which Part.found does not have")]
    [InlineData("@path(steps: \"<BACKS\", from: SOURCE, whileValid: §1)", "'whileValid' of @path takes Boolean!")]
    public void A_path_on_an_edge_type_says_where_it_starts(string path, string message) => Refused.Model(Edge(path), message);

    [Fact]
    public void A_path_without_a_day_cannot_have_been_valid_on_it() => Refused.Model(
        Edge("@path(steps: \"<BACKS\", from: SOURCE, whileValid: §true)", day: ""),
        "'whileValid' requires a day, but none of Actor, Battle has a 'day' in @node");

    [Theory]
    [InlineData("day: §\"nope\"", "it has none called 'nope'")]
    [InlineData("day: §\"name\"", "a single Date; 'name' is String!")]
    [InlineData("day: §\"days\"", "a single Date; 'days' is [Date!]")]
    public void A_day_is_a_single_date(string day, string message) =>
        Refused.Model(Edge("@path(steps: \"<BACKS\", from: SOURCE)", day), message);

    [Fact]
    public void A_path_of_a_node_starts_at_the_node() => Refused.Model(
        "type A @node { id: ID! name: String! as: [A!]! @relationship(type: \"NEXT\", direction: OUT) p: [A!]! @path(steps: \"NEXT\", from: §SOURCE) }",
        "'from' of @path is for an @edge type; A.p starts at the A");

    [Theory]
    [InlineData("<BACKS", "SOURCE", "Actor", PathNode.OtherEnd)]
    [InlineData("<FOUGHT_IN <BACKS", "TARGET", "Actor", PathNode.Start)]
    [InlineData("BACKS> FOUGHT_IN>", "SOURCE", "Battle", PathNode.End)]
    [InlineData("BACKS{1} FOUGHT_IN>", "SOURCE", "Battle", PathNode.End)]
    [InlineData("BACKS>? FOUGHT_IN>", "SOURCE", "Battle", null)]
    [InlineData("BACKS>{2} FOUGHT_IN>", "SOURCE", "Battle", null)]
    [InlineData("FOUGHT_IN>", "SOURCE", "Battle", null)]
    public void The_types_decide_which_day_counts(string steps, string from, string target, object? node)
    {
        var model = ModelReader.Read(Edge($"@path(steps: \"{steps}\", from: {from})", target: target));
        Assert.True(model.TryGetRelationship("FOUGHT_IN", out var part));
        var path = Assert.IsType<PathField>(part.Fields[^1]);
        Assert.Equal(from == "SOURCE", path.StartsAtSource);
        Assert.Equal(node, path.Day?.Node);
    }
}
