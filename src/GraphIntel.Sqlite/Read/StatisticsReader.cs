using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Read;

/// <summary>Reads the statistics of a file, each count from an index or a table in its own order.</summary>
internal sealed class StatisticsReader(GraphModel model, Reader reader)
{
    /// <summary>Rows in a sample for distinct values: for millions of rows a table would be sorted.</summary>
    private const int SampleRows = 10_000;

    /// <summary>The statistics, from one snapshot.</summary>
    public GraphStatistics Read()
    {
        reader.BeginSnapshot();
        return new GraphStatistics(
            model.Nodes.ToDictionary(type => type, type => Count($"SELECT count(*) FROM {Names.Table(type)}")),
            model.Relationships.ToDictionary(type => type, Relationship),
            Indexed().ToDictionary(pair => pair.Property, pair => Property(pair.Type, pair.Property)),
            References().DistinctBy(pair => pair.Property).ToDictionary(pair => pair.Property, pair => pair.Degree));
    }

    private RelationshipStatistics Relationship(RelationshipType type)
    {
        var table = Names.Table(type);
        var (above, below) = Names.HasClosure(type)
            ? (Group(Names.Closure(type), Names.Descendant), Group(Names.Closure(type), Names.Ancestor))
            : ((Degree?)null, (Degree?)null);
        return new RelationshipStatistics(Group(table, Names.Source), Group(table, Names.Target), above, below);
    }

    private IEnumerable<(ElementType Type, Property Property)> Indexed() => model.Indexed.Where(pair => pair.Property.Kind != ScalarKind.Point);

    private PropertyStatistics Property(ElementType type, Property property)
    {
        var (table, column) = (Names.Table(type), Names.Column(property));
        var sampled = Numbers(
            $"SELECT count({column}), count(DISTINCT {column}) FROM (SELECT {column} FROM {table} LIMIT {SampleRows})", 2);
        var all = Count($"SELECT count(*) FROM {table}");
        var perValue = PropertySample.PerValue(all, (long)sampled[0], (long)sampled[1]);
        var (min, max) = property.Kind switch
        {
            ScalarKind.Date => (Day($"SELECT min({column}) FROM {table}"), Day($"SELECT max({column}) FROM {table}")),
            ScalarKind.Int or ScalarKind.Float => (Number($"SELECT min({column}) FROM {table}"), Number($"SELECT max({column}) FROM {table}")),
            _ => ((double?)null, (double?)null),
        };
        return new PropertyStatistics(perValue, min, max);
    }

    private IEnumerable<(Property Property, Degree Degree)> References()
    {
        foreach (var type in model.ElementTypes)
        {
            foreach (var field in type.Fields)
            {
                if (field is RefersByField by)
                    yield return (by.Property, Group(Names.Table(by.Target), Names.Column(by.Property)));
                else if (field is RefersToField to)
                    yield return (to.Ids, Lengths(Names.Table(type), Names.Column(to.Ids)));
            }
        }
    }

    /// <summary>The numbers of rows with the same value of a column.</summary>
    private Degree Group(string table, string column) =>
        Sum($"SELECT count(*) AS d FROM {table} WHERE {column} IS NOT NULL GROUP BY {column}");

    private Degree Lengths(string table, string column) =>
        Sum($"SELECT json_array_length({column}) AS d FROM {table} WHERE json_valid({column})");

    private Degree Sum(string degrees)
    {
        var sums = Numbers($"SELECT total(d), max(d), total(d * d) FROM ({degrees})", 3);
        return Degree.Of((long)sums[0], (long)sums[1], sums[2]);
    }

    private long Count(string sql) => reader.Statement(sql).Scalar() ?? 0;

    private double? Number(string sql)
    {
        var select = reader.Statement(sql);
        return select.Step() && !select.IsNull(0) ? select.Double(0) : null;
    }

    private double? Day(string sql)
    {
        var select = reader.Statement(sql);
        return select.Step() && DateOnly.TryParseExact(select.Text(0), Statement.DayFormat, out var day) ? day.DayNumber : null;
    }

    private double[] Numbers(string sql, int count)
    {
        var select = reader.Statement(sql);
        select.Step();
        return [.. Enumerable.Range(0, count).Select(select.Double)];
    }
}
