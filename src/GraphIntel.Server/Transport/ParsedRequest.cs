using System.Buffers;
using System.Text.Json;
using GraphIntel.Core.Execution;

namespace GraphIntel.Server.Transport;

/// <summary>A request as the engine takes it, with what it holds on to until it is answered.</summary>
internal sealed class ParsedRequest : IDisposable
{
    private byte[]? _unescaped;

    /// <summary>The document, UTF-8; null where none was given.</summary>
    public ReadOnlyMemory<byte>? Query { get; private set; }

    public string? OperationName { get; set; }

    /// <summary>A JSON object; null where none was given.</summary>
    public JsonDocument? Variables { get; set; }

    /// <summary>The SHA-256 of a document in hex, as Apollo's clients send it; null where none was given.</summary>
    public string? PersistedHash { get; set; }

    /// <summary>The name of a trusted document; null where none was given.</summary>
    public string? DocumentId { get; set; }

    /// <summary>What the engine is asked about a document.</summary>
    public GraphRequest Ask(ReadOnlyMemory<byte> document) => new(document, OperationName, Variables?.RootElement);

    /// <summary>Takes a document whose bytes stay where they are.</summary>
    public void SetQuery(ReadOnlyMemory<byte> query) => Query = query;

    /// <summary>Takes the document from a JSON string with escapes.</summary>
    public void SetQuery(ref Utf8JsonReader escaped)
    {
        Forget();
        _unescaped = ArrayPool<byte>.Shared.Rent(escaped.ValueSpan.Length);
        Query = _unescaped.AsMemory(0, escaped.CopyString(_unescaped));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        Variables?.Dispose();
    }

    private void Forget()
    {
        Query = null;
        if (_unescaped is { } rented)
            ArrayPool<byte>.Shared.Return(rented);
        _unescaped = null;
    }
}
