namespace GraphIntel.Core.Planning.Cost;

/// <summary>Records the rows of each part of an operation during an estimate.</summary>
internal sealed class CostTrace
{
    private const int MaxParts = 3;

    private readonly List<string> _path = [];
    private readonly Dictionary<string, double> _parts = [];

    /// <summary>The parts that read the most rows, the largest first.</summary>
    public IEnumerable<(string Path, double Rows)> Largest =>
        _parts.OrderByDescending(part => part.Value).ThenBy(part => part.Key, StringComparer.Ordinal).Take(MaxParts)
            .Select(part => (part.Key, part.Value));

    /// <summary>Enters a part.</summary>
    public void Enter(string name) => _path.Add(name);

    /// <summary>Leaves a part.</summary>
    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Adds rows that the current part reads itself.</summary>
    public void Add(double rows)
    {
        if (rows < 1)
            return;
        var path = string.Join('.', _path);
        _parts[path] = _parts.GetValueOrDefault(path) + rows;
    }
}
