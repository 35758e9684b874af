using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

public sealed class SummaryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_summary_tells_how_it_went()
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.PULL)
                return false;
            await peer.SuccessAsync(new Dictionary<string, object?>
            {
                ["type"] = "rw",
                ["t_last"] = 7,
                ["db"] = "neo4j",
                ["stats"] = new Dictionary<string, object?> { ["nodes-created"] = 2, ["contains-updates"] = true },
                ["statuses"] = new object[]
                {
                    new { gql_status = "00001", status_description = "note: successful completion - omitted result" },
                    new { gql_status = "01N50", neo4j_code = "Neo.ClientNotification.X", title = "T", diagnostic_record = new { _severity = "WARNING", _classification = "UNRECOGNIZED" } },
                },
            });
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var summary = await (await session.RunAsync("CREATE ...", cancellation: Cancellation)).ConsumeAsync(Cancellation);
        Assert.Equal(("rw", "neo4j", 2L, true), (summary.QueryType, summary.Database, summary.Counters.NodesCreated, summary.Counters.ContainsUpdates));
        Assert.Equal((TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(7)), (summary.ResultAvailableAfter, summary.ResultConsumedAfter));
        Assert.Equal(["00001", "01N50"], summary.Statuses.Select(s => s.GqlStatus));
        Assert.Equal(("WARNING", "UNRECOGNIZED"), (summary.Statuses[1].Severity, summary.Statuses[1].Classification));
        Assert.Equal("Neo4j/5.26.30", summary.Server.Agent);
    }

    [Fact]
    public async Task Notifications_of_versions_without_a_GQL_status_are_statuses_as_well()
    {
        await using var server = ScriptedServer.Serve(
            async (peer, request) =>
            {
                if (request.Tag is not Tag.PULL)
                    return false;
                await peer.SuccessAsync(new
                {
                    notifications = new object[]
                    {
                        new { code = "Neo.ClientNotification.X", title = "T", description = "D", severity = "WARNING", category = "UNRECOGNIZED" },
                    },
                });
                return true;
            },
            minor: 4);
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var summary = await (await session.RunAsync("MATCH ...", cancellation: Cancellation)).ConsumeAsync(Cancellation);
        Assert.Equal(new GqlStatusObject(null, "D", "Neo.ClientNotification.X", "T", "WARNING", "UNRECOGNIZED"), Assert.Single(summary.Statuses));
    }
}
