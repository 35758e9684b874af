using GraphIntel.Conformance.Tests.Oracle;
using GraphIntel.Conformance.Tests.Stores;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using Xunit;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Timelines that end where the calendar begins.</summary>
public sealed class TimelineEndTests
{
    [Theory]
    [InlineData("DAY")]
    [InlineData("WEEK")]
    [InlineData("YEAR")]
    public async Task Nothing_is_before_the_first_of_all_days(string interval)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var model = ModelReader.Read("type Thing @node { id: ID! name: String! made: Date }");
        var type = model.Nodes.Single();
        var graph = new GraphText(model);
        var node = new GraphText.Node(type, "thing:a");
        node.Values[type.FindProperty("name")!] = "a";
        node.Values[type.FindProperty("made")!] = DateOnly.MinValue;
        graph.Nodes.Add(node);
        await using var comparison = await Comparison.OpenAsync(
            SqliteSource.Instance, SchemaBuilder.Build(model), graph, new CursorBook(), cancellation);
        var document = $$"""
            { things { aggregate { timeline {
              none: made(by: {{interval}}, until: "0001-01-01") { from count }
              one: made(by: {{interval}}, until: "0001-01-02") { from count }
            } } } }
            """;
        var (disagreement, _) = await comparison.QueryOnceAsync(document, "{}", cancellation);
        Assert.Null(disagreement);
    }
}
