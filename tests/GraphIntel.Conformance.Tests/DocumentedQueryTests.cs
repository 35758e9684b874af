using GraphIntel.Conformance.Tests.Harness;
using Xunit;

namespace GraphIntel.Conformance.Tests;

/// <summary>Every query of <c>docs/queries.md</c>: SQLite returns the answer that the page shows.</summary>
public sealed class DocumentedQueryTests(SqliteGraphs graphs)
{
    [Theory]
    [MemberData(nameof(DocumentedQuery.Headings), MemberType = typeof(DocumentedQuery))]
    public Task The_answer_is_the_one_on_the_page(string heading) =>
        DocumentedQuery.Of(heading).AssertAnsweredAsync(graphs.Of(CaseGraph.Seed).Engine);
}
