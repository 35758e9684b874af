using System.Text.Json;
using System.Text.Unicode;
using GraphIntel.Core.Execution;

namespace GraphIntel.Server.Transport;

/// <summary>
/// JSON text -> the parts of a request. Of members that are there twice the last counts; unknown ones are passed over.
/// Variables are read in place: the text has to stay until the request is answered.
/// </summary>
internal static class JsonRequest
{
    // Which of two values of one variable is meant, nobody can know.
    private static readonly JsonDocumentOptions UniqueMembers = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a body into a request.</summary>
    /// <exception cref="RequestRefusedException">It is not JSON, or a part is of the wrong kind.</exception>
    public static void ReadBody(ReadOnlyMemory<byte> body, ParsedRequest request)
    {
        if (body.Length == 0)
            throw RequestRefusedException.Malformed("The body is empty: send a JSON object with `query`.");
        if (!Utf8.IsValid(body.Span))
            throw RequestRefusedException.Malformed("The body is not UTF-8 text.");
        try
        {
            ReadMembers(body, request);
        }
        catch (JsonException reason)
        {
            throw NotJson("The body", reason);
        }
        catch (InvalidOperationException)
        {
            throw HalfCharacter();
        }
    }

    /// <summary>Reads a JSON object, or null, that is a value of the query string.</summary>
    /// <exception cref="RequestRefusedException">It is not JSON, or something else than an object.</exception>
    public static JsonDocument? ReadObject(ReadOnlyMemory<byte> text, string name)
    {
        var reader = new Utf8JsonReader(text.Span);
        JsonDocument? value = null;
        try
        {
            reader.Read();
            value = ReadObject(ref reader, text, name);
            // Whatever follows the object is a JsonException.
            reader.Read();
            return value;
        }
        catch (JsonException reason)
        {
            value?.Dispose();
            throw NotJson($"`{name}`", reason);
        }
        catch (InvalidOperationException)
        {
            throw HalfCharacter();
        }
    }

    /// <summary>Reads what is known of <c>extensions</c>: the hash that stands for a document.</summary>
    /// <exception cref="RequestRefusedException">The hash is no string.</exception>
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
            : throw RequestRefusedException.Malformed("`extensions.persistedQuery.sha256Hash` must be a string.");
    }

    /// <summary>Whether a body is an array of requests, without saying whether it is JSON.</summary>
    public static bool IsBatch(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8) is [(byte)'[', ..];

    /// <summary>The texts of the requests of an array.</summary>
    /// <exception cref="RequestRefusedException">It is not JSON, empty, or has more than allowed.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> SplitBatch(ReadOnlyMemory<byte> body, int limit)
    {
        if (!Utf8.IsValid(body.Span))
            throw RequestRefusedException.Malformed("The body is not UTF-8 text.");
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
            // Whatever follows the array is a JsonException.
            reader.Read();
        }
        catch (JsonException reason)
        {
            throw NotJson("The body", reason);
        }
        if (count == 0)
            throw RequestRefusedException.Malformed("The body is an empty array: a batch has at least one request.");
        return count <= limit ? parts : throw new RequestRefusedException(
            StatusCodes.Status400BadRequest,
            $"The batch has {count} requests; at most {limit} are allowed. Send several batches.",
            ErrorCodes.LimitExceeded);
    }

    private static void ReadMembers(ReadOnlyMemory<byte> body, ParsedRequest request)
    {
        var reader = new Utf8JsonReader(body.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw RequestRefusedException.Malformed("A request must be a JSON object with `query`.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            ReadMember(ref reader, body, request);
        // Whatever follows the object is a JsonException.
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
                _ => throw RequestRefusedException.Malformed("`operationName` must be a string or null."),
            };
        }
        else if (reader.ValueTextEquals("variables"u8))
        {
            reader.Read();
            request.Variables?.Dispose();
            request.Variables = null;
            request.Variables = ReadObject(ref reader, body, "variables");
        }
        else if (reader.ValueTextEquals("extensions"u8))
        {
            reader.Read();
            if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
                throw WrongKind("extensions");
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
                _ => throw RequestRefusedException.Malformed("`documentId` must be a string or null."),
            };
        }
        else if (reader.ValueTextEquals("id"u8))
        {
            reader.Read();
            // Of anything else under this name nothing is known.
            if (reader.TokenType == JsonTokenType.String)
                request.DocumentId ??= reader.GetString();
            else
                reader.Skip();
        }
        else
        {
            reader.Skip();
        }
    }

    private static void ReadQuery(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, ParsedRequest request)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw RequestRefusedException.Malformed("`query` must be a string: the text of a GraphQL document.");
        if (reader.ValueIsEscaped)
            request.SetQuery(ref reader);
        else
            request.SetQuery(body.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length));
    }

    private static JsonDocument? ReadObject(ref Utf8JsonReader reader, ReadOnlyMemory<byte> text, string name)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw WrongKind(name);
        var start = (int)reader.TokenStartIndex;
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            // Reading a text with half of a surrogate pair fails here, and not in the midst of the operation.
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                reader.GetString();
        }
        try
        {
            return JsonDocument.Parse(text[start..(int)reader.BytesConsumed], UniqueMembers);
        }
        catch (JsonException)
        {
            throw RequestRefusedException.Malformed($"`{name}` has an object with two members of one name.");
        }
    }

    private static RequestRefusedException WrongKind(string name) =>
        RequestRefusedException.Malformed($"`{name}` must be a JSON object or null.");

    private static RequestRefusedException HalfCharacter() =>
        RequestRefusedException.Malformed("A text of the request has half of a surrogate pair, which is no character.");

    private static RequestRefusedException NotJson(string what, JsonException reason) => RequestRefusedException.Malformed(
        $"{what} is not valid JSON, or nested too deeply: see line {reason.LineNumber + 1}, byte {reason.BytePositionInLine + 1}.");
}
