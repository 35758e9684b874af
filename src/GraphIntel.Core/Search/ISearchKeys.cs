namespace GraphIntel.Core.Search;

/// <summary>Receives the keys of a node, some of them more than once; see <see cref="SearchKeys"/>.</summary>
internal interface ISearchKeys
{
    /// <summary>Adds the keys that a word has by itself.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isOfName">Whether it is a word of a name; one of a longer text has but one key.</param>
    void Add(WordForm word, bool isOfName);

    /// <summary>Adds the key of several words written as one.</summary>
    /// <param name="number">Its consonants; see <see cref="ConsonantKeys"/>.</param>
    void AddJoined(ulong number);

    /// <summary>Adds the key of exactly these words.</summary>
    /// <param name="hash">Their hash; see <see cref="SampleKeys"/>.</param>
    void AddExact(ulong hash);

    /// <summary>Adds the key of a share of all nodes.</summary>
    void AddShare(char share);
}
