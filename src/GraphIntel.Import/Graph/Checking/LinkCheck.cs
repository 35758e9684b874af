using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph.Reading;

namespace GraphIntel.Import.Graph.Checking;

/// <summary>
/// What the model says of the relationships of one type taken together: no two between the same ends where no id tells
/// them apart, at most one where a field is a single value, no cycle in a hierarchy.
/// </summary>
internal sealed class LinkCheck(
    RelationshipType type, IdTable ids, IReadOnlyList<GraphFile> files, ImportMistakes mistakes)
{
    private const string SourceColumn = ":START_ID";
    private const string TargetColumn = ":END_ID";
    private const int LongestCycleShown = 10;

    private readonly Dictionary<(int Source, int Target), Place>? _pairs = type.Id is null ? [] : null;
    private readonly Dictionary<int, Link>? _bySource = type.OnePerSource ? [] : null;
    private readonly Dictionary<int, Link>? _byTarget = type.OnePerTarget ? [] : null;

    /// <summary>Adds a row of the files.</summary>
    public void Add(int source, int target, Place place)
    {
        if (_pairs is not null && !_pairs.TryAdd((source, target), place))
        {
            Mistake(
                place, TargetColumn,
                $"the same {type.Type} from {ids[source]} to {ids[target]} is in {Where(_pairs[(source, target)])}");
            return;
        }

        if (_bySource is not null && !_bySource.TryAdd(source, new Link(target, place)))
        {
            var first = _bySource[source];
            Mistake(
                place, SourceColumn,
                $"{ids[source]} has {type.Type} to {ids[first.Other]} in {Where(first.Place)}; it can have only one");
        }

        if (_byTarget is not null && !_byTarget.TryAdd(target, new Link(source, place)))
        {
            var first = _byTarget[target];
            Mistake(
                place, TargetColumn,
                $"{ids[target]} has {type.Type} from {ids[first.Other]} in {Where(first.Place)}; it can have only one");
        }
    }

    /// <summary>Whether the files have a relationship between these ends; known only where its type stores no id.</summary>
    public bool Contains(string source, string target) =>
        _pairs is not null
        && ids.Find(source) is >= 0 and var from
        && ids.Find(target) is >= 0 and var to
        && _pairs.ContainsKey((from, to));

    /// <summary>Checks the rows added together with what the store has.</summary>
    public async Task CompleteAsync(IGraphStore store, CancellationToken cancellation)
    {
        if (_bySource is null && _byTarget is null) return;
        var stored = await store.ReadEndsAsync(type, cancellation).ConfigureAwait(false);
        foreach (var ends in stored)
        {
            if (IsReplaced(ends)) continue;
            var (source, target) = (ids.Find(ends.Source), ids.Find(ends.Target));
            if (source >= 0 && _bySource is not null && _bySource.TryGetValue(source, out var link) && link.Other != target)
            {
                Mistake(
                    link.Place, SourceColumn,
                    $"{ends.Source} has {type.Type} to {ends.Target} in the store; it can have only one");
            }

            if (target >= 0 && _byTarget is not null && _byTarget.TryGetValue(target, out link) && link.Other != source)
            {
                Mistake(
                    link.Place, TargetColumn,
                    $"{ends.Target} has {type.Type} from {ends.Source} in the store; it can have only one");
            }
        }

        if (type.IsHierarchy) FindCycles(stored);
    }

    /// <summary>Whether a row of the files has the id of the stored relationship, and so takes its place.</summary>
    private bool IsReplaced(RelationshipEnds ends) =>
        ends.Id is not null && ids.Find(ends.Id) is >= 0 and var id && ids.PlaceOf(id).IsKnown;

    private void FindCycles(IReadOnlyList<RelationshipEnds> stored)
    {
        // Every node has at most one successor, so a walk either ends or comes back to itself.
        var next = _bySource ?? _byTarget!;
        foreach (var ends in stored)
        {
            if (IsReplaced(ends)) continue;
            var (from, to) = _bySource is not null ? (ends.Source, ends.Target) : (ends.Target, ends.Source);
            next.TryAdd(ids.Add(from), new Link(ids.Add(to), default));
        }

        var walks = new int[ids.Count];
        var walk = 0;
        foreach (var start in next.Keys)
        {
            walk++;
            var node = start;
            while (walks[node] == 0 && next.TryGetValue(node, out var link))
            {
                walks[node] = walk;
                node = link.Other;
            }

            if (walks[node] == walk) ReportCycle(node, next);
        }
    }

    private void ReportCycle(int start, Dictionary<int, Link> next)
    {
        // It is reported with the first of its rows, and shown from that row on.
        var (first, place) = (start, default(Place));
        var length = 0;
        var node = start;
        do
        {
            var link = next[node];
            if (link.Place.IsKnown && (!place.IsKnown || link.Place.IsBefore(place))) (first, place) = (node, link.Place);
            node = link.Other;
            length++;
        }
        while (node != start);

        // A relationship to itself is reported with its row; a cycle of the store alone is not the files' mistake.
        if (length == 1 || !place.IsKnown) return;
        node = _bySource is not null ? first : next[first].Other;
        var circle = new List<int>();
        do
        {
            circle.Add(node);
            node = next[node].Other;
        }
        while (circle.Count < length);

        // Shown in the direction of the relationships.
        if (_bySource is null) circle.Reverse(1, length - 1);
        var names = circle.Take(LongestCycleShown).Select(member => ids[member]).ToList();
        if (length > LongestCycleShown) names.Add($"({length - LongestCycleShown} more)");
        names.Add(ids[circle[0]]);
        Mistake(place, TargetColumn, $"{type.Type} would go in a circle: {string.Join(" > ", names)}");
    }

    private string Where(Place place) => $"{files[place.File].Name}:{place.Line}";

    private void Mistake(Place place, string column, string message) =>
        mistakes.Add(files[place.File].Name, place.Line, column, message);

    /// <summary>The other end of a relationship, and its row; the place is not known where it comes from the store.</summary>
    private readonly record struct Link(int Other, Place Place);
}
