using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite;
using GraphIntel.Tests.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>What a check finds and repairs after another tool changed a store.</summary>
internal static class CheckedGraph
{
    public const string Model =
        """
        type Actor @node {
          id: ID! name: String!
          events: [Event!]! @relationship(type: "TOOK_PART", direction: OUT, orderedBy: "start")
          backs: [Actor!]! @relationship(type: "BACKS", direction: OUT, properties: "Backing")
          over: Actor @relationship(type: "UNDER", direction: OUT)
          claims: [Claim!]! @refersBy(field: "about")
        }
        type Backing @edge(type: "BACKS", valid: ["from", "until"], attested: ["first", "last"], standing: "standing") {
          id: ID! kinds: [String!]! from: Date until: Date first: Date last: Date standing: Standing!
        }
        type Event @node(standing: "standing") {
          id: ID! name: String! @index start: Date! tags: [String!]! standing: Standing!
          place: Place @relationship(type: "AT", direction: OUT)
          claims: [Claim!]! @refersBy(field: "about")
        }
        type Place @node { id: ID! name: String! }
        type Claim @node @claim(about: "about", stance: "stance", denies: "DENIES", made: "made") {
          id: ID! name: String! about: ID! stance: Stance! made: Date!
        }
        enum Stance { SUPPORTS DENIES }
        enum Standing { ASSERTED DISPUTED DENIED }
        """;

    private static readonly object?[] None = [];

    private static DateOnly Day(int day) => new(2016, 12, day);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<WriteSummary> FillAsync(TestGraph store) => store.WriteAsync(
        store.Nodes("Actor", ["name"], ("actor:a", ["A"]), ("actor:b", ["B"]), ("actor:c", ["C"])),
        store.Nodes("Event", ["name", "start"], ("event:1", ["E1", Day(1)]), ("event:2", ["E2", Day(2)])),
        store.Nodes("Place", ["name"], ("place:p", ["P"]), ("place:q", ["Q"])),
        store.Nodes(
            "Claim",
            ["name", "about", "stance", "made"],
            ("claim:1", ["x", "backing:1", "DENIES", Day(3)]),
            ("claim:2", ["x", "backing:1", "SUPPORTS", Day(4)]),
            ("claim:3", ["x", "event:1", "DENIES", Day(5)])),
        store.Links("BACKS", [], ("backing:1", "actor:a", "actor:b", None)),
        store.Links("TOOK_PART", ("actor:a", "event:1"), ("actor:b", "event:2")),
        store.Links("UNDER", ("actor:a", "actor:b"), ("actor:b", "actor:c")),
        store.Links("AT", ("event:1", "place:p")));

    /// <summary>All stored values, to compare a repair with the state before.</summary>
    public static async Task<string[]> DumpAsync(TestGraph store) =>
    [
        .. await store.RowsAsync("Event", "id", "name", "start", "tags", "standing"),
        .. await store.RowsAsync("BACKS", "id", TestGraph.Source, TestGraph.Target, "kinds", "first", "last", "standing", TestGraph.Given),
        .. await store.RowsAsync("TOOK_PART", "id", TestGraph.Source, TestGraph.Target, TestGraph.TargetOrder),
        .. await store.RowsAsync("UNDER", "id", TestGraph.Source, TestGraph.Target),
        .. await store.RowsAsync("AT", "id", TestGraph.Source, TestGraph.Target),
    ];

    public static async Task<string[]> CheckAsync(TestGraph store, bool repair) =>
        [.. (await store.Store.CheckAsync(repair, Cancellation)).Findings.Select(finding => $"{finding.Outcome}: {finding.Text}")];
}

/// <inheritdoc cref="CheckedGraph"/>
public sealed class SqliteCheckTests
{
    private static async Task<TestStore> FilledAsync(TemporaryFolder folder)
    {
        var store = await TestStore.NewAsync(ModelReader.Read(CheckedGraph.Model), folder.Location);
        await CheckedGraph.FillAsync(store);
        return store;
    }

    private static void Corrupt(TemporaryFolder folder, params string[] statements)
    {
        using var connection = new SqliteConnection($"Data Source={folder.Location.Path};Pooling=False");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
            command.CommandText = statement;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }

