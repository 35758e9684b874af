using GraphIntel.Core.Storage;
using GraphIntel.Import.Mapping;
using Xunit;
using static GraphIntel.Tests.Mapping.LedgerData;

namespace GraphIntel.Tests.Mapping;

/// <summary>Importing again, importing a newer release, and what is recorded of it.</summary>
public sealed class LedgerTests
{
    [Fact]
    public async Task Importing_a_file_again_changes_nothing_and_is_recorded_with_zeros()
    {
        await using var table = await NewAsync();
        var first = await table.ImportAsync(Events, Header + One + Two + Three);
        Assert.Equal(1, first.Import);
        Assert.Equal(new WriteSummary(16, 0, 0), first.Written);
        var graph = await GraphAsync(table);
        var records = await table.Store.ReadAsync("SELECT key, hex(value) FROM \"$record\" WHERE key <> 'import/00000002' ORDER BY key");
        var again = await table.ImportAsync(Events, Header + One + Two + Three);
        Assert.Equal((2L, 0, 0, 0), (again.Import, again.Written.Created, again.Written.Updated, again.Written.Deleted));
        Assert.Equal((0, 0, 0), (again.Written.Created, again.Written.Updated, again.Written.Deleted));
        Assert.Equal(3, again.Decisions["rows unchanged"]);
        Assert.Equal(graph, await GraphAsync(table));
        Assert.Equal(records, await table.Store.ReadAsync("SELECT key, hex(value) FROM \"$record\" WHERE key <> 'import/00000002' ORDER BY key"));
        await CheckAsync(table);
    }

