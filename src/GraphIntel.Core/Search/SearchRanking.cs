using System.Runtime.InteropServices;

namespace GraphIntel.Core.Search;

/// <summary>How far a search looks: the next tier only where those before it do not fill the list.</summary>
internal enum SearchTier
{
    /// <summary>Equal words and beginnings, of names and texts.</summary>
    Words,

    /// <summary>Names that are spelled alike besides.</summary>
    Spellings,

    /// <summary>Names that are mistyped besides.</summary>
    Typos,
}

/// <summary>
/// Compares candidates with a query and orders the nodes that match: by the kind of the match, the distance, the label before
/// other properties, the shorter text, the node's id; of a node, its best value counts. The order does not depend on that of
/// the candidates.
/// </summary>
internal sealed class SearchRanking(SearchQuery query, IReadOnlyList<SearchIndex> indexes, SearchCandidates candidates) : IEqualityComparer<int>, IComparer<SearchRanking.Entry>
{
    /// <summary>Where so many nodes match, lesser matches are not ranked.</summary>
    public const int MaxMatches = 10_000;

    private readonly List<Entry> _entries = [];
    private Dictionary<int, SearchMatch>? _nodes;
    private int _compared;

    /// <summary>How many nodes match.</summary>
    public int Count => Nodes.Count;

    /// <summary>The nodes that match, as candidates with different ids, each with its best match.</summary>
    private Dictionary<int, SearchMatch> Nodes => _nodes ??= new Dictionary<int, SearchMatch>(this);

    /// <summary>
    /// How many nodes match by the kinds of a tier. Among its candidates are nodes with lesser matches, because the keys of all
    /// their values satisfied the look-ups together; a later tier can find better ones.
    /// </summary>
    public int CountOf(SearchTier tier)
    {
        var least = tier switch
        {
            SearchTier.Words => SearchMatch.Words,
            SearchTier.Spellings => SearchMatch.Spelling,
            SearchTier.Typos => SearchMatch.Typo,
        };
        return Nodes.Values.Count(match => match <= least);
    }

    /// <summary>Whether a candidate that was added since the last comparison has a text that is decided by its index alone.</summary>
    public bool HasCutText()
    {
        for (var candidate = _compared; candidate < candidates.Count; candidate++)
        {
            var rest = candidates.PackedOf(candidate);
            while (SearchDocument.TryRead(ref rest, out _, out _, out var value))
            {
                if (PackedValue.IsCut(value))
                    return true;
            }
        }
        return false;
    }

    /// <summary>Compares the candidates that were added since the last call, and adds their values that match.</summary>
    public void Compare()
    {
        for (; _compared < candidates.Count; _compared++)
        {
            var index = indexes[candidates.IndexOf(_compared)];
            var searched = index.Type.Searched;
            var rest = candidates.PackedOf(_compared);
            while (SearchDocument.TryRead(ref rest, out var property, out var position, out var value))
            {
                // Values of another model are skipped, until the store has derived them again. Only the index that found a node
                // has decided about its value: another one may have found it by another property.
                if (property < searched.Count && query.Match(value, isFound: searched[property] == index.Text) is { } match)
                    Add(_compared, property, position, searched[property] == index.Type.Label, match);
            }
        }
    }

    /// <summary>Adds a value that matches.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="property">The index of the property among the searched ones of its type.</param>
    /// <param name="position">The index of the value in a list.</param>
    /// <param name="isLabel">Whether the property is the label.</param>
    /// <param name="match">The match.</param>
    public void Add(int candidate, int property, int position, bool isLabel, ValueMatch match)
    {
        _entries.Add(new Entry(OrderOf(match, isLabel), candidate, (ushort)property, (ushort)position, match.Match));
        ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(Nodes, candidate, out var isKnown);
        if (!isKnown || match.Match < best)
            best = match.Match;
    }

    /// <summary>The best nodes, each once.</summary>
    public IReadOnlyList<Entry> Take(int first)
    {
        _entries.Sort(this);
        var best = new List<Entry>(Math.Min(first, Count));
        var seen = new HashSet<int>(this);
        foreach (var entry in _entries)
        {
            if (best.Count == first)
                break;
            if (seen.Add(entry.Candidate))
                best.Add(entry);
        }
        return best;
    }

    /// <summary>The kind, the distance, whether it is another property than the label, the length; the most significant first.</summary>
    private static ulong OrderOf(ValueMatch match, bool isLabel) =>
        ((ulong)match.Match << 56) | ((ulong)match.Distance << 32) | (isLabel ? 0 : 1UL << 24) | (uint)match.TextLength;

    int IComparer<Entry>.Compare(Entry one, Entry other)
    {
        var order = one.Order.CompareTo(other.Order);
        if (order == 0)
            order = candidates.IdOf(one.Candidate).SequenceCompareTo(candidates.IdOf(other.Candidate));
        if (order == 0)
            order = one.Property.CompareTo(other.Property);
        return order != 0 ? order : one.Position.CompareTo(other.Position);
    }

    bool IEqualityComparer<int>.Equals(int one, int other) => candidates.IdOf(one).SequenceEqual(candidates.IdOf(other));

    int IEqualityComparer<int>.GetHashCode(int candidate)
    {
        var hash = default(HashCode);
        hash.AddBytes(candidates.IdOf(candidate));
        return hash.ToHashCode();
    }

    /// <summary>A value that matches.</summary>
    /// <param name="Order">What decides the order, but for the id.</param>
    /// <param name="Candidate">The candidate.</param>
    /// <param name="Property">The index of the property among the searched ones.</param>
    /// <param name="Position">The index of the value in a list.</param>
    /// <param name="Match">How it matches.</param>
    internal readonly record struct Entry(ulong Order, int Candidate, ushort Property, ushort Position, SearchMatch Match);
}
