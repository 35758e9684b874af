using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>A write to Neo4j whose connection is lost: all or nothing, and it says which.</summary>
public abstract class LostConnectionTests(Neo4jServer server)
{
    private const string Things = "type Thing @node { id: ID! name: String! }";

    /// <summary>COMMIT as it stands on the wire: a message of two bytes.</summary>
    private static readonly byte[] _commit = [0, 2, 0xB0, 0x12, 0, 0];

    /// <summary>What the statement that makes things says and no other does.</summary>
    private static readonly byte[] _making = Encoding.UTF8.GetBytes("CREATE (n:Thing");

    private async Task<Neo4jGraph> OpenAsync(FaultProxy proxy, int patience = 20)
    {
        await server.WipeAsync(keepsSchema: false, TestContext.Current.CancellationToken);
        return await Neo4jGraph.OpenAsync(
            ModelReader.Read(Things),
            server,
            Neo4jGraph.Options(server) with { Uri = $"bolt://{proxy.Address}", WriterPatience = TimeSpan.FromSeconds(patience) });
    }

    private static async Task<string> UnavailableAsync(TestGraph store, Func<TestGraph, Task<WriteSummary>>? write = null)
    {
        var failure = await Assert.ThrowsAsync<StoreException>(() => (write ?? WriteAsync)(store));
        Assert.Equal(StoreFailure.Unavailable, failure.Failure);
        return failure.Message;
    }

    private static Task<WriteSummary> WriteAsync(TestGraph store) =>
        store.WriteAsync(store.Nodes("Thing", ["name"], ("thing:1", ["One"]), ("thing:2", ["Two"])));

    /// <summary>A batch of three lists: rows of 45 bytes, 225,000 bytes in a full list.</summary>
    private static Task<WriteSummary> WriteManyAsync(TestGraph store) => store.WriteAsync(store.Nodes(
        "Thing", ["name"],
        [.. Enumerable.Range(10_000, 12_000).Select(i => ($"thing:{i}", new object?[] { "a name of thirty letters as is" }))]));

    [Fact]
    public async Task A_commit_whose_answer_is_lost_is_found_to_have_happened()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy);
        proxy.Judge = Faults.Once(_commit, Fate.AnswerLost);
        Assert.Equal(new WriteSummary(2, 0, 0), await WriteAsync(store));
        Assert.Equal(2, await store.CountAsync("Thing"));
    }

    [Fact]
    public async Task A_commit_that_did_not_arrive_is_found_not_to_have_happened()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy);
        proxy.Judge = Faults.Once(_commit, Fate.Lost);
        Assert.Contains("Nothing of this batch was written", await UnavailableAsync(store), StringComparison.Ordinal);
        Assert.Equal(0, await store.CountAsync("Thing"));
        Assert.Equal(new WriteSummary(2, 0, 0), await WriteAsync(store));
    }

    [Theory]
    [InlineData(Fate.Lost, 0)]
    [InlineData(Fate.AnswerLost, 2)]
    public async Task A_commit_that_cannot_be_asked_about_is_said_to_be_unknown(Fate fate, int there)
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy, patience: 2);
        proxy.Judge = Faults.Once(_commit, fate, () => proxy.Refuses = true);
        var message = await UnavailableAsync(store);
        Assert.Contains("could not be found out whether the batch was written", message, StringComparison.Ordinal);
        Assert.Contains("running the same import again is safe", message, StringComparison.Ordinal);
        proxy.Refuses = false;
        Assert.Equal(there, await store.CountAsync("Thing"));
        Assert.Equal(new WriteSummary(2 - there, 0, there), await WriteAsync(store));
    }

    [Fact]
    public async Task A_write_that_is_cut_off_before_its_commit_is_written_again()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy);
        proxy.Judge = Faults.Once(_making, Fate.AnswerLost);
        Assert.Equal(new WriteSummary(2, 0, 0), await WriteAsync(store));
        Assert.Equal(2, await store.CountAsync("Thing"));
    }

    [Fact]
    public async Task A_write_that_meets_nobody_says_that_nothing_was_written()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy, patience: 2);
        proxy.Judge = Faults.Once(_making, Fate.Lost, () => proxy.Refuses = true);
        var message = await UnavailableAsync(store);
        Assert.Contains("Nothing of this batch was written", message, StringComparison.Ordinal);
        Assert.DoesNotContain("CREATE", message, StringComparison.Ordinal);
        proxy.Refuses = false;
        Assert.Equal(0, await store.CountAsync("Thing"));
    }

    [Fact]
    public async Task Writes_of_others_in_between_do_not_hide_what_became_of_one()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy);
        await using var other = await Neo4jGraph.OpenAsync(ModelReader.Read(Things), server);
        proxy.Judge = Faults.Once(_commit, Fate.AnswerLost, () => proxy.Refuses = true);
        var writing = WriteAsync(store);
        while (await store.CountAsync("Thing") < 2)
            await Task.Yield();
        for (var i = 3; i < 6; i++)
            await other.WriteAsync(other.Nodes("Thing", ["name"], ($"thing:{i}", ["Other"])));
        proxy.Refuses = false;
        Assert.Equal(new WriteSummary(2, 0, 0), await writing);
    }

    [Fact]
    public async Task So_many_writes_of_others_in_between_that_nobody_can_tell_are_said_to_be()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy, patience: 120);
        await using var other = await Neo4jGraph.OpenAsync(ModelReader.Read(Things), server);
        proxy.Judge = Faults.Once(_commit, Fate.AnswerLost, () => proxy.Refuses = true);
        var writing = UnavailableAsync(store);
        while (await store.CountAsync("Thing") < 2)
            await Task.Yield();
        for (var i = 3; i < 19; i++)
            await other.WriteAsync(other.Nodes("Thing", ["name"], ($"thing:{i}", ["Other"])));
        proxy.Refuses = false;
        var message = await writing;
        Assert.Contains("could not be found out whether the batch was written", message, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing of this batch was written", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_is_cut_off_in_its_second_list_is_written_again_whole()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy, patience: 120);
        var isCut = false;
        proxy.Judge = Faults.After(_making, 340_000, Fate.Lost, () => isCut = true);
        Assert.Equal(new WriteSummary(12_000, 0, 0), await WriteManyAsync(store));
        Assert.True(isCut);
        Assert.Equal(12_000, await store.CountAsync("Thing"));
    }

    [Fact]
    public async Task A_write_that_is_cut_off_in_its_second_list_for_good_leaves_nothing()
    {
        server.Require();
        await using var proxy = new FaultProxy(server.Uri);
        await using var store = await OpenAsync(proxy, patience: 2);
        proxy.Judge = Faults.After(_making, 340_000, Fate.Lost, () => proxy.Refuses = true);
        Assert.Contains("Nothing of this batch was written", await UnavailableAsync(store, WriteManyAsync), StringComparison.Ordinal);
        Assert.True(proxy.Refuses);
        Assert.Equal(0, await store.CountAsync("Thing"));
    }

    [Fact]
    public async Task A_server_that_is_away_is_said_to_be()
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

[Collection(Neo4j526Collection.Name)]
public sealed class LostConnectionOnNeo4j526Tests(Neo4j526 server) : LostConnectionTests(server);

[Collection(Neo4j2026Collection.Name)]
public sealed class LostConnectionOnNeo4j2026Tests(Neo4j2026 server) : LostConnectionTests(server);
