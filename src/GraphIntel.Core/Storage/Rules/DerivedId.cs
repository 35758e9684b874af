using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Rules;

/// <summary>Ids of relationships without a stored id: <c>occurredAt:SOURCE&gt;TARGET</c>.</summary>
internal static class DerivedId
{
    /// <summary>
    /// The ids of the ends; null if the text is not a derived id. No other id contains <c>&gt;</c>, so it is unambiguous.
    /// </summary>
    public static (string Source, string Target)? Split(RelationshipType type, string id)
    {
        var start = type.IdPrefix.Length + 1;
        var cut = id.IndexOf(IdRule.DerivedSeparator, StringComparison.Ordinal);
        return cut < start || cut != id.LastIndexOf(IdRule.DerivedSeparator)
            ? null
            : (id[start..cut], id[(cut + 1)..]);
    }

    /// <summary>Whether an id is that of a relationship between two nodes.</summary>
    public static bool Is(RelationshipType type, string id, string source, string target)
    {
        var cut = type.IdPrefix.Length + 1 + source.Length;
        return id.Length == cut + 1 + target.Length && id[type.IdPrefix.Length] == ':' && id[cut] == IdRule.DerivedSeparator
            && id.StartsWith(type.IdPrefix, StringComparison.Ordinal)
            && id.AsSpan(type.IdPrefix.Length + 1, source.Length).SequenceEqual(source)
            && id.AsSpan(cut + 1).SequenceEqual(target);
    }
}
