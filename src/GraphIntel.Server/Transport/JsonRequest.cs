using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using GraphIntel.Core.Errors;

namespace GraphIntel.Server.Transport;

/// <summary>
/// Parses a request from JSON. Of duplicate members the last one counts; unknown members are ignored. Variables refer to the
/// text, which must stay unchanged until the request is completed.
/// </summary>
internal static class JsonRequest
{
    // Two values for one variable are ambiguous.
    private static readonly JsonDocumentOptions UniqueMembers = new() { AllowDuplicateProperties = false };

    /// <summary>Parses a body into a request.</summary>
    /// <exception cref="RequestRejectedException">The body is not JSON, or a member has the wrong type.</exception>
    public static void ReadBody(ReadOnlyMemory<byte> body, ParsedRequest request)
    {
        if (body.Length == 0)
            throw RequestRejectedException.Malformed("The body is empty: send a JSON object with `query`.");
        if (body.Span.StartsWith(Encoding.UTF8.Preamble))
            throw RequestRejectedException.Malformed("The body begins with a byte order mark (BOM), which is not allowed in JSON: send the text without it.");
        if (!Utf8.IsValid(body.Span))
            throw RequestRejectedException.Malformed("The body is not valid UTF-8.");
        try
        {
            ReadMembers(body, request);
        }
        catch (JsonException error)
        {
            throw NotJson("The body", error);
        }
        catch (InvalidOperationException)
        {
            throw LoneSurrogate();
        }
    }

    /// <summary>Parses a parameter of the query string, a JSON object or null.</summary>
    /// <exception cref="RequestRejectedException">The text is not a JSON object or null.</exception>
    public static JsonElement? ReadObject(ReadOnlyMemory<byte> text, string name)
    {
        var reader = new Utf8JsonReader(text.Span);
        try
        {
            reader.Read();
            var value = ReadObject(ref reader, text, name);
            // Throws a JsonException if anything follows the object.
            reader.Read();
            return value;
        }
        catch (JsonException error)
        {
            throw NotJson($"`{name}`", error);
        }
        catch (InvalidOperationException)
        {
            throw LoneSurrogate();
        }
    }

    /// <summary>Reads the persisted query's hash from <c>extensions</c>; other members are ignored.</summary>
    /// <exception cref="RequestRejectedException">The hash is not a string.</exception>
    public static void ReadExtensions(JsonElement extensions, ParsedRequest request)
    {
        if (extensions.ValueKind != JsonValueKind.Object
            || !extensions.TryGetProperty("persistedQuery"u8, out var persisted)
            || persisted.ValueKind != JsonValueKind.Object
            || !persisted.TryGetProperty("sha256Hash"u8, out var hash))
        {
            return;
        }
        request.PersistedHash = hash.ValueKind == JsonValueKind.String
            ? hash.GetString()
            : throw RequestRejectedException.Malformed("`extensions.persistedQuery.sha256Hash` must be a string.");
    }

    /// <summary>Whether a body is a batch, an array of requests; it can still be invalid JSON.</summary>
    public static bool IsBatch(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8) is [(byte)'[', ..];

