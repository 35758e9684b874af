using System.Buffers;

namespace GraphIntel.Sqlite.Keys;

/// <summary>Sets of nodes as lists in ascending order.</summary>
internal static class SortedNodes
{
    /// <summary>A list so much longer than the other is searched instead of read.</summary>
    private const int MuchLonger = 16;

    /// <summary>Orders nodes, and removes those that are there more than once.</summary>
    public static void SortAndDistinct(List<long> nodes)
    {
        nodes.Sort();
        var written = 0;
        for (var index = 0; index < nodes.Count; index++)
        {
            if (written == 0 || nodes[index] != nodes[written - 1])
                nodes[written++] = nodes[index];
        }
        nodes.RemoveRange(written, nodes.Count - written);
    }

    /// <summary>The nodes of all lists, each once: neighboring lists are merged in pairs until one is left.</summary>
    public static long[] Union(IReadOnlyList<long[]> lists)
    {
        if (lists.Count <= 1)
            return lists.Count == 0 ? [] : lists[0];
        var length = lists.Sum(list => list.Length);
        var (from, to) = (ArrayPool<long>.Shared.Rent(length), ArrayPool<long>.Shared.Rent(length));
        var ends = new List<int>(lists.Count);
        var written = 0;
        foreach (var list in lists)
        {
            list.CopyTo(from, written);
            ends.Add(written += list.Length);
        }
        while (ends.Count > 1)
        {
            var merged = new List<int>((ends.Count + 1) / 2);
            written = 0;
            for (var pair = 0; pair < ends.Count; pair += 2)
            {
                var one = from.AsSpan((pair == 0 ? 0 : ends[pair - 1])..ends[pair]);
                var other = pair + 1 < ends.Count ? from.AsSpan(ends[pair]..ends[pair + 1]) : [];
                merged.Add(written += Merge(one, other, to.AsSpan(written)));
            }
            ends = merged;
            (from, to) = (to, from);
        }
        var union = from.AsSpan(0, ends[0]).ToArray();
        ArrayPool<long>.Shared.Return(from);
        ArrayPool<long>.Shared.Return(to);
        return union;
    }

    private static int Merge(ReadOnlySpan<long> one, ReadOnlySpan<long> other, Span<long> merged)
    {
        int first = 0, second = 0, written = 0;
        while (first < one.Length && second < other.Length)
        {
            var (node, otherNode) = (one[first], other[second]);
            merged[written++] = Math.Min(node, otherNode);
            first += node <= otherNode ? 1 : 0;
            second += otherNode <= node ? 1 : 0;
        }
        one[first..].CopyTo(merged[written..]);
        written += one.Length - first;
        other[second..].CopyTo(merged[written..]);
        return written + other.Length - second;
    }

    /// <summary>The nodes that are in one of the lists, or those that are in none.</summary>
    public static long[] Select(long[] nodes, long[][] lists, bool areIn)
    {
        if (nodes.Length == 0)
            return nodes;
        var isIn = ArrayPool<bool>.Shared.Rent(nodes.Length);
        isIn.AsSpan(0, nodes.Length).Clear();
        foreach (var list in lists)
            Mark(nodes, list, isIn);
        var selected = new List<long>();
        for (var index = 0; index < nodes.Length; index++)
        {
            if (isIn[index] == areIn)
                selected.Add(nodes[index]);
        }
        ArrayPool<bool>.Shared.Return(isIn);
        return selected.Count == nodes.Length ? nodes : [.. selected];
    }

    private static void Mark(ReadOnlySpan<long> nodes, ReadOnlySpan<long> list, Span<bool> isIn)
    {
        if (list.Length / MuchLonger > nodes.Length)
        {
            for (var index = 0; index < nodes.Length; index++)
            {
                var place = list.BinarySearch(nodes[index]);
                isIn[index] |= place >= 0;
                list = list[(place < 0 ? ~place : place)..];
            }
            return;
        }
        for (int index = 0, place = 0; index < nodes.Length && place < list.Length;)
        {
            var (node, other) = (nodes[index], list[place]);
            if (node == other)
                isIn[index] = true;
            index += node <= other ? 1 : 0;
            place += other <= node ? 1 : 0;
        }
    }
}
