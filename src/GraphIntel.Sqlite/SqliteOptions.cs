using GraphIntel.Sqlite.Read;

namespace GraphIntel.Sqlite;

/// <summary>Sizes and times of a store.</summary>
internal sealed record SqliteOptions
{
    /// <summary>The most connections that read at once.</summary>
    public int Readers { get; init; } = ReaderPool.DefaultCapacity;

    /// <summary>How many prepared statements each of them keeps.</summary>
    public int StatementsPerReader { get; init; } = ReaderPool.DefaultStatements;

    /// <summary>How long a write waits for another process that writes to the same file.</summary>
    public TimeSpan WriterPatience { get; init; } = TimeSpan.FromSeconds(30);
}
