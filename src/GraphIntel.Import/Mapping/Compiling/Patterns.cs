using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>Compiles the patterns of mappings.</summary>
internal static class Patterns
{
    private const int MaxLength = 1000;

    /// <summary>Compiles a pattern; null if it is invalid, which is reported.</summary>
    public static Pattern? Create(string pattern, MappingPosition position, MappingDiagnostics diagnostics)
    {
        try
        {
            if (pattern.Length <= MaxLength)
                return new Pattern(pattern);
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
