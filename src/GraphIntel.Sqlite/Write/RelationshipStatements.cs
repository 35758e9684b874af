using GraphIntel.Core.Model;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Write;

/// <summary>
/// The statements that merge relationships of one type. Parameters: 1 the source's key, 2 the target's, 3 the stored id, from
/// 4 on the values, then the attested days and whether they are given.
/// </summary>
internal sealed class RelationshipStatements
{
    /// <summary>The parameter of the stored id.</summary>
    public const int Id = 3;

    /// <summary>The first parameter of a value.</summary>
    public const int FirstValue = 4;

    public RelationshipStatements(StatementCache statements, RelationshipType type, IEnumerable<Property> properties, bool insert)
    {
        var table = Names.Table(type);
        var ends = Ends(type);
        var columns = properties.SelectMany(StoredValue.Columns).ToList();
        var read = new List<string> { Names.Source, Names.Target };
        read.AddRange(columns);
        if (type.Valid is { } valid)
            read.AddRange([Names.Column(valid.From), Names.Column(valid.Until)]);
        if (type.Attested is { } attested)
        {
            string[] days = [Names.Column(attested.From), Names.Column(attested.Until), Names.AttestedGiven];
            read.AddRange(days);
            columns.AddRange(days);
        }

        var values = columns.Select((column, i) => (Column: column, Value: $"?{FirstValue + i}")).ToList();
        var key = type.Id is null ? Lookup.ByEnds(type, "?1", "?2") : $"{Names.Id} = ?{Id}";
        if (insert)
        {
            var all = type.Id is null ? [.. ends, .. values] : ends.Append((Names.Id, $"?{Id}")).Concat(values).ToList();
            Insert = statements.Get(
                $"INSERT INTO {table} ({string.Join(", ", all.Select(pair => pair.Item1))}) " +
                $"VALUES ({string.Join(", ", all.Select(pair => pair.Item2))}) ON CONFLICT DO NOTHING");
        }

        Select = statements.Get($"SELECT {string.Join(", ", read)} FROM {table} WHERE {key}");
        Move = statements.Get($"UPDATE {table} SET {Assignments([.. ends, .. values])} WHERE {key}");

        // A row without values never changes but by moving.
        Update = values.Count == 0 ? Move : statements.Get($"UPDATE {table} SET {Assignments(values)} WHERE {key}");
    }

    /// <summary>Adds a relationship unless it is there; null where not every required property is given.</summary>
    public Statement? Insert { get; }

    /// <summary>Reads the ends' keys, the properties, the valid days, the attested days and whether these are given.</summary>
    public Statement Select { get; }

    /// <summary>Changes the values.</summary>
    public Statement Update { get; }

    /// <summary>Changes the ends and the values.</summary>
    public Statement Move { get; }

    private static List<(string Column, string Value)> Ends(RelationshipType type)
    {
        var ends = new List<(string, string)> { (Names.Source, "?1"), (Names.Target, "?2") };
        if (type.TargetOrder is { } targetOrder)
            ends.Add((Names.TargetOrder, Lookup.NodeProperty(type.Target, targetOrder, "?2")));
        if (type.SourceOrder is { } sourceOrder)
            ends.Add((Names.SourceOrder, Lookup.NodeProperty(type.Source, sourceOrder, "?1")));
        return ends;
    }

    private static string Assignments(IEnumerable<(string Column, string Value)> values) =>
        string.Join(", ", values.Select(pair => $"{pair.Column} = {pair.Value}"));
}
