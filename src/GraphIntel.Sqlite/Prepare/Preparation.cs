using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;
using SQLitePCL;

namespace GraphIntel.Sqlite.Prepare;

/// <summary>
/// Creates the tables and indexes of a model, or upgrades a file to a newer model. Runs in a transaction of the caller.
/// </summary>
internal sealed class Preparation(GraphModel model, SqliteLocation location, sqlite3 connection, StatementCache statements)
{
    /// <summary>Prepares the file; returns whether it was new.</summary>
    public async ValueTask<bool> RunAsync(CancellationToken cancellation)
    {
        var description = LayoutDescription.Of(model).ToJson();
        var isNew = FileHeader.IsNew(connection, location);
        if (isNew)
        {
            FileHeader.Write(connection);
            Statement.Execute(connection, Ddl.OwnTables);
            foreach (var type in model.ElementTypes)
                Statement.Execute(connection, Ddl.Table(type));
            foreach (var hierarchy in model.Relationships.Where(Names.HasClosure))
                Statement.Execute(connection, Ddl.Closure(hierarchy));
            WriteDescription(description, "INSERT INTO \"$model\" VALUES (?1)");
        }
        else if (ReadDescription(connection, location) is var stored && stored != description)
        {
            await new Upgrade(model, location, connection, statements).RunAsync(stored, cancellation).ConfigureAwait(false);
            WriteDescription(description, "UPDATE \"$model\" SET \"description\" = ?1");
        }

        Statement.Execute(connection, Ddl.Records);
        UpdateIndexes();
        new SearchTables(model, connection, statements).Update(cancellation);
        return isNew;
    }

    /// <summary>The missing indexes, and the names of those that the model no longer needs, or needs with another definition.</summary>
    public (IReadOnlyList<IndexDdl> Missing, IReadOnlyList<string> Stale) CompareIndexes()
    {
        var needed = Ddl.Indexes(model).ToDictionary(index => index.Name, StringComparer.Ordinal);
        using var select = Statement.Prepare(
            connection, "SELECT \"name\", \"sql\" FROM sqlite_schema WHERE \"type\" = 'index' AND \"name\" GLOB 'i_*$*'");
        var stale = new List<string>();
        while (select.Step())
        {
            var name = select.Text(0)!;
            if (!needed.TryGetValue(name, out var index) || index.Sql != select.Text(1))
                stale.Add(name);
            else
                needed.Remove(name);
        }

        select.Reset();
        return ([.. needed.Values], stale);
    }

    /// <summary>Creates missing indexes and drops those that the model no longer needs.</summary>
    public void UpdateIndexes()
    {
        var (missing, stale) = CompareIndexes();
        foreach (var name in stale)
            Statement.Execute(connection, $"DROP INDEX {Names.Quote(name)}");
        foreach (var index in missing)
            Statement.Execute(connection, index.Sql);
    }

    /// <summary>The layout description of a store.</summary>
    public static string ReadDescription(sqlite3 connection, SqliteLocation location)
    {
        using var select = Statement.Prepare(connection, "SELECT \"description\" FROM \"$model\"");
        return select.Step() && select.Text(0) is { } text ? text : throw location.Mismatch.NoModelDescription();
    }

    private void WriteDescription(string description, string sql)
    {
        using var statement = Statement.Prepare(connection, sql);
        statement.Bind(1, description);
        statement.Run();
    }
}
