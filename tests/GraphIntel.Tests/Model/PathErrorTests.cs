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
}
