using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>
/// For an entry that many rows share, such as a country: from what it reads of a row to the node, so that rows which agree in
/// that do not build it again. An entry that seldom repeats has no cache after some rows.
/// </summary>
internal sealed class EntryCache
{
    private const int TrialSize = 10_000;

    /// <summary>Nodes that are remembered; a key has all that the entry reads, which for texts can be a thousand bytes.</summary>
    private const int MaxKnown = 50_000;

    private readonly EntryPlan _entry;
    private readonly int[] _columns;
    private readonly int[] _variables;
    private readonly int[] _entries;
    private readonly Dictionary<string, Identity> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Identity>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private char[] _key = new char[256];
    private int _length;
    private long _hits;
    private bool _isOff;

    public EntryCache(EntryPlan entry)
    {
        _entry = entry;
        _columns = [.. entry.Inputs.Columns];
        _variables = [.. entry.Inputs.Variables];
        _entries = [.. entry.Inputs.Entries.Where(other => other.Root != entry.Root || !entry.Root.HasLoop).Select(other => other.Index)];
        _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        // The last of equal values counts too, and another entry in step differs by position.
        _isOff = entry.IsPerRow || entry.Properties.Any(property => property.Merge == Syntax.MergeRule.Last)
            || entry.Inputs.Entries.Any(other => other.IsPerRow || (other.Root == entry.Root && entry.Root.HasLoop));
    }

    /// <summary>The node that an earlier row made of the same values; null if there is none, with the key to add it.</summary>
    public Identity? Find(Frame frame, out string? key)
    {
        key = null;
        if (_isOff)
            return null;
        _length = 0;
        foreach (var column in _columns)
            Append(frame.Cells[column]);
        foreach (var variable in _variables)
            AppendValue(frame.Variables[variable]);
        foreach (var entry in _entries)
        {
            foreach (var instance in frame.Instances[entry])
                Append(instance?.Identity?.Id);
            Append("/");
        }

        if (_lookup.TryGetValue(_key.AsSpan(0, _length), out var identity))
        {
            _hits++;
            return identity;
        }

        key = new string(_key, 0, _length);
        return null;
    }

    /// <summary>Adds a node under the key.</summary>
    public void Add(string key, Identity identity)
    {
        if (_isOff)
            return;
        if (_known.Count == MaxKnown)
            _known.Clear();
        _known.TryAdd(key, identity);
        if (_known.Count == TrialSize && _hits < TrialSize)
        {
            _isOff = true;
            _known.Clear();
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{_entry.Name}: {_known.Count} known, {_hits} hits";

    private void AppendValue(object? value)
    {
        switch (value)
        {
            case string?[] parts:
                foreach (var part in parts)
                    Append(part);
                break;
            case object?[] list:
                foreach (var item in list)
                    AppendValue(item);
                Append("\u0001");
                break;
            default:
                Append(Texts.Of(value));
                break;
        }
    }

    /// <summary>Cells have no control characters but line breaks, so U+0000 separates them.</summary>
    private void Append(string? text)
    {
        var length = text?.Length ?? 0;
        if (_length + length + 2 > _key.Length)
            Array.Resize(ref _key, Math.Max(_key.Length * 2, _length + length + 2));
        // An empty text differs from none.
        if (text is null)
            _key[_length++] = '\u0002';
        text?.CopyTo(_key.AsSpan(_length));
        _length += length;
        _key[_length++] = '\0';
    }
}
