using System.Buffers;
using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Neo4j.Write;

/// <summary>Runs the statements of a batch, each with chunks of rows.</summary>
internal sealed class BatchStatements(Transaction transaction, CancellationToken cancellation)
{
    /// <summary>A scratch buffer for comparing values.</summary>
    public ArrayBufferWriter<byte> Scratch { get; } = new();

    /// <summary>Reads records by ids, in chunks, and passes each to the callback with the offset of its chunk.</summary>
    public async Task ReadAsync(string text, IReadOnlyList<string> ids, Action<int, ResultCursor> onRecord)
    {
        foreach (var chunk in Chunks.Of(ids))
        {
            var cursor = await transaction.RunAsync(text, Chunks.WriteIds, chunk, cancellation).ConfigureAwait(false);
            while (await cursor.FetchAsync(cancellation).ConfigureAwait(false))
                onRecord(chunk.Offset, cursor);
        }
    }

    /// <summary>
    /// Sends a statement for rows, in chunks, without waiting until it ends: its errors are reported by a later statement or by the commit,
    /// and the rows of the next one are written while the server works.
    /// </summary>
    public async Task<IReadOnlyList<ResultCursor>> SendAsync<T>(string text, IReadOnlyList<T> rows, RowWriter<T> write)
    {
        var sent = new List<ResultCursor>();
        foreach (var chunk in Chunks.Of(rows))
        {
            sent.Add(await transaction.SendAsync(
                text,
                static (writer, state) =>
                {
                    Chunks.BeginList(writer, "rows", state.chunk.Count);
                    foreach (var row in state.chunk)
                        state.write(writer, row);
                },
                (chunk, write), cancellation).ConfigureAwait(false));
        }

        return sent;
    }

    /// <summary>Waits for statements that were sent, and returns the number of relationships that they created.</summary>
    public async Task<long> CountCreatedAsync(IReadOnlyList<ResultCursor> sent)
    {
        var created = 0L;
        foreach (var cursor in sent)
            created += (await cursor.ConsumeAsync(cancellation).ConfigureAwait(false)).Counters.RelationshipsCreated;
        return created;
    }
}

/// <summary>Writes a row as one PackStream value.</summary>
internal delegate void RowWriter<in T>(PackStreamWriter writer, T row);
