using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>What is recorded of a row: a hash of what it made, and which nodes and relationships these are.</summary>
internal sealed record RowRecord
{
    /// <summary>The number of the import that made them.</summary>
    public required long Import { get; init; }

    /// <summary>The hash of what the row made.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The values of <c>covers</c>; null if there are none.</summary>
    public string? Covers { get; init; }

    /// <summary>What only this row makes.</summary>
    public required IReadOnlyList<OwnElement> Own { get; init; }

    /// <summary>What other rows can make, too.</summary>
    public required IReadOnlyList<SharedUse> Shared { get; init; }

    /// <summary>What it adds to lists of nodes that others make.</summary>
    public IReadOnlyList<SharedUse> Additions { get; init; } = [];

    /// <summary>Reads a record.</summary>
    public static RowRecord Read(byte[] bytes)
    {
        using var reader = new RecordReader(bytes);
        var (import, hash, covers) = (reader.ReadNumber(), reader.ReadBytes()!, reader.ReadOptional());
        var texts = reader.Read(reader.ReadText);
        var (own, shared) = ((int)reader.ReadNumber(), (int)reader.ReadNumber());
        var ids = new string[own + shared];
        for (var index = 0; index < ids.Length; index++)
        {
            var first = reader.ReadNumber();
            var text = texts[(int)(first >> 1)];
            ids[index] = (first & 1) == 0 ? text : $"{text}:{texts[(int)reader.ReadNumber()]}>{texts[(int)reader.ReadNumber()]}";
        }

        var elements = ids.Take(own).Select(id => new OwnElement(id, reader.ReadFlag())).ToList();
        var uses = ids.Skip(own).Select(id => new SharedUse(id, MergedPart.Read(reader))).ToList();
        // Earlier versions did not write what is added.
        var additions = reader.IsAtEnd ? [] : reader.Read(() => new SharedUse(reader.ReadText(), MergedPart.Read(reader)));
        return new RowRecord { Import = import, Hash = hash, Covers = covers, Own = elements, Shared = uses, Additions = additions };
    }
}

/// <summary>A node or relationship that only one row makes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsCreated">Whether it came into the store with the row; otherwise it was there before.</param>
internal readonly record struct OwnElement(string Id, bool IsCreated);

/// <summary>A node or relationship that several rows can make.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Merged">The values of the row, of properties that are merged in such a way that each row counts.</param>
internal readonly record struct SharedUse(string Id, IReadOnlyList<MergedPart> Merged);

/// <summary>A value that a row gives to a property that is the least, the greatest or the union of those of all rows.</summary>
internal sealed record MergedPart(string Property, MergeRule Rule, object? Value)
{
    /// <summary>Writes some.</summary>
    public static void Write(RecordWriter writer, IReadOnlyList<MergedPart> parts)
    {
        writer.Write((long)parts.Count);
        for (var index = 0; index < parts.Count; index++)
        {
            writer.Write(parts[index].Property);
            writer.Write((long)parts[index].Rule);
            writer.WriteValue(parts[index].Value);
        }
    }

    /// <summary>Reads some.</summary>
    public static List<MergedPart> Read(RecordReader reader) =>
        reader.Read(() => new MergedPart(reader.ReadText(), (MergeRule)reader.ReadNumber(), reader.ReadValue()));

    /// <summary>Some as a record.</summary>
    public static byte[] ToBytes(IReadOnlyList<MergedPart> parts)
    {
        var writer = new RecordWriter();
        Write(writer, parts);
        return writer.ToArray();
    }
}
