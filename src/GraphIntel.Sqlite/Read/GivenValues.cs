using System.Text.Json;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Read;

/// <summary>The values of <see cref="GivenProperties"/> in a statement.</summary>
internal static class GivenValues
{
    /// <summary>The columns after others of a table, or its alias with a point.</summary>
    public static string Text(string table, ElementType type, Property[] columns) => string.Concat(columns.SelectMany(
        column => column.Kind == ScalarKind.Point ? [Names.Latitude(column), Names.Longitude(column)] : new[] { Names.Column(column) },
        (column, name) => GivenProperties.IsAttested(type, column)
            ? $", CASE WHEN {table}{Names.AttestedGiven} THEN {table}{name} END"
            : $", {table}{name}"));

    /// <summary>Reads them, from a cell on.</summary>
    public static object?[] Read(Statement row, int cell, Property[] columns)
    {
        var values = new object?[columns.Length];
        for (var index = 0; index < values.Length; index++)
        {
            var property = columns[index];
            if (property.Kind == ScalarKind.Point)
            {
                values[index] = row.IsNull(cell) && row.IsNull(cell + 1) ? null : new GeoPoint(row.Double(cell), row.Double(cell + 1));
                cell += 2;
                continue;
            }

            if (!row.IsNull(cell))
                values[index] = property.IsList ? List(row.Text(cell)!, property.Kind) : Scalar(row, cell, property.Kind);
            cell++;
        }

        return values;
    }

    // Columns are typed, so only texts, and integers out of range, can be invalid: those are returned as they are.
    private static object Scalar(Statement row, int cell, ScalarKind kind) => kind switch
    {
        ScalarKind.Int => row.Int64(cell) is >= int.MinValue and <= int.MaxValue ? (object)(int)row.Int64(cell) : row.Int64(cell),
        ScalarKind.Boolean => row.Int64(cell) != 0,
        ScalarKind.Float => row.Double(cell),
        ScalarKind.Date => DateOnly.TryParseExact(row.Text(cell), Statement.DayFormat, out var day) ? day : row.Text(cell)!,
        _ => row.Text(cell)!,
    };

    private static object List(string text, ScalarKind kind)
    {
        try
        {
            return kind switch
            {
                ScalarKind.Int => JsonSerializer.Deserialize<int[]>(text) as object,
                ScalarKind.Boolean => JsonSerializer.Deserialize<bool[]>(text),
                ScalarKind.Float => JsonSerializer.Deserialize<double[]>(text),
                ScalarKind.Date => JsonSerializer.Deserialize<DateOnly[]>(text),
                _ => JsonSerializer.Deserialize<string[]>(text),
            } ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
