using System.Text.Json;
using GraphIntel.Core.Model;
using GraphIntel.Core.Search;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;
using GraphIntel.Sqlite.Read;

namespace GraphIntel.Sqlite.Write;

/// <summary>Derives what searches need of the nodes of a type from their stored values.</summary>
internal sealed class SearchedNodes
{
    /// <summary>Nodes whose keys are made together.</summary>
    private const int ChunkSize = 256;

    private readonly NodeType _type;
    private readonly SearchDocuments _documents;
    private readonly Statement _change;
    private readonly Statement _read;
    private readonly Statement _pack;
    private readonly Statement _unpack;
    private readonly (Statement Add, Statement Remove)[] _indexes;

    public SearchedNodes(NodeType type, StatementCache statements)
    {
        _type = type;
        _documents = new SearchDocuments(type);
        _change = statements.Get(CandidateReader.ChangeVersion);
        _read = statements.Get(
            $"SELECT {string.Join(", ", type.Searched.Select(Names.Column).Prepend(Names.Id))} FROM {Names.Table(type)} WHERE {Names.Key} = ?1");
        _pack = statements.Get($"INSERT OR REPLACE INTO {Names.Searched(type)} VALUES (?1, ?2, ?3)");
        _unpack = statements.Get($"DELETE FROM {Names.Searched(type)} WHERE {Names.Key} = ?1");
        _indexes = [.. SearchIndex.Of(type).Select(index => (
            statements.Get($"INSERT OR REPLACE INTO {Names.Index(index)} (rowid, {Names.Keys}) VALUES (?1, ?2)"),
            statements.Get($"DELETE FROM {Names.Index(index)} WHERE rowid = ?1")))];
    }

    /// <summary>What searches need of a node, from its stored values; null if there is no such node.</summary>
    public SearchDocument? Derive(long key) => Read(key) is var (id, values) ? _documents.Of(id, values) : null;

    /// <summary>The id and the searched values of a node.</summary>
    private (string Id, object?[] Values)? Read(long key)
    {
        _read.Bind(1, key);
        (string, object?[])? node = _read.Step() ? (_read.Text(0)!, [.. _type.Searched.Select(ValueOf)]) : null;
        _read.Reset();
        return node;
    }

    /// <summary>
    /// Writes what searches need of nodes. Keys are made on another thread, while those of the nodes before are written: each takes about
    /// half of the time.
    /// </summary>
    /// <param name="keys">The keys of the nodes.</param>
    /// <param name="beforeNode">Called before each node.</param>
    public void Write(IEnumerable<long> keys, Action beforeNode)
    {
        var made = Task.FromResult<(long, SearchDocument)[]>([]);
        foreach (var chunk in keys.Chunk(ChunkSize))
        {
            var read = new List<(long Key, string Id, object?[] Values)>(chunk.Length);
            foreach (var key in chunk)
            {
                beforeNode();
                if (Read(key) is var (id, values))
                    read.Add((key, id, values));
            }
            var before = made.GetAwaiter().GetResult();
            made = Task.Run(() => Array.ConvertAll(read.ToArray(), node => (node.Key, _documents.Of(node.Id, node.Values))));
            Write(before);
        }
        Write(made.GetAwaiter().GetResult());
        _change.Run();
    }

    private void Write((long Key, SearchDocument Document)[] nodes)
    {
        foreach (var (key, document) in nodes)
            Write(key, document);
    }

    /// <summary>Writes what searches need of a node.</summary>
    private void Write(long key, SearchDocument document)
    {
        if (document.Packed is { } packed)
        {
            _pack.Bind(1, key);
            _pack.Bind(2, document.Id);
            _pack.BindBlob(3, packed);
            _pack.Run();
        }
        else
        {
            _unpack.Bind(1, key);
            _unpack.Run();
        }

        for (var index = 0; index < _indexes.Length; index++)
        {
            var (add, remove) = _indexes[index];
            if (document.Keys[index] is { } keys)
            {
                add.Bind(1, key);
                add.BindText(2, keys);
                add.Run();
            }
            else
            {
                remove.Bind(1, key);
                remove.Run();
            }
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
