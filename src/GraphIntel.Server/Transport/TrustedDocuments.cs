using System.Collections.Frozen;
using System.Security.Cryptography;
using GraphIntel.Core.Execution;

namespace GraphIntel.Server.Transport;

/// <summary>Documents that the server was started with, by the SHA-256 of their bytes in lower case hex.</summary>
/// <param name="documents">UTF-8.</param>
/// <param name="isOnly">Whether nothing else is answered.</param>
internal sealed class TrustedDocuments(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> documents, bool isOnly)
{
    /// <summary>What stands before a hash in <c>documentId</c>.</summary>
    public const string Scheme = "sha256:";

    /// <summary>For a server without any.</summary>
    public static readonly TrustedDocuments None = new(FrozenDictionary<string, ReadOnlyMemory<byte>>.Empty, isOnly: false);

    // As Apollo's clients compare them.
    private static readonly GraphError NotFound = new("PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound, []);
    private static readonly GraphError NotSupported = new("PersistedQueryNotSupported", ErrorCodes.PersistedQueryNotSupported, []);

    private static readonly GraphError UnknownId = new(
        "No trusted document has that `documentId`: it is `sha256:` and the SHA-256 of a document that the server was started with, in hex.",
        ErrorCodes.PersistedQueryNotFound,
        []);

    private static readonly GraphError OthersRefused = new(
        "The server answers its trusted documents alone: send the hash of one as `documentId` or `extensions.persistedQuery.sha256Hash`, without `query`.",
        ErrorCodes.TrustedDocumentsOnly,
        []);

    private readonly FrozenDictionary<string, ReadOnlyMemory<byte>> _documents = documents.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => _documents.Count;

    /// <summary>Their texts, UTF-8.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Texts => _documents.Values;

    /// <summary>The hash of a document, as it is looked up.</summary>
    public static string HashOf(ReadOnlySpan<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document));

    /// <summary>What the engine is asked by a request: its own document, or the trusted one that it names.</summary>
    /// <returns>Why it is not answered; null where it is.</returns>
    /// <exception cref="RequestRefusedException">It has neither a document nor the name of one, or a hash that is not its document's.</exception>
    public GraphError? Resolve(ParsedRequest parsed, out GraphRequest request)
    {
        request = default;
        var known = Find(parsed);
        if (parsed.Query is { } given)
        {
            if (parsed.PersistedHash is { } claimed && !claimed.Equals(HashOf(given.Span), StringComparison.OrdinalIgnoreCase))
                throw RequestRefusedException.Malformed("`sha256Hash` is not the SHA-256 of `query` in hex.");
            if (isOnly && known is null)
                return OthersRefused;
            request = parsed.Ask(given);
            return null;
        }
        if (known is { } trusted)
        {
            request = parsed.Ask(trusted);
            return null;
        }
        if (parsed.PersistedHash is not null)
            return Count == 0 ? NotSupported : NotFound;
        return parsed.DocumentId is not null ? UnknownId : throw RequestRefusedException.Malformed(
            "The request has no `query`: the text of a GraphQL document is needed, or the `documentId` of one that the server was started with.");
    }

    // A document and an id at once: the id has no say, other than the hash, which is checked.
    private ReadOnlyMemory<byte>? Find(ParsedRequest parsed)
    {
        var id = parsed.PersistedHash ?? (parsed.Query is null ? parsed.DocumentId : null);
        if (id is null)
            return null;
        var hash = id.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? id[Scheme.Length..] : id;
        return _documents.TryGetValue(hash.ToLowerInvariant(), out var document) ? document : default(ReadOnlyMemory<byte>?);
    }
}
