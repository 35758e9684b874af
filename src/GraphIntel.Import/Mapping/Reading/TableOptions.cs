using System.Text;

namespace GraphIntel.Import.Mapping.Reading;

/// <summary>How a table is read.</summary>
internal sealed record TableOptions
{
    /// <summary>The names of the columns of a file without a header; empty if a file must have one.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whether a file never has a header.</summary>
    public bool HasNoHeader { get; init; }

    /// <summary>The delimiter; null: detected from the first line.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Whether fields can be quoted.</summary>
    public bool HasQuotes { get; init; } = true;

    /// <summary>The encoding; null for UTF-8. A byte order mark takes precedence.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Texts that mean an empty cell.</summary>
    public IReadOnlyList<string> Empty { get; init; } = [];

    /// <summary>Whether missing cells at the end of a row are empty.</summary>
    public bool PadShortRows { get; init; }

    /// <summary>In a JSON file, the member with the rows; empty if the file is the list of rows; null if JSON is not read.</summary>
    public string? At { get; init; }

    /// <summary>A trimmed text; null if it is empty, or means so.</summary>
    public string? Clean(string text)
    {
        if (text.Length == 0)
            return null;
        if (text[0] <= ' ' || text[^1] <= ' ' || text[0] > 127 || text[^1] > 127)
            text = text.Trim();
        foreach (var empty in Empty)
        {
            if (text == empty)
                return null;
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>The encoding of that name; null if it is unknown.</summary>
    public static Encoding? FindEncoding(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? System.Text.Encoding.GetEncoding(name);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
