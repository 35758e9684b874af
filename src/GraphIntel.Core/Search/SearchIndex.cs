using System.Globalization;
using GraphIntel.Core.Model;

namespace GraphIntel.Core.Search;

/// <summary>
/// An index of keys over the nodes of a type. A node has an entry with its keys if it has any; a store finds nodes by
/// expressions over keys (<see cref="SearchExpression"/>).
/// </summary>
/// <param name="Type">The type of the nodes.</param>
/// <param name="Text">
/// The property whose keys it has, which the index decides; null for the index of all values that are compared: names, and lists.
/// </param>
internal sealed record SearchIndex(NodeType Type, Property? Text)
{
    /// <summary>The indexes of a type: that of compared values first, if it has any.</summary>
    public static IReadOnlyList<SearchIndex> Of(NodeType type)
    {
        IEnumerable<SearchIndex> compared = type.Searched.Any(property => !property.IsDecidedByIndex) ? [new SearchIndex(type, null)] : [];
        return [.. compared, .. type.Searched.Where(property => property.IsDecidedByIndex).Select(property => new SearchIndex(type, property))];
    }

    /// <inheritdoc/>
    public override string ToString() => Text is null ? $"names of {Type.Name}" : $"{Type.Name}.{Text.Name}";

    /// <summary>The name of the metadata value with the description of a store's indexes.</summary>
    public const string MetadataName = "search";

    /// <summary>
    /// What the indexes of a model depend on: the version of the keys, and how each property is searched. A store keeps it, and
    /// builds its indexes anew if it differs.
    /// </summary>
    public static string Describe(GraphModel model) => string.Create(
        CultureInfo.InvariantCulture,
        $"{SearchKeys.Version} {string.Join(' ', model.Searched.SelectMany(node => node.Searched.Select(property => $"{node.Name}.{property.Name}:{property.SearchedAs}")))}");

    /// <summary>Whether it has the keys of a property.</summary>
    public bool Has(Property property) => property.IsDecidedByIndex ? property == Text : Text is null;
}
