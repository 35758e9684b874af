namespace GraphIntel.Core.Search;

/// <summary>A value with its words. It can be used for another one afterwards, so that no memory is allocated for a value.</summary>
internal sealed class SearchedValue
{
    private readonly List<char> _buffer = [];

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether it is a name.</summary>
    public bool IsName { get; private set; }

    /// <summary>The words.</summary>
    public List<SearchWord> Words { get; } = [];

    /// <summary>The index of the property among the searched ones of its type.</summary>
    public int Property { get; set; }

    /// <summary>The index of the value in a list.</summary>
    public int Position { get; set; }

    /// <summary>A value that belongs to no property.</summary>
    public static SearchedValue Of(string text, bool isName)
    {
        var value = new SearchedValue();
        value.Read(text, isName);
        return value;
    }

    /// <summary>Reads a text.</summary>
    public void Read(string text, bool isName)
    {
        Text = text;
        IsName = isName;
        SearchWords.Read(text, isName ? SearchKeys.MaxNameWords : SearchKeys.MaxTextWords, Words, _buffer);
    }
}
