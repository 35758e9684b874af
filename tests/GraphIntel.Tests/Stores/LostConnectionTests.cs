using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>A write to Neo4j whose connection is lost: it is atomic, and reports its outcome.</summary>
public abstract class LostConnectionTests(Neo4jServer server)
{
    private const string Things = "type Thing @node { id: ID! name: String! }";

    /// <summary>COMMIT on the wire: a message of two bytes.</summary>
    private static readonly byte[] Commit = [0, 2, 0xB0, 0x12, 0, 0];

    /// <summary>A text that only the statement that creates things contains.</summary>
    private static readonly byte[] CreateStatement = Encoding.UTF8.GetBytes("CREATE (n:Thing");

    private async Task<Neo4jGraph> OpenAsync(FaultProxy proxy, int timeout = 20)
    {
        var model = ModelReader.Read(Things);
        await Neo4jGraph.EmptyAsync(model, server);
        return await Neo4jGraph.OpenAsync(
            model,
            server,
            Neo4jGraph.Options(server) with { Uri = $"bolt://{proxy.Address}", WriterTimeout = TimeSpan.FromSeconds(timeout) });
    }

    private static async Task<string> UnavailableAsync(TestGraph store, Func<TestGraph, Task<WriteSummary>>? write = null)
    {
        var failure = await Assert.ThrowsAsync<StoreException>(() => (write ?? WriteAsync)(store));
        Assert.Equal(StoreFailure.Unavailable, failure.Failure);
        return failure.Message;
    }

    private static Task<WriteSummary> WriteAsync(TestGraph store) =>
        store.WriteAsync(store.Nodes("Thing", ["name"], ("thing:1", ["One"]), ("thing:2", ["Two"])));

    /// <summary>A batch of three chunks: rows of 45 bytes, 225,000 bytes in a full chunk.</summary>
    private static Task<WriteSummary> WriteManyAsync(TestGraph store) => store.WriteAsync(store.Nodes(
        "Thing", ["name"],
        [.. Enumerable.Range(10_000, 12_000).Select(i => ($"thing:{i}", new object?[] { "a name of thirty letters as is" }))]));

