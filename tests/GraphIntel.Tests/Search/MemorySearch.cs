using System.Text;
using GraphIntel.Core.Search;

namespace GraphIntel.Tests.Search;

/// <summary>A store of names and texts in memory, which finds candidates by their keys as a store with an ordered index does.</summary>
internal sealed class MemorySearch
{
    private readonly List<Value> _values = [];
    private readonly SortedList<string, List<int>> _index;

    public MemorySearch(IEnumerable<Value> values)
    {
        _values.AddRange(values);
        var postings = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var number = 0; number < _values.Count; number++)
        {
            foreach (var key in SearchKeys.Of(_values[number].Text, _values[number].IsName))
            {
                if (!postings.TryGetValue(key, out var posting))
                    postings.Add(key, posting = []);
                posting.Add(number);
            }
        }
        _index = new SortedList<string, List<int>>(postings, StringComparer.Ordinal);
        Packed = [.. _values.Select(value => PackedValue.Of(value.Text, value.IsName))];
    }

    /// <summary>The packed values.</summary>
    public byte[][] Packed { get; }

    /// <summary>The number of entries of the index.</summary>
    public int EntryCount => _index.Values.Sum(posting => posting.Count);

    /// <summary>The first values that match, best first.</summary>
    public IReadOnlyList<(Value Value, SearchMatch Match)> Search(string text, int first)
    {
        var query = SearchQuery.Parse(text);
        using var candidates = new SearchCandidates();
        var ranking = new SearchRanking(query, [], candidates);
        var numbers = new List<int>();
        foreach (var tier in Enum.GetValues<SearchTier>())
        {
            if (query.IsEmpty)
                break;
            foreach (var number in Candidates(query, tier))
            {
                if (query.Match(Packed[number]) is not { } match)
                    continue;
                candidates.Add(0, Encoding.UTF8.GetBytes(_values[number].Id), []);
                numbers.Add(number);
                ranking.Add(numbers.Count - 1, 0, 0, isLabel: true, match);
            }
            if (ranking.CountOf(tier) >= first)
                break;
        }
        return [.. ranking.Take(first).Select(entry => (_values[numbers[entry.Candidate]], entry.Match))];
    }

    /// <summary>The numbers of the candidates of a tier.</summary>
    public IReadOnlyCollection<int> Candidates(SearchQuery query, SearchTier tier)
    {
        HashSet<int>? names = null;
        foreach (var word in query.NameLookups)
        {
            var found = new HashSet<int>(Find(word.Word));
            var keys = tier switch { SearchTier.Words => [], SearchTier.Spellings => word.Spellings, SearchTier.Typos => word.Spellings.Concat(word.Typos) };
            foreach (var key in keys)
                found.UnionWith(_index.GetValueOrDefault(key) ?? []);
            Narrow(ref names, found);
        }
        HashSet<int>? texts = null;
        foreach (var lookup in query.TextLookups)
            Narrow(ref texts, [.. Find(lookup)]);
        return [.. (names ?? []).Where(number => _values[number].IsName), .. (texts ?? []).Where(number => !_values[number].IsName)];
    }

    private static void Narrow(ref HashSet<int>? all, HashSet<int> found)
    {
        if (all is null)
            all = found;
        else
            all.IntersectWith(found);
    }

    private List<int> Find(KeyLookup lookup)
    {
        if (!lookup.IsBeginning)
            return _index.GetValueOrDefault(lookup.Key) ?? [];
        var found = new List<int>();
        // In ordinal order, a brace follows all letters.
        for (var index = At(lookup.Key); index < At(lookup.Key + '{'); index++)
            found.AddRange(_index.Values[index]);
        return found;
    }

    /// <summary>The place of the first key that is not before this one.</summary>
    private int At(string key)
    {
        var (from, to) = (0, _index.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (string.CompareOrdinal(_index.Keys[middle], key) < 0)
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    }

    /// <summary>A value.</summary>
    /// <param name="Id">The id of its node.</param>
    /// <param name="Text">The text.</param>
    /// <param name="IsName">Whether it is a name.</param>
    public sealed record Value(string Id, string Text, bool IsName = true);
}
