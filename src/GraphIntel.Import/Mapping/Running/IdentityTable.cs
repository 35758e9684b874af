using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>The nodes that can come from several rows, by id. One place knows what an import makes and refers to.</summary>
internal sealed class IdentityTable
{
    private readonly Dictionary<string, Identity> _byId = new(StringComparer.Ordinal);

    /// <summary>All of them, in the order of their first occurrence.</summary>
    public IEnumerable<Identity> All => _byId.Values;

    /// <summary>The node of that id, which is added if it is new.</summary>
    public Identity Get(string id, int file, int line)
    {
        if (!_byId.TryGetValue(id, out var identity))
            _byId.Add(id, identity = new Identity(id) { First = (file, line) });
        return identity;
    }
}
