using System.Text;
using System.Text.Json;

namespace GraphIntel.Attacks;

/// <summary>An attack: requests, and how they are sent.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="Requests">The requests; several sequential ones differ from each other.</param>
internal sealed record Attack(string Name, IReadOnlyList<AttackRequest> Requests)
{
    /// <summary>An attack of one request.</summary>
    public Attack(string name, AttackRequest request) : this(name, [request])
    {
    }

    /// <summary>How the requests are sent.</summary>
    public Delivery Delivery { get; init; }

    /// <summary>How long a slow client keeps its connection, or an abandoning client waits before it disconnects.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromSeconds(8);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>How the requests of an attack are sent.</summary>
internal enum Delivery
{
    /// <summary>One after another; a single request is repeated, when its plans are cached.</summary>
    Sequential,

    /// <summary>All at once, each by a client that reads its response very slowly.</summary>
    SlowReaders,

    /// <summary>All at once, each by a client that sends one byte of its body per second.</summary>
    SlowWriters,

    /// <summary>All at once, each by a client that disconnects before the response.</summary>
    Abandoned,
}

/// <summary>One request.</summary>
/// <param name="QueryString">The query string of a GET; null for a POST.</param>
/// <param name="Body">The body of a POST.</param>
internal sealed record AttackRequest(string? QueryString, byte[] Body)
{
    // Attacks can nest deeper than the serializer's default limit.
    private static readonly JsonSerializerOptions AnyDepth = new() { MaxDepth = 10_000 };

    /// <summary>The value of Accept-Encoding, such as <c>br</c>; null for none.</summary>
    public string? AcceptEncoding { get; init; }

    /// <summary>An operation by POST.</summary>
    public static AttackRequest Post(string query, object? variables = null) =>
        new(null, JsonSerializer.SerializeToUtf8Bytes(new { query, variables }, AnyDepth));

    /// <summary>A raw body.</summary>
    public static AttackRequest Raw(string body) => new(null, Encoding.UTF8.GetBytes(body));

    /// <summary>An operation by GET, with unescaped brackets: escaped, it would be too long for a request line.</summary>
    public static AttackRequest Get(string query) => new("?query=" + query.Replace(" ", "+", StringComparison.Ordinal).Replace("\"", "%22", StringComparison.Ordinal), []);

    /// <summary>Several operations as one batch.</summary>
    public static AttackRequest Batch(IEnumerable<string> queries) =>
        new(null, JsonSerializer.SerializeToUtf8Bytes(queries.Select(query => new { query })));
}
