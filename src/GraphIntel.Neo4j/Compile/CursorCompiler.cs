using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;

namespace GraphIntel.Neo4j.Compile;

/// <summary>The conditions that a page's cursors put on its rows.</summary>
internal sealed class CursorCompiler(CypherCompiler compiler, Page page, IReadOnlyList<string> keys)
{
    /// <summary>One condition for each cursor.</summary>
    public IEnumerable<string> Bounds()
    {
        if (page.After is { } after)
            yield return Behind(after, isReversed: false);
        if (page.Before is { } before)
            yield return Behind(before, isReversed: true);
    }

    /// <summary>
    /// Rows strictly behind a cursor, in the page's order or in its reverse: for keys a, b, ...: a behind, or a equal and b
    /// behind, or ... The first key's bound stands apart, so that an index can begin there.
    /// </summary>
    private string Behind(CursorBound cursor, bool isReversed)
    {
        var condition = "false";
        for (var index = page.Keys.Length - 1; index >= 0; index--)
        {
            var key = page.Keys[index];
            var descending = key.Descending ^ isReversed;
            var isNull = compiler.IsNull(cursor, index);
            var (value, given) = (keys[index], CypherCompiler.Value(cursor.Keys[index]));
            var inOrder = compiler.ComparesByCodePoint && key.Kind is ScalarKind.Id or ScalarKind.String;
            var further = inOrder ? $"{CodePoints.Of(value)} {Sign(descending)} {CodePoints.Of(given)}" : $"{value} {Sign(descending)} {given}";
            var behind = (isNull, descending) switch
            {
                (true, false) => $"{value} IS NOT NULL",
                (true, true) => "false",
                (false, true) when key.IsNullable => $"{further} OR {value} IS NULL",
                _ => further,
            };
            var equal = isNull ? $"{value} IS NULL" : $"{value} = {given}";
            condition = condition == "false" ? $"({behind})" : $"({behind} OR {equal} AND {condition})";
            if (index == 0 && page.Keys.Length > 1 && !isNull && !inOrder && !(descending && key.IsNullable))
                condition = $"{value} {Sign(descending)}= {given} AND {condition}";
        }
        return condition;
    }

    private static string Sign(bool descending) => descending ? "<" : ">";
}
