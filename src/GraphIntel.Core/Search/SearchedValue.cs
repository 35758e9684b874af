using GraphIntel.Core.Model;

namespace GraphIntel.Core.Search;

/// <summary>A value with its words, and the sounds of these if it is a name, each read once.</summary>
internal sealed class SearchedValue
{
    /// <summary>Reads a value that belongs to no property.</summary>
    public SearchedValue(string text, bool isName)
    {
        Text = text;
        IsName = isName;
        Words = SearchWords.Of(text, isName ? SearchKeys.MaxNameWords : SearchKeys.MaxTextWords);
        Sounds = isName ? SearchUnits.Read(Words) : [];
    }

    /// <summary>Reads a value of a property.</summary>
    /// <param name="text">The text.</param>
    /// <param name="property">The property.</param>
    /// <param name="number">Its index among the searched ones of its type.</param>
    /// <param name="position">The index of the value in a list.</param>
    public SearchedValue(string text, Property property, int number, int position)
        : this(text, property.SearchedAs == SearchedAs.Name) => (Property, Number, Position) = (property, number, position);

    /// <summary>The property; null if it belongs to none.</summary>
    public Property? Property { get; }

    /// <summary>The index of the property among the searched ones of its type.</summary>
    public int Number { get; }

    /// <summary>The index of the value in a list.</summary>
    public int Position { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Whether it is a name.</summary>
    public bool IsName { get; }

    /// <summary>The words.</summary>
    public List<SearchWord> Words { get; }

    /// <summary>The sounds of each word; empty unless it is a name.</summary>
    public SoundWord[] Sounds { get; }
}
