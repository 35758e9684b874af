using System.Net;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Server.Tests.Neo4j;

[Long]
[Collection(Neo4j526Collection.Name)]
public sealed class StoreAvailabilityOn526Tests(Neo4j526 neo4j) : StoreAvailabilityTests(neo4j);

[Collection(Neo4j2026Collection.Name)]
public sealed class StoreAvailabilityOn2026Tests(Neo4j2026 neo4j) : StoreAvailabilityTests(neo4j);

/// <summary>The server over a Neo4j that becomes available, is killed, and comes back with older data.</summary>
public abstract class StoreAvailabilityTests : IAsyncLifetime
{
    private const string Place = """{ place(id: "place:maskanah") { name } }""";
    private const string Maskanah = """{"data":{"place":{"name":"Maskanah"}}}""";

    private readonly Neo4jServer _neo4j;
    private readonly TemporaryFolder _folder = new();

    protected StoreAvailabilityTests(Neo4jServer neo4j)
    {
        neo4j.Require();
        if (!neo4j.IsOwn)
            Assert.Skip("The Neo4j is not ours to stop.");
        _neo4j = neo4j;
    }

    public async ValueTask InitializeAsync() => await _neo4j.WipeAsync(keepsSchema: false, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_server_listens_before_neo4j_is_available_and_recovers_with_it_even_from_an_older_backup()
    {
        await _neo4j.StopAsync();
        _neo4j.SaveData();
        var documents = Path.GetDirectoryName(_folder.Write("trusted/place.graphql", Place))!;
        await using var server = await ServedFromNeo4j.StartAsync(
            _folder.Path, ServedFromNeo4j.Environment(_neo4j), "--seed", "default", "--trusted-documents", documents);
        await server.UntilReadyAsync(false);
        Assert.Equal(HttpStatusCode.OK, (await server.HealthAsync("live")).Status);
        Assert.Contains(
            $"Neo4j at {_neo4j.Uri.Authority} is unavailable: ", (await server.HealthAsync("ready")).Body, StringComparison.Ordinal);
        Assert.Equal(["STORE_UNAVAILABLE"], ServedFromNeo4j.Codes(await server.QueryAsync(Place)));

        await _neo4j.StartAsync();
        await server.UntilReadyAsync();
        Assert.Equal(Maskanah, await server.QueryAsync(Place));
        Assert.Contains("Seeded the store", server.Process.Output, StringComparison.Ordinal);
        Assert.Contains($"GraphIntel is ready: {server.Endpoint}", server.Process.Output, StringComparison.Ordinal);
        await server.UntilSaidAsync("1 trusted documents were planned ahead");

        await _neo4j.KillAsync();
        await server.UntilReadyAsync(false);
        Assert.Equal(["STORE_UNAVAILABLE"], ServedFromNeo4j.Codes(await server.QueryAsync(Place)));
        // This database has none of the server's writes, so it is seeded again.
        _neo4j.RestoreData();
        await _neo4j.StartAsync();
        await server.UntilReadyAsync();
        Assert.Equal(Maskanah, await server.QueryAsync(Place));
        Assert.Equal(2, server.Process.Output.Split("Seeded the store").Length - 1);

        await server.Process.TerminateAsync();
        Assert.Equal(0, await server.Process.EndAsync());
        // stderr has only the progress of a seeding that takes longer.
        Assert.All(server.Process.Error.Split('\n'), line => Assert.Matches(@"\A(\w+: \d+%)?\z", line));
        Assert.DoesNotContain(_neo4j.Password, server.Process.Output, StringComparison.Ordinal);
    }
}
