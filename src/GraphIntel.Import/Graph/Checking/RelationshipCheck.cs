using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Graph.Reading;

namespace GraphIntel.Import.Graph.Checking;

/// <summary>
/// Checks the constraints between relationships of one type: no two with the same ends if the type has no ids (in either order of
/// the ends, if the model follows it only in both directions), at most one if a field is to-one, no cycle in a hierarchy.
/// </summary>
internal sealed class RelationshipCheck(
    RelationshipType type, IdTable ids, IReadOnlyList<GraphFile> files, ImportDiagnostics diagnostics)
{
    private const string SourceColumn = ":START_ID";
    private const string TargetColumn = ":END_ID";

    private readonly Dictionary<(int Source, int Target), SourceLocation>? _pairs = type.Id is null ? [] : null;
    private readonly Dictionary<int, Link>? _bySource = type.OnePerSource ? [] : null;
    private readonly Dictionary<int, Link>? _byTarget = type.OnePerTarget ? [] : null;

    /// <summary>Adds a row of the files.</summary>
    public void Add(int source, int target, SourceLocation location)
    {
        if (_pairs is not null && !_pairs.TryAdd((source, target), location))
        {
            AddError(
                location, TargetColumn,
                $"duplicate {type.Type} from {ids[source]} to {ids[target]}, already in {Format(_pairs[(source, target)])}");
            return;
        }

        if (type.IsSymmetric && _pairs!.TryGetValue((target, source), out var mirror))
        {
            AddError(
                location, TargetColumn,
                $"duplicate {type.Type}, already in {Format(mirror)} from {ids[target]} to {ids[source]}; {WriteErrors.UndirectedIsUnique}");
            return;
        }

        if (_bySource is not null && !_bySource.TryAdd(source, new Link(target, location)))
        {
            var first = _bySource[source];
            AddError(
                location, SourceColumn,
                $"{ids[source]} has {type.Type} to {ids[first.Other]} in {Format(first.Location)}; only one is allowed");
        }

        if (_byTarget is not null && !_byTarget.TryAdd(target, new Link(source, location)))
        {
            var first = _byTarget[target];
            AddError(
                location, TargetColumn,
                $"{ids[target]} has {type.Type} from {ids[first.Other]} in {Format(first.Location)}; only one is allowed");
        }
    }

    /// <summary>Whether the files have a relationship between these ends; only for types without stored ids.</summary>
    public bool Contains(string source, string target) =>
        _pairs is not null
        && ids.Find(source) is >= 0 and var from
        && ids.Find(target) is >= 0 and var to
        && _pairs.ContainsKey((from, to));

    /// <summary>Checks the added rows against the relationships in the store.</summary>
    public async Task CompleteAsync(IGraphStore store, CancellationToken cancellation)
    {
        if (_bySource is null && _byTarget is null && !type.IsSymmetric)
            return;
        var stored = await store.ReadEndsAsync(type, cancellation).ConfigureAwait(false);
        if (type.IsSymmetric)
            CheckMirrors(stored);
        foreach (var ends in stored)
        {
            if (IsReplaced(ends))
                continue;
            var (source, target) = (ids.Find(ends.Source), ids.Find(ends.Target));
            if (source >= 0 && _bySource is not null && _bySource.TryGetValue(source, out var link) && link.Other != target)
            {
                AddError(
                    link.Location, SourceColumn,
                    $"{ends.Source} has {type.Type} to {ends.Target} in the store; only one is allowed");
            }

            if (target >= 0 && _byTarget is not null && _byTarget.TryGetValue(target, out link) && link.Other != source)
            {
                AddError(
                    link.Location, TargetColumn,
                    $"{ends.Target} has {type.Type} from {ends.Source} in the store; only one is allowed");
            }
        }

        if (type.IsHierarchy)
            FindCycles(stored, cancellation);
    }

    /// <summary>Finds rows that the store has with reversed ends. A row that it also has in the same order changes nothing.</summary>
    private void CheckMirrors(IReadOnlyList<RelationshipEnds> stored)
    {
        var unchanged = new HashSet<(int, int)>();
        var mirrored = new List<((int Source, int Target) Pair, SourceLocation Location)>();
        foreach (var ends in stored)
        {
            var (source, target) = (ids.Find(ends.Source), ids.Find(ends.Target));
            if (_pairs!.ContainsKey((source, target)))
                unchanged.Add((source, target));
            if (_pairs.TryGetValue((target, source), out var location))
                mirrored.Add(((target, source), location));
        }

        foreach (var (pair, location) in mirrored.Where(row => !unchanged.Contains(row.Pair)))
        {
            AddError(
                location, TargetColumn,
                $"duplicate {type.Type}, already in the store from {ids[pair.Target]} to {ids[pair.Source]}; {WriteErrors.UndirectedIsUnique}");
        }
    }

    /// <summary>Whether a row of the files has the id of the stored relationship, and so replaces it.</summary>
    private bool IsReplaced(RelationshipEnds ends) =>
        ends.Id is not null && ids.Find(ends.Id) is >= 0 and var id && ids.LocationOf(id).IsKnown;

    private void FindCycles(IReadOnlyList<RelationshipEnds> stored, CancellationToken cancellation)
    {
        var parents = _bySource ?? _byTarget!;
        foreach (var ends in stored)
        {
            if (IsReplaced(ends))
                continue;
            var (child, parent) = _bySource is not null ? (ends.Source, ends.Target) : (ends.Target, ends.Source);
            parents.TryAdd(ids.Add(child), new Link(ids.Add(parent), default));
        }

        var cycles = HierarchyCycle.FindAll(
            parents.Keys, node => parents.TryGetValue(node, out var link) ? link.Other : null, cancellation);
        foreach (var cycle in cycles)
            ReportCycle(cycle, parents);
    }

    /// <summary>Reports a cycle at the first of its rows, starting from that row.</summary>
    /// <param name="cycle">The nodes, each followed by its parent.</param>
    /// <param name="parents">The parent of each node.</param>
    private void ReportCycle(IReadOnlyList<int> cycle, Dictionary<int, Link> parents)
    {
        var (first, location) = (-1, default(SourceLocation));
        for (var index = 0; index < cycle.Count; index++)
        {
            var row = parents[cycle[index]].Location;
            if (row.IsKnown && (!location.IsKnown || row.IsBefore(location)))
                (first, location) = (index, row);
        }

        // A self-loop is reported with its row; a cycle entirely within the store is not an error of the files.
        if (cycle.Count == 1 || !location.IsKnown)
            return;

        // In the direction of the relationships.
        var names = Enumerable.Range(0, cycle.Count)
            .Select(step => ids[cycle[(_bySource is not null ? first + step : first + 1 + cycle.Count - step) % cycle.Count]]);
        AddError(location, TargetColumn, WriteErrors.DescribeCycle(type, [.. names]));
    }

    private string Format(SourceLocation location) => $"{files[location.File].Name}:{location.Line}";

    private void AddError(SourceLocation location, string column, string message) =>
        diagnostics.Add(files[location.File].Name, location.Line, column, message);

    /// <summary>The other end of a relationship and its row; the location is unknown if it comes from the store.</summary>
    private readonly record struct Link(int Other, SourceLocation Location);
}
