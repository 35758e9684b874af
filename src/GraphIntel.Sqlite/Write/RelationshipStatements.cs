using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Write;

/// <summary>
/// The statements that merge relationships of one type. Parameters: 1 the source's key, 2 the target's, 3 the stored id, from
/// 4 on the values, the attested days and whether they are given; for <see cref="Insert"/> and <see cref="Move"/> after
/// these the copies of the target's and the source's values.
/// </summary>
internal sealed class RelationshipStatements
{
    /// <summary>The parameter of the stored id.</summary>
    public const int Id = 3;

    /// <summary>The first parameter of a value.</summary>
    public const int FirstValue = 4;

    /// <summary>The first column with a value in <see cref="Select"/>.</summary>
    public const int FirstReadColumn = 2;

    public RelationshipStatements(RelationshipMerge merge)
    {
        var type = merge.Type;
        var table = Names.Table(type);
        var columns = merge.Columns.SelectMany(StoredValue.Columns).ToList();
        var read = new List<string> { Names.Source, Names.Target };
        read.AddRange(columns);
        read.AddRange(merge.OtherDates.Select(Names.Column));
        if (type.Attested is { } attested)
        {
            string[] days = [Names.Column(attested.From), Names.Column(attested.Until), Names.AttestedGiven];
            read.AddRange(days);
            columns.AddRange(days);
        }

        var values = columns.Select((column, i) => (Column: column, Value: $"?{FirstValue + i}")).ToList();
        var key = type.Id is null ? Lookup.ByEnds(type, "?1", "?2") : $"{Names.Id} = ?{Id}";
        FirstCopy = FirstValue + values.Count;
        var ends = Ends(type, FirstCopy);
        var all = type.Id is null ? [.. ends, .. values] : ends.Append((Column: Names.Id, Value: $"?{Id}")).Concat(values).ToList();
        Insert = $"INSERT INTO {table} ({string.Join(", ", all.Select(pair => pair.Column))}) " +
            $"VALUES ({string.Join(", ", all.Select(pair => pair.Value))})";
        Select = $"SELECT {string.Join(", ", read)} FROM {table} WHERE {key}";
        Move = $"UPDATE {table} SET {Assignments([.. ends, .. values])} WHERE {key}";
        if (type.IsSymmetric)
            Mirror = $"SELECT 1 FROM {table} WHERE {Lookup.ByEnds(type, "?2", "?1")}";

        // Without values, only the ends can change.
        if (values.Count > 0)
            Update = $"UPDATE {table} SET {Assignments(values)} WHERE {key}";
    }

    /// <summary>The first parameter of a copy in <see cref="Insert"/> and <see cref="Move"/>.</summary>
    public int FirstCopy { get; }

    /// <summary>Adds a relationship.</summary>
    public string Insert { get; }

    /// <summary>Finds the relationship in the opposite direction; null if that is a different one.</summary>
    public string? Mirror { get; }

    /// <summary>Reads the keys of the ends, the properties, the other dates of the merge, the attested days and whether these are given.</summary>
    public string Select { get; }

    /// <summary>Updates the values; null if there are none.</summary>
    public string? Update { get; }

    /// <summary>Updates the ends and the values.</summary>
    public string Move { get; }

    private static List<(string Column, string Value)> Ends(RelationshipType type, int copy)
    {
        var ends = new List<(string, string)> { (Names.Source, "?1"), (Names.Target, "?2") };
        if (type.TargetOrder is not null)
            ends.Add((Names.TargetOrder, $"?{copy++}"));
        if (type.SourceOrder is not null)
            ends.Add((Names.SourceOrder, $"?{copy}"));
        return ends;
    }

    private static string Assignments(IEnumerable<(string Column, string Value)> values) =>
        string.Join(", ", values.Select(pair => $"{pair.Column} = {pair.Value}"));
}
