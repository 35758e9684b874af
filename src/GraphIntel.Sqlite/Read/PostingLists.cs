using System.Buffers;
using GraphIntel.Core.Search;

namespace GraphIntel.Sqlite.Read;

/// <summary>Evaluates expressions over the nodes of each key, in ascending order.</summary>
internal static class PostingLists
{
    /// <summary>The most nodes of a list: longer ones would use too much memory.</summary>
    public const int MaxLength = 250_000;

    /// <summary>A list so much longer than the other is searched instead of read.</summary>
    private const int MuchLonger = 16;

    /// <summary>The nodes that an expression finds; null if a list is too long.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="listOf">The nodes with a key, in ascending order; null if they are too many.</param>
    public static long[]? Evaluate(SearchExpression expression, Func<KeyLookup, long[]?> listOf)
    {
        if (Read(expression, listOf) is not { } clauses)
            return null;
        Array.Sort(clauses, static (one, other) => Length(one).CompareTo(Length(other)));
        var nodes = Union(clauses[0]);
        foreach (var clause in clauses.AsSpan(1))
            nodes = Select(nodes, clause, areIn: true);
        if (expression.Except is null || nodes.Length == 0)
            return nodes;
        if (Read(expression.Except, listOf) is not { } others)
            return null;
        var except = nodes;
        foreach (var clause in others)
            except = Select(except, clause, areIn: true);
        return Select(nodes, [except], areIn: false);
    }

    /// <summary>The lists of each clause; those of the first clause without nodes alone, if there is one; null if a list is too long.</summary>
    private static long[][][]? Read(SearchExpression expression, Func<KeyLookup, long[]?> listOf)
    {
        var clauses = new long[expression.Clauses.Count][][];
        for (var clause = 0; clause < clauses.Length; clause++)
        {
            var keys = expression.Clauses[clause];
            var lists = clauses[clause] = new long[keys.Count][];
            for (var key = 0; key < lists.Length; key++)
            {
                if (listOf(keys[key]) is not { } list)
                    return null;
                lists[key] = list;
            }
            if (Length(lists) == 0)
                return [lists];
        }
        return clauses;
    }

    private static long Length(long[][] lists)
    {
        var length = 0L;
        foreach (var list in lists)
            length += list.Length;
        return length;
    }

    /// <summary>The nodes of all lists, each once: neighboring lists are merged in pairs until one is left.</summary>
    private static long[] Union(long[][] lists)
    {
        if (lists.Length == 1)
            return lists[0];
        var length = checked((int)Length(lists));
        var (from, to) = (ArrayPool<long>.Shared.Rent(length), ArrayPool<long>.Shared.Rent(length));
        var ends = new List<int>(lists.Length);
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
    private static long[] Select(long[] nodes, long[][] lists, bool areIn)
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