    [Fact]
    public async Task A_check_finds_nothing_after_writes()
    {
        using var folder = new TemporaryFolder();
        await using var store = await FilledAsync(folder);
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: true));
    }

    [Fact]
    public async Task Wrong_derived_values_are_found_and_repaired()
    {
        using var folder = new TemporaryFolder();
        await using var store = await FilledAsync(folder);
        var before = await CheckedGraph.DumpAsync(store);
        Corrupt(
            folder,
            "UPDATE r_BACKS SET standing = 'ASSERTED', first = '2000-01-01'",
            "UPDATE n_Event SET standing = 'ASSERTED'",
            "UPDATE r_TOOK_PART SET \"$dstBy\" = '2001-01-01'",
            "DELETE FROM c_UNDER WHERE \"$depth\" = 2",
            "DROP INDEX \"i_n_Event$name\"",
            "CREATE INDEX \"i_n_Event$old\" ON n_Event (start)");
        string[] expected =
        [
            "The index i_n_Event$old does not match the model.",
            "The index i_n_Event$name is missing.",
            "1 Event nodes have a standing or days that do not match their claims: 'event:1'.",
            "1 BACKS relationships have a standing or days that do not match their claims: 'backing:1'.",
            "2 TOOK_PART relationships have an out-of-date copy of Event.start.",
            "The closure table of UNDER does not match its relationships.",
        ];
        Assert.Equal(
            expected.Order(StringComparer.Ordinal).Select(text => "Repairable: " + text),
            (await CheckedGraph.CheckAsync(store, repair: false)).Order(StringComparer.Ordinal));
        Assert.Equal(
            expected.Order(StringComparer.Ordinal).Select(text => "Repaired: " + text),
            (await CheckedGraph.CheckAsync(store, repair: true)).Order(StringComparer.Ordinal));
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
        Assert.Equal(before, await CheckedGraph.DumpAsync(store));
        Assert.Equal(["1"], await store.ReadAsync("SELECT count(*) FROM c_UNDER WHERE \"$depth\" = 2"));
    }

    [Theory]
    [InlineData("$supported")]
    [InlineData("$denied")]
    public async Task A_wrong_first_day_of_claims_is_found_and_repaired(string column)
    {
        using var folder = new TemporaryFolder();
        await using var store = await FilledAsync(folder);
        var before = await store.ReadAsync("SELECT * FROM r_BACKS");
        Corrupt(folder, $"UPDATE r_BACKS SET \"{column}\" = '2000-01-01'");
        Assert.Equal(
            ["Repaired: 1 BACKS relationships have a standing or days that do not match their claims: 'backing:1'."],
            await CheckedGraph.CheckAsync(store, repair: true));
        Assert.Equal(before, await store.ReadAsync("SELECT * FROM r_BACKS"));
    }

    [Fact]
    public async Task Errors_that_cannot_be_repaired_are_listed()
    {
        using var folder = new TemporaryFolder();
        await using var store = await FilledAsync(folder);
        Corrupt(
            folder,
            "INSERT INTO r_UNDER (\"$src\", \"$dst\") VALUES (3, 1)",
            "INSERT INTO r_AT (\"$src\", \"$dst\") VALUES (1, 2), (7, 1)",
            "UPDATE n_Claim SET about = 'event:gone' WHERE id = 'claim:3'");
        var found = await CheckedGraph.CheckAsync(store, repair: true);
        Assert.Contains("Manual: AT: 'event:1' has 2 relationships; the model now allows one.", found);
        Assert.Contains("Manual: 1 AT relationships start or end at a node that does not exist.", found);
        Assert.Contains("Manual: 1 Claim nodes are about facts that do not exist: 'claim:3'.", found);
        Assert.Contains(
            "Manual: UNDER would form a cycle from 'actor:a' to 'actor:b' to 'actor:c' and back to the first; a hierarchy must not have cycles.",
            found);
    }

    [Fact]
    public async Task A_missing_file_is_not_created()
    {
        using var folder = new TemporaryFolder();
        await using var store = SqliteStore.Open(ModelReader.Read(CheckedGraph.Model), folder.Location);
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.CheckAsync(repair: true, CheckedGraph.Cancellation).AsTask());
        Assert.Contains("There is no store at", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Location.Path));
    }

    [Fact]
    public async Task A_corrupt_file_is_reported()
    {
        using var folder = new TemporaryFolder();
        await using (var store = await FilledAsync(folder))
        {
        }

        // The index of names gets another name than the table.
        Corrupt(
            folder,
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_schema SET sql = replace(sql, '(\"name\", \"id\")', '(\"start\", \"id\")') WHERE name = 'i_n_Event$name'");
        await using var torn = SqliteStore.Open(ModelReader.Read(CheckedGraph.Model), folder.Location);
        var report = await torn.CheckAsync(repair: true, CheckedGraph.Cancellation);
        Assert.Contains(report.Findings, finding => finding.Outcome == CheckOutcome.Manual
            && finding.Text.Contains("is damaged", StringComparison.Ordinal));
    }
}