    [Fact]
    public async Task An_import_is_recorded_with_its_files_its_mapping_and_its_numbers()
    {
        await using var table = await NewAsync();
        await table.ImportAsync(Events, Header + One);
        var import = Assert.Single(await ImportsAsync(table));
        Assert.Equal(("m.yaml", "table.csv", (long)(Header + One).Length), (import.Mapping, import.Files[0].Name, import.Files[0].Bytes));
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Header + One))), import.Files[0].Sha256);
        Assert.Equal(["created 6", "rows created 1"], import.Counts.Select(pair => $"{pair.Key} {pair.Value}"));
        Assert.NotNull(import.Ended);
    }

    [Fact]
    public async Task A_newer_release_moves_an_event_and_removes_what_only_the_old_row_made()
    {
        await using var table = await NewAsync();
        await table.ImportAsync(Events, Header + One + Two + Three);
        var result = await table.ImportAsync(Events, Header + One + Two + "3,iq,Third,Tal Afar,Other war,6,2017-07-02,\n");
        Assert.Equal("changed 4, created 2, deleted 2, rows changed 1, rows unchanged 2, unchanged 11", Decisions(result));
        Assert.Equal(["place:e/Homs", "place:e/Tal Afar"], await table.Store.RowsAsync("Place", "id"));
        Assert.Equal(["event:e/3|6|2017-07-02"], (await table.Store.RowsAsync("Event", "id", "deaths", "start")).Where(row => row.StartsWith("event:e/3", StringComparison.Ordinal)));
        // The first and the last day are those of the rows that are left.
        Assert.Equal(["event:war/Other war|2017-07-02|2017-07-02"], (await table.Store.RowsAsync("Event", "id", "start", "until")).Where(row => row.Contains("Other", StringComparison.Ordinal)));
        await CheckAsync(table);
        await using var fresh = await NewAsync();
        await fresh.ImportAsync(Events, Header + One + Two + "3,iq,Third,Tal Afar,Other war,6,2017-07-02,\n");
        Assert.Equal(await GraphAsync(fresh), await GraphAsync(table));
    }

    [Fact]
    public async Task Rows_that_are_gone_are_listed_and_kept_or_deleted_by_prune()
    {
        await using var table = await NewAsync();
        await table.ImportAsync(Events, Header + One + Two + Three);
        var before = await GraphAsync(table);
        // The file is complete for the country that it has.
        var kept = await table.ImportAsync(Events, Header + Two);
        Assert.Equal((1, 0), (kept.Decisions["rows gone"], kept.Written.Deleted));
        Assert.Equal(before, await GraphAsync(table));
        Assert.Contains("1 row of earlier imports is gone: kept; --prune deletes what they made", MappingReport.Lines(kept, isDryRun: false, isQuiet: false));

        table.Prunes = true;
        table.IsDryRun = true;
        var trial = await table.ImportAsync(Events, Header + Two);
        Assert.Equal(before, await GraphAsync(table));
        table.IsDryRun = false;
        var pruned = await table.ImportAsync(Events, Header + Two);
        Assert.Equal((1, 4), (pruned.Decisions["rows withdrawn"], pruned.Written.Deleted));
        Assert.Equal(trial.Written, pruned.Written);
        await CheckAsync(table);
        await using var fresh = await NewAsync();
        await fresh.ImportAsync(Events, Header + Two + Three);
        Assert.Equal(await GraphAsync(fresh), await GraphAsync(table));
    }

    [Fact]
    public async Task What_another_source_vouches_for_is_not_deleted()
    {
        await using var table = await NewAsync();
        await table.ImportAsync(Events, Header + One + Two);
        await table.Store.WriteAsync(table.Store.Nodes("Claim", ["name", "about", "stance", "made"], ("claim:other", ["x", "event:e/1", "SUPPORTS", new DateOnly(2018, 1, 1)])));
        // The same event by another mapping.
        const string Other = "mapping: other\nrows: {key: $id}\nnodes:\n  event: {type: Event, id: e/$id, set: {name: $name}}\n";
        await table.ImportAsync(Other, "id,name\n2,Second\n");
        (table.Prunes, table.Coverage) = (true, GraphIntel.Import.Mapping.Syntax.Coverage.All);
        var result = await table.ImportAsync(Events, Header + Three);
        Assert.Equal(["event:e/1", "event:e/2", "event:e/3", "event:war/Other war"], await table.Store.RowsAsync("Event", "id"));
        Assert.Equal(["claim:e/3", "claim:other"], await table.Store.RowsAsync("Claim", "id"));
        Assert.Equal(["place:e/Mosul"], await table.Store.RowsAsync("Place", "id"));
        Assert.Contains("1 x kept, because something else refers to it, first 'event:e/1'", result.Findings.Lines);
        Assert.Contains("1 x kept, because the mapping other makes it, too, first 'event:e/2'", result.Findings.Lines);
        await CheckAsync(table);
        // What was the first mapping's goes with the other one.
        table.Coverage = null;
        await table.Store.Store.WriteAsync(async scope =>
        {
            await scope.DeleteAsync(["claim:other"]);
            return new GraphBatch([], []);
        }, TestContext.Current.CancellationToken);
        table.Coverage = GraphIntel.Import.Mapping.Syntax.Coverage.All;
        await table.ImportAsync(Other, "id,name\n9,Nine\n");
        Assert.Equal(["event:e/3", "event:e/9", "event:war/Other war"], await table.Store.RowsAsync("Event", "id"));
    }

    [Fact]
    public async Task A_part_of_a_release_extends_what_the_rows_before_made()
    {
        await using var table = await NewAsync();
        await table.ImportAsync(Events, Header + One);
        await table.ImportAsync(Events, Header + Two);
        Assert.Equal(["[\"Emesa\",\"Hims\"]"], await table.Store.RowsAsync("Place", "aliases"));
        Assert.Equal(["2016-05-01|2017-06-01"], (await table.Store.RowsAsync("Event", "start", "until")).Where(row => !row.EndsWith('?')));
        Assert.Equal(2, (await ImportsAsync(table)).Count);
    }

    [Fact]
    public async Task What_was_recognized_stays_so_though_a_better_candidate_has_come()
    {
        await using var table = await NewAsync();
        await table.Store.WriteAsync(table.Store.Nodes("Place", ["name", "externalIds"], ("place:homs", ["Homs", new[] { "e:Homs" }])));
        var first = await table.ImportAsync(Events, Header + One);
        Assert.Equal(1, first.Matched);
        Assert.Equal(["place:homs|[\"Emesa\"]"], await table.Store.RowsAsync("Place", "id", "aliases"));
        await table.Store.WriteAsync(table.Store.Nodes("Place", ["name", "externalIds"], ("place:homs-2", ["Homs", new[] { "e:Homs" }])));
        var again = await table.ImportAsync(Events, Header + One);
        Assert.Equal((1, 0), (again.Matched, again.Written.Created));
        Assert.Equal((0, 0, 0), (again.Written.Created, again.Written.Updated, again.Written.Deleted));
    }

    [Fact]
    public async Task Rows_of_another_table_are_withdrawn_by_a_list_of_their_keys()
    {
        const string Mapping = Events + "\n---\nmapping: deleted\nread: {file: '*deleted*'}\nrows: {key: $id, withdraw: events}\n";
        var mapping = Mapping.Replace("mapping: events\n", "mapping: events\nread: {file: 'table*'}\n", StringComparison.Ordinal);
        await using var table = await NewAsync();
        await table.ImportAsync(mapping, Header + One + Two);
        var result = await table.ImportAsync(mapping, "id\n1\n77\n", "deleted.csv");
        Assert.Equal((1, 4), (result.Decisions["rows withdrawn"], result.Written.Deleted));
        Assert.Contains("1 x withdrawn row that events has not imported, or that was withdrawn before, first '77'", result.Findings.Lines);
        Assert.Equal(["event:e/2", "event:war/Civil war"], await table.Store.RowsAsync("Event", "id"));
        await CheckAsync(table);
        Assert.Equal(0, (await table.ImportAsync(mapping, "id\n1\n77\n", "deleted.csv")).Written.Deleted);
    }
}
