using GraphIntel.Core.Response;

namespace GraphIntel.Sqlite.Read;

/// <summary>A reader with an open transaction, which sees the state at its first statement.</summary>
/// <param name="reader">The reader, which is returned to its pool when the snapshot is disposed of.</param>
internal sealed class ReadSnapshot(Reader reader) : IReadSnapshot
{
    /// <summary>The reader.</summary>
    public Reader Reader { get; } = reader;

    /// <inheritdoc/>
    public void Dispose() => Reader.Dispose();
}
