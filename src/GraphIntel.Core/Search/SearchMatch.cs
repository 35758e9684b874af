namespace GraphIntel.Core.Search;

/// <summary>How a property matches a query; the lesser, the better.</summary>
internal enum SearchMatch
{
    /// <summary>The same words.</summary>
    Exact,

    /// <summary>It begins with the words of the query, the last of which may be a beginning.</summary>
    Start,

    /// <summary>Each word of the query is one of its words, or the beginning of one.</summary>
    Words,

    /// <summary>So, or spelled alike.</summary>
    Spelling,

    /// <summary>So, or mistyped.</summary>
    Typo,
}

/// <summary>A match of a value.</summary>
/// <param name="Match">Its kind.</param>
/// <param name="Distance">How far the words are from those of the query, in thousandths; 0 unless spelled alike or mistyped.</param>
/// <param name="TextLength">The length of the value's text in UTF-16 code units, at most 65,535.</param>
internal readonly record struct ValueMatch(SearchMatch Match, int Distance, int TextLength);
