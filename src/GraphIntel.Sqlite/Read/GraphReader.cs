using System.Runtime.CompilerServices;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
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
            _reader.Statement($"SELECT {Names.Id}{GivenValues.Text("", type, columns)} FROM {Names.Table(type)} ORDER BY {Names.Id}"),
            row => new NodeRow(row.Text(0) ?? "", GivenValues.Read(row, 1, columns)),
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
                $"SELECT {id}, s.{Names.Id}, t.{Names.Id}{GivenValues.Text("r.", type, columns)} FROM {from} " +
                $"LEFT JOIN {Names.Table(type.Source)} AS s ON s.{Names.Key} = r.{Names.Source} " +
                $"LEFT JOIN {Names.Table(type.Target)} AS t ON t.{Names.Key} = r.{Names.Target} ORDER BY {order}"),
            row => new RelationshipRow(row.Text(0), row.Text(1) ?? "", row.Text(2) ?? "", GivenValues.Read(row, 3, columns)),
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
}