    [Fact]
    public async Task A_commit_with_a_lost_response_is_found_to_be_done()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy);
        proxy.SelectFault = Faults.Once(Commit, FaultKind.ResponseLost);
        Assert.Equal(new WriteSummary(2, 0, 0), await WriteAsync(store));
        Assert.Equal(2, await store.CountAsync("Thing"));
    }

    [Fact]
    public async Task A_commit_that_did_not_arrive_is_found_not_to_be_done()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy);
        proxy.SelectFault = Faults.Once(Commit, FaultKind.Lost);
        Assert.Contains("The batch was not written", await UnavailableAsync(store), StringComparison.Ordinal);
        Assert.Equal(0, await store.CountAsync("Thing"));
        Assert.Equal(new WriteSummary(2, 0, 0), await WriteAsync(store));
    }

    [Theory]
    [InlineData(FaultKind.Lost, 0)]
    [InlineData(FaultKind.ResponseLost, 2)]
    public async Task A_commit_whose_outcome_cannot_be_queried_is_reported_as_unknown(FaultKind fault, int there)
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy, timeout: 2);
        proxy.SelectFault = Faults.Once(Commit, fault, () => proxy.Refuses = true);
        var message = await UnavailableAsync(store);
        Assert.Contains("it is unknown whether the batch was written", message, StringComparison.Ordinal);
        Assert.Contains("running the same import again is safe", message, StringComparison.Ordinal);
        proxy.Refuses = false;
        Assert.Equal(there, await store.CountAsync("Thing"));
        Assert.Equal(new WriteSummary(2 - there, 0, there), await WriteAsync(store));
    }

    [Fact]
    public async Task A_write_that_is_interrupted_before_its_commit_is_retried()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy);
        proxy.SelectFault = Faults.Once(CreateStatement, FaultKind.ResponseLost);
        Assert.Equal(new WriteSummary(2, 0, 0), await WriteAsync(store));
        Assert.Equal(2, await store.CountAsync("Thing"));
    }

    [Fact]
    public async Task A_write_without_a_server_reports_that_nothing_was_written()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy, timeout: 2);
        proxy.SelectFault = Faults.Once(CreateStatement, FaultKind.Lost, () => proxy.Refuses = true);
        var message = await UnavailableAsync(store);
        Assert.Contains("The batch was not written", message, StringComparison.Ordinal);
        Assert.DoesNotContain("CREATE", message, StringComparison.Ordinal);
        proxy.Refuses = false;
        Assert.Equal(0, await store.CountAsync("Thing"));
    }

    [Fact]
    public async Task Later_writes_of_others_do_not_hide_the_outcome_of_a_write()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy);
        await using var other = await Neo4jGraph.OpenAsync(ModelReader.Read(Things), server);
        proxy.SelectFault = Faults.Once(Commit, FaultKind.ResponseLost, () => proxy.Refuses = true);
        var writing = WriteAsync(store);
        while (await store.CountAsync("Thing") < 2)
            await Task.Yield();
        for (var i = 3; i < 6; i++)
            await other.WriteAsync(other.Nodes("Thing", ["name"], ($"thing:{i}", ["Other"])));
        proxy.Refuses = false;
        Assert.Equal(new WriteSummary(2, 0, 0), await writing);
    }

    [Fact]
    public async Task Too_many_later_writes_of_others_make_the_outcome_unknown()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy, timeout: 120);
        await using var other = await Neo4jGraph.OpenAsync(ModelReader.Read(Things), server);
        proxy.SelectFault = Faults.Once(Commit, FaultKind.ResponseLost, () => proxy.Refuses = true);
        var writing = UnavailableAsync(store);
        while (await store.CountAsync("Thing") < 2)
            await Task.Yield();
        for (var i = 3; i < 19; i++)
            await other.WriteAsync(other.Nodes("Thing", ["name"], ($"thing:{i}", ["Other"])));
        proxy.Refuses = false;
        var message = await writing;
        Assert.Contains("it is unknown whether the batch was written", message, StringComparison.Ordinal);
        Assert.DoesNotContain("The batch was not written", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_is_interrupted_in_its_second_chunk_is_retried_completely()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy, timeout: 120);
        var isCut = false;
        proxy.SelectFault = Faults.After(CreateStatement, 340_000, FaultKind.Lost, () => isCut = true);
        Assert.Equal(new WriteSummary(12_000, 0, 0), await WriteManyAsync(store));
        Assert.True(isCut);
        Assert.Equal(12_000, await store.CountAsync("Thing"));
    }

    [Fact]
    public async Task A_write_that_fails_in_its_second_chunk_leaves_nothing()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy, timeout: 2);
        proxy.SelectFault = Faults.After(CreateStatement, 340_000, FaultKind.Lost, () => proxy.Refuses = true);
        Assert.Contains("The batch was not written", await UnavailableAsync(store, WriteManyAsync), StringComparison.Ordinal);
        Assert.True(proxy.Refuses);
        Assert.Equal(0, await store.CountAsync("Thing"));
    }

    [Fact]
    public async Task An_unavailable_server_is_reported()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy);
        await store.Store.CheckHealthAsync(TestContext.Current.CancellationToken);
        proxy.Refuses = true;
        proxy.CutAll();
        var failure = await Assert.ThrowsAsync<StoreException>(
            () => store.Store.CheckHealthAsync(TestContext.Current.CancellationToken).AsTask());
        Assert.Equal(StoreFailure.Unavailable, failure.Failure);
        proxy.Refuses = false;
        await store.Store.CheckHealthAsync(TestContext.Current.CancellationToken);
    }
}

[Long]
[Collection(Neo4j526Collection.Name)]
public sealed class LostConnectionOnNeo4j526Tests(Neo4j526 server) : LostConnectionTests(server);

[Collection(Neo4j2026Collection.Name)]
public sealed class LostConnectionOnNeo4j2026Tests(Neo4j2026 server) : LostConnectionTests(server);
