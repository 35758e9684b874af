namespace GraphIntel.Server.Startup;

/// <summary>Parses the listen addresses of <c>--urls</c>.</summary>
internal static class ListenAddress
{
    /// <summary>Parses addresses separated by semicolons.</summary>
    /// <exception cref="FormatException">A text is not a valid address.</exception>
    public static IReadOnlyList<string> ParseList(string text)
    {
        var addresses = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (addresses.Length == 0)
            throw new FormatException("expected at least one address, such as `http://localhost:5080`.");
        foreach (var address in addresses)
            Check(address);
        return addresses;
    }

    /// <summary>The URL of the API on a server that listens on an address.</summary>
    public static string Endpoint(string address)
    {
        var parsed = BindingAddress.Parse(address);
        var isWildcard = parsed.Host is "0.0.0.0" or "[::]" or "*" or "+";
        return $"http://{(isWildcard ? "localhost" : parsed.Host)}:{parsed.Port}/graphql";
    }

    private static void Check(string address)
    {
        BindingAddress parsed;
        try
        {
            parsed = BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            throw new FormatException($"`{address}` is not a valid address: expected one such as `http://localhost:5080`.");
        }
        if (parsed.Scheme != "http")
        {
            throw new FormatException(
                $"`{address}`: only http is supported. For https, put a proxy with a TLS certificate in front of the server.");
        }
        if (parsed.Port is < 0 or > 65535)
            throw new FormatException($"`{address}`: the port must be from 0 to 65535.");
        if (parsed.Port == 0 && parsed.Host == "localhost")
            throw new FormatException($"`{address}`: a free port can only be selected for one IP address: use http://127.0.0.1:0 or http://[::1]:0.");
        if (parsed.PathBase.Length > 0)
            throw new FormatException($"`{address}`: a path is not allowed; remove everything after the port.");
    }
}
