using System.Text.Json;
using GraphIntel.Core.Model;
using GraphIntel.Core.Search;
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

    public static TimeSpan T1, T2, T3, T4;
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
        _change = statements.Get(CandidateReader.ChangeVersion);
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
    public SearchDocument? Derive(long key) => Read(key) is var (id, values) ? _documents.Of(id, values) : null;

    /// <summary>The id and the searched values of a node.</summary>
    private (string Id, object?[] Values)? Read(long key)
    {
        _read.Bind(1, key);
        (string, object?[])? node = _read.Step() ? (_read.Text(0)!, [.. _type.Searched.Select(ValueOf)]) : null;
        _read.Reset();
        return node;
    }

    /// <summary>Writes what searches need of stored nodes.</summary>
    /// <param name="nodes">The keys of the nodes, each once.</param>
    /// <param name="beforeNode">Called before each node.</param>
    public void Write(IEnumerable<long> nodes, Action beforeNode)
    {
        var before = default((SearchJob Job, long[] Nodes)?);
        foreach (var chunk in nodes.Chunk(ChunkSize))
        {
            var keys = new List<long>(chunk.Length);
            var values = new List<(string Id, object?[] Values)>(chunk.Length);
            foreach (var key in chunk)
            {
                beforeNode();
                if (Read(key) is not { } node)
                    continue;
                keys.Add(key);
                values.Add(node);
            }
            var next = (new SearchJob(_type, values), keys.ToArray());
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
        var t = System.Diagnostics.Stopwatch.StartNew();
        var made = new List<(long Node, SearchDocument Document)>(nodes.Length);
        foreach (var document in job.Documents)
        {
            WriteTexts(nodes[made.Count], document);
            made.Add((nodes[made.Count], document));
        }
        T1 += t.Elapsed; t.Restart();
        var replaced = _values.Write(made);
        T2 += t.Elapsed; t.Restart();
        var names = job.Names;
        T3 += t.Elapsed; t.Restart();
        _names?.Add(names, nodes, replaced);
        T4 += t.Elapsed; t.Restart();
        Console.Error.WriteLine($"docs {T1.TotalMilliseconds:0} values {T2.TotalMilliseconds:0} sort {T3.TotalMilliseconds:0} names {T4.TotalMilliseconds:0} job {SearchJob.T.TotalMilliseconds:0} insert {BatchTarget.T.TotalMilliseconds:0}");
        _change.Run();
    }

    private void WriteTexts(long node, SearchDocument document)
    {
        foreach (var (index, add, remove) in _texts)
        {
            if (document.Keys[index] is { } keys)
            {
                add.Bind(1, node);
                add.BindText(2, keys);
                add.Run();
            }
            else
            {
                remove.Bind(1, node);
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
