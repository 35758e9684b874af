using GraphIntel.Import.Mapping.Compiling;
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

    /// <summary>
    /// Puts what nodes were found to be into lists of ids that were read before that; what is missing is left out of them.
    /// </summary>
    public void Resolve(EntryPlan entry, object?[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            if (entry.Columns[index].IsHidden && values[index] is string[] ids)
                values[index] = ids.Select(id => _byId.GetValueOrDefault(id) is { } identity ? identity.IsMissing ? null : identity.Id : id).OfType<string>().Distinct().ToArray();
        }
    }
}
