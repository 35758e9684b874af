namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>What a batch of an import did, so that it can be undone.</summary>
internal sealed class LogRecord
{
    /// <summary>The rows that it wrote or withdrew, by the keys of their records, each with the record before; null if there was none.</summary>
    public List<(string Mapping, string Key, byte[]? Before)> Rows { get; init; } = [];

    /// <summary>
    /// The records of what several rows make that it changed, each as it was before but for the number of rows; null if there was none.
    /// </summary>
    public List<(string Mapping, string Id, byte[]? Before)> Shared { get; init; } = [];

    /// <summary>The nodes and relationships that it created, but for those that only a new row makes, whose record has them.</summary>
    public List<string> Created { get; init; } = [];

    /// <summary>The values that it changed.</summary>
    public List<ChangedValue> Changed { get; init; } = [];

    /// <summary>What it deleted.</summary>
    public List<DeletedElement> Deleted { get; init; } = [];

    /// <summary>The keys of the matches that it recorded.</summary>
    public List<string> Matches { get; init; } = [];

    /// <summary>The keys of the records of what was added to lists of others that it changed, each as it was before; null if there was none.</summary>
    public List<(string Key, byte[]? Before)> Additions { get; init; } = [];

    /// <summary>Whether it did nothing that must be undone.</summary>
    public bool IsEmpty => Rows.Count + Shared.Count + Created.Count + Changed.Count + Deleted.Count + Matches.Count + Additions.Count == 0;

    /// <summary>The record as bytes.</summary>
    public byte[] ToBytes()
    {
        var writer = new RecordWriter();
        foreach (var list in (List<(string, string, byte[]?)>[])[Rows, Shared])
        {
            writer.Write(list, item =>
            {
                writer.Write(item.Item1);
                writer.Write(item.Item2);
                writer.Write(item.Item3);
            });
        }

        writer.Write(Created, writer.Write);
        writer.Write(Changed, change =>
        {
            writer.Write(change.Id);
            writer.Write(change.Property);
            writer.WriteValue(change.Before);
            writer.WriteValue(change.After);
        });
        writer.Write(Deleted, deleted =>
        {
            writer.Write(deleted.Id);
            writer.Write(deleted.Source);
            writer.Write(deleted.Target);
            writer.Write(deleted.Values, value =>
            {
                writer.Write(value.Property);
                writer.WriteValue(value.Value);
            });
        });
        writer.Write(Matches, writer.Write);
        writer.Write(Additions, item =>
        {
            writer.Write(item.Key);
            writer.Write(item.Before);
        });
        return writer.Compress();
    }

    /// <summary>Reads a record.</summary>
    public static LogRecord Read(byte[] bytes)
    {
        using var reader = RecordReader.Decompress(bytes);
        return new LogRecord
        {
            Rows = reader.Read(() => (reader.ReadText(), reader.ReadText(), reader.ReadBytes())),
            Shared = reader.Read(() => (reader.ReadText(), reader.ReadText(), reader.ReadBytes())),
            Created = reader.Read(reader.ReadText),
            Changed = reader.Read(() => new ChangedValue(reader.ReadText(), reader.ReadText(), reader.ReadValue(), reader.ReadValue())),
            Deleted = reader.Read(() => new DeletedElement(
                reader.ReadText(), reader.ReadText(), reader.ReadText(), reader.Read(() => (reader.ReadText(), reader.ReadValue())))),
            Matches = reader.Read(reader.ReadText),
            Additions = reader.IsAtEnd ? [] : reader.Read(() => (reader.ReadText(), reader.ReadBytes())),
        };
    }
}

/// <summary>A value that an import changed. The ends of a relationship are the properties <c>$source</c> and <c>$target</c>.</summary>
internal sealed record ChangedValue(string Id, string Property, object? Before, object? After);

/// <summary>A node, or a relationship with its ends, that an import deleted, with its values.</summary>
internal sealed record DeletedElement(string Id, string Source, string Target, IReadOnlyList<(string Property, object? Value)> Values);
