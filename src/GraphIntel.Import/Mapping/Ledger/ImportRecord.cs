using System.Text.Json;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>What is recorded of an import.</summary>
internal sealed record ImportRecord
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Its number, by which it is named.</summary>
    public required long Number { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTime Started { get; init; }

    /// <summary>When it ended, UTC; null if it was interrupted.</summary>
    public DateTime? Ended { get; init; }

    /// <summary>When it was undone, UTC; null if it was not.</summary>
    public DateTime? Undone { get; init; }

    /// <summary>Whether an undo of it began; without <see cref="Undone"/>, it was interrupted.</summary>
    public bool IsUndoing { get; init; }

    /// <summary>The name of the mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>The SHA-256 of the mapping, in hexadecimal digits.</summary>
    public required string MappingHash { get; init; }

    /// <summary>The names of the mapping's tables, under which rows are recorded.</summary>
    public required IReadOnlyList<string> Tables { get; init; }

    /// <summary>The files.</summary>
    public required IReadOnlyList<ImportedFile> Files { get; init; }

    /// <summary>The facts that were given.</summary>
    public required SortedDictionary<string, string> Given { get; init; }

    /// <summary>The number of rows and of nodes and relationships, by what became of them.</summary>
    public SortedDictionary<string, long> Counts { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The number of batches in its log.</summary>
    public long Batches { get; init; }

    /// <summary>The numbers of the earlier imports whose rows it changed or withdrew.</summary>
    public IReadOnlyList<long> Replaces { get; init; } = [];

    /// <summary>Whether the same mapping and files, with the same given facts, are imported.</summary>
    public bool IsSame(ImportRecord other) => MappingHash == other.MappingHash && Files.Select(file => file.Sha256).SequenceEqual(other.Files.Select(file => file.Sha256))
        && Given.SequenceEqual(other.Given);

    /// <summary>The record as bytes.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>Reads a record.</summary>
    public static ImportRecord Read(byte[] bytes) => JsonSerializer.Deserialize<ImportRecord>(bytes, Options)!;
}

/// <summary>A file of an import.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">The SHA-256 of the file, in hexadecimal digits.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record ImportedFile(string Name, string Sha256, long Bytes);
