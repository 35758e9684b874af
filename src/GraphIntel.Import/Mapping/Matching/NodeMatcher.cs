using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;
using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Matching;

/// <summary>
/// Decides which nodes the store has under another id: by own id, then by the rules of <c>match</c> in their order. A rule needs
/// exactly one candidate; two are a finding, and the node is new. Nodes of the same import are candidates too.
/// </summary>
internal sealed class NodeMatcher(IGraphStore store, StoreReader reader, Findings findings)
{
    private const double EarthRadius = 6_371_008.8;
    private const int ChunkSize = 1_000;

    private readonly NameComparison _names = new();
    private readonly List<NodeRows> _additions = [];

    /// <summary>What is added to lists of matched nodes: ids of other data sets, aliases.</summary>
    public IReadOnlyList<NodeRows> Additions => _additions;

    /// <summary>The number of nodes that were recognized.</summary>
    public long Matched { get; private set; }

    /// <summary>What nodes were recognized as: the entry, the id that each would have had, and the node.</summary>
    public List<(EntryPlan Entry, string OwnId, Identity Identity)> Decisions { get; } = [];

    /// <summary>Matches the nodes of an entry, in the order of their first occurrence.</summary>
    /// <param name="matching">The nodes.</param>
    /// <param name="recognized">What earlier imports recognized, by the ids that it would have had: such a decision is repeated.</param>
    /// <param name="cancellation">Cancels it.</param>
    public async Task RunAsync(MatchCandidates matching, Dictionary<string, string> recognized, CancellationToken cancellation)
    {
        var entry = matching.Entry;
        if (matching.Candidates.Count == 0)
            return;
        var type = (NodeType)entry.Type;
        var own = await FindOwnAsync(matching.Candidates, cancellation).ConfigureAwait(false);
        var stored = await reader.ReadAsync(type, [.. Compared(entry, type)], ParentField(entry, type), cancellation).ConfigureAwait(false);
        // What an earlier import of the same rows made joins in its turn, so that a second import decides as the first.
        var ids = matching.Candidates.Select(candidate => candidate.Identity.Id).ToHashSet(StringComparer.Ordinal);
        var pool = new CandidatePool(stored.Where(element => !ids.Contains(element.Id)));
        var all = stored.Select(element => element.Id).ToHashSet(StringComparer.Ordinal);
        var additions = new Dictionary<string, object?[]>(StringComparer.Ordinal);
        foreach (var candidate in matching.Candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            var identity = candidate.Identity;
            var values = identity.Values ?? candidate.Values;
            if (own.Contains(identity.Id) || identity.IsMatched)
            {
                pool.Add(AsElement(entry, candidate, values), identity);
                continue;
            }

            var known = recognized.GetValueOrDefault(identity.Id) is { } id && (all.Contains(id) || ids.Contains(id)) ? id : null;
            if ((known is null ? Find(entry, candidate, values, pool) : pool.WithId(known)) is not { } found)
            {
                if (known is null)
                    pool.Add(AsElement(entry, candidate, values), identity);
                else
                    Recognize(entry, identity, known);
                continue;
            }

            Recognize(entry, identity, found.Element.Id);
            if (found.Identity is { Values: { } first } && entry.IsMerged)
                EntryValues.Merge(entry, first, values, findings);
            else if (found.Identity is null)
                Add(entry, found.Element, values, additions);
        }

        AddRows(entry, type, additions);
    }

    private void Recognize(EntryPlan entry, Identity identity, string id)
    {
        Matched++;
        Decisions.Add((entry, identity.Id, identity));
        identity.IsMatched = true;
        identity.Id = id;
    }

