using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using Xunit;

namespace GraphIntel.Tests.Import;

public sealed class WritingTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_run_changes_nothing_and_a_third_what_is_new()
    {
        _folder.WithActors("abc").With(
            "BACKS.csv", "id,:START_ID,:END_ID,kinds,againstIds", "backing:1,actor:a,actor:b,TROOPS;TRAINING,actor:c");
        Assert.Equal(new WriteSummary(4, 0, 0), (await _folder.ImportAsync()).Written);
        Assert.Equal(new WriteSummary(0, 0, 4), (await _folder.ImportAsync()).Written);
        _folder.With("nodes/Actor.csv", "id:ID,name,kind", "actor:a,a,STATE", "actor:b,bee,STATE", "actor:d,d,STATE");
        Assert.Equal(new WriteSummary(1, 1, 2), (await _folder.ImportAsync()).Written);
    }

    [Fact]
    public async Task With_one_error_in_the_last_row_of_the_last_file_nothing_is_written()
    {
        _folder.With("Actor.csv", ["id:ID,name,kind", .. Actors(25_000)])
            .With("SUCCEEDS.csv", [":START_ID,:END_ID", .. Rows(25_000, key => $"actor:{key},actor:{key + 1}")]);
        await _folder.AssertErrorsAsync(
            "SUCCEEDS.csv:25001: column :END_ID: 'actor:25000' is neither in the files nor in the store");
    }

    [Fact]
    public async Task Every_error_is_counted_and_the_first_ones_are_kept()
    {
        _folder.With("Actor.csv", ["id:ID,name,kind", .. Enumerable.Repeat("actor,a,NOBODY", 1_000)]);
        var result = await _folder.RunAsync();
        Assert.Equal((ImportDiagnostics.MaxKept, 2_000), (result.Diagnostics.Count, result.ErrorCount));
        Assert.Equal("... and 1,800 more errors", ImportReport.Lines(result).ElementAt(ImportDiagnostics.MaxKept));
    }

    [Fact]
    public async Task A_small_import_is_one_batch()
    {
        _folder.WithActors("ab").WithPlaces("p").With("BASED_IN.csv", ":START_ID,:END_ID", "actor:a,place:p");
        await _folder.ImportAsync();
        Assert.Equal([4], _folder.Store.Batches);
    }

    [Fact]
    public async Task A_large_import_is_written_in_batches_in_the_order_of_dependencies()
    {
        // The store of this test rejects a relationship before its ends and a claim before its fact.
        _folder.With("Actor.csv", ["id:ID,name,kind", .. Actors(12_000)])
            .With(
                "BACKS.csv",
                ["id,:START_ID,:END_ID,kinds", .. Rows(11_000, key => $"backing:{key},actor:{key},actor:{key + 1},TROOPS")])
            .With(
                "Claim.csv",
                ["id:ID,about,stance,statement,made", .. Rows(11_000, key => $"claim:{key},backing:{key},SUPPORTS,said,2017-01-01")])
            .With("Source.csv", "id:ID,name,kind", "source:s,s,MONITOR")
            .With("MADE_BY.csv", [":START_ID,:END_ID", .. Rows(11_000, key => $"claim:{key},source:s")]);
        var result = await _folder.ImportAsync();
        Assert.Equal(45_001, result.Written.Created);
        Assert.Equal([10_000, 10_000, 10_000, 10_000, 5_001], _folder.Store.Batches);
        // All ends and facts are in the files, so there are no lookups in the store.
        Assert.Equal(0, _folder.Store.LookedUp);
    }

    [Fact]
    public async Task A_cancelled_import_leaves_whole_batches_and_can_be_run_again()
    {
        _folder.With("Actor.csv", ["id:ID,name,kind", .. Actors(25_000)]);
        using var source = new CancellationTokenSource();
        _folder.Store.BeforeBatch = batch =>
        {
            if (batch == 1)
                source.Cancel();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => GraphImport.RunAsync(_folder.Store, _folder.Path, NoProgress.Instance, source.Token));
        Assert.Equal(20_000, _folder.Store.Count);
        Assert.Equal(new WriteSummary(5_000, 0, 20_000), (await _folder.ImportAsync()).Written);
    }

    [Fact]
    public async Task A_file_that_changes_between_the_passes_stops_the_import()
    {
        _folder.With("Actor.csv", ["id:ID,name,kind", .. Actors(10_000)]).With("Place.csv", "id:ID,name,kind", "place:a,a,TOWN");
        _folder.Store.BeforeBatch = _ => _folder.With("Place.csv", "id:ID,name,kind", "place:a,a,TOWNSHIP");
        var failure = await Assert.ThrowsAsync<ImportException>(_folder.RunAsync);
        Assert.Equal("Place.csv changed after it was checked. The batches written so far are kept; run the import again.",
            failure.Message);
        Assert.Equal([10_000], _folder.Store.Batches);
    }

    [Fact]
    public async Task Progress_counts_bytes_then_ids_then_rows()
    {
        _folder.With("Actor.csv", ["id:ID,name,kind", .. Actors(10_001)]);
        await _folder.ImportAsync();
        using var later = new ImportFolder { Store = _folder.Store };
        later.With("SUCCEEDS.csv", ":START_ID,:END_ID", "actor:1,actor:2", "actor:2,actor:3");
        var progress = new RecordedProgress();
        await GraphImport.RunAsync(later.Store, later.Path, progress, TestContext.Current.CancellationToken);
        var length = new FileInfo(Path.Combine(later.Path, "SUCCEEDS.csv")).Length;
        Assert.Equal(
            [
                (ImportPhase.Checking, 18, length), (ImportPhase.Checking, length, length),
                (ImportPhase.Resolving, 0, 3), (ImportPhase.Resolving, 3, 3),
                (ImportPhase.Writing, 0, 2), (ImportPhase.Writing, 2, 2),
            ],
            progress.Reports);
    }

    private static IEnumerable<string> Actors(int count) => Rows(count, key => $"actor:{key},{key},STATE");

    private static IEnumerable<string> Rows(int count, Func<int, string> row) => Enumerable.Range(0, count).Select(row);

    private sealed class RecordedProgress : IImportProgress
    {
        public List<(ImportPhase, long, long)> Reports { get; } = [];

        public void Report(ImportPhase phase, long done, long total) => Reports.Add((phase, done, total));
    }
}
