using System.Globalization;

namespace GraphIntel.Attacks;

/// <summary>Helpers for repetitive documents.</summary>
internal static class Text
{
    /// <summary>Concatenates one piece for each number from 0.</summary>
    public static string Repeat(int count, Func<int, string> piece) => string.Concat(Enumerable.Range(0, count).Select(piece));

    /// <summary>Repeats a text.</summary>
    public static string Repeat(int count, string piece) => string.Concat(Enumerable.Repeat(piece, count));

    /// <summary>Nests a text in pairs of brackets.</summary>
    public static string Nest(int count, string open, string inner, string close) => Repeat(count, open) + inner + Repeat(count, close);

    /// <summary>A number as GraphQL text.</summary>
    public static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
