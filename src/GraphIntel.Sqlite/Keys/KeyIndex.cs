using System.Text;
using GraphIntel.Core.Search;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Keys;

/// <summary>Reads an index of keys: segments, each with the keys of some nodes in pages. See <see cref="KeyIndexWriter"/>.</summary>
/// <param name="index">The index.</param>
/// <param name="prepare">Prepares a statement, or returns it from a cache.</param>
internal sealed class KeyIndex(SearchIndex index, Func<string, Statement> prepare)
{
    /// <summary>Follows all letters and digits of keys.</summary>
    private const char AfterLetters = '{';

    /// <summary>The statement that returns the last page that begins at a key or before it.</summary>
    public static string SelectPage(SearchIndex index) =>
        $"SELECT {Names.Page} FROM {Names.Index(index)} WHERE {Names.Segment} = ?1 AND {Names.FirstKey} <= ?2 ORDER BY {Names.FirstKey} DESC LIMIT 1";

    /// <summary>The statement that returns the pages that begin after a key and before another.</summary>
    public static string SelectPages(SearchIndex index) =>
        $"SELECT {Names.Page} FROM {Names.Index(index)} WHERE {Names.Segment} = ?1 AND {Names.FirstKey} > ?2 AND {Names.FirstKey} < ?3 ORDER BY {Names.FirstKey}";

    /// <summary>The segments, the earliest first.</summary>
    public List<KeySegment> ReadSegments()
    {
        var select = prepare($"SELECT {Names.Segment}, {Names.Level}, {Names.Replaced} FROM {Names.Segments(index)} ORDER BY {Names.Segment}");
        var segments = new List<KeySegment>();
        while (select.Step())
        {
            var replaced = new List<long>();
            NodeList.Read(select.Blob(2), replaced);
            segments.Add(new KeySegment(select.Int64(0), (int)select.Int64(1), [.. replaced]));
        }
        select.Reset();
        return segments;
    }

    /// <summary>The nodes that have a key, or one that begins with it, in ascending order.</summary>
    public long[] Find(IReadOnlyList<KeySegment> segments, KeyLookup lookup)
    {
        var key = Encoding.ASCII.GetBytes(lookup.Key);
        var found = new List<long[]>();
        var nodes = new List<long>();
        foreach (var segment in segments)
        {
            nodes.Clear();
            Read(segment, key, lookup, nodes);
            if (segment.Replaced.Length > 0)
                found = found.ConvertAll(list => SortedNodes.Select(list, [segment.Replaced], areIn: false));
            if (nodes.Count > 0)
                found.Add([.. nodes]);
        }
        return SortedNodes.Union(found);
    }

    private void Read(KeySegment segment, byte[] key, KeyLookup lookup, List<long> nodes)
    {
        var page = prepare(SelectPage(index));
        page.Bind(1, segment.Number);
        page.BindText(2, key);
        var mayContinue = !page.Step() || Read(page.Blob(0), key, lookup.IsBeginning, nodes);
        page.Reset();
        if (!lookup.IsBeginning)
            return;
        if (mayContinue)
        {
            var pages = prepare(SelectPages(index));
            pages.Bind(1, segment.Number);
            pages.BindText(2, key);
            pages.Bind(3, lookup.Key + AfterLetters);
            while (pages.Step())
                Read(pages.Blob(0), key, lookup.IsBeginning, nodes);
            pages.Reset();
        }
        SortedNodes.SortAndDistinct(nodes);
    }

    /// <summary>Adds the nodes of the keys in a page; false if it has keys after these.</summary>
    private static bool Read(ReadOnlySpan<byte> page, ReadOnlySpan<byte> key, bool isBeginning, List<long> nodes)
    {
        for (var position = 0; KeyPage.TryRead(page, ref position, out var other, out var list);)
        {
            if (isBeginning ? page[other].StartsWith(key) : page[other].SequenceEqual(key))
                NodeList.Read(page[list], nodes);
            else if (page[other].SequenceCompareTo(key) > 0)
                return false;
        }
        return true;
    }
}
