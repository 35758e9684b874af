using System.Security.Cryptography;
using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Ledger;
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
        var hashes = Task.WhenAll(request.Files.Select(file => Task.Run(() => file.HashAsync(cancellation), cancellation)));
        var states = new List<MappingState>();
        try
        {
            foreach (var (plan, files) in tables)
            {
                Preparation.FillCodes(plan, files, request.Files, findings, cancellation);
                var (older, gathered) = Preparation.FindRepeated(plan, files, findings, cancellation);
                var state = new MappingState((short)states.Count, plan, names, identities, findings) { Skipped = older, Gathered = gathered };
                new FirstPass(plan, state).Run(files, diagnostics, progress, cancellation);
                states.Add(state);
            }
        }
        finally
        {
            // The files are the caller's.
            await ((Task)hashes).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Resolution.RunAsync(store, identities, names, diagnostics, findings, cancellation).ConfigureAwait(false);
        Resolution.CheckMerged(states, identities, names, diagnostics);
        Resolution.CheckHierarchies(identities, names, diagnostics);
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
        var session = await BeginAsync(store, request, tables, await hashes.ConfigureAwait(false), findings, cancellation).ConfigureAwait(false);
        var reader = new StoreReader(store);
        var matcher = new NodeMatcher(store, reader, findings);
        foreach (var state in states)
        {
            await foreach (var (key, id) in ImportList.ReadAllAsync(store, RecordKeys.Matches(state.Plan.Name), cancellation).ConfigureAwait(false))
                state.Recognized[key[RecordKeys.Matches(state.Plan.Name).Length..]] = Encoding.UTF8.GetString(id);
            foreach (var matching in state.Matching)
                await matcher.RunAsync(matching, state.Recognized, cancellation).ConfigureAwait(false);
            foreach (var entry in state.Plan.Entries)
                state.Relationships[entry.Index] = await RelationshipMatcher.CreateAsync(entry, reader, state.Recognized, cancellation).ConfigureAwait(false);
            state.BuildSpans();
        }

        result = result with { Matched = matcher.Matched };
        return await new MappingWriter(store, request, tables, states, session, progress).RunAsync(result, matcher, cancellation).ConfigureAwait(false);
    }

    private static async Task<ImportSession> BeginAsync(
        IGraphStore store, MappingRequest request, List<(MappingPlan Plan, List<(TableFile File, int Index)> Files)> tables, string[] hashes, Findings findings,
        CancellationToken cancellation)
    {
        var files = request.Files.Zip(hashes, (file, hash) => new ImportedFile(Path.GetFileName(file.Name), hash, file.Length)).ToList();
        var template = new ImportRecord
        {
            Number = 0,
            Started = DateTime.UtcNow,
            Mapping = request.MappingName,
            MappingHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.MappingText))),
            Tables = [.. tables.Select(table => table.Plan.Withdraws ?? table.Plan.Name).Distinct()],
            Files = files,
            Given = new SortedDictionary<string, string>(request.Set.ToDictionary(), StringComparer.Ordinal),
        };
        if (request.Report is { } report)
            findings.Listener = (kind, example, place) => report([new ReportLine("finding", "", example, "", place, kind)]);
        return await ImportSession.BeginAsync(store, template, request.IsDryRun, findings, request.Report, cancellation).ConfigureAwait(false);
    }

    private static List<(MappingSyntax Syntax, MappingPlan Plan)> Compile(GraphModel model, MappingRequest request)
    {
        var diagnostics = new MappingDiagnostics(request.MappingName);
        var plans = new List<(MappingSyntax, MappingPlan)>();
        var documents = MappingReader.Read(request.MappingText, diagnostics);
        var asked = documents.SelectMany(syntax => syntax.Given).Select(given => given.Name.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var syntax in documents)
        {
            if (syntax.Withdraws is { } table && documents.All(other => other.Name.Text != table.Text))
                diagnostics.Add(table.Position, $"the mapping has no table {WriteErrors.Show(table.Text)}");
            // A table without a file asks for nothing.
            var isUsed = documents.Count == 1 || request.Files.Any(file => TableOf(file.Name, documents, syntax => syntax.Read.File) == syntax);
            var given = MappingCompiler.ResolveGiven(
                syntax, request.Set, [.. request.Files.Select(file => Path.GetFileName(file.Name))], asked, isUsed, diagnostics);
            // What is not given is one error, not one for each value that needs it.
            if (!given.ContainsValue(MappingCompiler.NotGiven)
                && MappingCompiler.Compile(syntax, model, given, request.Encoding, diagnostics) is { } plan)
            {
                plans.Add((syntax, plan));
            }
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
            if (!isForCodes && TableOf(file.Name, [.. plans.Select(pair => pair.Plan)], plan => plan.FilePattern) is { } plan)
                tables.Find(candidate => candidate.Plan == plan).Files.Add((file, index));
            else if (!isForCodes)
                throw new ImportException($"{file.Name} is no file of the mapping: expected {string.Join(", ", tables.Select(pair => pair.Plan.FilePattern))}.");
        }

        return [.. tables.Where(table => table.Files.Count > 0)];
    }

    /// <summary>
    /// The table of a file: that with the most specific pattern, since *.txt is for what no other is for. Standard input is the first.
    /// </summary>
    private static T? TableOf<T>(string file, IReadOnlyList<T> tables, Func<T, string?> pattern)
        where T : class => file == TableFile.StandardInputName && tables.Count > 0 ? tables[0] : tables
        .Where(table => pattern(table) is not { } patterns || FileNames.Match(file, patterns))
        .OrderByDescending(table => pattern(table)?.Length).FirstOrDefault();
}
