using System.Text.Encodings.Web;
using System.Text.Json;
using GraphIntel.Core.Errors;

namespace GraphIntel.Core.Response;

/// <summary>Writes the <c>errors</c> of a response as JSON (specification, section 7.1.2).</summary>
internal static class ErrorWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The maximum number of errors in a response; if there are more, the last one says so.</summary>
    public const int MaxErrors = 20;

    /// <summary>The number of errors shown if there are more.</summary>
    public const int MaxShown = MaxErrors - 1;

    // A message can contain values of the request.
    private const int MaxMessage = 2_000;

    private static readonly GraphError More = new(
        $"There are more errors; only the first {MaxShown} are shown.", ErrorCodes.MoreErrors, []);

    public static void Write(ResponseBuffer output, IReadOnlyList<GraphError> errors)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartArray();
        foreach (var error in errors.Count > MaxErrors ? errors.Take(MaxShown) : errors)
            Write(writer, error);
        if (errors.Count > MaxErrors)
            Write(writer, More);
        writer.WriteEndArray();
    }

    /// <summary>A text, truncated to a length.</summary>
    public static string Shorten(string text, int length) =>
        text.Length <= length ? text
        // A surrogate pair is not split.
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), "...");

    private static void Write(Utf8JsonWriter writer, GraphError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, Shorten(error.Message, MaxMessage));
        if (error.Locations.Count > 0)
        {
            writer.WriteStartArray("locations"u8);
            foreach (var location in error.Locations)
            {
                writer.WriteStartObject();
                writer.WriteNumber("line"u8, location.Line);
                writer.WriteNumber("column"u8, location.Column);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        if (error.Path is not null)
        {
            writer.WriteStartArray("path"u8);
            foreach (var segment in error.Path)
            {
                if (segment is int index)
                    writer.WriteNumberValue(index);
                else
                    writer.WriteStringValue((string)segment);
            }
            writer.WriteEndArray();
        }
        writer.WriteStartObject("extensions"u8);
        writer.WriteString("code"u8, error.Code);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
