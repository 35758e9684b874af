using GraphIntel.Core.Storage;
using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>
/// The batches of one import, each with its records in one transaction. An import that was interrupted goes on under its number. In a
/// dry run batches are made and rolled back.
/// </summary>
internal sealed class ImportSession
{
    private readonly IGraphStore _store;
    private readonly ImportRecord _template;
    private readonly bool _isDryRun;
    private readonly bool _hasReport;
    private readonly Findings _findings;
    private readonly Action<IReadOnlyList<ReportLine>> _report;
    private readonly SortedDictionary<string, byte[]?>? _overlay;
    private readonly HashSet<string> _mappings;
    private readonly HashSet<string> _wouldBeDeleted = new(StringComparer.Ordinal);
    private readonly HashSet<(string Kind, string Example)> _noticed = [];
    private readonly Dictionary<long, long> _others;
    private ImportRecord? _record;
    private KnownRecords? _known;

    private ImportSession(
        IGraphStore store, ImportRecord template, IReadOnlyList<ImportRecord> imports, bool isDryRun, Findings findings,
        Action<IReadOnlyList<ReportLine>>? report)
    {
        (_store, _template, _isDryRun, _findings, _hasReport) = (store, template, isDryRun, findings, report is not null);
        _report = report ?? (_ => { });
        _overlay = isDryRun ? new SortedDictionary<string, byte[]?>(StringComparer.Ordinal) : null;
        _mappings = imports.SelectMany(import => import.Tables).Concat(template.Tables).ToHashSet(StringComparer.Ordinal);
        _record = imports.LastOrDefault(import => import is { Ended: null, IsUndoing: false } && import.IsSame(template));
        _others = imports.ToDictionary(import => import.Number, import => import.Batches);
        IsFirst = !imports.Any(import => import.Tables.Intersect(template.Tables).Any());
        _known = IsFirst && !isDryRun ? new KnownRecords(template.Tables) : null;
    }

    /// <summary>Whether nothing was imported by the mapping before.</summary>
    public bool IsFirst { get; }

    /// <summary>The number of the import; null in a dry run.</summary>
    public long? Number => _isDryRun ? null : _record?.Number;

    /// <summary>How many of what, so far.</summary>
    public SortedDictionary<string, long> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Begins an import.</summary>
    /// <param name="store">The store.</param>
    /// <param name="template">The import, with any number.</param>
    /// <param name="isDryRun">Whether nothing is written.</param>
    /// <param name="findings">Receives what is noticed.</param>
    /// <param name="report">Receives lines for each node, relationship and row; null if none are wanted.</param>
    /// <param name="cancellation">Cancels it.</param>
    public static async Task<ImportSession> BeginAsync(
        IGraphStore store, ImportRecord template, bool isDryRun, Findings findings, Action<IReadOnlyList<ReportLine>>? report, CancellationToken cancellation) =>
        new(store, template, await ImportList.ReadAsync(store, cancellation).ConfigureAwait(false), isDryRun, findings, report);

    /// <summary>Adds lines to the report.</summary>
    public void Report(BatchOutcome outcome)
    {
        foreach (var (what, count) in outcome.Counts)
            Counts[what] = Counts.GetValueOrDefault(what) + count;
        foreach (var (kind, example, place) in outcome.Findings)
        {
            // What is kept is tried again at the end of the import.
            if (_noticed.Add((kind, example)))
                _findings.AddAt(kind, example, place);
        }

        _report(outcome.Lines);
    }

    /// <summary>An empty outcome for <see cref="Report"/>.</summary>
    public BatchOutcome NewOutcome() => new() { HasLines = _hasReport };

    /// <summary>Writes a batch of rows.</summary>
    public Task WriteAsync(BatchDraft draft, CancellationToken cancellation) => draft.IsEmpty
        ? Task.CompletedTask
        : RunAsync(
            async (scope, import, outcome) =>
            {
                var maker = new BatchMaker(_store.Model, scope, import, _mappings, outcome);
                var batch = await maker.MakeAsync(draft).ConfigureAwait(false);
                return new Made(batch, maker.Log, maker.Candidates);
            },
            cancellation);

