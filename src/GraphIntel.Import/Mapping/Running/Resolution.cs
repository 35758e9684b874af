using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>After all rows are checked: finds the nodes that the rows refer to and do not make.</summary>
internal static class Resolution
{
    private const int ChunkSize = 1_000;

    /// <summary>Checks the values that several rows gave: what is required, and the order of dates.</summary>
    public static void CheckMerged(
        IReadOnlyList<MappingState> states, IdentityTable identities, IReadOnlyList<string> files, ImportDiagnostics diagnostics)
    {
        var makers = states.SelectMany(state => state.Plan.Entries).Where(entry => entry.IsMerged).ToDictionary(entry => entry.Number);
        foreach (var identity in identities.All)
        {
            if (identity.Values is null || !makers.TryGetValue(identity.Maker, out var entry))
                continue;
            try
            {
                EntryValues.Check(entry, identity.Values);
            }
            catch (RowException failure)
            {
                diagnostics.Add(files[identity.First.File], identity.First.Line, null, $"{WriteErrors.Show(identity.Id)}: {failure.Message}");
            }
        }
    }

    /// <summary>Checks that no node is above itself in a hierarchy.</summary>
    public static void CheckHierarchies(IdentityTable identities, IReadOnlyList<string> files, ImportDiagnostics diagnostics)
    {
        foreach (var (type, nodes) in identities.FindCycles())
            diagnostics.Add(files[nodes[0].First.File], nodes[0].First.Line, null, WriteErrors.DescribeCycle(type, nodes.ConvertAll(node => node.Id)));
    }

    /// <summary>Looks up the nodes that are created only if the store does not have them.</summary>
    public static async Task LeaveAloneAsync(
        IGraphStore store, IReadOnlyList<MappingState> states, IdentityTable identities, CancellationToken cancellation)
    {
        var makers = states.SelectMany(state => state.Plan.Entries).Where(entry => entry.IsLeftAlone).Select(entry => entry.Number).ToHashSet();
        if (makers.Count == 0)
            return;
        foreach (var chunk in identities.All.Where(identity => makers.Contains(identity.Maker)).Chunk(ChunkSize))
        {
            var found = await store.FindAsync([.. chunk.Select(identity => identity.Id)], cancellation).ConfigureAwait(false);
            foreach (var identity in chunk)
                identity.IsMatched |= found.ContainsKey(identity.Id);
        }
    }

    /// <summary>Looks the nodes up in the store. Those that must exist and do not are errors; others are left out.</summary>
    public static async Task RunAsync(
        IGraphStore store, IdentityTable identities, IReadOnlyList<string> files, ImportDiagnostics diagnostics,
        Findings findings, CancellationToken cancellation)
    {
        var unknown = identities.All.Where(identity => identity.Maker < 0).ToList();
        foreach (var chunk in unknown.Chunk(ChunkSize))
        {
            var found = await store.FindAsync([.. chunk.Select(identity => identity.Id)], cancellation).ConfigureAwait(false);
            foreach (var identity in chunk)
            {
                if (found.ContainsKey(identity.Id))
                    continue;
                identity.IsMissing = true;
                var (file, line) = identity.First;
                if (identity.IsNeeded)
                {
                    diagnostics.Add(files[file], line, null, $"{WriteErrors.Show(identity.Id)} is neither made by the mapping nor in the store");
                    continue;
                }

                findings.At = (files[file], line);
                findings.Add("node that is neither made nor in the store, left out with what leads to it", identity.Id);
            }
        }
    }
}
