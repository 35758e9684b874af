using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Matching;
using GraphIntel.Import.Mapping.Reading;
using GraphIntel.Import.Mapping.Rows;
using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>Imports tables by a mapping: checks the mapping, then all rows, then writes.</summary>
internal static class MappingImport
{
    /// <summary>Runs an import.</summary>
    /// <param name="store">The store, prepared.</param>
    /// <param name="request">What is imported.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellation">Stops the import between two rows or batches.</param>
    /// <exception cref="MappingException">The mapping has errors.</exception>
    /// <exception cref="ImportException">A file cannot be read, or lacks a column.</exception>
    public static async Task<MappingResult> RunAsync(
        IGraphStore store, MappingRequest request, IImportProgress progress, CancellationToken cancellation)
    {
        var plans = Compile(store.Model, request);
        var findings = new Findings();
        var diagnostics = new ImportDiagnostics();
        var identities = new IdentityTable();
        var names = request.Files.Select(file => file.Name).ToList();
        var tables = Assign(plans, request.Files);
        var states = new List<MappingState>();
        foreach (var (plan, files) in tables)
        {
            Preparation.FillCodes(plan, files, request.Files, findings, cancellation);
            var state = new MappingState(plan, names, identities, findings)
            {
                Skipped = Preparation.FindOlder(plan, files, findings, cancellation),
            };
            new FirstPass(plan, state).Run(files, diagnostics, progress, cancellation);
            states.Add(state);
        }

        await Resolution.RunAsync(store, identities, names, diagnostics, findings, cancellation).ConfigureAwait(false);
        Resolution.CheckMerged(states, identities, names, diagnostics);
        var bad = states.Sum(state => state.BadRows);
        var result = new MappingResult
        {
            Rows = states.Sum(state => state.Rows),
            BadRows = bad,
            Diagnostics = diagnostics,
            Findings = findings,
            IsRefused = diagnostics.Count > bad || bad > request.MaxBadRows,
        };
        if (result.IsRefused)
            return result;
        await Resolution.LeaveAloneAsync(store, states, identities, cancellation).ConfigureAwait(false);
        var reader = new StoreReader(store);
        var matcher = new NodeMatcher(store, reader, findings);
        foreach (var state in states)
        {
            foreach (var matching in state.Matching)
                await matcher.RunAsync(matching, cancellation).ConfigureAwait(false);
            foreach (var entry in state.Plan.Entries)
                state.Relationships[entry.Index] = await RelationshipMatcher.CreateAsync(entry, reader, cancellation).ConfigureAwait(false);
            state.BuildSpans();
        }

        result = result with { Matched = matcher.Matched, Additions = matcher.Additions };
        return await WriteAsync(store, request, tables, states, result, progress, cancellation).ConfigureAwait(false);
    }

    private static async Task<MappingResult> WriteAsync(
        IGraphStore store, MappingRequest request, List<(MappingPlan Plan, List<(TableFile File, int Index)> Files)> tables,
        List<MappingState> states, MappingResult result, IImportProgress progress, CancellationToken cancellation)
    {
        var batch = new BatchWriter(request.IsDryRun ? new Preview(store).CountAsync : store.WriteAsync);
        foreach (var rows in result.Additions)
            batch.Add(rows);
        long before = 0;
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        // The first pass noticed what rows have; the second only what follows from all of them.
        result.Findings.IsActive = false;
        for (var index = 0; index < tables.Count; index++)
        {
            var sink = new RowSink(tables[index].Plan);
            var start = before;
            await new SecondPass(tables[index].Plan, states[index], sink).RunAsync(tables[index].Files, batch, ReportAsync, cancellation).ConfigureAwait(false);
            before += states[index].Rows;
            foreach (var (type, count) in sink.Counts)
                counts[type] = counts.GetValueOrDefault(type) + count;

            Task ReportAsync(long rows)
            {
                progress.Report(ImportPhase.Writing, start + rows, result.Rows);
                return Task.CompletedTask;
            }
        }

        return result with { Counts = counts, Written = batch.Summary };
    }

    private static List<(MappingSyntax Syntax, MappingPlan Plan)> Compile(GraphModel model, MappingRequest request)
    {
        var diagnostics = new MappingDiagnostics(request.MappingName);
        var plans = new List<(MappingSyntax, MappingPlan)>();
        var mappings = MappingReader.Read(request.MappingText, diagnostics);
        MappingCompiler.CheckGiven(mappings, request.Set, diagnostics);
        foreach (var syntax in mappings)
        {
            var given = MappingCompiler.ResolveGiven(syntax, request.Set, [.. request.Files.Select(file => Path.GetFileName(file.Name))], diagnostics);
            if (MappingCompiler.Compile(syntax, model, given, request.Encoding, diagnostics) is { } plan)
                plans.Add((syntax, plan));
        }

        var number = 0;
        foreach (var entry in plans.SelectMany(pair => pair.Item2.Entries))
            entry.Number = number++;
        return diagnostics.Count == 0 ? plans : throw new MappingException(diagnostics.Lines);
    }

    /// <summary>The files of each table, by the pattern of their names if there are several tables.</summary>
    private static List<(MappingPlan Plan, List<(TableFile File, int Index)> Files)> Assign(
        List<(MappingSyntax Syntax, MappingPlan Plan)> plans, IReadOnlyList<TableFile> files)
    {
        var tables = plans.ConvertAll(pair => (pair.Plan, Files: new List<(TableFile, int)>()));
        for (var index = 0; index < files.Count; index++)
        {
            var file = files[index];
            var isForCodes = plans.Exists(pair => pair.Plan.CodeRows.Any(rows => rows.File is { } pattern && FileNames.Match(file.Name, pattern)));
            // The most specific pattern: *.txt is for what no other is for.
            var table = Enumerable.Range(0, tables.Count)
                .Where(candidate => tables[candidate].Plan.FilePattern is { } pattern ? FileNames.Match(file.Name, pattern) && !isForCodes : !isForCodes)
                .OrderByDescending(candidate => tables[candidate].Plan.FilePattern?.Length).FirstOrDefault(-1);
            if (table >= 0)
                tables[table].Files.Add((file, index));
            else if (!isForCodes)
                throw new ImportException($"{file.Name} is no file of the mapping: expected {string.Join(", ", tables.Select(pair => pair.Plan.FilePattern))}.");
        }

        return [.. tables.Where(table => table.Files.Count > 0)];
    }
}
