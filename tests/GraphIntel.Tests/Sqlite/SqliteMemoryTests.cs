using System.Globalization;
using GraphIntel.Sqlite;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Tests.Execution;
using Xunit;

namespace GraphIntel.Tests.Sqlite;

/// <summary>SQLite's memory is limited: cached statements, one operation, and all operations.</summary>
[Collection(nameof(HeapTests))]
public sealed class SqliteMemoryTests : IDisposable
{
    private const int Mebi = 1024 * 1024;
    private const string Small = """{ person(id: "person:1") { name } }""";

    /// <summary>About 15 MB.</summary>
    private const string Large =
        "{ people(first: 150) { nodes { knows(first: 150) { nodes { id name born knows(first: 18) { nodes { id name } } } } } } }";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Many_large_statements_do_not_exceed_the_cache_limit()
    {
        await using var graph = await DenseGraph.NewAsync(2, new SqliteOptions { MaxStatementBytes = 2 * Mebi }, SqliteLocation.Memory());
        var engine = graph.Engine();
        await DenseGraph.QueryAsync(engine, Small);
        for (var number = 0; number < 60; number++)
        {
            var fields = string.Join(' ', Enumerable.Range(0, 1 + number).Select(index => string.Create(
                CultureInfo.InvariantCulture,
                $"a{number}_{index}: people(where: {{knows: {{some: {{knows: {{some: {{name: {{contains: \"x\"}}}}}}}}}}}}) {{ nodes {{ id knows {{ nodes {{ id }} }} }} }}")));
            var answer = await DenseGraph.QueryAsync(engine, $"{{ {fields} }}");
            Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        }
        using var reader = await graph.Store.Store.Readers.RentAsync(TestContext.Current.CancellationToken);
        Assert.InRange(reader.StatementCount, 2, 59);
        Assert.InRange(reader.StatementBytes, Mebi / 2, 2 * Mebi);
    }

    [Fact]
    public async Task A_statement_too_large_for_the_cache_is_run_and_finalized()
    {
        await using var graph = await DenseGraph.NewAsync(2, new SqliteOptions { MaxStatementBytes = 1 }, SqliteLocation.Memory());
        var engine = graph.Engine();
        for (var time = 0; time < 3; time++)
        {
            var answer = await DenseGraph.QueryAsync(engine, Small);
            Assert.Equal("""{"data":{"person":{"name":"Person 1"}}}""", answer.GetRawText());
        }
        using var reader = await graph.Store.Store.Readers.RentAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, 0L), (reader.StatementCount, reader.StatementBytes));
    }

    [Theory]
    [InlineData(Large)]
    [InlineData("{ people(first: 150) { nodes { knows(first: 150, order: [{name: DESC}]) { nodes { name knows(first: 18, order: [{born: DESC}]) { nodes { id name } } } } } } }")]
    public async Task An_operation_over_its_memory_limit_fails_and_the_next_succeeds(string large)
    {
        await using var graph = await DenseGraph.NewAsync(150, new SqliteOptions { MaxOperationBytes = 6 * Mebi }, SqliteLocation.Memory());
        var engine = graph.Engine();
        await DenseGraph.QueryAsync(engine, Small);
        for (var time = 0; time < 2; time++)
        {
            var error = (await DenseGraph.QueryAsync(engine, large)).GetProperty("errors")[0];
            Assert.Equal("LIMIT_EXCEEDED", error.GetProperty("extensions").GetProperty("code").GetString());
            Assert.Contains("6291456 bytes", error.GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.Equal("""{"data":{"person":{"name":"Person 1"}}}""", (await DenseGraph.QueryAsync(engine, Small)).GetRawText());
        }
        Assert.Equal(0, SqliteMemory.Held);
    }

    [Fact]
    public async Task At_the_total_memory_limit_large_operations_are_rejected_and_small_ones_are_not()
    {
        await using var graph = await DenseGraph.NewAsync(150, new SqliteOptions { MaxBytes = 1 }, SqliteLocation.File(_folder.File("graph.db")));
        var engine = graph.Engine();
        var error = (await DenseGraph.QueryAsync(engine, Large)).GetProperty("errors")[0];
        Assert.Equal("STORE_BUSY", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("""{"data":{"person":{"name":"Person 1"}}}""", (await DenseGraph.QueryAsync(engine, Small)).GetRawText());
    }

    [Fact]
    public async Task Large_sorts_and_temporary_tables_go_to_a_file()
    {
        await using var graph = await DenseGraph.NewAsync(2, new SqliteOptions(), SqliteLocation.File(_folder.File("graph.db")));
        using var reader = await graph.Store.Store.Readers.RentAsync(TestContext.Current.CancellationToken);
        // 1 is a file, which is written when the cache is full.
        Assert.Equal(1, reader.Statement("PRAGMA temp_store").Scalar());
    }
}
