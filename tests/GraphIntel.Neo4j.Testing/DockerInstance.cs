using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;

namespace GraphIntel.Neo4j.Testing;

/// <summary>The published image in a temporary container.</summary>
internal sealed class DockerInstance(string version, string heap, string pageCache) : IInstance
{
    private const int BoltPort = 7687;
    private const int HttpPort = 7474;
    private const string Password = "graphintel-test";

    private IContainer? _container;

    public async Task<(Neo4jSettings?, string)> StartAsync()
    {
        try
        {
            _container = new ContainerBuilder($"neo4j:{version}-community")
                .WithEnvironment("NEO4J_AUTH", $"neo4j/{Password}")
                .WithEnvironment("NEO4J_server_memory_heap_max__size", heap)
                .WithEnvironment("NEO4J_server_memory_pagecache_size", pageCache)
                .WithPortBinding(BoltPort, assignRandomHostPort: true)
                .WithPortBinding(HttpPort, assignRandomHostPort: true)
                .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(request => request.ForPort(HttpPort)))
                .Build();
            await _container.StartAsync();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Testcontainers has an exception for a missing Docker, and passes on Docker's own for a missing image.
            return (null, $"Docker did not start one: {error.Message.Split('\n')[0]}");
        }
        Uri Address(string scheme, int port) => new UriBuilder(scheme, _container.Hostname, _container.GetMappedPublicPort(port)).Uri;
        return (new Neo4jSettings(version, Address("bolt", BoltPort), Address("http", HttpPort), "neo4j", Password, "neo4j", null), "");
    }

    public ValueTask DisposeAsync() => _container?.DisposeAsync() ?? ValueTask.CompletedTask;
}
