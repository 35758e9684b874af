using System.Buffers;
using GraphIntel.Core.Model;
using GraphIntel.Core.Search;
using GraphIntel.Core.Storage;

namespace GraphIntel.Sqlite.Keys;

/// <summary>
/// Makes what searches need of nodes on another thread, which takes about as long as writing the nodes. It is kept in one buffer: the
/// garbage collector would have to move an object for each node.
/// </summary>
internal sealed class SearchJob
{
    private readonly Task _made;
    private readonly Task _sorted;
    private readonly KeyBatch _names = KeyBatch.Rent();
    private readonly int _parts;

    /// <summary>Begins.</summary>
    /// <param name="type">The type of the nodes.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="columns">For each searched property of the type, where its value is; -1 where there is none.</param>
    public SearchJob(NodeType type, IReadOnlyList<NodeRow> nodes, int[] columns)
    {
        Nodes = nodes;
        _parts = 1 + SearchIndex.Of(type).Count;
        _made = Task.Run(() => Make(type, columns));
        _sorted = SortAsync();
    }

    /// <summary>The nodes.</summary>
    public IReadOnlyList<NodeRow> Nodes { get; }

    /// <summary>Waits until everything is made; the keys of names may still be sorted.</summary>
    public void Complete() => _made.GetAwaiter().GetResult();

    /// <summary>The values of a node in packed form; empty if it has none.</summary>
    public ReadOnlySpan<byte> PackedOf(int node) => PartOf(node * _parts);

    /// <summary>The keys of a node for an index of texts, separated by spaces; empty if it has none.</summary>
    public ReadOnlySpan<byte> KeysOf(int node, int index) => PartOf((node * _parts) + 1 + index);

    /// <summary>The keys of names, sorted; the nodes are numbered in their order.</summary>
    public KeyBatch Names
    {
        get
        {
            _sorted.GetAwaiter().GetResult();
            return _names;
        }
    }

    /// <summary>Of each node its values, and after them the keys of each of its texts.</summary>
    private ReadOnlySpan<byte> PartOf(int part) => _names.Bytes.WrittenSpan[(part == 0 ? 0 : _names.Ends[part - 1]).._names.Ends[part]];

    private void Make(NodeType type, int[] columns)
    {
        var documents = new SearchDocuments(type, _names);
        var indexes = SearchIndex.Of(type);
        var searched = new object?[columns.Length];
        foreach (var (id, values) in Nodes)
        {
            for (var property = 0; property < columns.Length; property++)
                searched[property] = columns[property] < 0 ? null : values[columns[property]];
            documents.Read(id, searched);
            Add(documents.Packed);
            for (var index = 0; index < indexes.Count; index++)
                Add(documents.KeysOf(index));
            _names.EndNode();
        }
    }

    private async Task SortAsync()
    {
        await _made.ConfigureAwait(false);
        _names.Sort();
    }

    private void Add(ReadOnlySpan<byte> part)
    {
        _names.Bytes.Write(part);
        _names.Ends.Add(_names.Bytes.WrittenCount);
    }
}
