using System.Text.Encodings.Web;
using System.Text.Json;

namespace GraphIntel.Core.Execution;

/// <summary>Errors -> the JSON of a response's <c>errors</c> (specification, section 7.1.2).</summary>
internal static class ErrorWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(ResponseBuffer output, IReadOnlyList<GraphError> errors)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartArray();
        foreach (var error in errors)
            Write(writer, error);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, GraphError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, error.Message);
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
