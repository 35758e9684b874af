namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>What is recorded of a node or relationship that several rows of a mapping make.</summary>
internal sealed record SharedRecord
{
    /// <summary>The number of the import that created it; 0 if it was in the store before.</summary>
    public long CreatedBy { get; init; }

    /// <summary>The number of rows that make it.</summary>
    public long Rows { get; init; }

    /// <summary>The hash of the values with which it was written last; empty if they must be compared.</summary>
    public byte[] Hash { get; init; } = [];

    /// <summary>The hash of the relationships that are set as its fields, as they were written last.</summary>
    public byte[] FieldsHash { get; init; } = [];

    /// <summary>The relationships that are set as its fields, by their ids.</summary>
    public IReadOnlyList<OwnElement> Fields { get; init; } = [];

    /// <summary>Whether two records have the same content; null is no record.</summary>
    public static bool AreEqual(SharedRecord? one, SharedRecord? other) => ReferenceEquals(one, other) || (one is not null && other is not null
        && one.CreatedBy == other.CreatedBy && one.Rows == other.Rows && one.Hash.AsSpan().SequenceEqual(other.Hash)
        && one.FieldsHash.AsSpan().SequenceEqual(other.FieldsHash) && one.Fields.SequenceEqual(other.Fields));

    /// <summary>The record as bytes.</summary>
    /// <param name="writer">A writer for it.</param>
    public byte[] ToBytes(RecordWriter writer)
    {
        writer.Clear();
        writer.Write(CreatedBy);
        writer.Write(Rows);
        writer.Write(Hash);
        writer.Write(FieldsHash);
        writer.Write(Fields, field =>
        {
            writer.Write(field.Id);
            writer.Write(field.IsCreated);
        });
        return writer.ToArray();
    }

    /// <summary>Reads a record.</summary>
    public static SharedRecord Read(byte[] bytes)
    {
        using var reader = new RecordReader(bytes);
        return new SharedRecord
        {
            CreatedBy = reader.ReadNumber(),
            Rows = reader.ReadNumber(),
            Hash = reader.ReadBytes() ?? [],
            FieldsHash = reader.ReadBytes() ?? [],
            Fields = reader.Read(() => new OwnElement(reader.ReadText(), reader.ReadFlag())),
        };
    }
}
