using System.Buffers;
using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;

namespace GraphIntel.Neo4j.Write;

/// <summary>
/// One batch inside one transaction: the rows, then what is judged and derived from the state that they leave. Rules about
/// several rows (one relationship to a source, no cycle) hold for that state, not for the way there.
/// </summary>
internal sealed class BatchWriter
{
    public BatchWriter(GraphModel model, Transaction transaction, CancellationToken cancellation)
    {
        Model = model;
        Transaction = transaction;
        Cancellation = cancellation;
        Copies = new OrderCopies(this);
        Ends = new RelationshipEndsCheck(this);
        Facts = new ClaimedFacts(this);
    }

    public GraphModel Model { get; }

    public Transaction Transaction { get; }

    public CancellationToken Cancellation { get; }

    public OrderCopies Copies { get; }

    public RelationshipEndsCheck Ends { get; }

    public ClaimedFacts Facts { get; }

    /// <summary>Room to write values in that are compared.</summary>
    public ArrayBufferWriter<byte> Scratch { get; } = new();

    /// <summary>Writes the batch; the caller has the lock and ends the transaction.</summary>
    public async Task<WriteSummary> WriteAsync(GraphBatch batch)
    {
        var summary = default(WriteSummary);
        foreach (var rows in batch.Nodes)
            summary += await new NodeWriter(this, rows).WriteAsync().ConfigureAwait(false);
        foreach (var rows in batch.Relationships)
            summary += await new RelationshipWriter(this, rows).WriteAsync().ConfigureAwait(false);
        await Ends.SettleAsync().ConfigureAwait(false);
        await Facts.SettleAsync().ConfigureAwait(false);
        return summary;
    }

    /// <summary>Asks for records by ids, a list at a time, and hands each to the caller with where its list begins.</summary>
    public async Task ReadAsync(string text, IReadOnlyList<string> ids, Action<int, ResultCursor> take)
    {
        foreach (var chunk in Chunks.Of(ids))
        {
            var cursor = await Transaction.RunAsync(text, Chunks.WriteIds, chunk, Cancellation).ConfigureAwait(false);
            while (await cursor.FetchAsync(Cancellation).ConfigureAwait(false))
                take(chunk.Offset, cursor);
        }
    }

    /// <summary>Runs a statement for rows, a list at a time, and tells how many relationships that made.</summary>
    public async Task<long> RunAsync<T>(string text, IReadOnlyList<T> rows, RowWriter<T> write)
    {
        var made = 0L;
        var before = default(ResultCursor);
        foreach (var chunk in Chunks.Of(rows))
        {
            // A list is written while the server works on the one before it.
            var cursor = await Transaction.RunAsync(
                text,
                static (writer, state) =>
                {
                    Chunks.BeginList(writer, "rows", state.chunk.Count);
                    foreach (var row in state.chunk)
                        state.write(writer, row);
                },
                (chunk, write), Cancellation).ConfigureAwait(false);
            made += await EndAsync(before).ConfigureAwait(false);
            before = cursor;
        }

        return made + await EndAsync(before).ConfigureAwait(false);
    }

    private async Task<long> EndAsync(ResultCursor? cursor) => cursor is null
        ? 0
        : (await cursor.ConsumeAsync(Cancellation).ConfigureAwait(false)).Counters.RelationshipsCreated;
}

/// <summary>Writes a row as one PackStream value.</summary>
internal delegate void RowWriter<in T>(PackStreamWriter writer, T row);
