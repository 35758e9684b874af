using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Values;

namespace GraphIntel.Server.Transport;

/// <summary>A parsed GraphQL request, which owns the memory of its document.</summary>
internal sealed class ParsedRequest : IDisposable
{
    private byte[]? _unescaped;

    /// <summary>The document, UTF-8; null if not given.</summary>
    public ReadOnlyMemory<byte>? Query { get; private set; }

    public string? OperationName { get; set; }

    /// <summary>Whether the member `excel` has a meaning.</summary>
    public bool TakesExcel { get; init; }

    /// <summary>Whether a file is for Excel.</summary>
    public bool Excel { get; set; }

    /// <summary>A JSON object; null if not given.</summary>
    public JsonElement? Variables { get; set; }

    /// <summary>The SHA-256 of a document in hex, as Apollo's clients send it; null if not given.</summary>
    public string? PersistedHash { get; set; }

    /// <summary>The id of a trusted document; null if not given.</summary>
    public string? DocumentId { get; set; }

    /// <summary>The engine's request for a document, with this request's operation name and variables.</summary>
    public GraphRequest ToGraphRequest(ReadOnlyMemory<byte> document) => new(document, OperationName, Variables);

    /// <summary>Sets the document, without copying it.</summary>
    public void SetQuery(ReadOnlyMemory<byte> query) => Query = query;

    /// <summary>Sets the document to an unescaped copy of a JSON string.</summary>
    public void SetQuery(ref Utf8JsonReader escaped)
    {
        ClearQuery();
        _unescaped = ByteArrays.Rent(escaped.ValueSpan.Length);
        Query = _unescaped.AsMemory(0, escaped.CopyString(_unescaped));
    }

    /// <inheritdoc/>
    public void Dispose() => ClearQuery();

    private void ClearQuery()
    {
        Query = null;
        if (_unescaped is { } rented)
            ByteArrays.Return(rented);
        _unescaped = null;
    }
}
