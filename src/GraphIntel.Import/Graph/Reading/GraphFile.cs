using GraphIntel.Core.Model;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>One file of an import: the rows of one type.</summary>
/// <param name="Index">Its place among the files of the import.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its path within the folder, with <c>/</c> between folders.</param>
/// <param name="Type">The type of its rows.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Modified">When it was last written.</param>
internal sealed record GraphFile(int Index, string Path, string Name, FactType Type, long Length, DateTime Modified)
{
    /// <summary>Whether the file still is what it was when the folder was read.</summary>
    public bool IsUnchanged()
    {
        var now = new FileInfo(Path);
        return now.Exists && now.Length == Length && now.LastWriteTimeUtc == Modified;
    }
}
