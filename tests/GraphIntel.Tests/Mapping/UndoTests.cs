using GraphIntel.Import.Graph;
using Xunit;
using static GraphIntel.Tests.Mapping.LedgerData;

namespace GraphIntel.Tests.Mapping;

/// <summary>Undoing imports.</summary>
public sealed class UndoTests
{
    private const string Moved = "3,iq,Third,Tal Afar,Other war,6,2017-07-02,\n";

    [Fact]
    public async Task An_undo_takes_back_exactly_what_the_import_brought()
    {
        await using var table = await NewAsync();
        await table.Store.WriteAsync(
            table.Store.Nodes("Place", ["name", "aliases", "externalIds"], ("place:homs", ["Homs", new[] { "Hims" }, new[] { "e:Homs" }])));
        var before = await GraphAsync(table);
        await table.ImportAsync(Events, Header + One + Two + Three);
        var after = await GraphAsync(table);
        Assert.Contains("place:homs|Homs|[\"Hims\",\"Emesa\"]|[\"e:Homs\"]", after);
        Assert.Empty(await UndoAsync(table, 1, isDryRun: true));
        Assert.Equal(after, await GraphAsync(table));
        Assert.Empty(await UndoAsync(table, 1));
        Assert.Equal(before, await GraphAsync(table));
        Assert.Empty(await RecordsAsync(table));
        Assert.NotNull(Assert.Single(await ImportsAsync(table)).Undone);
        // It can be imported again.
        Assert.Equal(2, (await table.ImportAsync(Events, Header + One + Two + Three)).Import);
        Assert.Equal(after, await GraphAsync(table));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public async Task What_two_mappings_make_goes_with_the_undo_of_both_in_any_order(long first, long second)
    {
        await using var table = await NewAsync();
        await table.ImportAsync("mapping: a\nrows: {key: $id}\nnodes:\n  p: {type: Place, id: $id, set: {name: $id}}\n", "id\nx\ny\n");
        await table.ImportAsync("mapping: b\nrows: {key: $id}\nnodes:\n  p: {type: Place, id: $id, set: {name: $id}}\n", "id\ny\nz\n");
        Assert.Equal(first == 1 ? ["1 x kept, because the mapping b makes it, too, first 'place:y'"] : [], await UndoAsync(table, first));
        Assert.Equal(first == 1 ? ["place:y", "place:z"] : ["place:x", "place:y"], await table.Store.RowsAsync("Place", "id"));
        Assert.Empty(await UndoAsync(table, second));
        Assert.Empty(await GraphAsync(table));
        Assert.Empty(await RecordsAsync(table));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_undo_of_a_newer_release_gives_the_older_one_back(bool isPruned)
    {
        await using var table = await NewAsync();
        await table.ImportAsync(Events, Header + One + Two + Three);
        var (graph, records) = (await GraphAsync(table), await RecordsAsync(table));
        table.Prunes = isPruned;
        await table.ImportAsync(Events, Header + Two + Moved + "4,sy,Fourth,Homs,Civil war,1,2015-01-01,Emese\n");
        Assert.NotEqual(graph, await GraphAsync(table));
        Assert.Empty(await UndoAsync(table, 2));
        Assert.Equal(graph, await GraphAsync(table));
        Assert.Equal(records.Where(record => !record.StartsWith("shared/", StringComparison.Ordinal)), (await RecordsAsync(table)).Where(record => !record.StartsWith("shared/", StringComparison.Ordinal)));
        Assert.Empty(await UndoAsync(table, 1));
        Assert.Empty(await GraphAsync(table));
        Assert.Empty(await RecordsAsync(table));
    }

    [Fact]
    public async Task What_has_changed_since_stays_and_is_a_finding()
    {
        await using var table = await NewAsync();
        await table.ImportAsync(Events, Header + One);
        await table.ImportAsync(Events, Header + "1,sy,First,Homs,Civil war,30,2016-05-01,Emesa\n");
        // As `import graph` does.
        await table.Store.WriteAsync(table.Store.Nodes("Event", ["deaths"], ("event:e/1", [31])));
        Assert.Equal(["1 x deaths was changed since, and stays, first 'event:e/1'"], await UndoAsync(table, 2));
        Assert.Contains("event:e/1|31", await table.Store.RowsAsync("Event", "id", "deaths"));
    }

    [Fact]
    public async Task What_others_refer_to_stays_until_they_are_gone()
    {
        await using var table = await NewAsync();
        const string Sights = "mapping: sights\nrows: {key: $id}\nnodes:\n  spot: {type: Place, id: e/$place, missing: fail}\n  event: {type: Event, id: s/$id, set: {name: $id, place: $spot}}\n";
        await table.ImportAsync(Events, Header + One);
        await table.ImportAsync(Sights, "id,place\nx,Homs\n");
        Assert.Equal(["1 x kept, because something else refers to it, first 'place:e/Homs'"], await UndoAsync(table, 1));
        Assert.Equal(["event:s/x"], await table.Store.RowsAsync("Event", "id"));
        Assert.Equal(["place:e/Homs"], await table.Store.RowsAsync("Place", "id"));
        Assert.Empty(await UndoAsync(table, 2));
        Assert.Empty(await GraphAsync(table));
        Assert.Empty(await RecordsAsync(table));
    }

    [Fact]
    public async Task An_import_whose_rows_a_later_one_changed_is_undone_after_that()
    {
        await using var table = await NewAsync();
        await table.ImportAsync(Events, Header + One + Two + Three);
        await table.ImportAsync(Events, Header + One + Two + Moved);
        var failure = await Assert.ThrowsAsync<ImportException>(() => UndoAsync(table, 1));
        Assert.Equal("Import 1 cannot be undone, because import 2 changed or withdrew some of its rows. Undo that first: graphintel imports undo 2", failure.Message);
        Assert.Equal("There is no import 7: `graphintel imports` lists them.", (await Assert.ThrowsAsync<ImportException>(() => UndoAsync(table, 7))).Message);
        await UndoAsync(table, 2);
        Assert.StartsWith("Import 2 was undone already", (await Assert.ThrowsAsync<ImportException>(() => UndoAsync(table, 2))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_import_is_undone_and_a_later_one_stays()
    {
        await using var table = await NewAsync();
        await table.ImportAsync(Events, Header + One);
        await table.ImportAsync(Events, Header + Two);
        await UndoAsync(table, 1);
        await using var fresh = await NewAsync();
        await fresh.ImportAsync(Events, Header + Two);
        Assert.Equal(await GraphAsync(fresh), await GraphAsync(table));
        await UndoAsync(table, 2);
        Assert.Empty(await GraphAsync(table));
    }

    [Fact]
    public async Task An_undo_of_a_withdrawal_makes_the_rows_again()
    {
        const string Deleted = "\n---\nmapping: deleted\nread: {file: '*deleted*'}\nrows: {key: $id, withdraw: events}\n";
        var mapping = Events.Replace("mapping: events\n", "mapping: events\nread: {file: 'table*'}\n", StringComparison.Ordinal) + Deleted;
        await using var table = await NewAsync();
        await table.ImportAsync(mapping, Header + One + Two);
        var graph = await GraphAsync(table);
        await table.Store.WriteAsync(table.Store.Nodes("Claim", ["name", "about", "stance", "made"], ("claim:other", ["x", "event:e/1", "SUPPORTS", new DateOnly(2018, 1, 1)])));
        await table.ImportAsync(mapping, "id\n1\n2\n", "deleted.csv");
        Assert.Equal(["event:e/1"], await table.Store.RowsAsync("Event", "id"));
        Assert.Empty(await UndoAsync(table, 2));
        Assert.Equal([.. graph, "claim:other|event:e/1"], (await GraphAsync(table)).OrderBy(row => Array.IndexOf(graph, row) is var at && at < 0 ? int.MaxValue : at));
        Assert.Equal(["1 x kept, because something else refers to it, first 'event:e/1'"], await UndoAsync(table, 1));
    }
}
