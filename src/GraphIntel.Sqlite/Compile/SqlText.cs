using System.Text;

namespace GraphIntel.Sqlite.Compile;

/// <summary>A statement broken into lines, a subquery a level, so that a difference can be read.</summary>
internal static class SqlText
{
    /// <summary>The lines of a statement; the last one ends with LF, too.</summary>
    public static string Of(string sql)
    {
        var text = new StringBuilder();
        var levels = new Stack<bool>();
        var depth = 0;
        for (var index = 0; index < sql.Length; index++)
        {
            if (sql[index] == '(')
            {
                var isQuery = Continues(sql, index + 1, "SELECT") || Continues(sql, index + 1, "WITH");
                levels.Push(isQuery);
                text.Append('(');
                if (isQuery)
                    Break(text, ++depth);
            }
            else if (sql[index] == ')')
            {
                if (levels.Pop())
                    Break(text, --depth);
                text.Append(')');
            }
            else
            {
                text.Append(sql[index]);
            }
        }
        return text.Append('\n').ToString();
    }

    private static bool Continues(string sql, int index, string word) => string.CompareOrdinal(sql, index, word, 0, word.Length) == 0;

    private static void Break(StringBuilder text, int depth) => text.Append('\n').Append(' ', depth * 2);
}
