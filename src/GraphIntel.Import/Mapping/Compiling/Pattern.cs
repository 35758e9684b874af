using System.Text.RegularExpressions;

namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>
/// A regular expression that takes time in proportion to the text, whatever its pattern. .NET's backtracking engine finds the same
/// three times faster, but with some patterns and texts never ends: it gets a moment, and the other one is used where that is not enough.
/// </summary>
internal sealed class Pattern
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Singleline;

    /// <summary>After so many texts of which each took too long, all others are expected to.</summary>
    private const int MaxSlowTexts = 100;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    private readonly Regex _steady;
    private readonly Regex _fast;
    private int _slowTexts;

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="NotSupportedException">It has a part with which the time would not be in proportion.</exception>
    /// <exception cref="ArgumentException">It is invalid.</exception>
    public Pattern(string pattern)
    {
        _steady = new Regex(pattern, Options | RegexOptions.NonBacktracking);
        _fast = new Regex(pattern, Options | RegexOptions.Compiled, Moment);
    }

    /// <summary>The names of the groups that have one.</summary>
    public string[] GroupNames => [.. _steady.GetGroupNames().Where(name => !char.IsAsciiDigit(name[0]))];

    /// <summary>The number of a group.</summary>
    public int NumberOf(string group) => _steady.GroupNumberFromName(group);

    /// <summary>Whether a text matches.</summary>
    public bool IsMatch(string text) => Run(text, static (regex, text) => regex.IsMatch(text));

    /// <summary>The first match in a text. Of a group that matches several times, only the last counts.</summary>
    public Match Match(string text) => Run(text, static (regex, text) => regex.Match(text));

    /// <inheritdoc/>
    public override string ToString() => _steady.ToString();

    private T Run<T>(string text, Func<Regex, string, T> find)
    {
        if (_slowTexts < MaxSlowTexts)
        {
            try
            {
                return find(_fast, text);
            }
            catch (RegexMatchTimeoutException)
            {
                _slowTexts++;
            }
        }

        return find(_steady, text);
    }
}
