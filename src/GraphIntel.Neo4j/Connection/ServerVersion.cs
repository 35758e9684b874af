using System.Globalization;
using GraphIntel.Core.Storage;

namespace GraphIntel.Neo4j.Connection;

/// <summary>The supported Neo4j versions: the long-term line from 5.26 on, and calendar versions.</summary>
internal static class ServerVersion
{
    private const string Product = "Neo4j/";

    /// <summary>Throws if the server is not Neo4j or is too old.</summary>
    /// <param name="agent">The server's agent string, such as <c>Neo4j/5.26.30</c>.</param>
    public static void Check(string agent)
    {
        if (!agent.StartsWith(Product, StringComparison.Ordinal) || Parse(agent[Product.Length..]) is not var (major, minor))
        {
            throw new StoreException(
                StoreFailure.Refused, "The server at this address is not a supported Neo4j: GraphIntel requires Neo4j 5.26 or later.");
        }

        if (major < 5 || (major == 5 && minor < 26))
        {
            throw new StoreException(
                StoreFailure.Refused, $"The server is Neo4j {major}.{minor}; GraphIntel requires Neo4j 5.26 or later.");
        }
    }

    private static (int Major, int Minor)? Parse(string version)
    {
        var parts = version.Split('.', 3);
        return parts.Length >= 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(parts[1].Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? (major, minor)
            : null;
    }
}
