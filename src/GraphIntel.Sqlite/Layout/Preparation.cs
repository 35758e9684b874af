using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Sqlite.Connection;
using SQLitePCL;

namespace GraphIntel.Sqlite.Layout;

/// <summary>
/// Makes the tables and indexes of a model, or fits a file to a model that has grown. Inside a transaction of the caller.
/// </summary>
internal sealed class Preparation(GraphModel model, SqliteLocation location, sqlite3 connection, StatementCache statements)
{
    /// <summary>Prepares the file; says whether it was new.</summary>
    public bool Run(CancellationToken cancellation)
    {
        var description = LayoutDescription.Of(model).ToJson();
        var isNew = FileHeader.IsNew(connection, location);
        if (isNew)
        {
            FileHeader.Write(connection);
            Statement.Execute(connection, Ddl.OwnTables);
            foreach (var type in model.FactTypes)
                Statement.Execute(connection, Ddl.Table(type));
            foreach (var hierarchy in model.Relationships.Where(Names.HasClosure))
                Statement.Execute(connection, Ddl.Closure(hierarchy));
            KeepDescription(description, "INSERT INTO \"$model\" VALUES (?1)");
        }
        else if (ReadDescription(connection, location) is var stored && stored != description)
        {
            new Upgrade(model, location, connection, statements).Run(stored, cancellation);
            KeepDescription(description, "UPDATE \"$model\" SET \"description\" = ?1");
        }

        FitIndexes();
        return isNew;
    }

    /// <summary>The indexes that are missing, and the names of those that the model no longer asks for, or in another form.</summary>
    public (IReadOnlyList<IndexDdl> Missing, IReadOnlyList<string> Stale) CompareIndexes()
    {
        var wanted = Ddl.Indexes(model).ToDictionary(index => index.Name, StringComparer.Ordinal);
        using var select = Statement.Prepare(
            connection, "SELECT \"name\", \"sql\" FROM sqlite_schema WHERE \"type\" = 'index' AND \"name\" GLOB 'i_*$*'");
        var stale = new List<string>();
        while (select.Step())
        {
            var name = select.Text(0)!;
            if (!wanted.TryGetValue(name, out var index) || index.Sql != select.Text(1))
                stale.Add(name);
            else
                wanted.Remove(name);
        }

        select.Reset();
        return ([.. wanted.Values], stale);
    }

    /// <summary>Makes the indexes that are missing and drops those the model no longer asks for: they hold no data.</summary>
    public void FitIndexes()
    {
        var (missing, stale) = CompareIndexes();
        foreach (var name in stale)
            Statement.Execute(connection, $"DROP INDEX {Names.Quote(name)}");
        foreach (var index in missing)
            Statement.Execute(connection, index.Sql);
    }

    /// <summary>The description of the layout that a file of ours keeps.</summary>
    public static string ReadDescription(sqlite3 connection, SqliteLocation location)
    {
        using var select = Statement.Prepare(connection, "SELECT \"description\" FROM \"$model\"");
        return select.Step() && select.Text(0) is { } text ? text : throw location.Mismatch.Unknown();
    }

    private void KeepDescription(string description, string sql)
    {
        using var statement = Statement.Prepare(connection, sql);
        statement.Bind(1, description);
        statement.Run();
    }
}
