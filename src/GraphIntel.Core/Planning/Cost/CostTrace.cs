namespace GraphIntel.Core.Planning.Cost;

/// <summary>Records the rows of each part of an operation during an estimate.</summary>
internal sealed class CostTrace
{
    private const int MaxParts = 3;

    private readonly List<string> _path = [];
    private readonly List<(string Path, double Rows)> _parts = [];

    /// <summary>The parts that read the most rows, the largest first.</summary>
    public IEnumerable<(string Path, double Rows)> Largest => _parts.OrderByDescending(part => part.Rows).Take(MaxParts);

    /// <summary>Enters a part.</summary>
    public void Enter(string name) => _path.Add(name);

    /// <summary>Leaves a part.</summary>
    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Adds rows that the current part reads itself.</summary>
    public void Add(double rows)
    {
        if (rows >= 1)
            _parts.Add((string.Join('.', _path), rows));
    }
}
