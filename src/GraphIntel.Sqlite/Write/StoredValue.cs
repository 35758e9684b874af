using System.Globalization;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Core.Values;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Write;

/// <summary>How a property's value stands in its columns: bound to a statement, and compared with what is stored.</summary>
internal static class StoredValue
{
    /// <summary>The columns of a property: two for a point, one otherwise.</summary>
    public static IEnumerable<string> Columns(Property property) => property.Kind == ScalarKind.Point
        ? [Names.Latitude(property), Names.Longitude(property)]
        : [Names.Column(property)];

    /// <summary>Binds a checked value from a parameter on, and gives the parameter after it.</summary>
    public static int Bind(Statement statement, int index, Property property, object? value)
    {
        switch (value)
        {
            case null when property is { IsList: true, IsRequired: true }:
                statement.Bind(index, ListText.Empty);
                break;
            case null:
                statement.BindNull(index);
                if (property.Kind == ScalarKind.Point)
                    statement.BindNull(++index);
                break;
            case string text:
                statement.Bind(index, text);
                break;
            case int number:
                statement.Bind(index, number);
                break;
            case bool flag:
                statement.Bind(index, flag ? 1 : 0);
                break;
            case DateOnly day:
                statement.Bind(index, ListText.DayText(day));
                break;
            case double number:
                statement.Bind(index, Unsigned(number));
                break;
            case GeoPoint point:
                statement.Bind(index, Unsigned(point.Latitude));
                statement.Bind(++index, Unsigned(point.Longitude));
                break;
            case Array list:
                statement.Bind(index, ListText.Of(list));
                break;
            default:
                throw new ArgumentException($"a value of {value.GetType().Name} was not checked", nameof(value));
        }

        return index + 1;
    }

    /// <summary>Whether a row holds the value already, from a column on; moves the column to the one after it.</summary>
    public static bool Matches(Statement row, ref int column, Property property, object? value)
    {
        var at = column;
        column += property.Kind == ScalarKind.Point ? 2 : 1;
        switch (value)
        {
            case null when property is { IsList: true, IsRequired: true }:
                return row.Text(at) == ListText.Empty;
            case null:
                return row.IsNull(at);
            case string text:
                return row.Text(at) == text;
            case int number:
                return !row.IsNull(at) && row.Int64(at) == number;
            case bool flag:
                return !row.IsNull(at) && row.Int64(at) == (flag ? 1 : 0);
            case DateOnly day:
                return row.Text(at) == ListText.DayText(day);
            case double number:
                return !row.IsNull(at) && row.Double(at).Equals(Unsigned(number));
            case GeoPoint point:
                return !row.IsNull(at) && row.Double(at).Equals(Unsigned(point.Latitude))
                    && row.Double(at + 1).Equals(Unsigned(point.Longitude));
            case Array list:
                return row.Text(at) == ListText.Of(list);
            default:
                throw new ArgumentException($"a value of {value.GetType().Name} was not checked", nameof(value));
        }
    }

    /// <summary>A stored day; null where there is none.</summary>
    public static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day as it is kept; null where there is none.</summary>
    public static string? DayText(DateOnly? day) => day is { } known ? ListText.DayText(known) : null;

    /// <summary>Reads three columns: the attested days and whether they were given.</summary>
    public static AttestedDays ReadAttested(Statement row, int column) =>
        new(Day(row.Text(column)), Day(row.Text(column + 1)), row.Int64(column + 2) == 1);

    /// <summary>Binds three parameters: the attested days and whether they were given.</summary>
    public static void Bind(Statement statement, int index, AttestedDays days)
    {
        statement.Bind(index, DayText(days.From));
        statement.Bind(index + 1, DayText(days.Until));
        statement.Bind(index + 2, days.IsGiven ? 1 : 0);
    }

    /// <summary>SQLite keeps no negative zero; neither do we, in lists as in columns.</summary>
    private static double Unsigned(double number) => number == 0 ? 0.0 : number;
}
