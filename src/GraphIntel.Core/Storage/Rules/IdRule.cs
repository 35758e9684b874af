using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Rules;

/// <summary>The format of ids: the prefix of the type, a colon, a key.</summary>
internal static class IdRule
{
    /// <summary>Separates the ends in a derived id; not allowed in any other.</summary>
    public const char DerivedSeparator = '>';

    /// <summary>The error of a node's id or a relationship's stored id; null if it is valid.</summary>
    /// <param name="model">The model.</param>
    /// <param name="type">The expected type.</param>
    /// <param name="id">The id.</param>
    public static string? FindError(GraphModel model, ElementType type, string id)
    {
        if (FindErrorInText(id) is { } error)
            return error;
        if (!HasPrefix(type, id))
        {
            return model.TypeOfId(id) is { } other && other != type
                ? $"{WriteErrors.Show(id)} is an id of {other.Name}; expected '{type.IdPrefix}:<key>', an id of {type.Name}"
                : $"{WriteErrors.Show(id)} is not an id of {type.Name}; expected '{type.IdPrefix}:<key>'";
        }

        return id.Contains(DerivedSeparator, StringComparison.Ordinal)
            ? $"{WriteErrors.Show(id)} contains '{DerivedSeparator}', which is reserved for derived ids"
            : null;
    }

    /// <summary>The error of a text as any id, of this graph or of another data set; null if it is valid.</summary>
    public static string? FindErrorInText(string id)
    {
        foreach (var character in id)
        {
            if (char.IsControl(character))
                return $"{WriteErrors.Show(id)} contains a control character, which is not allowed in an id";
        }

        if (id.Length > 0 && (char.IsWhiteSpace(id[0]) || char.IsWhiteSpace(id[^1])))
            return $"{WriteErrors.Show(id)} begins or ends with white space, which is not allowed in an id";
        return TextRule.IsWellFormed(id) ? null : $"{WriteErrors.Show(id)} is not well-formed Unicode: it has an unpaired surrogate";
    }

    /// <summary>Whether the id has the prefix of the type and a key.</summary>
    public static bool HasPrefix(ElementType type, string id) =>
        id.Length > type.IdPrefix.Length + 1
        && id.StartsWith(type.IdPrefix, StringComparison.Ordinal)
        && id[type.IdPrefix.Length] == ':';
}
