using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;
using SQLitePCL;

namespace GraphIntel.Sqlite.Write;

/// <summary>Reads and writes the nodes of a batch.</summary>
/// <param name="model">The model.</param>
/// <param name="connection">The connection of the statements.</param>
/// <param name="statements">The statements.</param>
/// <param name="keys">The cached keys of nodes.</param>
/// <param name="beforeRow">Called before each node.</param>
internal sealed class NodeWriter(GraphModel model, sqlite3 connection, StatementCache statements, NodeKeys keys, Action beforeRow)
{
    /// <summary>Reads the stored nodes of the merge.</summary>
    public void Read(NodeMerge merge)
    {
        if (statements.IsEmpty(merge.Type))
            return;
        IEnumerable<string> read = [Names.Key, .. Columns(merge), .. merge.OtherDates.Select(Names.Column)];
        if (merge.About is { } about)
            read = read.Append(Names.Column(about));
        var select = statements.Get($"SELECT {string.Join(", ", read)} FROM {Names.Table(merge.Type)} WHERE {Names.Id} = ?1");
        foreach (var node in merge.MayBeStored)
        {
            beforeRow();
            select.Bind(1, node.Row.Id);
            if (select.Step())
                Read(merge, node, select);
            select.Reset();
        }
    }

    /// <summary>Creates and updates nodes.</summary>
    public void Write(NodeMerge merge)
    {
        Create(merge);
        Update(merge);
    }

    private void Read(NodeMerge merge, MergedNode node, Statement stored)
    {
        keys.Add(merge.Type, node.Row.Id, stored.Int64(0));
        var differing = default(List<Property>);
        var column = 1;
        for (var i = 0; i < merge.Columns.Count; i++)
        {
            if (!StoredValue.Matches(stored, ref column, merge.Columns[i], node.Row.Values[i]))
                (differing ??= []).Add(merge.Columns[i]);
        }

        var dates = StoredValue.ReadDays(stored, ref column, merge.OtherDates.Count);
        node.SetStored(differing, merge.About is null ? null : stored.Text(column), dates);
    }

    private void Create(NodeMerge merge)
    {
        var insert = default(Statement);
        Statement[] selfRows = [.. model.Relationships
            .Where(relationship => relationship.Source == merge.Type && Names.HasClosure(relationship))
            .Select(relationship => statements.Get($"INSERT INTO {Names.Closure(relationship)} VALUES (?1, ?1, 0)"))];
        foreach (var node in merge.Created)
        {
            beforeRow();
            insert ??= statements.Get(InsertText(merge));
            insert.Bind(1, node.Row.Id);
            BindValues(insert, merge, node);
            insert.Run();
            var key = raw.sqlite3_last_insert_rowid(connection);
            keys.Add(merge.Type, node.Row.Id, key);
            AddCopied(merge, node, key);
            foreach (var selfRow in selfRows)
            {
                selfRow.Bind(1, key);
                selfRow.Run();
            }
        }
    }

    private void Update(NodeMerge merge)
    {
        var update = default(Statement);
        foreach (var node in merge.Changed)
        {
            beforeRow();
            update ??= statements.Get(
                $"UPDATE {Names.Table(merge.Type)} SET {string.Join(", ", Columns(merge).Select((column, i) => $"{column} = ?{i + 2}"))} " +
                $"WHERE {Names.Key} = ?1");
            var key = keys.Require(merge.Type, node.Row.Id);
            update.Bind(1, key);
            BindValues(update, merge, node);
            update.Run();
            AddCopied(merge, node, key);
        }
    }

    private void AddCopied(NodeMerge merge, MergedNode node, long key)
    {
        foreach (var column in merge.CopiedColumns)
            keys.Add(merge.Type, merge.Columns[column], key, node.Row.Values[column]);
    }

    private static string InsertText(NodeMerge merge)
    {
        string[] columns = [Names.Id, .. Columns(merge)];
        return $"INSERT INTO {Names.Table(merge.Type)} ({string.Join(", ", columns)}) " +
            $"VALUES ({string.Join(", ", Enumerable.Range(1, columns.Length).Select(i => $"?{i}"))})";
    }

    private static void BindValues(Statement statement, NodeMerge merge, MergedNode node)
    {
        var index = 2;
        for (var i = 0; i < merge.Columns.Count; i++)
            index = StoredValue.Bind(statement, index, merge.Columns[i], node.Row.Values[i]);
    }

    private static IEnumerable<string> Columns(NodeMerge merge) => merge.Columns.SelectMany(StoredValue.Columns);
}
