using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GraphIntel.Core.Model;

/// <summary>A parsed step of a @path: a relationship type, a direction and repetitions.</summary>
internal sealed record StepSyntax(string Text, string Type, Direction Direction, int Min, int Max);

/// <summary>
/// Parses @path: steps such as <c>BACKS&gt;</c>, <c>&lt;BACKS+</c>, <c>BORDERS{1,3}</c>, separated by spaces.
/// </summary>
internal static partial class PathSyntax
{
    /// <summary>The maximum number of steps of a path.</summary>
    public const int MaxSteps = 16;

    /// <summary>Parses the steps; <paramref name="diagnostic"/> is the error if it fails.</summary>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out IReadOnlyList<StepSyntax>? steps, [NotNullWhen(false)] out string? diagnostic)
    {
        steps = null;
        diagnostic = null;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > MaxSteps)
        {
            diagnostic = $"a path has 1 to {MaxSteps} steps, this one has {words.Length}";
            return false;
        }
        var result = new List<StepSyntax>(words.Length);
        foreach (var word in words)
        {
            if (!TryParseStep(word, out var step, out diagnostic))
                return false;
            result.Add(step);
        }
        steps = result;
        return true;
    }

    private static bool TryParseStep(
        string word, [NotNullWhen(true)] out StepSyntax? step, [NotNullWhen(false)] out string? diagnostic)
    {
        step = null;
        diagnostic = null;
        var match = StepPattern().Match(word);
        var isIn = match.Groups["in"].Success;
        var isOut = match.Groups["out"].Success;
        if (!match.Success || (isIn && isOut))
        {
            diagnostic = $"the step '{Shorten(word)}' is not valid; "
                + "expected TYPE>, <TYPE or TYPE, then *, +, ?, {n}, {n,m} or nothing";
            return false;
        }
        if (!TryParseRange(match, out var min, out var max))
        {
            diagnostic = $"the step '{Shorten(word)}' has an invalid repetition; "
                + $"{{n,m}} requires 0 <= n <= m and 1 <= m <= {PathStep.Unbounded}";
            return false;
        }
        var direction = isIn ? Direction.In : isOut ? Direction.Out : Direction.Both;
        step = new StepSyntax(Shorten(word), match.Groups["type"].Value, direction, min, max);
        return true;
    }

    private static bool TryParseRange(Match match, out int min, out int max)
    {
        (min, max) = match.Groups["sign"].Value switch
        {
            "*" => (0, PathStep.Unbounded),
            "+" => (1, PathStep.Unbounded),
            "?" => (0, 1),
            _ => (1, 1),
        };
        if (!match.Groups["min"].Success)
            return true;
        if (!TryParseNumber(match.Groups["min"].Value, out min))
            return false;
        max = min;
        if (match.Groups["max"].Success && !TryParseNumber(match.Groups["max"].Value, out max))
            return false;
        return min <= max && max is >= 1 and <= PathStep.Unbounded;
    }

    private static bool TryParseNumber(string digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string Shorten(string word) => word.Length <= 60 ? word : word[..60] + "...";

    [GeneratedRegex(
        @"\A(?<in><)?(?<type>[A-Za-z_][A-Za-z0-9_]*)(?<out>>)?(?:(?<sign>[*+?])|\{(?<min>[0-9]+)(?:,(?<max>[0-9]+))?\})?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex StepPattern();
}
