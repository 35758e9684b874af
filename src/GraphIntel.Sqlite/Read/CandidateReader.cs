using GraphIntel.Core.Search;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Read;

/// <summary>
/// Finds nodes in the full-text indexes of keys. The nodes of each key, and the values of each node, are read from the file once and
/// cached, and expressions are evaluated here: the full-text index needs longer for the keys of a search than all the rest of it.
/// </summary>
internal sealed class CandidateReader(Reader reader, SearchCache cache)
{
    private const string VersionName = "search changes";

    /// <summary>The statement for an index: expression and limit in; keys of nodes out.</summary>
    public static string StatementFor(SearchIndex index) => $"SELECT rowid FROM {Names.Index(index)} WHERE {Names.Index(index)} MATCH ?1 LIMIT ?2";

    /// <summary>The statement that changes the version of the indexes, in the transaction that changes them.</summary>
    public static string ChangeVersion =>
        $"INSERT INTO \"$mark\" (\"name\", \"value\") VALUES ('{VersionName}', 1) ON CONFLICT (\"name\") DO UPDATE SET \"value\" = \"value\" + 1";

    /// <summary>Adds the nodes that the queries find, unless they are so many in all: then none is read.</summary>
    public void Read(IReadOnlyList<(SearchIndex Index, SearchExpression Expression)> queries, int limit, SearchCandidates found)
    {
        reader.BeginSnapshot();
        var version = cache.Of(ReadVersion());
        var nodes = new long[queries.Count][];
        var count = 0;
        for (var query = 0; query < nodes.Length; query++)
        {
            nodes[query] = Find(queries[query].Index, queries[query].Expression, limit - count, version);
            count += nodes[query].Length;
            if (count < limit)
                continue;
            found.IsIncomplete = true;
            return;
        }
        for (var query = 0; query < nodes.Length; query++)
            AddNodes(queries[query].Index, query, nodes[query], version, found);
    }

    private long ReadVersion()
    {
        var select = reader.Statement(Ddl.ReadMark);
        select.Bind(1, VersionName);
        return select.Scalar() ?? 0;
    }

    /// <summary>The nodes of an expression, or so many of them; in ascending order of their keys.</summary>
    private long[] Find(SearchIndex index, SearchExpression expression, int limit, SearchCache.Version version) =>
        PostingLists.Evaluate(expression, lookup => ListOf(index, lookup, version)) ?? Find(index, expression.ToString(), limit);

    /// <summary>The nodes with a key; null if they are too many for a list.</summary>
    private long[]? ListOf(SearchIndex index, KeyLookup lookup, SearchCache.Version version)
    {
        var list = version.FindList(index, lookup);
        if (list is null)
        {
            list = Find(index, lookup.IsBeginning ? lookup.Key + "*" : lookup.Key, PostingLists.MaxLength + 1);
            version.Add(index, lookup, list);
        }
        return list.Length > PostingLists.MaxLength ? null : list;
    }

    private long[] Find(SearchIndex index, string expression, int limit)
    {
        var select = reader.Statement(StatementFor(index));
        select.Bind(1, expression);
        select.Bind(2, limit);
        var nodes = new List<long>();
        while (select.Step())
            nodes.Add(select.Int64(0));
        select.Reset();
        return [.. nodes];
    }

    private void AddNodes(SearchIndex index, int query, long[] nodes, SearchCache.Version version, SearchCandidates found)
    {
        if (nodes.Length == 0)
            return;
        var missing = version.AddRows(index.Type, nodes, query, found);
        if (missing.Count == 0)
            return;
        var select = reader.Statement($"SELECT {Names.Id}, {Names.Packed} FROM {Names.Searched(index.Type)} WHERE {Names.Key} = ?1");
        foreach (var node in missing)
        {
            select.Bind(1, node);
            if (select.Step())
            {
                var id = select.Blob(0);
                var packed = select.Blob(1);
                found.Add(query, id, packed);
                version.Add(index.Type, node, id, packed);
            }
            select.Reset();
        }
    }
}
