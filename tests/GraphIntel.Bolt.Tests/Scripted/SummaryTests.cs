using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

public sealed class SummaryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_summary_describes_the_result()
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
    public async Task A_notification_has_its_classification_and_position()
    {
        await using var server = Serve(minor: 8, ["x"], [], new
        {
            statuses = new object[]
            {
                new { gql_status = "02000", status_description = "note: no data" },
                new
                {
                    gql_status = "01N50",
                    status_description = "warn: label does not exist. The label `Actr` does not exist.",
                    description = "The label is not in the database.",
                    neo4j_code = "Neo.ClientNotification.Statement.UnknownLabelWarning",
                    title = "The label does not exist",
                    diagnostic_record = new
                    {
                        OPERATION = "MATCH",
                        _severity = "WARNING",
                        _classification = "UNRECOGNIZED",
                        _position = new { offset = 9, line = 1, column = 10 },
                        _status_parameters = new { label = "Actr" },
                    },
                },
            },
        });
        var statuses = (await ConsumeAsync(server)).Statuses;
        Assert.False(statuses[0].IsNotification);
        Assert.Null(statuses[0].Position);
        Assert.Equal(("", "0", "/"), (statuses[0].DiagnosticRecord["OPERATION"], statuses[0].DiagnosticRecord["OPERATION_CODE"], statuses[0].DiagnosticRecord["CURRENT_SCHEMA"]));
        Assert.True(statuses[1].IsNotification);
        Assert.Equal("The label is not in the database.", statuses[1].Description);
        Assert.Equal(new InputPosition(Offset: 9, Line: 1, Column: 10), statuses[1].Position);
        Assert.Equal(("MATCH", "0"), (statuses[1].DiagnosticRecord["OPERATION"], statuses[1].DiagnosticRecord["OPERATION_CODE"]));
        Assert.Equal(new Dictionary<string, object?> { ["label"] = "Actr" }, statuses[1].DiagnosticRecord["_status_parameters"]);
    }

    [Theory]
    [InlineData(true, true, "00000", "note: successful completion")]
    [InlineData(true, false, "02000", "note: no data")]
    [InlineData(false, false, "00001", "note: successful completion - omitted result")]
    public async Task For_servers_without_statuses_the_outcome_is_derived_from_the_records(
        bool hasKeys, bool hasRecords, string status, string description)
    {
        await using var server = Serve(minor: 5, hasKeys ? ["x"] : [], hasRecords ? [1L] : [], new { type = "r" });
        var outcome = Assert.Single((await ConsumeAsync(server)).Statuses);
        Assert.Equal((status, description, false), (outcome.GqlStatus, outcome.StatusDescription, outcome.IsNotification));
        Assert.Equal("/", outcome.DiagnosticRecord["CURRENT_SCHEMA"]);
    }

    [Fact]
    public async Task For_servers_without_statuses_notifications_are_statuses()
    {
        await using var server = Serve(minor: 4, ["x"], [1L], new
        {
            notifications = new object[]
            {
                new { code = "Neo.ClientNotification.X", title = "T", description = "D", severity = "WARNING", category = "UNRECOGNIZED", position = new { offset = 3, line = 2, column = 1 } },
                new { code = "Neo.ClientNotification.Y", severity = "INFORMATION" },
                new { code = "Neo.ClientNotification.Z", severity = "WARNING" },
            },
        });
        var statuses = (await ConsumeAsync(server)).Statuses;
        Assert.Equal(
            [
                ("01N42", "D", "Neo.ClientNotification.X"), ("01N42", "warn: unknown warning", "Neo.ClientNotification.Z"),
                ("00000", "note: successful completion", null), ("03N42", "info: unknown notification", "Neo.ClientNotification.Y"),
            ],
            statuses.Select(s => (s.GqlStatus, s.StatusDescription, s.Code)));
        Assert.Equal(("T", "D", "WARNING", "UNRECOGNIZED"), (statuses[0].Title, statuses[0].Description, statuses[0].Severity, statuses[0].Classification));
        Assert.Equal(new InputPosition(Offset: 3, Line: 2, Column: 1), statuses[0].Position);
        Assert.Equal(("WARNING", "0"), (statuses[0].DiagnosticRecord["_severity"], statuses[0].DiagnosticRecord["OPERATION_CODE"]));
        Assert.Null(statuses[3].Classification);
    }

    [Fact]
    public async Task No_data_comes_before_the_warnings()
    {
        await using var server = Serve(minor: 4, ["x"], [], new { notifications = new object[] { new { code = "X", severity = "WARNING" } } });
        Assert.Equal(["02000", "01N42"], (await ConsumeAsync(server)).Statuses.Select(s => s.GqlStatus));
    }

    /// <summary>A server that returns, for each statement, these keys, a record for each value, and this summary.</summary>
    private static ScriptedServer Serve(int minor, string[] keys, long[] records, object summary) => ScriptedServer.Serve(
        async (peer, request) =>
        {
            switch (request.Tag)
            {
                case Tag.RUN:
                    await peer.SuccessAsync(new { fields = keys });
                    return true;
                case Tag.PULL:
                    foreach (var record in records)
                        await peer.RecordAsync(record);
                    await peer.SuccessAsync(summary);
                    return true;
                default:
                    return false;
            }
        },
        minor);

    private static async Task<ResultSummary> ConsumeAsync(ScriptedServer server)
    {
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        return await (await session.RunAsync("MATCH (n:Actr) RETURN n", cancellation: Cancellation)).ConsumeAsync(Cancellation);
    }
}
