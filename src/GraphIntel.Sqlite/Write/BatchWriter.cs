using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Connection;
using SQLitePCL;

namespace GraphIntel.Sqlite.Write;

/// <summary>
/// One batch inside one transaction: the rows, then what is judged and derived from the state that they leave. Rules about
/// several rows (one relationship to a source, no cycle) hold for that state, not for the way there.
/// </summary>
internal sealed class BatchWriter
{
    /// <summary>How many rows are written between two looks at the cancellation.</summary>
    private const int RowsBetweenLooks = 256;

    private readonly CancellationToken _cancellation;
    private int _rows;

    public BatchWriter(GraphModel model, sqlite3 connection, StatementCache statements, CancellationToken cancellation)
    {
        Model = model;
        Connection = connection;
        Statements = statements;
        _cancellation = cancellation;
        Keys = new NodeKeys(statements);
        Copies = new OrderCopies(model, statements);
        Ends = new RelationshipEndsCheck(model, statements, Keys);
        Facts = new ClaimedFacts(model, statements, Keys, Copies);
    }

    public GraphModel Model { get; }

    public sqlite3 Connection { get; }

    public StatementCache Statements { get; }

    public NodeKeys Keys { get; }

    public OrderCopies Copies { get; }

    public RelationshipEndsCheck Ends { get; }

    public ClaimedFacts Facts { get; }

    /// <summary>Writes the batch; the caller has begun the transaction and ends it.</summary>
    public WriteSummary Write(GraphBatch batch)
    {
        var summary = default(WriteSummary);
        foreach (var rows in batch.Nodes)
            summary += new NodeWriter(this, rows).Write();
        foreach (var rows in batch.Relationships)
            summary += new RelationshipWriter(this, rows).Write();
        Ends.Settle(_cancellation);
        Facts.Settle(_cancellation);
        return summary;
    }

    /// <summary>Counts a row, and stops where the batch was cancelled.</summary>
    public void NextRow()
    {
        if (++_rows % RowsBetweenLooks == 0)
            _cancellation.ThrowIfCancellationRequested();
    }
}
