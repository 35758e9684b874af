namespace GraphIntel.Core.Execution;

/// <summary>Keys and indexes from the root of a response to where the writer is; an error alone turns them into objects.</summary>
internal sealed class ResponsePath
{
    private (string? Key, int Index)[] _segments = new (string?, int)[32];
    private int _length;

    public void Push(string? key, int index = 0)
    {
        if (_length == _segments.Length)
            Array.Resize(ref _segments, _length * 2);
        _segments[_length++] = (key, index);
    }

    public void Push(int index) => Push(null, index);

    public void Pop() => _length--;

    /// <summary>The path to a field here: strings and ints.</summary>
    public IReadOnlyList<object> ToList(string key) =>
        [.. _segments.Take(_length).Select(segment => segment.Key ?? (object)segment.Index), key];
}
