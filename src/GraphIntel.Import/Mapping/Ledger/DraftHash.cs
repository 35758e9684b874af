using System.IO.Hashing;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>Hashes of what rows make, XXH128, the same in every process: they show what has changed, and guard nothing.</summary>
internal static class DraftHash
{
    /// <summary>The hash of what has been written.</summary>
    public static byte[] Of(RecordWriter content) => XxHash128.Hash(content.Written);

    /// <summary>The hash of a node or relationship.</summary>
    /// <param name="scratch">A writer, whose content is replaced.</param>
    /// <param name="element">The node or relationship.</param>
    public static byte[] Of(RecordWriter scratch, ElementDraft element)
    {
        scratch.Clear();
        Write(scratch, element);
        return Of(scratch);
    }

    /// <summary>The hash of relationships by their ids.</summary>
    /// <param name="scratch">A writer, whose content is replaced.</param>
    /// <param name="fields">The relationships.</param>
    public static byte[] Of(RecordWriter scratch, IReadOnlyList<ElementDraft> fields)
    {
        scratch.Clear();
        foreach (var field in fields)
            scratch.Write(field.Id);
        return Of(scratch);
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
