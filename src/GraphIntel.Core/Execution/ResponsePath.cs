namespace GraphIntel.Core.Execution;

/// <summary>Keys and indexes from the root of a response to where the writer is; nothing is allocated until an error needs them.</summary>
internal sealed class ResponsePath
{
    private readonly List<(string? Key, int Index)> _segments = [];

    public void Push(string key) => _segments.Add((key, 0));

    public void Push(int index) => _segments.Add((null, index));

    public void Pop() => _segments.RemoveAt(_segments.Count - 1);

    /// <summary>The path to a field here: strings and ints.</summary>
    public IReadOnlyList<object> ToList(string key) => [.. _segments.Select(segment => segment.Key ?? (object)segment.Index), key];
}