    private async Task<HashSet<string>> FindOwnAsync(IReadOnlyList<MatchCandidate> candidates, CancellationToken cancellation)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in candidates.Chunk(ChunkSize))
            own.UnionWith((await store.FindAsync([.. chunk.Select(candidate => candidate.Identity.Id)], cancellation).ConfigureAwait(false)).Keys);
        return own;
    }

    private (StoredElement Element, Identity? Identity)? Find(EntryPlan entry, MatchCandidate candidate, object?[] values, CandidatePool pool)
    {
        for (var index = 0; index < entry.Match.Count; index++)
        {
            var rule = entry.Match[index];
            if (!candidate.Rules[index].Applies)
                continue;
            var found = rule.Ids >= 0
                ? pool.WithIds(entry.Columns[rule.Ids].Name, TextsOf(values[rule.Ids]))
                : FindByName(entry, rule, candidate.Rules[index].Parent, values, pool);
            if (found.Count > 1)
                findings.Add($"{entry.Name} that could be one of several in the store, made anew", candidate.Identity.Id);
            else if (found.Count == 1)
                return found[0];
        }

        return null;
    }

    private List<(StoredElement Element, Identity? Identity)> FindByName(
        EntryPlan entry, MatchPlan rule, Identity? parent, object?[] values, CandidatePool pool)
    {
        var names = NamesOf(entry, values);
        if (names.Count == 0 || (rule.Parent is not null && parent is null))
            return [];
        var among = rule.Within is null ? pool.All : pool.Within(parent?.Id);
        var found = new List<(StoredElement, Identity?)>();
        foreach (var other in among)
        {
            if (IsNear(entry, rule, values, other.Element) && AreSame(entry, rule, values, other.Element)
                && _names.AreSame(names, NamesOf(entry, other.Element)))
            {
                found.Add(other);
            }
        }

        return found;
    }

    private static bool IsNear(EntryPlan entry, MatchPlan rule, object?[] values, StoredElement other)
    {
        if (rule.Near is not var (point, meters))
            return true;
        return values[point] is GeoPoint here && other.Points.TryGetValue(entry.Columns[point].Name, out var there) && Distance(here, there) <= meters;
    }

    private static bool AreSame(EntryPlan entry, MatchPlan rule, object?[] values, StoredElement other)
    {
        foreach (var index in rule.Same)
        {
            if (!other.Values.TryGetValue(entry.Columns[index].Name, out var there) || !TextsOf(values[index]).SequenceEqual(there))
                return false;
        }

        return true;
    }

    /// <summary>The properties that rules compare, and those to which is added.</summary>
    private static IEnumerable<Property> Compared(EntryPlan entry, NodeType type) => type.Searched
        .Where(property => property.SearchedAs == SearchedAs.Name)
        .Concat(entry.Match.SelectMany(rule => rule.Same.Append(rule.Ids).Append(rule.Near?.Point ?? -1))
            .Where(index => index >= 0).Select(index => entry.Columns[index]))
        .Concat(entry.Properties.Where(IsAdded(entry)).Select(property => property.Property))
        .Distinct();

    private static Func<PropertyPlan, bool> IsAdded(EntryPlan entry) => property => property.Property is { IsList: true, IsHidden: false }
        && (property.Merge == Syntax.MergeRule.Add || entry.Match.Any(rule => rule.Ids >= 0 && entry.Columns[rule.Ids] == property.Property));

    private static string? ParentField(EntryPlan entry, NodeType type) => entry.Match.Any(rule => rule.Within is not null)
        ? type.Fields.OfType<RelationshipField>()
            .First(field => !field.IsList && field.Relationship.IsHierarchy && field.Target == type).Name
        : null;

    private static List<string> NamesOf(EntryPlan entry, object?[] values)
    {
        var names = new List<string>();
        for (var index = 0; index < values.Length; index++)
        {
            if (entry.Columns[index].SearchedAs == SearchedAs.Name)
                names.AddRange(TextsOf(values[index]));
        }

        return names;
    }

    private static List<string> NamesOf(EntryPlan entry, StoredElement element) =>
        [.. ((NodeType)entry.Type).Searched.Where(property => property.SearchedAs == SearchedAs.Name)
            .SelectMany(property => element.Values.GetValueOrDefault(property.Name) ?? [])];

    private static string[] TextsOf(object? value) => value switch
    {
        null => [],
        string[] texts => texts,
        _ => [Texts.Of(value) ?? value.ToString()!],
    };

    private static StoredElement AsElement(EntryPlan entry, MatchCandidate candidate, object?[] values)
    {
        var texts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var points = new Dictionary<string, GeoPoint>(StringComparer.Ordinal);
        for (var index = 0; index < values.Length; index++)
        {
            if (values[index] is GeoPoint point)
                points.Add(entry.Columns[index].Name, point);
            else if (values[index] is not null)
                texts.Add(entry.Columns[index].Name, TextsOf(values[index]));
        }

        var parent = Array.Find(candidate.Rules, rule => rule.Parent is not null).Parent;
        return new StoredElement { Id = candidate.Identity.Id, Values = texts, Points = points, Parent = parent?.Id };
    }

    private static void Add(EntryPlan entry, StoredElement element, object?[] values, Dictionary<string, object?[]> additions)
    {
        var added = additions.GetValueOrDefault(element.Id) ?? [.. entry.Columns.Select(column => (object?)element.Values.GetValueOrDefault(column.Name)?.ToArray())];
        for (var index = 0; index < values.Length; index++)
        {
            if (IsAdded(entry)(entry.Properties[index]))
                added[index] = ((string[]?)added[index] ?? []).Union(TextsOf(values[index]), StringComparer.Ordinal).ToArray();
        }

        additions[element.Id] = added;
    }

    private void AddRows(EntryPlan entry, NodeType type, Dictionary<string, object?[]> additions)
    {
        var indexes = Enumerable.Range(0, entry.Properties.Count).Where(index => IsAdded(entry)(entry.Properties[index])).ToList();
        if (indexes.Count == 0 || additions.Count == 0)
            return;
        _additions.Add(new NodeRows(
            type, indexes.ConvertAll(index => entry.Columns[index]),
            [.. additions.Select(pair => new NodeRow(pair.Key, [.. indexes.Select(index => pair.Value[index])]))]));
    }

    /// <summary>The distance of two points on a sphere, in meters.</summary>
    private static double Distance(GeoPoint one, GeoPoint other)
    {
        var (latitude, longitude) = (double.DegreesToRadians(other.Latitude - one.Latitude), double.DegreesToRadians(other.Longitude - one.Longitude));
        var chord = (Math.Sin(latitude / 2) * Math.Sin(latitude / 2))
            + (Math.Cos(double.DegreesToRadians(one.Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude)) * Math.Sin(longitude / 2) * Math.Sin(longitude / 2));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}
