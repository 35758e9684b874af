using System.Text.Json;
using GraphIntel.Core.Model;
using GraphIntel.Core.Search;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Keys;
using GraphIntel.Sqlite.Layout;
using GraphIntel.Sqlite.Read;
using SQLitePCL;

namespace GraphIntel.Sqlite.Write;

/// <summary>Derives what searches need of the nodes of a type from their stored values.</summary>
internal sealed class SearchedNodes
{
    /// <summary>Nodes that are written together.</summary>
    private const int ChunkSize = 10_000;

    private readonly NodeType _type;
    private readonly SearchDocuments _documents;
    private readonly ValueBlocks _values;
    private readonly KeyIndexWriter? _names;
    private readonly Statement _change;
    private readonly Statement _read;
    private readonly (int Index, Statement Add, Statement Remove)[] _texts;

    public SearchedNodes(NodeType type, sqlite3 connection, StatementCache statements)
    {
        _type = type;
        _documents = new SearchDocuments(type);
        _values = new ValueBlocks(type, statements);
        _change = statements.Get(Ddl.IncrementMark);
        _read = statements.Get(
            $"SELECT {string.Join(", ", type.Searched.Select(Names.Column).Prepend(Names.Id))} FROM {Names.Table(type)} WHERE {Names.Key} = ?1");
        var indexes = SearchIndex.Of(type);
        _names = indexes[0].Text is null ? new KeyIndexWriter(indexes[0], connection, statements) : null;
        _texts = [.. indexes.Select((index, number) => (index, number)).Where(entry => entry.index.Text is not null).Select(entry => (
            entry.number,
            statements.Get($"INSERT OR REPLACE INTO {Names.Index(entry.index)} (rowid, {Names.Keys}) VALUES (?1, ?2)"),
            statements.Get($"DELETE FROM {Names.Index(entry.index)} WHERE rowid = ?1")))];
    }

    /// <summary>What searches need of a node, from its stored values; null if there is no such node.</summary>
    public SearchDocument? Derive(long key) => Read(key) is { } node ? _documents.Of(node.Id, node.Values) : null;

    /// <summary>The id and the searched values of a node.</summary>
    private NodeRow? Read(long key)
    {
        _read.Bind(1, key);
        var node = _read.Step() ? new NodeRow(_read.Text(0)!, [.. _type.Searched.Select(ValueOf)]) : null;
        _read.Reset();
        return node;
    }

    /// <summary>Writes what searches need of stored nodes.</summary>
    /// <param name="nodes">The keys of the nodes, each once.</param>
    /// <param name="beforeNode">Called before each node.</param>
    public void Write(IEnumerable<long> nodes, Action beforeNode)
    {
        var before = default((SearchJob Job, long[] Nodes)?);
        var columns = Enumerable.Range(0, _type.Searched.Count).ToArray();
        foreach (var chunk in nodes.Chunk(ChunkSize))
        {
            var keys = new List<long>(chunk.Length);
            var values = new List<NodeRow>(chunk.Length);
            foreach (var key in chunk)
            {
                beforeNode();
                if (Read(key) is not { } node)
                    continue;
                keys.Add(key);
                values.Add(node);
            }
            var next = (new SearchJob(_type, values, columns), keys.ToArray());
            if (before is var (job, written))
                Write(job, written);
            before = next;
        }
        if (before is var (last, rest))
            Write(last, rest);
    }

    /// <summary>Writes what a job has made of nodes.</summary>
    /// <param name="job">The job.</param>
    /// <param name="nodes">The keys of its nodes, in its order.</param>
    public void Write(SearchJob job, long[] nodes)
    {
        job.Complete();
        var replaced = _values.Write(nodes, job);
        _names?.Add(job.Names, nodes, replaced);
        foreach (var (index, add, remove) in _texts)
        {
            for (var node = 0; node < nodes.Length; node++)
            {
                var keys = job.KeysOf(node, index);
                var write = keys.IsEmpty ? remove : add;
                write.Bind(1, nodes[node]);
                if (write == add)
                    write.BindText(2, keys);
                write.Run();
            }
        }
        job.Names.Return();
        _change.Bind(1, CandidateReader.VersionName);
        _change.Run();
    }

    /// <summary>Removes what searches need of nodes that were deleted.</summary>
    public void Remove(IReadOnlyList<(long Key, string Id)> nodes)
    {
        foreach (var chunk in nodes.Chunk(ChunkSize))
        {
            var columns = Enumerable.Repeat(-1, _type.Searched.Count).ToArray();
            Write(new SearchJob(_type, [.. chunk.Select(node => new NodeRow(node.Id, []))], columns), [.. chunk.Select(node => node.Key)]);
        }
    }

    private object? ValueOf(Property property, int index)
    {
        var text = _read.Text(1 + index);
        return text is null || !property.IsList ? text : Items(text);
    }

    /// <summary>The texts of a stored list; none if another tool wrote something else.</summary>
    private static string?[] Items(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() : null)]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
