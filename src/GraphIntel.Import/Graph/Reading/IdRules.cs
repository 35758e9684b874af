using System.Collections.Frozen;
using GraphIntel.Core.Model;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>What an id of the model looks like: its type's prefix, a colon, a key.</summary>
internal sealed class IdRules(GraphModel model)
{
    /// <summary>What joins the ends in a derived id, and so stands in no other.</summary>
    private const char DerivedSeparator = '>';

    private readonly FrozenDictionary<string, FactType> _types =
        model.FactTypes.ToFrozenDictionary(type => type.IdPrefix, StringComparer.Ordinal);

    /// <summary>The type whose prefix the id has; null where there is none.</summary>
    public FactType? TypeOf(string id)
    {
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && _types.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id.AsSpan(0, colon), out var type)
            ? type
            : null;
    }

    /// <summary>What is wrong with the id of a node or relationship of this type; null where nothing is.</summary>
    public string? FindMistake(string id, FactType type)
    {
        if (id.Length == 0) return $"there is no id; an id of {type} is written {type.IdPrefix}:key";
        if (FindUnwritable(id) is { } unwritable) return unwritable;
        if (TypeOf(id) != type)
        {
            return TypeOf(id) is { } other
                ? $"{Wording.Quote(id)} is the id of {other}; one of {type} is wanted here, written {type.IdPrefix}:key"
                : $"{Wording.Quote(id)} is no id of {type}; such an id is written {type.IdPrefix}:key";
        }

        if (id.Length == type.IdPrefix.Length + 1) return $"{Wording.Quote(id)} has nothing after the colon";
        return id.Contains(DerivedSeparator, StringComparison.Ordinal)
            ? $"{Wording.Quote(id)} has a {DerivedSeparator}, which only derived ids have"
            : null;
    }

    /// <summary>What is wrong with the id of something that a claim can be about; null where nothing is.</summary>
    public string? FindMistakeInFact(string id)
    {
        if (FindUnwritable(id) is { } unwritable) return unwritable;
        switch (TypeOf(id))
        {
            case null:
                return $"{Wording.Quote(id)} has the prefix of no type of the model";
            case { IsFact: false } type:
                return $"{Wording.Quote(id)} is the id of {type}, of which nothing can be claimed";
            case RelationshipType { Id: null } type:
                return TrySplitDerived(id, type, out var source, out var target)
                    ? FindMistake(source, type.Source) ?? FindMistake(target, type.Target)
                    : $"{Wording.Quote(id)} is no id of {type.Type}; it is derived from the ends, {type.IdPrefix}:SOURCE>TARGET";
            case var type:
                return FindMistake(id, type);
        }
    }

    /// <summary>Takes the ends out of a derived id.</summary>
    public static bool TrySplitDerived(string id, RelationshipType type, out string source, out string target)
    {
        var ends = id[(type.IdPrefix.Length + 1)..].Split(DerivedSeparator);
        (source, target) = ends.Length == 2 ? (ends[0], ends[1]) : ("", "");
        return ends.Length == 2;
    }

    /// <summary>What keeps a text from being any id, of ours or of another data set; null where nothing does.</summary>
    public static string? FindUnwritable(string id)
    {
        if (id.Any(char.IsControl)) return $"{Wording.Quote(id)} has a control character, which no id may have";
        return char.IsWhiteSpace(id[0]) || char.IsWhiteSpace(id[^1])
            ? $"{Wording.Quote(id)} has white space around it"
            : null;
    }
}