    /// <summary>
    /// Ends the import: removes what has lost its rows, computes merged values again, and records the end, also of an import that changed
    /// nothing: it tells that the files were checked.
    /// </summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        await Upkeep.RunAsync(make => RunUpkeepAsync(make, cancellation)).ConfigureAwait(false);
        await RecordEndAsync(cancellation).ConfigureAwait(false);
    }

    private Task RunUpkeepAsync(Func<Upkeep, ValueTask<GraphBatch>> make, CancellationToken cancellation) => RunAsync(
            async (scope, _, outcome) =>
            {
                if (_isDryRun)
                    await scope.DeleteAsync(_wouldBeDeleted).ConfigureAwait(false);
                var upkeep = new Upkeep(_store.Model, scope, _mappings, outcome);
                var batch = await make(upkeep).ConfigureAwait(false);
                return new Made(batch, upkeep.Log, upkeep.Deleted);
            },
            cancellation);

    private async Task RecordEndAsync(CancellationToken cancellation)
    {
        if (_isDryRun)
            return;
        await FindOthersAsync(cancellation).ConfigureAwait(false);
        ImportRecord? ended = null;
        await _store.WriteAsync(
            async scope =>
            {
                var record = await CurrentAsync(new LedgerScope(scope, overlay: null)).ConfigureAwait(false);
                ended = record with { Ended = DateTime.UtcNow, Counts = _record is null ? Counts : record.Counts };
                return new GraphBatch([], []) { Records = Put(ended) };
            },
            cancellation).ConfigureAwait(false);
        _record = ended;
    }

    private static Dictionary<string, byte[]?> Put(ImportRecord record) =>
        new(StringComparer.Ordinal) { [RecordKeys.Import(record.Number)] = record.ToBytes() };

    private async Task RunAsync(Func<LedgerScope, long, BatchOutcome, ValueTask<Made>> make, CancellationToken cancellation)
    {
        var outcome = NewOutcome();
        var record = _record;
        var records = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        if (_isDryRun)
        {
            var made = await _store.TryAsync(scope => make(new LedgerScope(scope, _overlay), long.MaxValue, outcome = NewOutcome()), cancellation).ConfigureAwait(false);
            _wouldBeDeleted.UnionWith(made.Candidates);
            foreach (var (key, value) in made.Batch.Records)
                _overlay![key] = value;
        }
        else
        {
            await _store.WriteAsync(
                async scope =>
                {
                    outcome = NewOutcome();
                    var current = await CurrentAsync(new LedgerScope(scope, overlay: null)).ConfigureAwait(false);
                    var made = await make(new LedgerScope(scope, overlay: null, _known), current.Number, outcome).ConfigureAwait(false);
                    record = _record;
                    if (made.Log.IsEmpty && made.Batch.Records.Count == 0)
                        return made.Batch;
                    record = current with
                    {
                        Batches = current.Batches + 1,
                        Counts = Sum(current.Counts, outcome.Counts),
                        Replaces = [.. current.Replaces.Union(outcome.Replaces).Where(number => number != current.Number).Order()],
                    };
                    records = new Dictionary<string, byte[]?>(made.Batch.Records, StringComparer.Ordinal)
                    {
                        [RecordKeys.Import(record.Number)] = record.ToBytes(),
                        [RecordKeys.Log(record.Number, record.Batches)] = made.Log.ToBytes(),
                    };
                    return made.Batch with { Records = records };
                },
                cancellation).ConfigureAwait(false);
            _known?.Add(records);
        }

        _record = record;
        Report(outcome);
    }

    /// <summary>The record as this process wrote it last, or a new one. An import that seemed to be interrupted can be another process's.</summary>
    /// <exception cref="StoreException">Another process went on with the import, or undoes it.</exception>
    private async ValueTask<ImportRecord> CurrentAsync(LedgerScope scope)
    {
        var imports = new List<ImportRecord>();
        await foreach (var (_, value) in scope.ReadAllAsync(RecordKeys.Imports).ConfigureAwait(false))
            imports.Add(ImportRecord.Read(value));
        // Whoever imports or undoes at the same time can change any record.
        if (imports.Exists(IsOthersWork))
            _known = null;
        if (_record is not { } record)
            return _template with { Number = (imports.Count == 0 ? 0 : imports[^1].Number) + 1 };
        if (imports.Find(import => import.Number == record.Number) is { Ended: null, IsUndoing: false } now && now.Batches == record.Batches)
            return record;
        throw new StoreException(
            StoreFailure.WriteRefused,
            $"Another process imports the same files as import {record.Number}, or undoes it. This one stopped, and what it wrote is part of that import. "
            + "When the other process has ended, run the import again.");
    }

    /// <summary>Whether another process has written for an import, or undone some of it, since this one began.</summary>
    private bool IsOthersWork(ImportRecord import) =>
        import.Number != _record?.Number && !(_others.TryGetValue(import.Number, out var batches) && batches == import.Batches);

    /// <summary>Notices other imports that wrote at the same time: what they made was not there when nodes were recognized.</summary>
    private async Task FindOthersAsync(CancellationToken cancellation)
    {
        foreach (var import in await ImportList.ReadAsync(_store, cancellation).ConfigureAwait(false))
        {
            if (import.Number != _record?.Number && (!_others.TryGetValue(import.Number, out var batches) || batches < import.Batches))
            {
                _findings.AddAt(
                    "import that wrote at the same time, so that nodes of both were perhaps not recognized as the same: undo one and run it again",
                    import.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), "");
            }
        }
    }

    private static SortedDictionary<string, long> Sum(SortedDictionary<string, long> counts, Dictionary<string, long> more)
    {
        var sum = new SortedDictionary<string, long>(counts, StringComparer.Ordinal);
        foreach (var (what, count) in more)
            sum[what] = sum.GetValueOrDefault(what) + count;
        return sum;
    }

    private sealed record Made(GraphBatch Batch, LogRecord Log, IReadOnlyCollection<string> Candidates);
}
