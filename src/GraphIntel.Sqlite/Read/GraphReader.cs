using System.Runtime.CompilerServices;
using System.Text.Json;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Read;

/// <summary>Reads the whole graph from one snapshot. Owns the reader.</summary>
internal sealed class GraphReader : IGraphReader
{
    /// <summary>Rows of a part.</summary>
    private const int PartSize = 5_000;

    private readonly Reader _reader;

    public GraphReader(Reader reader)
    {
        _reader = reader;
        reader.BeginSnapshot();
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<NodeRows> ReadAsync(NodeType type, CancellationToken cancellation)
    {
        var columns = GivenProperties.Of(type);
        return ReadAsync(
            _reader.Statement($"SELECT {Names.Id}{Values("", type, columns)} FROM {Names.Table(type)} ORDER BY {Names.Id}"),
            row => new NodeRow(row.Text(0) ?? "", Values(row, 1, columns)),
            rows => new NodeRows(type, columns, rows),
            cancellation);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<RelationshipRows> ReadAsync(RelationshipType type, CancellationToken cancellation)
    {
        var columns = GivenProperties.Of(type);
        // Derived ids have no index: SQLite sorts the relationships, in a temporary file if there are many.
        var (from, order) = type.Id is null
            ? (Names.Table(type) + " AS r", $"s.{Names.Id} || '>' || t.{Names.Id}")
            : ($"{Names.Table(type)} AS r INDEXED BY {Names.Quote(Names.IdIndex(type))}", "r." + Names.Id);
        var id = type.Id is null ? "NULL" : "r." + Names.Id;
        return ReadAsync(
            _reader.Statement(
                $"SELECT {id}, s.{Names.Id}, t.{Names.Id}{Values("r.", type, columns)} FROM {from} " +
                $"LEFT JOIN {Names.Table(type.Source)} AS s ON s.{Names.Key} = r.{Names.Source} " +
                $"LEFT JOIN {Names.Table(type.Target)} AS t ON t.{Names.Key} = r.{Names.Target} ORDER BY {order}"),
            row => new RelationshipRow(row.Text(0), row.Text(1) ?? "", row.Text(2) ?? "", Values(row, 3, columns)),
            rows => new RelationshipRows(type, columns, rows),
            cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        return default;
    }

    private static async IAsyncEnumerable<TRows> ReadAsync<TRow, TRows>(
        Statement select, Func<Statement, TRow> read, Func<List<TRow>, TRows> part, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<TRow> rows;
        do
        {
            // A part takes milliseconds, the first one seconds if SQLite sorts: too long for the caller's thread.
            rows = await Task.Run(() => ReadPart(select, read), cancellation).ConfigureAwait(false);
            if (rows.Count > 0)
                yield return part(rows);
        }
        while (rows.Count == PartSize);
        select.Reset();
    }

    private static List<TRow> ReadPart<TRow>(Statement select, Func<Statement, TRow> read)
    {
        var rows = new List<TRow>();
        while (rows.Count < PartSize && select.Step())
            rows.Add(read(select));
        return rows;
    }

    private static string Values(string table, ElementType type, Property[] columns) => string.Concat(columns.SelectMany(
        column => column.Kind == ScalarKind.Point ? [Names.Latitude(column), Names.Longitude(column)] : new[] { Names.Column(column) },
        (column, name) => GivenProperties.IsAttested(type, column)
            ? $", CASE WHEN {table}{Names.AttestedGiven} THEN {table}{name} END"
            : $", {table}{name}"));

    private static object?[] Values(Statement row, int cell, Property[] columns)
    {
        var values = new object?[columns.Length];
        for (var index = 0; index < values.Length; index++)
        {
            var property = columns[index];
            if (property.Kind == ScalarKind.Point)
            {
                values[index] = row.IsNull(cell) && row.IsNull(cell + 1) ? null : new GeoPoint(row.Double(cell), row.Double(cell + 1));
                cell += 2;
                continue;
            }

            if (!row.IsNull(cell))
                values[index] = property.IsList ? List(row.Text(cell)!, property.Kind) : Scalar(row, cell, property.Kind);
            cell++;
        }

        return values;
    }

    // Columns are typed, so only texts, and integers out of range, can be invalid: those are returned as they are.
    private static object Scalar(Statement row, int cell, ScalarKind kind) => kind switch
    {
        ScalarKind.Int => row.Int64(cell) is >= int.MinValue and <= int.MaxValue ? (object)(int)row.Int64(cell) : row.Int64(cell),
        ScalarKind.Boolean => row.Int64(cell) != 0,
        ScalarKind.Float => row.Double(cell),
        ScalarKind.Date => DateOnly.TryParseExact(row.Text(cell), "yyyy-MM-dd", out var day) ? day : row.Text(cell)!,
        _ => row.Text(cell)!,
    };

    private static object List(string text, ScalarKind kind)
    {
        try
        {
            return kind switch
            {
                ScalarKind.Int => JsonSerializer.Deserialize<int[]>(text) as object,
                ScalarKind.Boolean => JsonSerializer.Deserialize<bool[]>(text),
                ScalarKind.Float => JsonSerializer.Deserialize<double[]>(text),
                ScalarKind.Date => JsonSerializer.Deserialize<DateOnly[]>(text),
                _ => JsonSerializer.Deserialize<string[]>(text),
            } ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
