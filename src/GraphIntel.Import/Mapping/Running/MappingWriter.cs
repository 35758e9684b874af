using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Ledger;
using GraphIntel.Import.Mapping.Matching;
using GraphIntel.Import.Mapping.Reading;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>Writes what the checked rows make, and withdraws the rows that are gone.</summary>
internal sealed class MappingWriter(
    IGraphStore store, MappingRequest request, List<(MappingPlan Plan, List<(TableFile File, int Index)> Files)> tables,
    List<MappingState> states, ImportSession session, IImportProgress progress)
{
    /// <summary>Withdrawn rows of a batch: each deletes some nodes and relationships.</summary>
    private const int WithdrawnRows = 1_000;

    /// <summary>Rows that are withdrawn by one key: those of an event, for example.</summary>
    private const int RowsOfKey = 1_000;

    /// <summary>Writes everything.</summary>
    public async Task<MappingResult> RunAsync(MappingResult result, NodeMatcher matcher, CancellationToken cancellation)
    {
        // The first pass noticed what rows have; the second only what follows from all of them.
        result.Findings.IsActive = false;
        await WriteMatchesAsync(matcher, cancellation).ConfigureAwait(false);
        long before = 0;
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        for (var index = 0; index < tables.Count; index++)
        {
            var (plan, files) = tables[index];
            var start = before;
            before += states[index].Rows;
            if (plan.Withdraws is not null)
            {
                await WithdrawAsync(plan.Withdraws, states[index], cancellation).ConfigureAwait(false);
                continue;
            }

            // Only an import after the first asks which rows are gone; the keys of a million rows take some 100 MB.
            if (session.IsFirst)
            {
                states[index].Keys.Clear();
                states[index].Keys.TrimExcess();
            }

            foreach (var (type, count) in await WriteRowsAsync(states[index], files, ReportAsync, cancellation).ConfigureAwait(false))
                counts[type] = counts.GetValueOrDefault(type) + count;
            await FindGoneAsync(plan, states[index], cancellation).ConfigureAwait(false);

            Task ReportAsync(long rows)
            {
                progress.Report(ImportPhase.Writing, start + rows, result.Rows);
                return Task.CompletedTask;
            }
        }

        await session.EndAsync(cancellation).ConfigureAwait(false);
        return result with
        {
            Import = session.Number,
            Counts = counts,
            Decisions = session.Counts,
            Written = new WriteSummary(Number(Decisions.Created), Number(Decisions.Changed), Number(Decisions.Unchanged)) { Deleted = Number(Decisions.Deleted) },
        };
    }

    /// <summary>Writes what the rows of a table make; returns the number of nodes and relationships by type.</summary>
    private async Task<SortedDictionary<string, long>> WriteRowsAsync(
        MappingState state, IReadOnlyList<(TableFile File, int Index)> files, Func<long, Task> flushed, CancellationToken cancellation)
    {
        var pipeline = new BatchPipeline(session);
        while (true)
        {
            var sink = new RowSink(state.Plan);
            try
            {
                await pipeline.RunAsync(new SecondPass(state.Plan, state, sink).MakeBatches(files), flushed, cancellation).ConfigureAwait(false);
                return sink.Counts;
            }
            catch (RowsNeededException)
            {
                // Once at most: after that, nothing is taken for new.
                state.ForgetWritten();
            }
        }
    }

    private void AddFinding(string kind, string example)
    {
        var outcome = session.NewOutcome();
        outcome.AddFinding(kind, example, "");
        session.Report(outcome);
    }

    private long Number(string decision) => session.Counts.GetValueOrDefault(decision);

    /// <summary>Records what nodes were recognized as, and adds to the lists of what was recognized.</summary>
    private async Task WriteMatchesAsync(NodeMatcher matcher, CancellationToken cancellation)
    {
        var outcome = session.NewOutcome();
        foreach (var state in states)
        {
            var sink = new RowSink(state.Plan);
            foreach (var (entry, ownId, identity) in matcher.Decisions.Where(decision => state.Plan.Entries.Contains(decision.Entry)))
            {
                outcome.Add(entry.Type.Name, identity.Id, entry.Type is RelationshipType, Decisions.Matched, PlaceOf(state, identity));
                if (state.Recognized.GetValueOrDefault(ownId) != identity.Id)
                    sink.AddMatch(ownId, identity.Id);
            }

            foreach (var chunk in sink.Take().Matches.Chunk(BatchWriter.BatchSize))
            {
                var draft = new BatchDraft();
                draft.Matches.AddRange(chunk);
                await session.WriteAsync(draft, cancellation).ConfigureAwait(false);
            }
        }

        session.Report(outcome);
        foreach (var rows in matcher.Additions)
        {
            foreach (var chunk in rows.Rows.Chunk(BatchWriter.BatchSize))
            {
                var sink = new RowSink(states[0].Plan);
                sink.AddToLists(rows with { Rows = chunk });
                await session.WriteAsync(sink.Take(), cancellation).ConfigureAwait(false);
            }
        }
    }

    private static string PlaceOf(MappingState state, Rows.Identity identity) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{state.FileNames[identity.First.File]}:{identity.First.Line}");

    /// <summary>Withdraws the rows of another table that have the keys of the rows.</summary>
    private async Task WithdrawAsync(string mapping, MappingState state, CancellationToken cancellation)
    {
        var draft = new BatchDraft();
        foreach (var key in state.Keys)
        {
            var prefix = RecordKeys.Row(mapping, key);
            var found = await store.ReadRecordsAsync(prefix, "", RowsOfKey, cancellation).ConfigureAwait(false);
            var rows = found.Where(record => record.Key == prefix || record.Key.StartsWith(prefix + "/", StringComparison.Ordinal)).ToList();
            if (rows.Count == 0)
                AddFinding($"withdrawn row that {mapping} has not imported, or that was withdrawn before", key);
            draft.Withdrawn.AddRange(rows.Select(record => (mapping, record.Key)));
            if (draft.Withdrawn.Count >= WithdrawnRows)
            {
                await session.WriteAsync(draft, cancellation).ConfigureAwait(false);
                draft = new BatchDraft();
            }
        }

        await session.WriteAsync(draft, cancellation).ConfigureAwait(false);
    }

    /// <summary>Finds the rows of earlier imports that the files should have and do not: lists them, or withdraws them.</summary>
    private async Task FindGoneAsync(MappingPlan plan, MappingState state, CancellationToken cancellation)
    {
        var coverage = request.Coverage ?? plan.Coverage;
        if (coverage == Syntax.Coverage.None || session.IsFirst)
            return;
        if (state.Keys.Count == 0)
        {
            AddFinding("table without rows: so no row is taken for gone; to delete all, undo its imports", plan.Name);
            return;
        }

        if (state.HasUnknownKey)
        {
            AddFinding("row with an error in its key: so no row is taken for gone", plan.Name);
            return;
        }

        var keys = state.Keys.Select(key => RecordKeys.Row(plan.Name, key)).ToHashSet(StringComparer.Ordinal);
        var draft = new BatchDraft();
        var prefix = RecordKeys.Rows(plan.Name);
        await foreach (var (key, value) in ImportList.ReadAllAsync(store, prefix, cancellation).ConfigureAwait(false))
        {
            if (keys.Contains(key) || (coverage == Syntax.Coverage.Pairs && (RowRecord.Read(value).Covers is not { } covered || !state.Covered.Contains(covered))))
                continue;
            var outcome = session.NewOutcome();
            outcome.AddRow(plan.Name, key[prefix.Length..], Decisions.Gone, "");
            session.Report(outcome);
            if (!request.Prunes)
                continue;
            draft.Withdrawn.Add((plan.Name, key));
            if (draft.Withdrawn.Count < WithdrawnRows)
                continue;
            await session.WriteAsync(draft, cancellation).ConfigureAwait(false);
            draft = new BatchDraft();
        }

        await session.WriteAsync(draft, cancellation).ConfigureAwait(false);
    }
}
