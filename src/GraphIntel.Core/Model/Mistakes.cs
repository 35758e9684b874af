namespace GraphIntel.Core.Model;

/// <summary>Gathers the mistakes in one text; positions are offsets into it.</summary>
internal sealed class Mistakes
{
    private const int LongestMessage = 600;

    private readonly List<int> _lineStarts = [0];
    private readonly List<ModelMistake> _found = [];

    public Mistakes(string text)
    {
        Text = text;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (ends) _lineStarts.Add(i + 1);
        }
    }

    /// <summary>The text read.</summary>
    public string Text { get; }

    public void Add(int position, string message)
    {
        var (line, column) = LineAndColumn(position);
        Add(line, column, message);
    }

    public void Add(int line, int column, string message) => _found.Add(new ModelMistake(line, column, Printable(message)));

    /// <summary>A position as a person reads it: <c>line 12, column 3</c>.</summary>
    public string Place(int position)
    {
        var (line, column) = LineAndColumn(position);
        return $"line {line}, column {column}";
    }

    /// <summary>Throws where there was a mistake.</summary>
    public void ThrowIfAny()
    {
        if (_found.Count == 0) return;
        throw new ModelException([.. _found.OrderBy(mistake => mistake.Line).ThenBy(mistake => mistake.Column)]);
    }

    // Messages quote the file, which may hold anything, and end in terminals and logs.
    private static string Printable(string message)
    {
        var shortened = message.Length <= LongestMessage ? message : message[..LongestMessage] + "...";
        return shortened.Any(char.IsControl)
            ? string.Concat(shortened.Select(character => char.IsControl(character) ? '\uFFFD' : character))
            : shortened;
    }

    private (int Line, int Column) LineAndColumn(int position)
    {
        var index = _lineStarts.BinarySearch(position);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, position - _lineStarts[line] + 1);
    }
}
