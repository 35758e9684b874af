namespace GraphIntel.Server.Transport;

/// <summary>A limit per client.</summary>
/// <param name="Remote">For clients on other machines.</param>
/// <param name="Local">For clients on the server's machine.</param>
internal readonly record struct ClientLimit(int Remote, int Local)
{
    /// <summary>The value for no limit.</summary>
    public const int Unlimited = int.MaxValue;

    /// <summary>A default limit, which does not apply to clients on the server's machine.</summary>
    public static ClientLimit ForRemote(int limit) => new(limit, Unlimited);

    /// <summary>A configured limit, which applies to all clients.</summary>
    public static ClientLimit ForAll(int limit) => new(limit, limit);

    public int Of(ClientKey client) => client.IsLocal ? Local : Remote;

    public bool Limits(ClientKey client) => Of(client) != Unlimited;
}
