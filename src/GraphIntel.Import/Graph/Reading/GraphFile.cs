using GraphIntel.Core.Model;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>A file of an import, with the rows of one type.</summary>
/// <param name="Index">The index among the files of the import.</param>
/// <param name="Path">The full path.</param>
/// <param name="Name">The path relative to the import's folder, with <c>/</c> between folders.</param>
/// <param name="Type">The type of the rows.</param>
/// <param name="Length">The size in bytes; 0 for an empty file and for one that is not a regular file.</param>
/// <param name="Modified">The time of the last write, UTC.</param>
internal sealed record GraphFile(int Index, string Path, string Name, ElementType Type, long Length, DateTime Modified)
{
    /// <summary>Whether the file has not changed since the folder was read.</summary>
    public bool IsUnchanged()
    {
        var now = new FileInfo(Path);
        return now.Exists && now.Length == Length && now.LastWriteTimeUtc == Modified;
    }
}
