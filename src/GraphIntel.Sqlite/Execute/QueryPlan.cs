using System.Text;
using GraphIntel.Sqlite.Connection;

namespace GraphIntel.Sqlite.Execute;

/// <summary>SQLite's EXPLAIN QUERY PLAN as an indented tree.</summary>
internal static class QueryPlan
{
    /// <summary>The lines of the tree.</summary>
    /// <param name="explain">The EXPLAIN QUERY PLAN statement; its rows are the id of a step, that of its parent, a number, and a text.</param>
    public static string[] Read(Statement explain)
    {
        var depths = new Dictionary<long, int> { [0] = 0 };
        var lines = new List<string>();
        while (explain.Step())
        {
            var depth = depths[explain.Int64(1)];
            depths[explain.Int64(0)] = depth + 1;
            lines.Add(new StringBuilder().Append(' ', 2 * depth).Append(explain.Text(3)).ToString());
        }
        explain.Reset();
        return [.. lines];
    }
}
