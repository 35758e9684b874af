using System.Collections.Concurrent;
using GraphIntel.Core.Model;
using GraphIntel.Core.Search;
using GraphIntel.Sqlite.Keys;

namespace GraphIntel.Sqlite.Write;

/// <summary>
/// Makes what searches need of nodes on another thread, which takes as long as writing the nodes.
/// </summary>
internal sealed class SearchJob
{
    private readonly BlockingCollection<SearchDocument> _documents = [];
    private readonly KeyBatch _names = new();
    private readonly Task _made;
    public static TimeSpan T;

    /// <summary>Begins.</summary>
    /// <param name="type">The type of the nodes.</param>
    /// <param name="nodes">The id of each node, and the values of its searched properties.</param>
    public SearchJob(NodeType type, IReadOnlyList<(string Id, object?[] Values)> nodes) => _made = Task.Run(() => Make(type, nodes));

    /// <summary>The documents in the order of the nodes, as they are made.</summary>
    public IEnumerable<SearchDocument> Documents => _documents.GetConsumingEnumerable();

    /// <summary>The keys of names, sorted; the nodes are numbered in their order.</summary>
    public KeyBatch Names
    {
        get
        {
            _made.GetAwaiter().GetResult();
            return _names;
        }
    }

    private void Make(NodeType type, IReadOnlyList<(string Id, object?[] Values)> nodes)
    {
        var t = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            var documents = new SearchDocuments(type);
            var hasNames = SearchIndex.Of(type)[0].Text is null;
            foreach (var (id, values) in nodes)
            {
                var document = documents.Of(id, values);
                if (hasNames)
                    _names.Add(document.Keys[0]);
                _documents.Add(document);
            }
        }
        finally
        {
            _documents.CompleteAdding();
        }
        _names.Sort();
        T += t.Elapsed;
    }
}
