using System.Text.RegularExpressions;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>Patterns, which take time in proportion to the text, whatever the pattern.</summary>
internal static class Patterns
{
    private const int MaxLength = 1000;

    /// <summary>Compiles a pattern; null if it is invalid, which is reported.</summary>
    public static Regex? Create(string pattern, MappingPosition position, MappingDiagnostics diagnostics)
    {
        try
        {
            if (pattern.Length <= MaxLength)
                return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
            diagnostics.Add(position, $"the pattern has more than {MaxLength} characters");
        }
        catch (NotSupportedException)
        {
            diagnostics.Add(
                position, $"the pattern {WriteErrors.Show(pattern)} has a part that is not supported: look-around, a back-reference or an atomic group");
        }
        catch (ArgumentException)
        {
            diagnostics.Add(position, $"{WriteErrors.Show(pattern)} is not a valid pattern");
        }

        return null;
    }
}
