using GraphIntel.Core.Filters;

namespace GraphIntel.Core.Planning.Rewrite;

/// <summary>Converts the cursors of a page to a condition on its rows.</summary>
internal static class CursorSeek
{
    /// <summary>The condition for rows between the cursors of a page; true if it has none.</summary>
    /// <param name="page">The page with rewritten keys.</param>
    /// <param name="cursorNulls">Flags for the keys of all cursors of the plan that are null; empty for none.</param>
    public static Predicate Of(Page page, bool[] cursorNulls) => PredicateRewriter.All(
        page.After is { } after ? SeekCondition(page, after, cursorNulls, isReversed: false) : Predicate.True,
        page.Before is { } before ? SeekCondition(page, before, cursorNulls, isReversed: true) : Predicate.True);

    /// <summary>
    /// The condition for rows strictly after a cursor, in the page's order or its reverse. For keys a, b, ... it is: a is
    /// after, or a is equal and b is after, or ... The bound of the first key is a separate conjunct, so that an index can seek
    /// to it.
    /// </summary>
    private static Predicate SeekCondition(Page page, CursorBound cursor, bool[] cursorNulls, bool isReversed)
    {
        var condition = Predicate.False;
        for (var index = page.Keys.Length - 1; index >= 0; index--)
        {
            var key = page.Keys[index];
            var value = new KeyOperand(key);
            var descending = key.Descending ^ isReversed;
            if (cursorNulls.Length > 0 && cursorNulls[cursor.FirstNull + index])
            {
                // Nulls come first ascending, last descending.
                var present = descending ? Predicate.False : new NotPredicate(new IsNullPredicate(value));
                condition = PredicateRewriter.Any(present, PredicateRewriter.All(new IsNullPredicate(value), condition));
                continue;
            }
            var given = cursor.Keys[index];
            Predicate further = new ComparePredicate(value, descending ? Comparison.Less : Comparison.Greater, given);
            var hasNullsAfter = descending && key.IsNullable;
            if (hasNullsAfter)
                further = PredicateRewriter.Any(further, new IsNullPredicate(value));
            condition = PredicateRewriter.Any(further, PredicateRewriter.All(new ComparePredicate(value, Comparison.Equal, given), condition));
            if (index == 0 && page.Keys.Length > 1 && !hasNullsAfter)
            {
                var bound = new ComparePredicate(value, descending ? Comparison.LessOrEqual : Comparison.GreaterOrEqual, given);
                condition = PredicateRewriter.All(bound, condition);
            }
        }
        return condition;
    }
}
