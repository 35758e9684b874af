using GraphIntel.Core.Search;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Read;

/// <summary>Finds nodes in the full-text indexes of keys.</summary>
internal static class CandidateReader
{
    /// <summary>The statement for an index: expression and limit in; id and packed values out.</summary>
    public static string StatementFor(SearchIndex index) =>
        $"SELECT n.{Names.Id}, s.{Names.Packed} FROM {Names.Index(index)} k CROSS JOIN {Names.Searched(index.Type)} s ON s.{Names.Key} = k.rowid " +
        $"CROSS JOIN {Names.Table(index.Type)} n ON n.{Names.Key} = k.rowid WHERE k.{Names.Index(index)} MATCH ?1 LIMIT ?2";

    /// <summary>Adds the nodes that each query finds, at most so many each.</summary>
    public static void Read(Reader reader, IReadOnlyList<(SearchIndex Index, string Expression)> queries, int limit, SearchCandidates found)
    {
        for (var index = 0; index < queries.Count; index++)
        {
            var select = reader.Statement(StatementFor(queries[index].Index));
            select.Bind(1, queries[index].Expression);
            select.Bind(2, limit);
            while (select.Step())
                found.Add(index, select.Blob(0), select.Blob(1));
            select.Reset();
        }
    }
}
