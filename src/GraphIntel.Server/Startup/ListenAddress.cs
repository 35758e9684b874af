namespace GraphIntel.Server.Startup;

/// <summary>Addresses to listen at, as <c>--urls</c> has them.</summary>
internal static class ListenAddress
{
    /// <summary>Reads addresses separated by semicolons; a <see cref="FormatException"/> says what would be right.</summary>
    public static IReadOnlyList<string> ParseList(string text)
    {
        var addresses = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (addresses.Length == 0)
            throw new FormatException("at least one address is needed, such as `http://localhost:5080`.");
        foreach (var address in addresses)
            Check(address);
        return addresses;
    }

    /// <summary>Where a browser finds the API of a server that listens at an address.</summary>
    public static string Endpoint(string address)
    {
        var parsed = BindingAddress.Parse(address);
        var isEvery = parsed.Host is "0.0.0.0" or "[::]" or "*" or "+";
        return $"http://{(isEvery ? "localhost" : parsed.Host)}:{parsed.Port}/graphql";
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
            throw new FormatException($"`{address}` is not an address such as `http://localhost:5080`.");
        }
        if (parsed.Scheme != "http")
        {
            throw new FormatException(
                $"`{address}`: the server speaks http; for https put a proxy in front of it that holds the certificate.");
        }
        if (parsed.Port is < 0 or > 65535)
            throw new FormatException($"`{address}`: a port is a number from 0 to 65535.");
        if (parsed.Port == 0 && parsed.Host == "localhost")
            throw new FormatException($"`{address}`: a free port is taken for one address: write http://127.0.0.1:0 or http://[::1]:0.");
        if (parsed.PathBase.Length > 0)
            throw new FormatException($"`{address}`: an address ends with its port; paths are the server's own.");
    }
}