    /// <summary>The JSON texts of the requests of a batch.</summary>
    /// <exception cref="RequestRejectedException">The batch is not JSON, is empty, or has too many requests.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> SplitBatch(ReadOnlyMemory<byte> body, int limit)
    {
        if (!Utf8.IsValid(body.Span))
            throw RequestRejectedException.Malformed("The body is not valid UTF-8.");
        var (parts, count) = (new List<ReadOnlyMemory<byte>>(), 0);
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            reader.Read();
            for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                if (count < limit)
                    parts.Add(body[start..(int)reader.BytesConsumed]);
            }
            // Throws a JsonException if anything follows the array.
            reader.Read();
        }
        catch (JsonException error)
        {
            throw NotJson("The body", error);
        }
        if (count == 0)
            throw RequestRejectedException.Malformed("The body is an empty array: a batch must have at least one request.");
        return count <= limit ? parts : throw new RequestRejectedException(
            StatusCodes.Status400BadRequest,
            $"The batch has {count} requests, which exceeds the limit of {limit}. Send several batches.",
            ErrorCodes.LimitExceeded);
    }

    private static void ReadMembers(ReadOnlyMemory<byte> body, ParsedRequest request)
    {
        var reader = new Utf8JsonReader(body.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw RequestRejectedException.Malformed("A request must be a JSON object with `query`.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            ReadMember(ref reader, body, request);
        // Throws a JsonException if anything follows the object.
        reader.Read();
    }

    private static void ReadMember(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, ParsedRequest request)
    {
        if (reader.ValueTextEquals("query"u8))
        {
            reader.Read();
            ReadQuery(ref reader, body, request);
        }
        else if (reader.ValueTextEquals("operationName"u8))
        {
            reader.Read();
            request.OperationName = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Null => null,
                _ => throw RequestRejectedException.Malformed("`operationName` must be a string or null."),
            };
        }
        else if (reader.ValueTextEquals("variables"u8))
        {
            reader.Read();
            request.Variables = ReadObject(ref reader, body, "variables");
        }
        else if (reader.ValueTextEquals("extensions"u8))
        {
            reader.Read();
            if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
                throw WrongType("extensions");
            request.PersistedHash = null;
            using var extensions = JsonDocument.ParseValue(ref reader);
            ReadExtensions(extensions.RootElement, request);
        }
        else if (reader.ValueTextEquals("documentId"u8))
        {
            reader.Read();
            request.DocumentId = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Null => null,
                _ => throw RequestRejectedException.Malformed("`documentId` must be a string or null."),
            };
        }
        else if (reader.ValueTextEquals("id"u8))
        {
            reader.Read();
            // A value of another type has no meaning for GraphQL clients and is ignored.
            if (reader.TokenType == JsonTokenType.String)
                request.DocumentId ??= reader.GetString();
            else
                reader.Skip();
        }
        else if (request.TakesExcel && reader.ValueTextEquals("excel"u8))
        {
            reader.Read();
            request.Excel = reader.TokenType switch
            {
                JsonTokenType.True => true,
                JsonTokenType.False or JsonTokenType.Null => false,
                _ => throw RequestRejectedException.Malformed("`excel` must be true, false or null."),
            };
        }
        else
        {
            reader.Skip();
        }
    }

    private static void ReadQuery(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, ParsedRequest request)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw RequestRejectedException.Malformed("`query` must be a string: the text of a GraphQL document.");
        if (reader.ValueIsEscaped)
            request.SetQuery(ref reader);
        else
            request.SetQuery(body.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length));
    }

    private static JsonElement? ReadObject(ref Utf8JsonReader reader, ReadOnlyMemory<byte> text, string name)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw WrongType(name);
        var start = (int)reader.TokenStartIndex;
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            // A lone surrogate must fail here, not during the execution.
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                reader.GetString();
        }
        try
        {
            // A document would take its arrays from the shared pool, which keeps large ones.
            return JsonElement.Parse(text.Span[start..(int)reader.BytesConsumed], UniqueMembers);
        }
        catch (JsonException)
        {
            throw RequestRejectedException.Malformed($"`{name}` has an object with a duplicate member name.");
        }
    }

    private static RequestRejectedException WrongType(string name) =>
        RequestRejectedException.Malformed($"`{name}` must be a JSON object or null.");

    private static RequestRejectedException LoneSurrogate() =>
        RequestRejectedException.Malformed("A string of the request contains an unpaired surrogate, which is not a valid character.");

    private static RequestRejectedException NotJson(string subject, JsonException error) => RequestRejectedException.Malformed(
        $"{subject} is not valid JSON, or nested too deeply: see line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.");
}
