namespace GraphIntel.Core.Model;

/// <summary>Collects the errors in a text; positions are offsets into it.</summary>
internal sealed class Diagnostics
{
    private const int MaxMessageLength = 600;

    private readonly List<int> _lineStarts = [0];
    private readonly List<ModelDiagnostic> _found = [];

    public Diagnostics(string text)
    {
        Text = text;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (ends)
                _lineStarts.Add(i + 1);
        }
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    public void Add(int position, string message)
    {
        var (line, column) = LineAndColumn(position);
        Add(line, column, message);
    }

    public void Add(int line, int column, string message) => _found.Add(new ModelDiagnostic(line, column, Printable(message)));

    /// <summary>A position in messages: <c>line 12, column 3</c>.</summary>
    public string Location(int position)
    {
        var (line, column) = LineAndColumn(position);
        return $"line {line}, column {column}";
    }

    /// <summary>Throws if there are errors.</summary>
    public void ThrowIfAny()
    {
        if (_found.Count == 0)
            return;
        throw new ModelException([.. _found.OrderBy(diagnostic => diagnostic.Line).ThenBy(diagnostic => diagnostic.Column)]);
    }

    // Messages quote the file, which may contain control characters, and are written to terminals and logs.
    private static string Printable(string message)
    {
        var shortened = message.Length <= MaxMessageLength ? message : message[..MaxMessageLength] + "...";
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
