namespace GraphIntel.Neo4j.Testing;

/// <summary>A way to get a Neo4j server.</summary>
internal interface IInstance : IAsyncDisposable
{
    /// <summary>The settings of the running server, or the reason why there is none.</summary>
    Task<(Neo4jSettings? Settings, string Reason)> StartAsync();
}

/// <summary>The connection settings of a server.</summary>
internal sealed record Neo4jSettings(string Version, Uri Uri, Uri Http, string User, string Password, string Database, string? Certificate);
