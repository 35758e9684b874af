using System.Globalization;
using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Ledger;
using GraphIntel.Import.Mapping.Reading;
using GraphIntel.Import.Mapping.Rows;
using GraphIntel.Import.Mapping.Running;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Tests.Export;
using GraphIntel.Tests.Sqlite;
using GraphIntel.Tests.Stores;
using Xunit;

namespace GraphIntel.Tests.Mapping;

/// <summary>Imports of tables that are interrupted, on every store: run again, they end as if nothing had happened.</summary>
public abstract class InterruptedImportTests : IAsyncDisposable
{
    private readonly StoreFamily _stores;
    private readonly ExportedFolder _exports = new();

    /// <param name="stores">The stores.</param>
    /// <param name="rows">The rows of the table, enough for several batches.</param>
    private protected InterruptedImportTests(StoreFamily stores, int rows) => (_stores, Rows) = (stores, rows);

    /// <summary>The rows of the table.</summary>
    private protected int Rows { get; set; }

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _exports.Dispose();
        return _stores.DisposeAsync();
    }

    /// <summary>A table of events; in the newer release some have moved, some are gone and some are new.</summary>
    private string Table(bool isNewer)
    {
        var table = new StringBuilder(LedgerData.Header);
        for (var row = 0; row < Rows; row++)
        {
            if (isNewer && row % 7 == 0)
                continue;
            var place = isNewer && row % 5 == 0 ? "Moved" : "Place " + (row % 40);
            var day = new DateOnly(2016, 1, 1).AddDays(row % 700).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            table.Append(CultureInfo.InvariantCulture, $"{row},sy,Event {row},{place},War {row % 3},{row % 9},{day},{(row % 11 == 0 ? "Alias " + (row % 4) : "")}\n");
        }

        if (isNewer)
            table.Append("new,sy,New,Place 1,War 1,2,2010-01-01,\n");
        return table.ToString();
    }

    private protected async Task<MappingResult> ImportAsync(IGraphStore store, bool isNewer)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("graphintel-import-").FullName, "table.csv");
        await File.WriteAllTextAsync(path, Table(isNewer), Cancellation);
        try
        {
            var file = await TableFile.OpenAsync(path, Stream.Null, Cancellation);
            return await MappingImport.RunAsync(
                store, new MappingRequest("m.yaml", LedgerData.Events, [file]) { Prunes = true }, NoProgress.Instance, Cancellation);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    private protected static async Task UndoAsync(IGraphStore store, long number) =>
        await ImportUndo.RunAsync(store, number, isDryRun: false, new Findings(), report: null, NoProgress.Instance, Cancellation);

    private protected Task<TestGraph> OpenAsync() => _stores.OpenAsync(ModelReader.Read(LedgerData.Model));

    /// <summary>Asserts that a store has the graph of an undisturbed import, and that a check finds no problems.</summary>
    private protected async Task AssertUndisturbedAsync(TestGraph store, params bool[] imports)
    {
        await using var fresh = await TestStore.NewAsync(ModelReader.Read(LedgerData.Model));
        foreach (var isNewer in imports)
            await ImportAsync(fresh.Store, isNewer);
        var number = _exports.Names.Count();
        await _exports.ExportAsync(fresh.Store, $"{number}-expected");
        await _exports.ExportAsync(store.Store, $"{number}-actual");
        _exports.AssertSame($"{number}-expected", $"{number}-actual");
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
    }

    private protected static async Task<string> RecordsAsync(TestGraph store)
    {
        var records = await ImportList.ReadAllAsync(store.Store, "", Cancellation).Where(record => !record.Key.StartsWith(RecordKeys.Imports, StringComparison.Ordinal)).ToListAsync(Cancellation);
        return string.Join('\n', records.Select(record => record.Key));
    }

    [Fact]
    public async Task A_newer_release_gives_the_graph_of_a_fresh_import_and_undo_gives_back_what_was_before()
    {
        await using var store = await OpenAsync();
        await ImportAsync(store.Store, isNewer: false);
        await AssertUndisturbedAsync(store, false);
        await ImportAsync(store.Store, isNewer: true);
        await AssertUndisturbedAsync(store, true);
        Assert.Equal(3, (await ImportAsync(store.Store, isNewer: true)).Import);
        await UndoAsync(store.Store, 2);
        await AssertUndisturbedAsync(store, false);
        await UndoAsync(store.Store, 1);
        await AssertUndisturbedAsync(store);
        Assert.Equal("", await RecordsAsync(store));
    }

    [Fact]
    public async Task A_first_import_finds_in_a_later_batch_what_is_there_already_and_undo_leaves_it()
    {
        await using var store = await OpenAsync();
        var ids = new[] { Rows / 2, Rows - 3 }.Select(row => $"event:e/{row}").ToArray();
        await store.WriteAsync(store.Nodes("Event", ["name"], [.. ids.Select(id => (id, new object?[] { "Mine" }))]));
        var result = await ImportAsync(store.Store, isNewer: false);
        Assert.Equal((2, 2), (result.Written.Updated, result.Decisions["changed"]));
        await AssertUndisturbedAsync(store, false);
        await UndoAsync(store.Store, 1);
        Assert.Equal(ids.Order(StringComparer.Ordinal).Select(id => id + "|Mine|?"), await store.RowsAsync("Event", "id", "name", "start"));
        Assert.Equal("", await RecordsAsync(store));
    }

    private protected async Task InterruptAsync(int writes, bool afterCommit)
    {
        await using var store = await OpenAsync();
        await Assert.ThrowsAsync<StoreException>(() => ImportAsync(new FailingStore(store.Store, writes, afterCommit), isNewer: false));
        await ImportAsync(store.Store, isNewer: false);
        await AssertUndisturbedAsync(store, false);
        await Assert.ThrowsAsync<StoreException>(() => ImportAsync(new FailingStore(store.Store, writes, afterCommit), isNewer: true));
        await ImportAsync(store.Store, isNewer: true);
        await AssertUndisturbedAsync(store, true);
        Assert.Equal([1L, 2L], (await ImportList.ReadAsync(store.Store, Cancellation)).Select(import => import.Number));

        // An undo is interrupted, too.
        var failing = new FailingStore(store.Store, writes, afterCommit);
        await Assert.ThrowsAsync<StoreException>(() => UndoAsync(failing, 2));
        await UndoAsync(store.Store, 2);
        await AssertUndisturbedAsync(store, false);
        await UndoAsync(store.Store, 1);
        await AssertUndisturbedAsync(store);
        Assert.Equal("", await RecordsAsync(store));
    }
}

