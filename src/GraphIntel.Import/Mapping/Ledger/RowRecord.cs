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

    /// <summary>The record as bytes. Ids are written once; a derived id is a relationship of two of them.</summary>
    public byte[] ToBytes()
    {
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        var order = new List<string>();
        var ids = new List<(int Kind, int One, int Two, int Three)>();
        foreach (var id in Own.Select(element => element.Id).Concat(Shared.Select(use => use.Id)))
            ids.Add(Split(id) is var (prefix, source, target) ? (1, NumberOf(prefix), NumberOf(source), NumberOf(target)) : (0, NumberOf(id), 0, 0));

        using var writer = new RecordWriter();
        writer.Write(Import);
        writer.Write(Hash);
        writer.WriteOptional(Covers);
        writer.Write(order, writer.Write);
        writer.Write(Own.Count);
        writer.Write(Shared.Count);
        foreach (var (kind, one, two, three) in ids)
        {
            writer.Write(((long)one << 1) | (long)kind);
            if (kind == 0)
                continue;
            writer.Write(two);
            writer.Write(three);
        }

        foreach (var element in Own)
            writer.Write(element.IsCreated);
        foreach (var use in Shared)
            MergedPart.Write(writer, use.Merged);
        writer.Write(Additions, use =>
        {
            writer.Write(use.Id);
            MergedPart.Write(writer, use.Merged);
        });
        return writer.ToArray();

        int NumberOf(string text)
        {
            if (!texts.TryGetValue(text, out var number))
            {
                texts.Add(text, number = order.Count);
                order.Add(text);
            }

            return number;
        }
    }

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

    /// <summary>The prefix and the ends of a derived id; null if it is none.</summary>
    private static (string Prefix, string Source, string Target)? Split(string id)
    {
        var cut = id.IndexOf('>', StringComparison.Ordinal);
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        return cut < 0 || colon < 0 || colon > cut ? null : (id[..colon], id[(colon + 1)..cut], id[(cut + 1)..]);
    }
}

/// <summary>A node or relationship that only one row makes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsCreated">Whether it came into the store with the row; otherwise it was there before.</param>
internal readonly record struct OwnElement(string Id, bool IsCreated);

/// <summary>A node or relationship that several rows can make.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Merged">The values of the row, of properties that are merged in such a way that each row counts.</param>
internal sealed record SharedUse(string Id, IReadOnlyList<MergedPart> Merged);

/// <summary>A value that a row gives to a property that is the least, the greatest or the union of those of all rows.</summary>
internal sealed record MergedPart(string Property, MergeRule Rule, object? Value)
{
    /// <summary>Writes some.</summary>
    public static void Write(RecordWriter writer, IReadOnlyList<MergedPart> parts) => writer.Write(parts, part =>
    {
        writer.Write(part.Property);
        writer.Write((long)part.Rule);
        writer.WriteValue(part.Value);
    });

    /// <summary>Reads some.</summary>
    public static List<MergedPart> Read(RecordReader reader) =>
        reader.Read(() => new MergedPart(reader.ReadText(), (MergeRule)reader.ReadNumber(), reader.ReadValue()));

    /// <summary>Some as a record.</summary>
    public static byte[] ToBytes(IReadOnlyList<MergedPart> parts)
    {
        using var writer = new RecordWriter();
        Write(writer, parts);
        return writer.ToArray();
    }
}
