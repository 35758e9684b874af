using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Search;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Keys;
using GraphIntel.Sqlite.Layout;
using GraphIntel.Sqlite.Write;
using SQLitePCL;

namespace GraphIntel.Sqlite.Prepare;

/// <summary>Builds the tables for searches, which are derived: anew if the file has those of other keys or another model.</summary>
internal sealed class SearchTables(GraphModel model, sqlite3 connection, StatementCache statements)
{
    private const int CancellationCheckInterval = 1024;

    /// <inheritdoc cref="AreCurrent(GraphModel, sqlite3)"/>
    public bool AreCurrent() => AreCurrent(model, connection);

    /// <summary>Whether the tables are those of the model and of this version of the keys.</summary>
    public static bool AreCurrent(GraphModel model, sqlite3 connection)
    {
        using var select = Statement.Prepare(connection, Ddl.ReadMark);
        select.Bind(1, SearchIndex.MetadataName);
        return select.Step() && select.Text(0) == SearchIndex.Describe(model);
    }

    /// <summary>Builds the tables if they are not current.</summary>
    public void Update(CancellationToken cancellation)
    {
        if (!AreCurrent())
            Build(cancellation);
        foreach (var index in model.Searched.SelectMany(SearchIndex.Of))
            Compact(index);
    }

    /// <summary>Merges the segments that batches have left, since each look-up of a key reads all of them.</summary>
    private void Compact(SearchIndex index)
    {
        if (index.Text is null)
        {
            new KeyIndexWriter(index, connection, statements).Compact();
            return;
        }
        using var segments = Statement.Prepare(connection, $"SELECT count(DISTINCT {Names.TextSegment}) FROM {Names.TextSegments(index)}");
        if (segments.Scalar() > KeyIndexWriter.FewSegments)
            Statement.Execute(connection, $"INSERT INTO {Names.Index(index)} ({Names.Index(index)}) VALUES ('optimize')");
    }

    /// <summary>Builds the tables from the nodes.</summary>
    public void Build(CancellationToken cancellation)
    {
        statements.ResetAndTrim();
        // With a full-text index, SQLite drops the tables that it keeps for it.
        foreach (var condition in new[] { "\"name\" GLOB 'k_*' AND \"sql\" GLOB 'CREATE VIRTUAL TABLE*'", "\"name\" GLOB '[ks]_*'" })
        {
            foreach (var name in Existing(condition))
                Statement.Execute(connection, $"DROP TABLE {Names.Quote(name)}");
        }
        foreach (var type in model.Searched)
        {
            foreach (var sql in Ddl.Search(type))
                Statement.Execute(connection, sql);
            Fill(type, cancellation);
        }

        using var mark = Statement.Prepare(connection, Ddl.WriteMark);
        mark.Bind(1, SearchIndex.MetadataName);
        mark.Bind(2, SearchIndex.Describe(model));
        mark.Run();
    }

    private void Fill(NodeType type, CancellationToken cancellation)
    {
        var nodes = new SearchedNodes(type, connection, statements);
        nodes.Write(KeysOf(type, cancellation), cancellation.ThrowIfCancellationRequested);
    }

    private IEnumerable<long> KeysOf(NodeType type, CancellationToken cancellation)
    {
        using var select = Statement.Prepare(connection, $"SELECT {Names.Key} FROM {Names.Table(type)}");
        for (var count = 0; select.Step(); count++)
        {
            if (count % CancellationCheckInterval == 0)
                cancellation.ThrowIfCancellationRequested();
            yield return select.Int64(0);
        }
    }

    /// <summary>The number of nodes whose values or keys do not match their names and texts, or that no longer exist.</summary>
    public long CountOutdated(NodeType type, CancellationToken cancellation)
    {
        var nodes = new SearchedNodes(type, connection, statements);
        var indexes = SearchIndex.Of(type);
        var stored = indexes.Select(KeysOf).ToList();
        var outdated = new HashSet<long>();
        var values = ReadValues(type);
        foreach (var key in KeysOf(type, cancellation))
        {
            var document = nodes.Derive(key)!;
            values.Remove(key, out var fingerprint);
            if (fingerprint != (document.Packed is null ? 0 : Fingerprint(Encoding.UTF8.GetBytes(document.Id), document.Packed)))
                outdated.Add(key);
            for (var index = 0; index < indexes.Count; index++)
            {
                stored[index].Remove(key, out var keys);
                if (keys != Fingerprint(document.Keys[index]))
                    outdated.Add(key);
            }
        }

        outdated.UnionWith(stored.SelectMany(keys => keys.Keys));
        outdated.UnionWith(values.Keys);
        return outdated.Count;
    }

    /// <summary>A number for the id and the packed values of each node.</summary>
    private Dictionary<long, ulong> ReadValues(NodeType type)
    {
        var values = new Dictionary<long, ulong>();
        using var select = Statement.Prepare(connection, $"SELECT {Names.Block}, {Names.Values} FROM {Names.Searched(type)}");
        while (select.Step())
        {
            var block = select.Blob(1);
            for (var position = 0; ValueBlock.TryRead(select.Int64(0), block, ref position, out var node, out var id, out var packed);)
                values[node] = Fingerprint(block[id], block[packed]);
        }
        return values;
    }

    /// <summary>A number for the keys of each node in an index, which has them in the order of keys.</summary>
    private Dictionary<long, ulong> KeysOf(SearchIndex index)
    {
        var keys = new Dictionary<long, ulong>();
        if (index.Text is null)
        {
            using var merged = new MergedKeys(index, connection, new KeyIndex(index, statements.Get).ReadSegments());
            while (merged.MoveNext())
            {
                foreach (var node in merged.Nodes)
                    keys[node] = keys.GetValueOrDefault(node) + SampleKeys.Hash(merged.Key);
            }
            return keys;
        }

        const string Vocabulary = "\"$keys\"";
        Statement.Execute(connection, $"CREATE VIRTUAL TABLE temp.{Vocabulary} USING fts5vocab('main', {Names.Index(index)}, 'instance')");
        using (var select = Statement.Prepare(connection, $"SELECT \"term\", \"doc\" FROM temp.{Vocabulary}"))
        {
            while (select.Step())
                keys[select.Int64(1)] = keys.GetValueOrDefault(select.Int64(1)) + SampleKeys.Hash(select.Blob(0));
        }

        Statement.Execute(connection, $"DROP TABLE temp.{Vocabulary}");
        return keys;
    }

    private static ulong Fingerprint(ReadOnlySpan<byte> id, ReadOnlySpan<byte> packed) => SampleKeys.Hash(id) + (3 * SampleKeys.Hash(packed));

    private static ulong Fingerprint(byte[]? keys)
    {
        var sum = 0UL;
        foreach (var key in keys.AsSpan().Split((byte)' '))
            sum += keys.AsSpan()[key].IsEmpty ? 0 : SampleKeys.Hash(keys.AsSpan()[key]);
        return sum;
    }

    private List<string> Existing(string condition)
    {
        using var select = Statement.Prepare(connection, $"SELECT \"name\" FROM sqlite_schema WHERE \"type\" = 'table' AND {condition}");
        var names = new List<string>();
        while (select.Step())
            names.Add(select.Text(0)!);
        return names;
    }
}
