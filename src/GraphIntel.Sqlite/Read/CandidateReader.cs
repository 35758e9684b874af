using GraphIntel.Core.Search;
using GraphIntel.Sqlite.Keys;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Read;

/// <summary>
/// Finds nodes in the indexes of keys. The nodes of each key, and the values of each node, are read from the file once and cached, and
/// expressions are evaluated here: a full-text index needs longer for the keys of a search than all the rest of it.
/// </summary>
internal sealed class CandidateReader(Reader reader, SearchCache cache)
{
    /// <summary>The metadata value that each write of what searches need increments, in its transaction.</summary>
    public const string VersionName = "search changes";

    /// <summary>The statement for a full-text index: expression and limit in; keys of nodes out.</summary>
    public static string StatementFor(SearchIndex index) => $"SELECT rowid FROM {Names.Index(index)} WHERE {Names.Index(index)} MATCH ?1 LIMIT ?2";

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

    /// <summary>The nodes of an expression, or, where a list is too long, so many of them; in ascending order of their keys.</summary>
    private long[] Find(SearchIndex index, SearchExpression expression, int limit, SearchCache.Version version) =>
        PostingLists.Evaluate(expression, lookup => ListOf(index, lookup, version)) ?? Find(index, expression.ToString(), limit);

    /// <summary>The nodes with a key; null if they are too many for a list, which only a full-text index has.</summary>
    private long[]? ListOf(SearchIndex index, KeyLookup lookup, SearchCache.Version version)
    {
        var list = version.FindList(index, lookup);
        if (list is null)
        {
            list = index.Text is null
                ? FindNames(index, lookup, version)
                : Find(index, lookup.IsBeginning ? lookup.Key + "*" : lookup.Key, PostingLists.MaxLength + 1);
            version.Add(index, lookup, list);
        }
        return index.Text is not null && list.Length > PostingLists.MaxLength ? null : list;
    }

    private long[] FindNames(SearchIndex index, KeyLookup lookup, SearchCache.Version version)
    {
        var keys = new KeyIndex(index, reader.Statement);
        return keys.Find(version.SegmentsOf(index, keys.ReadSegments), lookup);
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

    /// <summary>Adds nodes with their values, of which blocks are read that have not been.</summary>
    private void AddNodes(SearchIndex index, int query, long[] nodes, SearchCache.Version version, SearchCandidates found)
    {
        if (nodes.Length == 0)
            return;
        var select = reader.Statement(ValueBlocks.Select(index.Type));
        version.AddNodes(index.Type, nodes, query, found, number =>
        {
            select.Bind(1, number);
            var block = select.Step() ? select.Blob(0).ToArray() : [];
            select.Reset();
            return block;
        });
    }
}
