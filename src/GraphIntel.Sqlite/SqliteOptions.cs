using GraphIntel.Sqlite.Read;

namespace GraphIntel.Sqlite;

/// <summary>Limits and timeouts of a store.</summary>
internal sealed record SqliteOptions
{
    /// <summary>The maximum number of reading connections.</summary>
    public int Readers { get; init; } = ReaderPool.DefaultCapacity;

    /// <summary>The maximum number of cached prepared statements of each reading connection.</summary>
    public int StatementsPerReader { get; init; } = ReaderPool.DefaultStatements;

    /// <summary>The maximum size of the cached statements of all reading connections, in bytes.</summary>
    public long MaxStatementBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The maximum SQLite memory of one operation, in bytes.</summary>
    public long MaxOperationBytes { get; init; } = 96 * 1024 * 1024;

    /// <summary>
    /// The SQLite memory of the process, caches and statements included, in bytes, above which an operation gets no more than
    /// <see cref="Connection.SqliteMemory.SmallOperation"/>.
    /// </summary>
    public long MaxBytes { get; init; } = 160 * 1024 * 1024;

    /// <summary>The maximum size of what searches keep of their indexes, in bytes.</summary>
    public long MaxSearchBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// From so many relationships of a hop on, the first of its neighbors by id are looked for among the first nodes of their type:
    /// to sort the neighbors, all would be read.
    /// </summary>
    public int ManyRelationships { get; init; } = 2_000;

    /// <summary>How long a write waits while another process writes to the same file.</summary>
    public TimeSpan WriterTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
