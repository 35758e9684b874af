using GraphIntel.Core.Search;
using GraphIntel.Sqlite.Keys;

namespace GraphIntel.Sqlite.Read;

/// <summary>Evaluates expressions over the nodes of each key, in ascending order.</summary>
internal static class PostingLists
{
    /// <summary>The most nodes of a list: longer ones would use too much memory.</summary>
    public const int MaxLength = 250_000;

    /// <summary>The nodes that an expression finds; null if a list is too long.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="listOf">The nodes with a key, in ascending order; null if they are too many.</param>
    public static long[]? Evaluate(SearchExpression expression, Func<KeyLookup, long[]?> listOf)
    {
        if (Read(expression, listOf) is not { } clauses)
            return null;
        Array.Sort(clauses, static (one, other) => Length(one).CompareTo(Length(other)));
        var nodes = SortedNodes.Union(clauses[0]);
        foreach (var clause in clauses.AsSpan(1))
            nodes = SortedNodes.Select(nodes, clause, areIn: true);
        if (expression.Except is null || nodes.Length == 0)
            return nodes;
        if (Read(expression.Except, listOf) is not { } others)
            return null;
        var except = nodes;
        foreach (var clause in others)
            except = SortedNodes.Select(except, clause, areIn: true);
        return SortedNodes.Select(nodes, [except], areIn: false);
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
}
