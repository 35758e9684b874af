using GraphIntel.Core.Values;

namespace GraphIntel.Import.Graph;

/// <summary>Suggestions of similar names in error messages.</summary>
internal static class NameSuggestions
{
    /// <summary><c>; did you mean A or B?</c>, or an empty string if no name is similar.</summary>
    public static string DidYouMean(string name, IEnumerable<string> candidates)
    {
        var similar = SimilarNames.Find(name, candidates);
        return similar.Count == 0 ? "" : $"; did you mean {string.Join(" or ", similar)}?";
    }
}
