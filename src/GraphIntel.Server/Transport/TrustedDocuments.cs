using System.Collections.Frozen;
using System.Security.Cryptography;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;

namespace GraphIntel.Server.Transport;

/// <summary>The trusted documents (persisted queries) of the server, by SHA-256 hash.</summary>
/// <param name="documents">Documents in UTF-8, by the SHA-256 hash of their bytes in lower-case hex.</param>
/// <param name="rejectsOthers">Whether all other documents are rejected.</param>
internal sealed class TrustedDocuments(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> documents, bool rejectsOthers)
{
    /// <summary>The optional prefix of a hash in <c>documentId</c>.</summary>
    public const string HashPrefix = "sha256:";

    /// <summary>No trusted documents.</summary>
    public static readonly TrustedDocuments None = new(FrozenDictionary<string, ReadOnlyMemory<byte>>.Empty, rejectsOthers: false);

    // Apollo's clients compare these messages.
    private static readonly GraphError NotFound = new("PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound, []);
    private static readonly GraphError NotSupported = new("PersistedQueryNotSupported", ErrorCodes.PersistedQueryNotSupported, []);

    private static readonly GraphError UnknownId = new(
        "No trusted document has this `documentId`: expected `sha256:` and the SHA-256 hash, in hex, of a trusted document of the server.",
        ErrorCodes.PersistedQueryNotFound,
        []);

    private static readonly GraphError OnlyTrustedAllowed = new(
        "Only trusted documents are allowed: send the hash of one as `documentId` or `extensions.persistedQuery.sha256Hash`, without `query`.",
        ErrorCodes.TrustedDocumentsOnly,
        []);

    private readonly FrozenDictionary<string, ReadOnlyMemory<byte>> _documents = documents.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The number of documents.</summary>
    public int Count => _documents.Count;

    /// <summary>Their texts, UTF-8.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Texts => _documents.Values;

    /// <summary>The hash of a document, in the form of the lookup.</summary>
    public static string HashOf(ReadOnlySpan<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document));

    /// <summary>Determines the document of a request: its own, or the trusted document with its hash.</summary>
    /// <returns>The error of a request that is not executed; otherwise null.</returns>
    /// <exception cref="RequestRejectedException">The request has no document and no hash, or a hash that does not match its document.</exception>
    public GraphError? Resolve(ParsedRequest parsed, out GraphRequest request)
    {
        request = default;
        var known = Find(parsed);
        if (parsed.Query is { } query)
        {
            if (parsed.PersistedHash is { } hash && !hash.Equals(HashOf(query.Span), StringComparison.OrdinalIgnoreCase))
                throw RequestRejectedException.Malformed("`sha256Hash` is not the SHA-256 hash of `query` in hex.");
            if (rejectsOthers && known is null)
                return OnlyTrustedAllowed;
            request = parsed.ToGraphRequest(query);
            return null;
        }
        if (known is { } trusted)
        {
            request = parsed.ToGraphRequest(trusted);
            return null;
        }
        if (parsed.PersistedHash is not null)
            return Count == 0 ? NotSupported : NotFound;
        return parsed.DocumentId is not null ? UnknownId : throw RequestRejectedException.Malformed(
            "The request has no `query`: expected the text of a GraphQL document, or the `documentId` of a trusted document.");
    }

    // A `documentId` beside a `query` is ignored; a persisted query's hash is checked.
    private ReadOnlyMemory<byte>? Find(ParsedRequest parsed)
    {
        var id = parsed.PersistedHash ?? (parsed.Query is null ? parsed.DocumentId : null);
        if (id is null)
            return null;
        var hash = id.StartsWith(HashPrefix, StringComparison.OrdinalIgnoreCase) ? id[HashPrefix.Length..] : id;
        return _documents.TryGetValue(hash.ToLowerInvariant(), out var document) ? document : default(ReadOnlyMemory<byte>?);
    }
}
