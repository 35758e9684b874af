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
}
