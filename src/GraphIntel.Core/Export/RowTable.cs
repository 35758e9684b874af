using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Export;

/// <summary>Receives each row of an export.</summary>
internal interface IRowWriter
{
    /// <summary>Writes the current values of the columns.</summary>
    void WriteRow(IReadOnlyList<RowColumn> columns);
}

/// <summary>
/// Rows as a table: a column for each selected leaf, named by the response keys that lead to it. Values of a list are joined. Reads
/// JSON into the columns, without an allocation for a row.
/// </summary>
internal sealed class RowTable : IRowReceiver
{
    private readonly List<RowColumn> _columns = [];
    private readonly List<RowColumn> _geometry = [];
    private readonly RowField[] _fields;
    private IRowWriter? _writer;

    /// <summary>The table of a connection that was planned for an export.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="hasGeometry">Whether the first point selected is the geometry of its row, and is no column.</param>
    public RowTable(ConnectionSlot connection, bool hasGeometry)
    {
        _fields = Fields(ResultFields.OfRows(connection), "", isInList: false, hasGeometry);
        var id = ResultFields.OfRows(connection).FirstOrDefault(field => field.IsId)?.Name;
        Id = _columns.Find(column => column.Name == id);
    }

    /// <summary>The columns, in the order of the document.</summary>
    public IReadOnlyList<RowColumn> Columns => _columns;

    /// <summary>The column with the id of the row's node or relationship; null if it is not selected, or inside an edge.</summary>
    public RowColumn? Id { get; }

    /// <summary>The latitude of the geometry; null if the point or its latitude is not selected.</summary>
    public RowColumn? Latitude { get; private set; }

    /// <summary>The longitude of the geometry; null if the point or its longitude is not selected.</summary>
    public RowColumn? Longitude { get; private set; }

    /// <summary>Sets the receiver of the rows.</summary>
    public void WriteTo(IRowWriter writer) => _writer = writer;

    /// <inheritdoc/>
    public int Receive(ref Utf8JsonReader json)
    {
        var count = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            foreach (var column in _columns)
                column.Clear();
            foreach (var column in _geometry)
                column.Clear();
            ReadObject(ref json, _fields);
            _writer!.WriteRow(_columns);
            count++;
        }
        return count;
    }

    private RowField[] Fields(IReadOnlyList<ResultField> fields, string prefix, bool isInList, bool hasGeometry)
    {
        var made = new RowField[fields.Count];
        for (var index = 0; index < made.Length; index++)
            made[index] = Field(fields[index], prefix + fields[index].Name, isInList, hasGeometry);
        return made;
    }

    private RowField Field(ResultField field, string name, bool isInList, bool hasGeometry)
    {
        if (field.Kind == ResultKind.Scalar)
        {
            var column = new RowColumn(name, isInList || field.IsList);
            _columns.Add(column);
            return new RowField(field, column, []);
        }
        if (field.Kind == ResultKind.Point && hasGeometry && _geometry.Count == 0)
            return new RowField(field, null, [.. field.Fields.Select(part => Coordinate(part, name, isInList))]);
        return new RowField(field, null, Fields(field.Fields, name + ".", isInList || field.Kind == ResultKind.List, hasGeometry));
    }

    private RowField Coordinate(ResultField part, string name, bool isInList)
    {
        var column = new RowColumn($"{name}.{part.Name}", isInList) { TakesFirst = true };
        _geometry.Add(column);
        if (part.IsLatitude == true)
            Latitude ??= column;
        else if (part.IsLatitude == false)
            Longitude ??= column;
        return new RowField(part, column, []);
    }

    private static void ReadObject(ref Utf8JsonReader json, RowField[] fields)
    {
        var expected = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var field = Find(ref json, fields, ref expected);
            json.Read();
            if (field.Column is { } column)
                ReadScalar(ref json, column);
            else if (json.TokenType == JsonTokenType.StartObject)
                ReadObject(ref json, field.Fields);
            else if (json.TokenType == JsonTokenType.StartArray)
                ReadItems(ref json, field.Fields);
            else
                AddMissing(field.Fields);
        }
    }

    private static void ReadItems(ref Utf8JsonReader json, RowField[] fields)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.StartObject)
                ReadObject(ref json, fields);
            else
                AddMissing(fields);
        }
    }

    private static void ReadScalar(ref Utf8JsonReader json, RowColumn column)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            column.Add(ref json);
            return;
        }
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            column.Add(ref json);
    }

    /// <summary>For an object that is null: the values of a list stay side by side.</summary>
    private static void AddMissing(RowField[] fields)
    {
        foreach (var field in fields)
        {
            if (field.Column is { IsJoined: true } column)
                column.AddMissing();
            else if (field.Kind != ResultKind.List)
                AddMissing(field.Fields);
        }
    }

    /// <summary>The field of a property name; fields come in their order, except where an object can be of several types.</summary>
    private static RowField Find(ref Utf8JsonReader json, RowField[] fields, ref int expected)
    {
        for (var tried = 0; tried < fields.Length; tried++)
        {
            var index = (expected + tried) % fields.Length;
            if (!json.ValueTextEquals(fields[index].Utf8))
                continue;
            expected = index + 1;
            return fields[index];
        }
        throw new InvalidOperationException("The response has a field that its plan does not have.");
    }

    /// <summary>A field of an object of the response.</summary>
    private sealed class RowField(ResultField field, RowColumn? column, RowField[] fields)
    {
        public byte[] Utf8 { get; } = field.Utf8;

        public ResultKind Kind { get; } = field.Kind;

        /// <summary>The column of a scalar.</summary>
        public RowColumn? Column { get; } = column;

        /// <summary>The fields of an object or of each item.</summary>
        public RowField[] Fields { get; } = fields;
    }
}
