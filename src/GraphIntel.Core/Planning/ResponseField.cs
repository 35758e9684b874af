using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQLParser;

namespace GraphIntel.Core.Planning;

/// <summary>The properties of a response field from the document and the schema.</summary>
/// <param name="ResponseKey">Its key in the response.</param>
/// <param name="IsRequired">Whether its type is non-null.</param>
/// <param name="TypeText">Its type in schema syntax.</param>
/// <param name="Location">Its location in the document.</param>
internal sealed record FieldContext(string ResponseKey, bool IsRequired, string TypeText, Location Location)
{
    private static readonly JsonSerializerOptions KeyOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The key as JSON with a colon: <c>"name":</c>.</summary>
    public byte[] KeyBytes { get; } = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(ResponseKey, KeyOptions) + ":");
}

/// <summary>A field of the response.</summary>
internal abstract class ResponseField(FieldContext context)
{
    /// <summary>The properties of the field.</summary>
    public FieldContext Context { get; } = context;

    /// <inheritdoc cref="FieldContext.KeyBytes"/>
    public byte[] KeyBytes { get; } = context.KeyBytes;

    /// <summary>Whether a null here is an error, which propagates to the nearest nullable parent.</summary>
    public bool IsRequired { get; } = context.IsRequired;

    /// <summary>The field's key in the response.</summary>
    public string ResponseKey => Context.ResponseKey;

    /// <summary>A text as JSON.</summary>
    protected static byte[] JsonOf(string text) => JsonSerializer.SerializeToUtf8Bytes(text);
}
