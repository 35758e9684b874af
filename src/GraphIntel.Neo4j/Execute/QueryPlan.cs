using System.Diagnostics;
using System.Globalization;
using System.Text;
using GraphIntel.Bolt;
using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Compile;

namespace GraphIntel.Neo4j.Execute;

/// <summary>
/// Neo4j's query plan as a table with a line for each operator, from the result down to the indexes. An operator's input is below it; of
/// two inputs, the second one, which runs for each row of the first or beside it, comes before the first, indented.
/// </summary>
internal sealed class QueryPlan
{
    private readonly List<string[]> _rows = [];
    private readonly bool _isProfile;

    private QueryPlan(bool isProfile) => _isProfile = isProfile;

    /// <summary>Has the server explain a statement, or profile it, which executes it.</summary>
    public static async Task<(string[] Plan, string[] Analysis)> ReadAsync(
        Session session, CypherStatement statement, BoundParameters bound, bool analyze, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var cursor = await session.RunAsync(
            (analyze ? "PROFILE " : "EXPLAIN ") + statement.Text, ParameterMap.Write, (statement, bound), null, cancellation).ConfigureAwait(false);
        var bytes = 0L;
        while (await cursor.FetchAsync(cancellation).ConfigureAwait(false))
            bytes += cursor.CurrentBytes.Length;
        var elapsed = Stopwatch.GetElapsedTime(start);
        var summary = await cursor.ConsumeAsync(cancellation).ConfigureAwait(false);
        var root = analyze ? summary.Profile : summary.Plan;
        if (root is null)
            return ([], []);
        var plan = new QueryPlan(analyze);
        plan.Add(root, 0);
        string[] analysis = analyze
            ? [string.Create(
                CultureInfo.InvariantCulture,
                $"{elapsed.TotalMilliseconds:N2} ms with profiling, a result of {bytes:N0} bytes, {Sum(root, "dbHits"):N0} database hits")]
            : [];
        return (plan.Lines(), analysis);
    }

    private void Add(IReadOnlyDictionary<string, object?> step, int depth)
    {
        var arguments = step.GetValueOrDefault("args") as IReadOnlyDictionary<string, object?>;
        var name = ((string)step["operatorType"]!).Split('@')[0];
        var details = (arguments?.GetValueOrDefault("Details") as string ?? "").ReplaceLineEndings(" ");
        List<string> row = [new string(' ', 2 * depth) + name, Number(arguments?.GetValueOrDefault("EstimatedRows"))];
        if (_isProfile)
            row.AddRange([Number(step.GetValueOrDefault("rows")), Number(step.GetValueOrDefault("dbHits"))]);
        _rows.Add([.. row, details]);
        var inputs = Inputs(step).ToList();
        for (var index = inputs.Count - 1; index >= 0; index--)
            Add(inputs[index], depth + index);
    }

    private string[] Lines()
    {
        string[] header = _isProfile ? ["operator", "estimated rows", "rows", "database hits", "details"] : ["operator", "estimated rows", "details"];
        _rows.Insert(0, header);
        var widths = Enumerable.Range(0, header.Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        return [.. _rows.Select(row => Line(row, widths))];
    }

    // The operator on the left, numbers on the right of their columns, the details last, as long as they are.
    private static string Line(string[] row, int[] widths)
    {
        var line = new StringBuilder(row[0].PadRight(widths[0]));
        for (var column = 1; column < row.Length - 1; column++)
            line.Append("  ").Append(row[column].PadLeft(widths[column]));
        return line.Append("  ").Append(row[^1]).ToString().TrimEnd();
    }

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Inputs(IReadOnlyDictionary<string, object?> step) =>
        (step.GetValueOrDefault("children") as IEnumerable<object?> ?? []).OfType<IReadOnlyDictionary<string, object?>>();

    private static long Sum(IReadOnlyDictionary<string, object?> step, string key) =>
        (step.GetValueOrDefault(key) as long? ?? 0) + Inputs(step).Sum(input => Sum(input, key));

    private static string Number(object? value) => value switch
    {
        double number => Math.Round(number).ToString("N0", CultureInfo.InvariantCulture),
        long number => number.ToString("N0", CultureInfo.InvariantCulture),
        _ => "",
    };
}
