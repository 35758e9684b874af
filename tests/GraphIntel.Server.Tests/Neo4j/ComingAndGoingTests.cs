using System.Net;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Server.Tests.Neo4j;

[Collection(Neo4j526Collection.Name)]
public sealed class ComingAndGoingOn526Tests(Neo4j526 neo4j) : ComingAndGoingTests(neo4j);

[Collection(Neo4j2026Collection.Name)]
public sealed class ComingAndGoingOn2026Tests(Neo4j2026 neo4j) : ComingAndGoingTests(neo4j);

/// <summary>A Neo4j that comes, goes without a word, and comes back as it once was, with the server in front of it.</summary>
public abstract class ComingAndGoingTests : IAsyncLifetime
{
    private const string Place = """{ place(id: "place:maskanah") { name } }""";
    private const string Maskanah = """{"data":{"place":{"name":"Maskanah"}}}""";

    private readonly Neo4jServer _neo4j;
    private readonly TemporaryFolder _folder = new();

    protected ComingAndGoingTests(Neo4jServer neo4j)
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
    public async Task The_server_listens_before_neo4j_is_there_and_comes_back_when_neo4j_does_even_from_an_older_back_up()
    {
        await _neo4j.StopAsync();
        _neo4j.SaveData();
        var documents = Path.GetDirectoryName(_folder.Write("trusted/place.graphql", Place))!;
        await using var server = await ServedFromNeo4j.StartAsync(
            _folder.Path, ServedFromNeo4j.Environment(_neo4j), "--seed", "default", "--trusted-documents", documents);
        await server.UntilReadyAsync(false);
        Assert.Equal(HttpStatusCode.OK, (await server.HealthAsync("live")).Status);
        Assert.Contains(
            $"Neo4j at {_neo4j.Uri.Authority} is away: ", (await server.HealthAsync("ready")).Body, StringComparison.Ordinal);
        Assert.Equal(["STORE_UNAVAILABLE"], ServedFromNeo4j.Codes(await server.AskAsync(Place)));

        await _neo4j.StartAsync();
        await server.UntilReadyAsync();
        Assert.Equal(Maskanah, await server.AskAsync(Place));
        Assert.Contains("The store now holds the seed", server.Process.Output, StringComparison.Ordinal);
        Assert.Contains($"GraphIntel is ready: {server.Endpoint}", server.Process.Output, StringComparison.Ordinal);
        await server.UntilSaidAsync("1 trusted documents were planned ahead");

        await _neo4j.KillAsync();
        await server.UntilReadyAsync(false);
        Assert.Equal(["STORE_UNAVAILABLE"], ServedFromNeo4j.Codes(await server.AskAsync(Place)));
        // What the server wrote and remembers has never been in this one: it is seeded again.
        _neo4j.RestoreData();
        await _neo4j.StartAsync();
        await server.UntilReadyAsync();
        Assert.Equal(Maskanah, await server.AskAsync(Place));
        Assert.Equal(2, server.Process.Output.Split("The store now holds the seed").Length - 1);

        await server.Process.TerminateAsync();
        Assert.Equal(0, await server.Process.EndAsync());
        // How far the seeding is stands there where it takes longer than a moment.
        Assert.All(server.Process.Error.Split('\n'), line => Assert.Matches(@"\A(\w+: \d+%)?\z", line));
        Assert.DoesNotContain(_neo4j.Password, server.Process.Output, StringComparison.Ordinal);
    }
}
