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

    /// <summary>What need not be read; null if anything can be stored. Batches are prepared with it on another thread.</summary>
    private volatile KnownRecords? _known;

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

    /// <summary>
    /// Makes a batch while others are written, if it can be foreseen: what is recorded of its rows is known, and nothing that it makes is stored.
    /// </summary>
    public async Task<PreparedBatch> PrepareAsync(BatchDraft draft, CancellationToken cancellation)
    {
        if (_known is not { } known || _record is not { } record || draft.IsEmpty)
            return new PreparedBatch(draft);
        var scope = new ForeseenScope(_store, cancellation);
        try
        {
            var made = await MakeAsync(draft, new LedgerScope(scope, overlay: null, known), record.Number, NewOutcome()).ConfigureAwait(false);
            known.Add(await made.Batch.Records.ConfigureAwait(false));
            return new PreparedBatch(draft, made, scope.New) { Known = known };
        }
        catch (NotForeseenException)
        {
            return new PreparedBatch(draft);
        }
    }

    /// <summary>Writes a batch of rows.</summary>
    public Task WriteAsync(BatchDraft draft, CancellationToken cancellation) => WriteAsync(new PreparedBatch(draft), NoMore<PreparedBatch>, cancellation);

    /// <summary>Writes batches of rows in one transaction, as many as suit the store.</summary>
    /// <param name="first">The first.</param>
    /// <param name="next">Gives the one after those that were given; null if there are no more.</param>
    /// <param name="cancellation">Cancels the write.</param>
    /// <exception cref="RowsNeededException">
    /// Something was taken for new and is not, and several batches were given: none of them is written, and from now on everything is looked for.
    /// </exception>
    public async Task WriteAsync(PreparedBatch first, Func<ValueTask<PreparedBatch?>> next, CancellationToken cancellation)
    {
        var given = new List<PreparedBatch> { first };
        if (!first.Draft.IsEmpty)
            await RunAsync(WorkOn(first), NextAsync, cancellation).ConfigureAwait(false);
        given.ForEach(batch => batch.End());

        async ValueTask<BatchWork?> NextAsync()
        {
            if (await next().ConfigureAwait(false) is not { } batch)
                return null;
            given.Add(batch);
            return WorkOn(batch);
        }
    }

    private static ValueTask<T?> NoMore<T>()
        where T : class => ValueTask.FromResult<T?>(null);

    private BatchWork WorkOn(PreparedBatch batch) => new((scope, import, outcome) => MakeAsync(batch.Draft, scope, import, outcome), batch);

    private async ValueTask<MadeBatch> MakeAsync(BatchDraft draft, LedgerScope scope, long import, BatchOutcome outcome)
    {
        var maker = new BatchMaker(_store.Model, scope, import, _mappings, outcome);
        var batch = await maker.MakeAsync(draft).ConfigureAwait(false);
        return new MadeBatch(batch, maker.Log, maker.IsEmpty, maker.Candidates, outcome);
    }

    /// <summary>
    /// Ends the import: removes what has lost its rows, computes merged values again, and records the end, also of an import that changed
    /// nothing: it tells that the files were checked.
    /// </summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        await Upkeep.RunAsync(make => RunUpkeepAsync(make, cancellation)).ConfigureAwait(false);
        await RecordEndAsync(cancellation).ConfigureAwait(false);
    }

    private Task RunUpkeepAsync(Func<Upkeep, ValueTask<GraphBatch>> make, CancellationToken cancellation)
    {
        var work = new BatchWork(
            async (scope, _, outcome) =>
            {
                if (_isDryRun)
                    await scope.DeleteAsync(_wouldBeDeleted).ConfigureAwait(false);
                var upkeep = new Upkeep(_store.Model, scope, _mappings, outcome);
                var batch = await make(upkeep).ConfigureAwait(false);
                return new MadeBatch(batch, upkeep.Log, upkeep.IsEmpty, upkeep.Deleted, outcome);
            },
            Prepared: null);
        return RunAsync(work, NoMore<BatchWork>, cancellation);
    }

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
                return new GraphBatch([], []).With(Put(ended));
            },
            cancellation).ConfigureAwait(false);
        _record = ended;
    }

    private static Dictionary<string, byte[]?> Put(ImportRecord record) =>
        new(StringComparer.Ordinal) { [RecordKeys.Import(record.Number)] = record.ToBytes() };

    /// <summary>Writes batches in one transaction, as many as suit the store; in a dry run, makes the first.</summary>
    private async Task RunAsync(BatchWork first, Func<ValueTask<BatchWork?>> next, CancellationToken cancellation)
    {
        if (_isDryRun)
        {
            var made = await _store.TryAsync(scope => first.Make(new LedgerScope(scope, _overlay), long.MaxValue, NewOutcome()), cancellation).ConfigureAwait(false);
            _wouldBeDeleted.UnionWith(made.Candidates);
            foreach (var (key, value) in await made.Batch.Records.ConfigureAwait(false))
                _overlay![key] = value;
            Report(made.Outcome);
            return;
        }

        var works = new List<BatchWork> { first };
        try
        {
            await WriteAsync(works, next, cancellation).ConfigureAwait(false);
        }
        catch (StoreException failure) when (failure.Failure == StoreFailure.Exists && _known is not null)
        {
            // Something was taken for new and is not: from now on everything is looked for.
            _known = null;
            if (works.Count > 1)
                throw new RowsNeededException();
            await WriteAsync(works, NoMore<BatchWork>, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Writes batches in one transaction.</summary>
    /// <param name="works">The first of them; the others are added.</param>
    /// <param name="next">Gives the others.</param>
    /// <param name="cancellation">Cancels the write.</param>
    private async Task WriteAsync(List<BatchWork> works, Func<ValueTask<BatchWork?>> next, CancellationToken cancellation)
    {
        var outcomes = new List<BatchOutcome>();
        var unknown = new List<Task<IReadOnlyDictionary<string, byte[]?>>>();
        ImportRecord? current = null, record = null;
        await _store.WriteBatchesAsync(
            async (scope, number) =>
            {
                if (number == 0)
                {
                    outcomes.Clear();
                    unknown.Clear();
                    // The store tries again.
                    if (works.Count > 1)
                    {
                        _known = null;
                        throw new RowsNeededException();
                    }

                    current = await CurrentAsync(new LedgerScope(scope, overlay: null)).ConfigureAwait(false);
                    record = _record;
                }
                else if (number == works.Count)
                {
                    // What follows a batch that was not foreseen is prepared when it is written.
                    if (!IsForeseen(works[^1]) || await next().ConfigureAwait(false) is not { } another)
                        return null;
                    works[^1].Prepared!.Release();
                    works.Add(another);
                }

                var isForeseen = IsForeseen(works[number]);
                var made = isForeseen ? works[number].Prepared!.TakeMade(scope)
                    : await works[number].Make(new LedgerScope(scope, overlay: null, _known), current!.Number, NewOutcome()).ConfigureAwait(false);
                outcomes.Add(made.Outcome);
                if (!isForeseen)
                    unknown.Add(made.Batch.Records);
                if (made.IsEmpty)
                    return made.Batch;
                record = current = current! with
                {
                    Batches = current.Batches + 1,
                    Counts = Sum(current.Counts, made.Outcome.Counts),
                    Replaces = [.. current.Replaces.Union(made.Outcome.Replaces).Where(other => other != current.Number).Order()],
                };
                return made.Batch with { Records = AddAsync(made.Batch.Records, current, made.Log) };
            },
            cancellation).ConfigureAwait(false);
        foreach (var records in unknown)
            _known?.Add(await records.ConfigureAwait(false));
        outcomes.ForEach(Report);
        _record = record;
    }

    /// <summary>Whether a batch is made already, of what the import still takes for known.</summary>
    private bool IsForeseen(BatchWork work) => work.Prepared is { Made: not null } prepared && prepared.Known == _known;

    /// <summary>Adds the records of the import and of what the batch does, which are made while its rows are written.</summary>
    private static async Task<IReadOnlyDictionary<string, byte[]?>> AddAsync(
        Task<IReadOnlyDictionary<string, byte[]?>> records, ImportRecord record, LogRecord log)
    {
        var made = Task.Run(log.ToBytes);
        return new Dictionary<string, byte[]?>(await records.ConfigureAwait(false), StringComparer.Ordinal)
        {
            [RecordKeys.Import(record.Number)] = record.ToBytes(),
            [RecordKeys.Log(record.Number, record.Batches)] = await made.ConfigureAwait(false),
        };
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
}

/// <summary>A batch that is going to be written.</summary>
/// <param name="Make">Makes it in its transaction, for the import with a number.</param>
/// <param name="Prepared">What was prepared of it; null if nothing was.</param>
internal sealed record BatchWork(Func<LedgerScope, long, BatchOutcome, ValueTask<MadeBatch>> Make, PreparedBatch? Prepared);
