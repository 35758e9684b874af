namespace GraphIntel.Bolt.Connections;

/// <summary>How the bytes on the way are kept from others.</summary>
internal enum Encryption
{
    None,

    /// <summary>TLS; the certificate must be trusted and name the server.</summary>
    Verified,

    /// <summary>TLS; any certificate will do.</summary>
    AnyCertificate,
}

/// <summary>What an address says: where, whether to route, how to encrypt.</summary>
internal sealed record BoltUri(ServerAddress Address, Encryption Encryption, IReadOnlyDictionary<string, string>? RoutingContext)
{
    public static BoltUri Parse(Uri uri)
    {
        if (!uri.IsAbsoluteUri)
            throw new ArgumentException("The address is not absolute; write neo4j://host:port or bolt://host:port.", nameof(uri));
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
            throw new ArgumentException("The address holds a user or a password; pass them as an AuthToken.", nameof(uri));
        if (uri.DnsSafeHost.Length == 0)
            throw new ArgumentException("The address names no host.", nameof(uri));
        if (uri.AbsolutePath.Trim('/').Length > 0 || uri.Fragment.Length > 0)
        {
            throw new ArgumentException(
                "The address has a path or a fragment; the database belongs into the session's configuration.", nameof(uri));
        }
        var address = new ServerAddress(uri.DnsSafeHost, uri.Port > 0 ? uri.Port : ServerAddress.DefaultPort);
        if (scheme == "neo4j")
            return new BoltUri(address, encryption, ReadContext(uri.Query, address));
        if (uri.Query.Length > 1)
            throw new ArgumentException("A bolt address has no query; only neo4j addresses have a routing context.", nameof(uri));
        return new BoltUri(address, encryption, null);
    }

    private static ArgumentException UnknownScheme(Uri uri) =>
        new($"The scheme '{uri.Scheme}' is not one of bolt, bolt+s, bolt+ssc, neo4j, neo4j+s, neo4j+ssc.", nameof(uri));

    private static Dictionary<string, string> ReadContext(string query, ServerAddress address)
    {
        var context = new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = address.ToString() };
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            var key = Uri.UnescapeDataString(parts[0]);
            if (parts.Length < 2 || key.Length == 0 || parts[1].Length == 0)
                throw new ArgumentException($"The routing context has '{key}' without a name or a value; write name=value.");
            if (!context.TryAdd(key, Uri.UnescapeDataString(parts[1])))
                throw new ArgumentException(key == "address"
                    ? "The routing context's key 'address' is the driver's own."
                    : $"The routing context has '{key}' twice.");
        }
        return context;
    }
}
