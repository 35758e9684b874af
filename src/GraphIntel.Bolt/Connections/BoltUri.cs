namespace GraphIntel.Bolt.Connections;

/// <summary>The encryption of a connection.</summary>
internal enum Encryption
{
    None,

    /// <summary>TLS with a trusted certificate for the host name.</summary>
    Verified,

    /// <summary>TLS with any certificate.</summary>
    AnyCertificate,
}

/// <summary>A parsed connection URI: address, encryption and routing context (null for a direct connection).</summary>
internal sealed record BoltUri(ServerAddress Address, Encryption Encryption, IReadOnlyDictionary<string, string>? RoutingContext)
{
    public static BoltUri Parse(Uri uri)
    {
        if (!uri.IsAbsoluteUri)
            throw new ArgumentException("The URI is not absolute; expected neo4j://host:port or bolt://host:port.", nameof(uri));
        var plus = uri.Scheme.IndexOf('+', StringComparison.Ordinal);
        var (scheme, suffix) = plus < 0 ? (uri.Scheme, "") : (uri.Scheme[..plus], uri.Scheme[plus..]);
        if (scheme is not ("bolt" or "neo4j"))
            throw UnknownScheme(uri);
        var encryption = suffix switch
        {
            "" => Encryption.None,
            "+s" => Encryption.Verified,
            "+ssc" => Encryption.AnyCertificate,
            _ => throw UnknownScheme(uri),
        };
        if (uri.UserInfo.Length > 0)
            throw new ArgumentException("The URI contains a user or a password; pass them as an AuthToken.", nameof(uri));
        if (uri.DnsSafeHost.Length == 0)
            throw new ArgumentException("The URI has no host.", nameof(uri));
        if (uri.AbsolutePath.Trim('/').Length > 0 || uri.Fragment.Length > 0)
        {
            throw new ArgumentException(
                "The URI has a path or a fragment; set the database in the SessionConfig.", nameof(uri));
        }
        var address = new ServerAddress(uri.DnsSafeHost, uri.Port > 0 ? uri.Port : ServerAddress.DefaultPort);
        if (scheme == "neo4j")
            return new BoltUri(address, encryption, ReadContext(uri.Query, address));
        if (uri.Query.Length > 1)
            throw new ArgumentException("The URI has a routing context, which is only allowed with the scheme neo4j.", nameof(uri));
        return new BoltUri(address, encryption, null);
    }

    private static ArgumentException UnknownScheme(Uri uri) =>
        new($"The scheme '{uri.Scheme}' is not valid; expected bolt, bolt+s, bolt+ssc, neo4j, neo4j+s or neo4j+ssc.", nameof(uri));

    private static Dictionary<string, string> ReadContext(string query, ServerAddress address)
    {
        var context = new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = address.ToString() };
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            var key = Uri.UnescapeDataString(parts[0]);
            if (parts.Length < 2 || key.Length == 0 || parts[1].Length == 0)
                throw new ArgumentException($"The routing context entry '{key}' has no name or no value; expected name=value.");
            if (!context.TryAdd(key, Uri.UnescapeDataString(parts[1])))
            {
                throw new ArgumentException(key == "address"
                    ? "The routing context must not contain 'address', which the driver sets."
                    : $"The routing context contains '{key}' twice.");
            }
        }
        return context;
    }
}
