using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Rules;

/// <summary>Ids of relationships whose type stores none: <c>occurredAt:SOURCE&gt;TARGET</c>.</summary>
internal static class DerivedId
{
    /// <summary>The ids of the ends; null where the text is no such id. No id contains <c>&gt;</c>: it reads one way.</summary>
    public static (string Source, string Target)? Split(RelationshipType type, string id)
    {
        var start = type.IdPrefix.Length + 1;
        var cut = id.IndexOf('>', StringComparison.Ordinal);
        return cut < start || id.Length <= start
            ? null
            : (id[start..cut], id[(cut + 1)..]);
    }
}
