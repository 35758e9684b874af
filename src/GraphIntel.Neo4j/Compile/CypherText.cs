using System.Text;

namespace GraphIntel.Neo4j.Compile;

/// <summary>A statement broken into lines, a clause a line and a subquery a level, so that a difference can be read.</summary>
internal static class CypherText
{
    private static readonly string[] Clauses = ["MATCH", "OPTIONAL MATCH", "UNWIND", "WITH", "RETURN", "UNION", "CALL", "WHERE", "ORDER BY"];

    /// <summary>The lines of a statement; the last one ends with LF, too.</summary>
    public static string Of(string cypher)
    {
        var text = new StringBuilder();
        // What is open: a subquery's brace, or any other bracket, inside of which no line ends.
        var open = new Stack<char>();
        for (var index = 0; index < cypher.Length; index++)
        {
            var character = cypher[index];
            switch (character)
            {
                case '\'' or '`':
                    var end = cypher.IndexOf(character, index + 1);
                    text.Append(cypher, index, end - index);
                    index = end;
                    break;
                case '{' when Begins(cypher, index + 1) is var clause and > 0:
                    open.Push('q');
                    text.Append('{');
                    Break(text, open);
                    index = clause - 1;
                    continue;
                case '(' or '[' or '{':
                    open.Push(character);
                    break;
                case ')' or ']':
                    open.Pop();
                    break;
                case '}':
                    if (open.Pop() == 'q')
                        Break(text, open);
                    break;
                case ' ' when (open.Count == 0 || open.Peek() == 'q') && Begins(cypher, index) > 0 && !IsPartOfAnOperator(cypher, index):
                    Break(text, open);
                    continue;
            }
            text.Append(character);
        }
        return text.Append('\n').ToString();
    }

    /// <summary>Where the clause starts that stands there, after white space; 0 where none does.</summary>
    private static int Begins(string cypher, int index)
    {
        while (index < cypher.Length && cypher[index] == ' ')
            index++;
        return Clauses.Any(clause => string.CompareOrdinal(cypher, index, clause, 0, clause.Length) == 0
            && index + clause.Length < cypher.Length && cypher[index + clause.Length] is ' ' or '{' or '(') ? index : 0;
    }

    private static bool IsPartOfAnOperator(string cypher, int space) =>
        cypher.AsSpan(0, space).EndsWith("STARTS") || cypher.AsSpan(0, space).EndsWith("ENDS") || cypher.AsSpan(0, space).EndsWith("OPTIONAL");

    private static void Break(StringBuilder text, Stack<char> open)
    {
        while (text[^1] == ' ')
            text.Length--;
        text.Append('\n').Append(' ', open.Count(bracket => bracket == 'q') * 2);
    }
}
