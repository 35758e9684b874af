using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphIntel.Core.Execution;
using Xunit;

namespace GraphIntel.Conformance.Tests.Harness;

/// <summary>A query of <c>docs/queries.md</c>, with the answer that stands below it.</summary>
/// <param name="Heading">The heading of its section.</param>
/// <param name="Query">The query.</param>
/// <param name="Answer">The response from the seed; null if the page has none.</param>
public sealed partial record DocumentedQuery(string Heading, string Query, string? Answer)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every query of the page, by the heading of its section.</summary>
    private static readonly Dictionary<string, DocumentedQuery> All = Read();

    /// <summary>The headings of the sections that have a query.</summary>
    public static TheoryData<string> Headings => [.. All.Keys];

    public static DocumentedQuery Of(string heading) => All[heading];

    internal async Task AssertAnsweredAsync(GraphEngine engine)
    {
        Assert.True(Answer is not null, $"docs/queries.md has no answer (```json) directly below the query of '{Heading}'.");
        using var response = await engine.ExecuteAsync(new GraphRequest(Encoding.UTF8.GetBytes(Query)), TestContext.Current.CancellationToken);
        Assert.Equal(Text(JsonElement.Parse(Answer)), Text(JsonElement.Parse(response.Body.Span)));
    }

    private static string Text(JsonElement value) => JsonSerializer.Serialize(value, Indented);

    private static Dictionary<string, DocumentedQuery> Read()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "queries.md"));
        var queries = new Dictionary<string, DocumentedQuery>(StringComparer.Ordinal);
        var heading = "";
        foreach (Match match in HeadingOrQuery().Matches(page))
        {
            if (match.Groups["heading"] is { Success: true } found)
                heading = found.Value;
            else
                queries.Add(heading, new DocumentedQuery(heading, match.Groups["query"].Value, match.Groups["answer"] is { Success: true } answer ? answer.Value : null));
        }
        return queries;
    }

    [GeneratedRegex(@"^\#\#\ (?<heading>[^\n]+)$ | ^```graphql\n(?<query>.*?)^```\n (\n+```json\n(?<answer>.*?)^```$)?",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex HeadingOrQuery();
}
