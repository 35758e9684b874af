using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Neo4j.Write;

/// <summary>
/// Splits lists for statements: chunks are long enough to make a round trip cheap, and short enough to hold two in memory.
/// </summary>
internal static class Chunks
{
    /// <summary>The maximum number of rows in a statement.</summary>
    public const int Size = 5_000;

    /// <summary>Splits a list into chunks of at most <see cref="Size"/>, in its order.</summary>
    public static IEnumerable<ArraySegment<T>> Of<T>(IReadOnlyList<T> list)
    {
        if (list.Count == 0)
            yield break;
        var all = list as T[] ?? [.. list];
        for (var start = 0; start < all.Length; start += Size)
            yield return new ArraySegment<T>(all, start, Math.Min(Size, all.Length - start));
    }

    /// <summary>Writes <c>{p: {ids: [...]}}</c>.</summary>
    public static void WriteIds(PackStreamWriter writer, ArraySegment<string> ids)
    {
        BeginList(writer, "ids", ids.Count);
        foreach (var id in ids)
            writer.WriteString(id);
    }

    /// <summary>Writes the parameters up to the elements of their one list.</summary>
    public static void BeginList(PackStreamWriter writer, string name, int count)
    {
        writer.WriteMapHeader(1);
        writer.WriteString("p"u8);
        writer.WriteMapHeader(1);
        writer.WriteString(name);
        writer.WriteListHeader(count);
    }
}
