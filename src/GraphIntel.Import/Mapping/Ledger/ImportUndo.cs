using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>
/// Takes back what an import did, batch by batch from its last to its first: each in one transaction, which also removes it from the
/// log, so that an undo that was interrupted is run again. What another import, or another tool, has changed since stays.
/// </summary>
internal sealed class ImportUndo
{
    private readonly IGraphStore _store;
    private readonly bool _isDryRun;
    private readonly Findings _findings;
    private readonly HashSet<string> _mappings;
    private readonly Action<IReadOnlyList<ReportLine>>? _report;
    private readonly SortedDictionary<string, byte[]?>? _overlay;
    private readonly HashSet<string> _wouldBeDeleted = new(StringComparer.Ordinal);
    private readonly HashSet<(string Kind, string Example)> _noticed = [];
    private readonly Dictionary<(string Id, string Property), object?> _restored = [];
    private readonly ImportRecord _record;

    private ImportUndo(
        IGraphStore store, ImportRecord record, IReadOnlyList<ImportRecord> imports, bool isDryRun, Findings findings, Action<IReadOnlyList<ReportLine>>? report)
    {
        (_store, _record, _isDryRun, _findings, _report) = (store, record, isDryRun, findings, report);
        _mappings = imports.SelectMany(import => import.Tables).ToHashSet(StringComparer.Ordinal);
        _overlay = isDryRun ? new SortedDictionary<string, byte[]?>(StringComparer.Ordinal) : null;
    }

    /// <summary>How many of what were taken back, by what became of it.</summary>
    public SortedDictionary<string, long> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Undoes an import.</summary>
    /// <param name="store">The store, prepared.</param>
    /// <param name="number">The number of the import.</param>
    /// <param name="isDryRun">Whether nothing is written.</param>
    /// <param name="findings">Receives what is noticed.</param>
    /// <param name="report">Receives lines for each node, relationship and row; null if none are wanted.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellation">Stops it between two batches.</param>
    /// <returns>How many of what were taken back, by what became of it.</returns>
    /// <exception cref="ImportException">There is no such import, it was undone, or a later one changed its rows.</exception>
    public static async Task<IReadOnlyDictionary<string, long>> RunAsync(
        IGraphStore store, long number, bool isDryRun, Findings findings, Action<IReadOnlyList<ReportLine>>? report, IImportProgress progress,
        CancellationToken cancellation)
    {
        var imports = await ImportList.ReadAsync(store, cancellation).ConfigureAwait(false);
        var record = imports.Find(import => import.Number == number)
            ?? throw new ImportException($"There is no import {number}: `graphintel imports` lists them.");
        if (record.Undone is not null)
            throw new ImportException($"Import {number} was undone already, on {record.Undone:yyyy-MM-dd}.");
        var later = imports.Where(import => import.Undone is null && import.Replaces.Contains(number)).Select(import => import.Number).ToList();
        if (later.Count > 0)
        {
            throw new ImportException(
                $"Import {number} cannot be undone, because import {string.Join(", ", later)} changed or withdrew some of its rows. " +
                $"Undo that first: graphintel imports undo {later[^1]}");
        }

        var undo = new ImportUndo(store, record, imports, isDryRun, findings, report);
        await undo.RunAsync(progress, cancellation).ConfigureAwait(false);
        return undo.Counts;
    }

    private async Task RunAsync(IImportProgress progress, CancellationToken cancellation)
    {
        var total = _record.Batches;
        for (var batch = total; batch > 0; batch--)
        {
            var key = RecordKeys.Log(_record.Number, batch);
            await RunAsync(
                async (scope, outcome) =>
                {
                    var logs = await scope.ReadRecordsAsync([key]).ConfigureAwait(false);
                    if (!logs.TryGetValue(key, out var log))
                        return (new GraphBatch([], []), []);
                    var undo = new BatchUndo(_store.Model, scope, _record.Number, _mappings, outcome, _isDryRun ? _restored : []);
                    var made = await undo.MakeAsync(LogRecord.Read(log)).ConfigureAwait(false);
                    undo.Records[key] = null;
                    undo.Records[RecordKeys.Import(_record.Number)] = (_record with { IsUndoing = true, Batches = batch - 1 }).ToBytes();
                    return (made.With(undo.Records), undo.Candidates);
                },
                cancellation).ConfigureAwait(false);
            progress.Report(ImportPhase.Writing, total - batch + 1, total);
        }

        await Upkeep.RunAsync(make => RunAsync(
            async (scope, outcome) =>
            {
                if (_isDryRun)
                    await scope.DeleteAsync(_wouldBeDeleted).ConfigureAwait(false);
                var upkeep = new Upkeep(_store.Model, scope, _mappings, outcome);
                return (await make(upkeep).ConfigureAwait(false), upkeep.Deleted);
            },
            cancellation)).ConfigureAwait(false);
        if (_isDryRun)
            return;
        var undone = (_record with { IsUndoing = true, Batches = 0, Undone = DateTime.UtcNow }).ToBytes();
        await _store.WriteAsync(
            new GraphBatch([], []).With(new Dictionary<string, byte[]?>(StringComparer.Ordinal) { [RecordKeys.Import(_record.Number)] = undone }),
            cancellation).ConfigureAwait(false);
    }

    private async Task RunAsync(
        Func<LedgerScope, BatchOutcome, ValueTask<(GraphBatch Batch, IReadOnlyCollection<string> Candidates)>> make, CancellationToken cancellation)
    {
        var outcome = new BatchOutcome();
        if (_isDryRun)
        {
            var (batch, candidates) = await _store.TryAsync(
                scope => make(new LedgerScope(scope, _overlay), outcome = NewOutcome()), cancellation).ConfigureAwait(false);
            _wouldBeDeleted.UnionWith(candidates);
            foreach (var (key, value) in await batch.Records.ConfigureAwait(false))
                _overlay![key] = value;
        }
        else
        {
            await _store.WriteAsync(
                async scope => (await make(new LedgerScope(scope, overlay: null), outcome = NewOutcome()).ConfigureAwait(false)).Batch, cancellation).ConfigureAwait(false);
        }

        foreach (var (what, count) in outcome.Counts)
            Counts[what] = Counts.GetValueOrDefault(what) + count;
        foreach (var (kind, example, place) in outcome.Findings)
        {
            if (_noticed.Add((kind, example)))
                _findings.AddAt(kind, example, place);
        }

        _report?.Invoke(outcome.Lines);
    }

    private BatchOutcome NewOutcome() => new() { HasLines = _report is not null };
}
