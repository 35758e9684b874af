using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Planning.Cost;
using GraphIntel.Core.Storage;

namespace GraphIntel.Server.Commands;

/// <summary>Prints an explanation in sections, each with a heading and indented lines.</summary>
internal static class ExplanationText
{
    private const string Indent = "  ";

    // Longer values are cut.
    private const int MaxValue = 100;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(Explanation explanation)
    {
        IEnumerable<(string Heading, IEnumerable<string> Lines)> sections =
        [
            ("Plan", explanation.Plan.TrimEnd('\n').Split('\n')),
            ("Estimated cost", Cost(explanation)),
            .. explanation.Preliminary.Select(part => (part.Title, Reads(part, withTimes: explanation.Response is not null))),
            .. explanation.Statements.SelectMany(statement => Statement(statement, explanation.Values)),
            .. explanation.Response is { } response ? [("Response", Response(response))] : Array.Empty<(string, IEnumerable<string>)>(),
        ];
        return sections.SelectMany((section, number) => section.Lines.Select(line => Indent + line).Prepend(section.Heading).Concat([""]))
            .SkipLast(1);
    }

    private static IEnumerable<string> Cost(Explanation explanation)
    {
        var cost = explanation.Cost;
        yield return explanation.Statements.Count == 0
            ? "none: nothing is read from the store"
            : $"about {CostEstimate.Text(cost.Rows)} rows; at most {CostEstimate.Text(cost.MaxRows)} are allowed";
        if (explanation.Exceeded is { } exceeded)
            yield return $"rejected: {exceeded.Message}";
    }

    private static IEnumerable<string> Reads(PreliminaryPart part, bool withTimes)
    {
        foreach (var read in part.Reads)
            yield return $"{read.Text}: {read.Found}{(withTimes ? ", " + Time(read.Duration) : "")}";
        if (part.Result is { } result)
            yield return result;
    }

    private static IEnumerable<(string, IEnumerable<string>)> Statement(ExplainedStatement statement, IReadOnlyList<object?> values)
    {
        var of = statement.Field is { } field ? $" of {field}" : "";
        yield return ("Statement" + of, statement.Text.TrimEnd('\n').Split('\n'));
        if (statement.Parameters.Count > 0)
            yield return ("Parameters" + of, statement.Parameters.Select(parameter => string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} = ${parameter.Index} = {Value(values[parameter.Index])}")));
        yield return ("Query plan" + of, statement.QueryPlan);
        if (statement.Analysis.Count > 0)
            yield return ("Execution" + of, statement.Analysis);
    }

    private static IEnumerable<string> Response(MeasuredResponse response)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{response.Bytes:N0} bytes in {Time(response.Duration)}, all stages together");
        foreach (GraphError error in response.Errors)
            yield return $"error: {error.Message}";
    }

    private static string Value(object? value)
    {
        var text = value switch
        {
            byte[] utf8 => JsonSerializer.Serialize(System.Text.Encoding.UTF8.GetString(utf8), Json),
            IEnumerable list and not string => $"[{string.Join(", ", list.Cast<object?>().Take(MaxValue).Select(Value))}]",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => JsonSerializer.Serialize(value, Json),
        };
        return text.Length <= MaxValue ? text : text[..MaxValue] + "...";
    }

    private static string Time(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:N2} ms");
}
