using GraphQLParser;

namespace GraphIntel.Core.Errors;

/// <summary>
/// Converts positions in a text to lines and columns. The library counts from the beginning of the text for each position; here
/// the line starts are found once, on first use.
/// </summary>
internal sealed class LineIndex(ROM text)
{
    private int[]? _starts;

    private int[] Starts => _starts ??= FindStarts(text);

    /// <summary>The line and column, from 1, of a position in the text or at its end.</summary>
    public Location LocationOf(int position)
    {
        var found = Array.BinarySearch(Starts, position);
        var line = found >= 0 ? found : ~found - 1;
        return new Location(line + 1, position - Starts[line] + 1);
    }

    /// <summary>The position of a line and column, from 1.</summary>
    public int PositionOf(Location location) => Starts[location.Line - 1] + location.Column - 1;

    private static int[] FindStarts(ReadOnlySpan<char> text)
    {
        var starts = new List<int> { 0 };
        for (var position = 0; position < text.Length; position++)
        {
            // The two characters of CR LF end one line.
            if (text[position] == '\n' || (text[position] == '\r' && (position + 1 == text.Length || text[position + 1] != '\n')))
                starts.Add(position + 1);
        }
        return [.. starts];
    }
}
