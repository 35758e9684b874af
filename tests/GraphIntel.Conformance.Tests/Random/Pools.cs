using GraphIntel.Core.Model;
using GraphIntel.Core.Values;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>
/// The values that graphs hold and operations ask for: few, so that they meet, and among them those that are easily got wrong.
/// </summary>
internal static class Pools
{
    /// <summary>
    /// Keys of ids. U+FF66 comes before U+10437 by code point and after it by UTF-16 unit.
    /// </summary>
    public static IReadOnlyList<string> Keys { get; } =
        ["a", "b", "c", "d", "e", "f", "B", "10", "9", "é", "\uff66", "\U00010437", "a-b", "a:b", "a b", "'", "\"", "حلب"];

    public static IReadOnlyList<string> Texts { get; } =
    [
        "a", "b", "ab", "A", "", "é", "e\u0301", "حلب", "\uff66", "\U00010437", "\U0001f600b",
        "a\"b", "a\\b", "a\nb", "\u0001", "\u007f",
        "%", "a_b", "a%b", "*", "[a]", "'", "null", "0", "10", "9", " a", "a ", "\u2028", "<&>", "\ue000", "$p", "{}",
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

    public static IReadOnlyList<GeoPoint> Points { get; } =
        [new(35.963, 38.036), new(0, 0), new(-90, 180), new(90, -180), new(-0.0, 1e-7), new(36.2, 37.1612345678)];

    /// <summary>A value for a property that holds one, or for an element of its list; ids come from elsewhere.</summary>
    public static object Scalar(Dice dice, ScalarKind kind, EnumType? values) => kind switch
    {
        ScalarKind.Id or ScalarKind.String => Text(dice),
        ScalarKind.Int => dice.Chance(70) ? dice.Int(0, 3) : dice.Pick(Ints),
        ScalarKind.Float => dice.Pick(Floats),
        ScalarKind.Boolean => dice.Chance(50),
        ScalarKind.Date => Day(dice),
        ScalarKind.Point => dice.Pick(Points),
        ScalarKind.Enum => dice.Pick(values!.Values).Name,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Text(Dice dice) => dice.Chance(50) ? Texts[dice.Int(0, 4)] : dice.Pick(Texts);

    public static DateOnly Day(Dice dice) => dice.Chance(90) ? Days[dice.Int(0, 5)] : dice.Pick(Days);
}
