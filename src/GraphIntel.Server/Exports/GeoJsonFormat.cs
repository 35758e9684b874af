using System.Text.Encodings.Web;
using System.Text.Json;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Export;
using GraphIntel.Core.Response;

namespace GraphIntel.Server.Exports;

/// <summary>
/// Rows as the features of a GeoJSON FeatureCollection (RFC 7946). The geometry is the first point selected; null where a row has
/// none.
/// </summary>
internal sealed class GeoJsonFormat : IRowFormat
{
    // Rows are flushed into the buffer before its writer holds more than this.
    private const int MaxPendingBytes = 64 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly RowTable _table;
    private readonly BufferStream _stream = new();
    private readonly Utf8JsonWriter _json;

    /// <param name="table">The columns.</param>
    /// <exception cref="OperationRefusedException">No point is selected, or only one of its coordinates.</exception>
    public GeoJsonFormat(RowTable table)
    {
        if (table.Latitude is null || table.Longitude is null)
        {
            throw new OperationRefusedException(new GraphError(
                "GeoJSON needs a point for each row: select one with both `latitude` and `longitude`; the first point selected is the geometry.",
                ErrorCodes.ArgumentInvalid,
                []));
        }
        _table = table;
        _json = new Utf8JsonWriter(_stream, Options);
    }

    /// <inheritdoc/>
    public void WriteTo(ResponseBuffer buffer) => _stream.Buffer = buffer;

    /// <inheritdoc/>
    public void Begin()
    {
        _json.WriteStartObject();
        _json.WriteString("type"u8, "FeatureCollection"u8);
        _json.WriteStartArray("features"u8);
    }

    /// <inheritdoc/>
    public void WriteRow(IReadOnlyList<RowColumn> columns)
    {
        _json.WriteStartObject();
        _json.WriteString("type"u8, "Feature"u8);
        if (_table.Id is { } id)
            WriteValue("id", id);
        WriteGeometry(_table.Latitude!, _table.Longitude!);
        _json.WriteStartObject("properties"u8);
        for (var index = 0; index < columns.Count; index++)
            WriteValue(columns[index].Name, columns[index]);
        _json.WriteEndObject();
        _json.WriteEndObject();
        if (_json.BytesPending > MaxPendingBytes)
            _json.Flush();
    }

    /// <inheritdoc/>
    public void Flush() => _json.Flush();

    /// <inheritdoc/>
    public void End()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // What the writer still holds after a failure belongs nowhere.
        _json.Reset();
        _json.Dispose();
    }

    private void WriteGeometry(RowColumn latitude, RowColumn longitude)
    {
        if (latitude.Kind != CellKind.Number || longitude.Kind != CellKind.Number)
        {
            _json.WriteNull("geometry"u8);
            return;
        }
        _json.WriteStartObject("geometry"u8);
        _json.WriteString("type"u8, "Point"u8);
        _json.WriteStartArray("coordinates"u8);
        _json.WriteRawValue(longitude.Text, skipInputValidation: true);
        _json.WriteRawValue(latitude.Text, skipInputValidation: true);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteValue(string name, RowColumn column)
    {
        switch (column.Kind)
        {
            case CellKind.Missing:
                _json.WriteNull(name);
                break;
            case CellKind.True or CellKind.False:
                _json.WriteBoolean(name, column.Kind == CellKind.True);
                break;
            case CellKind.Number:
                _json.WritePropertyName(name);
                _json.WriteRawValue(column.Text, skipInputValidation: true);
                break;
            case CellKind.Text:
                _json.WriteString(name, column.Text);
                break;
        }
    }
}
