using System.Globalization;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Core.Values;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Write;

/// <summary>Binds the values of properties to statements, and compares them with stored ones.</summary>
internal static class StoredValue
{
    /// <summary>The columns of a property: two for a point, one otherwise.</summary>
    public static IEnumerable<string> Columns(Property property) => property.Kind == ScalarKind.Point
        ? [Names.Latitude(property), Names.Longitude(property)]
        : [Names.Column(property)];

    /// <summary>Binds a checked or a stored value, starting at a parameter; returns the next parameter.</summary>
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
            case long stored:
                statement.Bind(index, stored);
                break;
            case bool flag:
                statement.Bind(index, flag ? 1 : 0);
                break;
            case DateOnly day:
                statement.Bind(index, day);
                break;
            case double number:
                statement.Bind(index, WithoutNegativeZero(number));
                break;
            case GeoPoint point:
                statement.Bind(index, WithoutNegativeZero(point.Latitude));
                statement.Bind(++index, WithoutNegativeZero(point.Longitude));
                break;
            case Array list:
                statement.Bind(index, ListText.Of(list));
                break;
            default:
                throw new ArgumentException($"values of type {value.GetType().Name} are not supported", nameof(value));
        }

        return index + 1;
    }

    /// <summary>Whether a row's value equals a new one; moves <paramref name="column"/> to the next value.</summary>
    public static bool Matches(Statement row, ref int column, Property property, object? value)
    {
        var first = column;
        column += property.Kind == ScalarKind.Point ? 2 : 1;
        switch (value)
        {
            case null when property is { IsList: true, IsRequired: true }:
                return row.Text(first) == ListText.Empty;
            case null:
                return row.IsNull(first);
            case string text:
                return row.Text(first) == text;
            case int number:
                return !row.IsNull(first) && row.Int64(first) == number;
            case bool flag:
                return !row.IsNull(first) && row.Int64(first) == (flag ? 1 : 0);
            case DateOnly day:
                return row.Text(first) == ListText.DayText(day);
            case double number:
                return !row.IsNull(first) && row.Double(first).Equals(WithoutNegativeZero(number));
            case GeoPoint point:
                return !row.IsNull(first) && row.Double(first).Equals(WithoutNegativeZero(point.Latitude))
                    && row.Double(first + 1).Equals(WithoutNegativeZero(point.Longitude));
            case Array list:
                return row.Text(first) == ListText.Of(list);
            default:
                throw new ArgumentException($"values of type {value.GetType().Name} are not supported", nameof(value));
        }
    }

    /// <summary>Parses a stored date; null if there is none.</summary>
    public static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, Statement.DayFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads columns with dates; moves <paramref name="column"/> behind them.</summary>
    public static DateOnly?[] ReadDays(Statement row, ref int column, int count)
    {
        var days = count == 0 ? [] : new DateOnly?[count];
        for (var i = 0; i < count; i++)
            days[i] = Day(row.Text(column++));
        return days;
    }

    /// <summary>A date as it is stored; null if there is none.</summary>
    public static string? DayText(DateOnly? day) => day is { } known ? ListText.DayText(known) : null;

    /// <summary>Reads three columns: the attested days and whether they were given.</summary>
    public static AttestedDays ReadAttested(Statement row, int column) =>
        new(Day(row.Text(column)), Day(row.Text(column + 1)), row.Int64(column + 2) == 1);

    /// <summary>Binds three parameters: the attested days and whether they were given.</summary>
    public static void Bind(Statement statement, int index, AttestedDays days)
    {
        Bind(statement, index, days.From);
        Bind(statement, index + 1, days.Until);
        statement.Bind(index + 2, days.IsGiven ? 1 : 0);
    }

    /// <summary>Binds a day, or null if there is none.</summary>
    public static void Bind(Statement statement, int index, DateOnly? day)
    {
        if (day is { } known)
            statement.Bind(index, known);
        else
            statement.BindNull(index);
    }

    /// <summary>SQLite stores no negative zero in columns; neither do lists.</summary>
    private static double WithoutNegativeZero(double number) => number == 0 ? 0.0 : number;
}
