using GraphIntel.Sqlite.Connection;

namespace GraphIntel.Sqlite.Read;

/// <summary>Reads the records that are kept beside the graph.</summary>
/// <param name="prepare">Prepares a statement, or returns it from a cache.</param>
internal sealed class Records(Func<string, Statement> prepare)
{
    /// <summary>Follows all texts with the same beginning: no text has this code point.</summary>
    private const string Last = "\U0010FFFF";

    /// <summary>The records with these keys.</summary>
    public Dictionary<string, byte[]> Read(IReadOnlyCollection<string> keys)
    {
        var select = prepare("SELECT \"value\" FROM \"$record\" WHERE \"key\" = ?1");
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            select.Bind(1, key);
            if (select.Step())
                found[key] = select.Blob(0).ToArray();
            select.Reset();
        }

        return found;
    }

    /// <summary>Some records whose keys begin with a text and follow another, in order.</summary>
    public List<KeyValuePair<string, byte[]>> Read(string prefix, string after, int count)
    {
        // A file of an earlier version has none until it is prepared.
        if (prepare("SELECT 1 FROM sqlite_schema WHERE \"name\" = '$record'").Scalar() is null)
            return [];
        // One lower bound: of two, the other is only a filter, and each page would begin to read at the first record.
        var (isAfter, first) = string.CompareOrdinal(after, prefix) > 0 ? (">", after) : (">=", prefix);
        var select = prepare($"SELECT \"key\", \"value\" FROM \"$record\" WHERE \"key\" {isAfter} ?1 AND \"key\" < ?2 ORDER BY \"key\" LIMIT ?3");
        select.Bind(1, first);
        select.Bind(2, prefix + Last);
        select.Bind(3, count);
        var found = new List<KeyValuePair<string, byte[]>>();
        while (select.Step())
            found.Add(new(select.Text(0)!, select.Blob(1).ToArray()));
        select.Reset();
        return found;
    }

    /// <summary>Writes records; null removes one.</summary>
    public void Write(IReadOnlyDictionary<string, byte[]?> records)
    {
        var write = prepare("INSERT OR REPLACE INTO \"$record\" VALUES (?1, ?2)");
        var remove = prepare("DELETE FROM \"$record\" WHERE \"key\" = ?1");
        foreach (var (key, value) in records)
        {
            var statement = value is null ? remove : write;
            statement.Bind(1, key);
            if (value is not null)
                statement.BindBlob(2, value);
            statement.Run();
        }
    }
}
