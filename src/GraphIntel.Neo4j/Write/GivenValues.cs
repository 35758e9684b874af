using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>The values of <see cref="GivenProperties"/> in a statement.</summary>
internal static class GivenValues
{
    /// <summary>The values of <c>x</c> after others in a RETURN.</summary>
    public static string Text(ElementType type, Property[] columns) => string.Concat(columns.Select(column =>
        GivenProperties.IsAttested(type, column)
            ? $", CASE WHEN x.{Names.AttestedGiven} THEN x.{Names.Property(column)} END"
            : $", x.{Names.Property(column)}"));

    /// <summary>Reads them, from a cell of a record on.</summary>
    public static object?[] Read(Record record, int cell, Property[] columns)
    {
        var values = new object?[columns.Length];
        for (var index = 0; index < values.Length; index++)
            values[index] = Value(record[cell + index], columns[index]);
        return values;
    }

    // A value that another tool wrote with another type is returned as it is.
    private static object? Value(object? value, Property property) => value switch
    {
        List<object?> items when property.IsList => List(items, property.Kind) ?? value,
        null => null,
        _ => Scalar(value, property.Kind),
    };

    private static object Scalar(object value, ScalarKind kind) => (kind, value) switch
    {
        (ScalarKind.Int, long and >= int.MinValue and <= int.MaxValue) => (int)(long)value,
        (ScalarKind.Date, LocalDate { Year: >= 1 and <= 9999 } day) => day.ToDateOnly(),
        (ScalarKind.Point, Point { SrId: Point.Wgs84 } point) => new GeoPoint(point.Y, point.X),
        _ => value,
    };

    private static Array? List(List<object?> items, ScalarKind kind) => kind switch
    {
        ScalarKind.Int => Array<int>(items, kind),
        ScalarKind.Float => Array<double>(items, kind),
        ScalarKind.Boolean => Array<bool>(items, kind),
        ScalarKind.Date => Array<DateOnly>(items, kind),
        _ => Array<string>(items, kind),
    };

    private static T[]? Array<T>(List<object?> items, ScalarKind kind)
    {
        var values = new T[items.Count];
        for (var index = 0; index < values.Length; index++)
        {
            if (items[index] is not { } item || Scalar(item, kind) is not T value)
                return null;
            values[index] = value;
        }

        return values;
    }
}
