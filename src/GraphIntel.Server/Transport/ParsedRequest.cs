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

    /// <summary>What the engine is asked.</summary>
    /// <exception cref="RequestRefusedException">There is no document.</exception>
    public GraphRequest Request => Query is { } query
        ? new GraphRequest(query, OperationName, Variables?.RootElement)
        : throw RequestRefusedException.Malformed("The request has no `query`: the text of a GraphQL document is needed.");

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
