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
        else if (ReadDescription() is var stored && stored != description)
        {
            new Upgrade(model, location, connection, statements).Run(stored, cancellation);
            KeepDescription(description, "UPDATE \"$model\" SET \"description\" = ?1");
        }

        FitIndexes();
        return isNew;
    }

    /// <summary>Makes the indexes that are missing and drops those the model no longer asks for: they hold no data.</summary>
    private void FitIndexes()
    {
        var wanted = Ddl.Indexes(model).ToDictionary(index => index.Name, index => index.Sql, StringComparer.Ordinal);
        using var select = Statement.Prepare(
            connection, "SELECT \"name\", \"sql\" FROM sqlite_schema WHERE \"type\" = 'index' AND \"name\" GLOB 'i_*$*'");
        var present = new List<(string Name, string? Sql)>();
        while (select.Step())
            present.Add((select.Text(0)!, select.Text(1)));
        select.Reset();

        foreach (var (name, sql) in present)
        {
            if (!wanted.TryGetValue(name, out var statement) || statement != sql)
                Statement.Execute(connection, $"DROP INDEX {Names.Quote(name)}");
            else
                wanted.Remove(name);
        }

        foreach (var statement in wanted.Values)
            Statement.Execute(connection, statement);
    }

    private string ReadDescription()
    {
        using var select = Statement.Prepare(connection, "SELECT \"description\" FROM \"$model\"");
        return select.Step() && select.Text(0) is { } text
            ? text
            : throw location.Mismatch.Unknown();
    }

    private void KeepDescription(string description, string sql)
    {
        using var statement = Statement.Prepare(connection, sql);
        statement.Bind(1, description);
        statement.Run();
    }
}
