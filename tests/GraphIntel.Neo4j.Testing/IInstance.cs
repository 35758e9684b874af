namespace GraphIntel.Neo4j.Testing;

/// <summary>One way to come by a Neo4j.</summary>
internal interface IInstance : IAsyncDisposable
{
    /// <summary>Its settings once it answers, or the reason why there is none.</summary>
    Task<(Neo4jSettings? Settings, string Reason)> StartAsync();
}

/// <summary>What a client must know of a server.</summary>
internal sealed record Neo4jSettings(string Version, Uri Uri, Uri Http, string User, string Password, string Database, string? Certificate);
