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

    /// <summary>Runs a statement for rows, in chunks, and returns the number of relationships created.</summary>
    public async Task<long> RunAsync<T>(string text, IReadOnlyList<T> rows, RowWriter<T> write)
    {
        var created = 0L;
        var previous = default(ResultCursor);
        foreach (var chunk in Chunks.Of(rows))
        {
            // A chunk is written while the server works on the previous one.
            var cursor = await transaction.RunAsync(
                text,
                static (writer, state) =>
                {
                    Chunks.BeginList(writer, "rows", state.chunk.Count);
                    foreach (var row in state.chunk)
                        state.write(writer, row);
                },
                (chunk, write), cancellation).ConfigureAwait(false);
            created += await EndAsync(previous).ConfigureAwait(false);
            previous = cursor;
        }

        return created + await EndAsync(previous).ConfigureAwait(false);
    }

    private async Task<long> EndAsync(ResultCursor? cursor) => cursor is null
        ? 0
        : (await cursor.ConsumeAsync(cancellation).ConfigureAwait(false)).Counters.RelationshipsCreated;
}

/// <summary>Writes a row as one PackStream value.</summary>
internal delegate void RowWriter<in T>(PackStreamWriter writer, T row);
