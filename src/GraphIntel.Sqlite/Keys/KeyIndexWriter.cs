using System.Buffers;
using GraphIntel.Core.Search;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;
using SQLitePCL;

namespace GraphIntel.Sqlite.Keys;

/// <summary>
/// Writes an index of keys, a log-structured merge tree (O'Neil et al., 1996): each write adds a segment, and where a level has as many
/// segments as <see cref="MaxSegments"/>, they are merged into one of the next.
/// </summary>
internal sealed class KeyIndexWriter(SearchIndex index, sqlite3 connection, StatementCache statements)
{
    private const int MaxSegments = 16;

    /// <summary>The most segments that are not merged when the store is opened: each look-up of a key reads all of them.</summary>
    public const int FewSegments = 2;

    private readonly KeyIndex _index = new(index, statements.Get);

    /// <summary>Adds the keys of nodes.</summary>
    /// <param name="batch">The keys, sorted.</param>
    /// <param name="nodes">The nodes, in the order in which their keys were added.</param>
    /// <param name="replaced">Those of the nodes that had other keys before, in ascending order; also such that have none now.</param>
    public void Add(KeyBatch batch, long[] nodes, long[] replaced)
    {
        if (batch.IsEmpty && replaced.Length == 0)
            return;
        var segments = _index.ReadSegments();
        segments.Add(Write(new KeySegment(NextNumber(segments), 0, replaced), pages => batch.WriteTo(pages, nodes)));
        while (segments.Count >= MaxSegments && segments[^MaxSegments].Level == segments[^1].Level)
            Merge(segments, segments.Count - MaxSegments);
    }

    /// <summary>Merges all segments, if they are not few.</summary>
    public void Compact()
    {
        var segments = _index.ReadSegments();
        if (segments.Count > FewSegments)
            Merge(segments, 0);
    }

    /// <summary>Replaces the last segments by one.</summary>
    private void Merge(List<KeySegment> segments, int first)
    {
        var parts = segments[first..];
        // There is nothing before the earliest segment that it could replace.
        var replaced = first == 0 ? [] : SortedNodes.Union([.. parts.Select(part => part.Replaced)]);
        var merged = Write(new KeySegment(NextNumber(segments), parts.Max(part => part.Level) + 1, replaced), pages =>
        {
            using var keys = new MergedKeys(index, connection, parts);
            while (keys.MoveNext())
                pages.Add(keys.Key, keys.Nodes);
        });
        foreach (var part in parts)
            Remove(part);
        segments.RemoveRange(first, parts.Count);
        segments.Add(merged);
    }

    private KeySegment Write(KeySegment segment, Action<KeyPageWriter> writeKeys)
    {
        var insertPage = statements.Get($"INSERT INTO {Names.Index(index)} VALUES (?1, ?2, ?3)");
        var pages = new KeyPageWriter((first, page) =>
        {
            insertPage.Bind(1, segment.Number);
            insertPage.BindText(2, first.Span);
            insertPage.BindBlob(3, page.Span);
            insertPage.Run();
        });
        writeKeys(pages);
        pages.Flush();

        var replaced = new ArrayBufferWriter<byte>();
        NodeList.Write(replaced, segment.Replaced);
        var insert = statements.Get($"INSERT INTO {Names.Segments(index)} VALUES (?1, ?2, ?3)");
        insert.Bind(1, segment.Number);
        insert.Bind(2, segment.Level);
        insert.BindBlob(3, replaced.WrittenSpan);
        insert.Run();
        return segment;
    }

    private void Remove(KeySegment segment)
    {
        foreach (var table in new[] { Names.Index(index), Names.Segments(index) })
        {
            var delete = statements.Get($"DELETE FROM {table} WHERE {Names.Segment} = ?1");
            delete.Bind(1, segment.Number);
            delete.Run();
        }
    }

    private static long NextNumber(List<KeySegment> segments) => segments.Count == 0 ? 1 : segments[^1].Number + 1;
}