public sealed class SqliteInterruptedImportTests() : InterruptedImportTests(new SqliteFamily(), rows: 5_000)
{
    [Theory]
    [InlineData(10)]
    [InlineData(5_000)]
    [InlineData(7_999)]
    public async Task Rows_are_read_again_for_the_batches_of_a_transaction_that_found_what_was_there_already(int row)
    {
        Rows = 8_000;
        var results = new List<MappingResult>();
        foreach (var batches in new[] { 1, 2, 100 })
        {
            using var folder = new TemporaryFolder();
            await using var store = await TestStore.NewAsync(ModelReader.Read(LedgerData.Model), folder.Location);
            await store.WriteAsync(store.Nodes("Event", ["name"], ($"event:e/{row}", ["Mine"])));
            results.Add(await ImportAsync(new FailingStore(store.Store, int.MaxValue, afterCommit: false) { Batches = batches }, isNewer: false));
            Assert.InRange((await ImportList.ReadAsync(store.Store, Cancellation)).Single().Batches, 4, 8);
            await AssertUndisturbedAsync(store, false);
            await UndoAsync(store.Store, 1);
            Assert.Equal([$"event:e/{row}|Mine|?"], await store.RowsAsync("Event", "id", "name", "start"));
            Assert.Equal("", await RecordsAsync(store));
        }

        foreach (var result in results)
        {
            Assert.Equal(1, result.Decisions["changed"]);
            Assert.Equal(results[0].Decisions, result.Decisions);
            Assert.Equal(results[0].Counts, result.Counts);
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public async Task An_import_or_an_undo_that_is_interrupted_and_run_again_ends_as_if_nothing_had_happened(int writes, bool afterCommit) =>
        await InterruptAsync(writes, afterCommit);

    [Fact]
    public async Task An_import_that_ran_out_of_space_is_run_again()
    {
        await using var store = (TestStore)await OpenAsync();
        await using var whole = await TestStore.NewAsync(ModelReader.Read(LedgerData.Model));
        await ImportAsync(whole.Store, isNewer: false);
        await store.RunAsync($"PRAGMA max_page_count = {(await PagesAsync(store) + (3 * await PagesAsync(whole))) / 4}");
        var failure = await Assert.ThrowsAsync<StoreException>(() => ImportAsync(store.Store, isNewer: false));
        Assert.Contains("no space left", failure.Message, StringComparison.Ordinal);
        Assert.NotEqual(0, await store.CountAsync("Event"));
        await store.RunAsync("PRAGMA max_page_count = 1000000");
        await ImportAsync(store.Store, isNewer: false);
        await AssertUndisturbedAsync(store, false);

        static async Task<long> PagesAsync(TestStore store) => long.Parse((await store.ReadAsync("PRAGMA page_count"))[0], CultureInfo.InvariantCulture);
    }
}

[Long]
[Collection(Neo4j526Collection.Name)]
public sealed class InterruptedImportOnNeo4j526Tests(Neo4j526 server) : InterruptedImportTests(new Neo4jFamily(server), rows: 2_500)
{
    /// <summary>A text that only statements that create claims contain.</summary>
    private static readonly byte[] Creating = Encoding.UTF8.GetBytes("CREATE (n:Claim");

    [Fact]
    public async Task An_import_or_an_undo_that_is_interrupted_and_run_again_ends_as_if_nothing_had_happened() => await InterruptAsync(1, afterCommit: true);

    [Fact]
    public async Task An_import_that_lost_its_connection_is_run_again()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync();
        await using (var lost = await Neo4jGraph.OpenAsync(
            store.Model, server, Neo4jGraph.Options(server) with { Uri = $"bolt://{proxy.Address}", WriterTimeout = TimeSpan.FromSeconds(2) }))
        {
            var statements = 2;
            proxy.SelectFault = piece =>
            {
                if (piece.Span.IndexOf(Creating) < 0 || --statements > 0)
                    return FaultKind.Forwarded;
                proxy.Refuses = true;
                return FaultKind.Lost;
            };
            await Assert.ThrowsAsync<StoreException>(() => ImportAsync(lost.Store, isNewer: false));
        }

        Assert.NotEqual(0, await store.CountAsync("Event"));
        await ImportAsync(store.Store, isNewer: false);
        await AssertUndisturbedAsync(store, false);
    }
}

[Collection(Neo4j2026Collection.Name)]
public sealed class InterruptedImportOnNeo4j2026Tests(Neo4j2026 server) : InterruptedImportTests(new Neo4jFamily(server), rows: 2_500);
