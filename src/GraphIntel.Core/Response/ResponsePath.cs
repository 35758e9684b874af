namespace GraphIntel.Core.Response;

/// <summary>The current path in a response; it is converted to objects only for an error.</summary>
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

    /// <summary>The path to a field of the current object, or to an item of its list: strings and ints.</summary>
    public IReadOnlyList<object> ToList(string key, int? item = null)
    {
        List<object> path = [.. _segments.Take(_length).Select(segment => segment.Key ?? (object)segment.Index), key];
        if (item is { } index)
            path.Add(index);
        return path;
    }
}
