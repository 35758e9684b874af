using GraphIntel.Bolt;
using GraphIntel.Core.Storage;

namespace GraphIntel.Neo4j.Connection;

/// <summary>Failures of the database in words for the person who asked.</summary>
internal static class Neo4jFailure
{
    /// <summary>The same failure; neither its statement nor the server's words are shown.</summary>
    public static StoreException Translate(Neo4jException error) =>
        new(StoreFailure.Unavailable, "Neo4j could not answer.", error);
}
