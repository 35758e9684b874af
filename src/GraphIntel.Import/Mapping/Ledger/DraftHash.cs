using System.Security.Cryptography;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>Hashes of what rows make, the same in every process.</summary>
internal static class DraftHash
{
    private const int Length = 16;

    /// <summary>The hash of what has been written.</summary>
    public static byte[] Of(RecordWriter content) => SHA256.HashData(content.ToArray())[..Length];

    /// <summary>The hash of a node or relationship; null if there is none.</summary>
    public static byte[]? Of(ElementDraft? element)
    {
        if (element is null)
            return null;
        using var writer = new RecordWriter();
        Write(writer, element);
        return Of(writer);
    }

    /// <summary>The hash of relationships by their ids; null if they are not known.</summary>
    public static byte[]? Of(IReadOnlyList<ElementDraft>? fields)
    {
        if (fields is null)
            return null;
        using var writer = new RecordWriter();
        foreach (var field in fields)
            writer.Write(field.Id);
        return Of(writer);
    }

    /// <summary>Writes a node or relationship.</summary>
    public static void Write(RecordWriter writer, ElementDraft element)
    {
        writer.Write(element.Id);
        writer.Write(element.Source);
        writer.Write(element.Target);
        for (var index = 0; index < element.Values.Length; index++)
        {
            writer.Write(element.Columns[index].Name);
            writer.WriteValue(element.Values[index]);
        }
    }
}
