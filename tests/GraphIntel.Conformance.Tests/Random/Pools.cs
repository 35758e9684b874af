using GraphIntel.Core.Model;
using GraphIntel.Core.Values;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>
/// The values that graphs hold and operations ask for: few, so that they meet, and among them those that are easily got wrong.
/// </summary>
internal static class Pools
{
    /// <summary>
    /// What is ordered otherwise by UTF-16 unit than by code point: U+E000 and U+FF66 come before U+10437 and U+1F600 by code
    /// point, after them by unit.
    /// </summary>
    public static IReadOnlyList<string> Far { get; } = ["\ue000", "\uff66", "\U00010437", "\U0001f600"];

    /// <summary>Keys of ids.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        ["a", "b", "c", "d", "e", "f", "B", "10", "9", "é", "a-b", "a:b", "a b", "'", "\"", "حلب", .. Far];

    public static IReadOnlyList<string> Texts { get; } =
    [
        "a", "b", "ab", "A", "", "é", "e\u0301", "حلب", "\uff66a", "\U0001f600b",
        "a\"b", "a\\b", "a\nb", "\u0001", "\u007f",
        "%", "a_b", "a%b", "*", "[a]", "'", "null", "0", "10", "9", " a", "a ", "\u2028", "<&>", "$p", "{}",
        "\ud7ff", "\uffff", "\U0010ffff", "\ue000\U00010437", "\U00010437\ue000", new('x', 70),
    ];

    public static IReadOnlyList<int> Ints { get; } = [0, 1, 2, 3, -1, 10, 9, int.MaxValue, int.MinValue];

    public static IReadOnlyList<double> Floats { get; } =
    [
        0, 1, 2.5, -1, 0.1, 1.0 / 3, -0.0, 100, 1e21, 1e-7, 123456789012345680, double.Epsilon, double.MaxValue, double.MinValue,
        1e15, 1e16,
    ];

    public static IReadOnlyList<DateOnly> Days { get; } =
    [
        new(2017, 3, 1), new(2017, 3, 2), new(2017, 3, 31), new(2017, 4, 1), new(2017, 6, 4), new(2016, 12, 31),
        DateOnly.MinValue, DateOnly.MaxValue,
    ];

    /// <summary>
    /// Few places, so that they meet. The stores' sines may differ in their last bits: no distance between two of these is close to
    /// where it is rounded otherwise. Among them are the poles, and longitudes on both sides of the antimeridian and on itself.
    /// </summary>
    public static IReadOnlyList<GeoPoint> Points { get; } =
    [
        new(35.963, 38.036), new(36.2, 37.1612345678), new(0, 0), new(-90, 180), new(90, -180), new(-0.0, 1e-7),
        new(36.2, 180), new(36.2, -180), new(-17, 179.5), new(-17, -179.5),
    ];

    /// <summary>What bounds a box from south and north: where there are points, and the poles.</summary>
    public static IReadOnlyList<double> Latitudes { get; } = [.. Points.Select(point => point.Latitude).Distinct(), 36, -1.5];

    /// <summary>What bounds a box from west and east: where there are points, and the antimeridian from both sides.</summary>
    public static IReadOnlyList<double> Longitudes { get; } = [.. Points.Select(point => point.Longitude).Distinct(), 37.5, -0.5];

    /// <summary>A value for a property that holds one, or for an element of its list; ids come from elsewhere.</summary>
    public static object Scalar(Dice dice, ScalarKind kind, EnumType? values) => kind switch
    {
        ScalarKind.Id => dice.Pick(Keys),
        ScalarKind.String => Text(dice),
        ScalarKind.Int => dice.Chance(70) ? dice.Int(0, 3) : dice.Pick(Ints),
        ScalarKind.Float => dice.Chance(50) ? Floats[dice.Int(0, 3)] : dice.Pick(Floats),
        ScalarKind.Boolean => dice.Chance(50),
        ScalarKind.Date => Day(dice),
        ScalarKind.Point => dice.Pick(Points),
        ScalarKind.Enum => dice.Pick(values!.Values).Name,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>So many keys, two of those in <see cref="Far"/> among them where there is room.</summary>
    public static List<string> SomeKeys(Dice dice, int count)
    {
        var far = count < 3 ? [] : dice.Some(Far, 2);
        return dice.Some([.. far, .. dice.Some(Keys.Except(far), count - far.Count)], count);
    }

    public static string Text(Dice dice) => dice.Int(0, 9) switch
    {
        < 5 => Texts[dice.Int(0, 4)],
        < 7 => dice.Pick(Far),
        _ => dice.Pick(Texts),
    };

    /// <summary>A day close to one of those, or to the limits of the calendar: for what a week or a month around a date contains.</summary>
    public static DateOnly DayNearby(Dice dice)
    {
        var shift = dice.Pick([-31, -30, -7, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 7, 30, 31]);
        var day = dice.Chance(60) ? Day(dice) : dice.Pick([DateOnly.MinValue, DateOnly.MaxValue]);
        return DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + shift, 0, DateOnly.MaxValue.DayNumber));
    }

    public static DateOnly Day(Dice dice) => dice.Chance(90) ? Days[dice.Int(0, 5)] : dice.Pick(Days);
}
