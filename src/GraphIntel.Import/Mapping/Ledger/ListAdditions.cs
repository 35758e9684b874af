using GraphIntel.Core.Model;
using GraphIntel.Import.Mapping.Compiling;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>The items that the rows of a mapping added to lists of a node that others make.</summary>
internal sealed record ListAdditions
{
    private readonly IReadOnlyList<(string Property, object? Items)> _items = [];

    /// <summary>With what a list did not have before; the same object if there is nothing new.</summary>
    public ListAdditions With(Property property, object? before, object? items)
    {
        var known = Of(property.Name).Concat(ItemsOf(before)).ToHashSet();
        var added = ItemsOf(items).Where(item => !known.Contains(item)).ToList();
        return added.Count == 0 ? this : Replace(property, [.. Of(property.Name), .. added]);
    }

    /// <summary>Without items that are no longer in the list; the same object if there are none of them.</summary>
    public ListAdditions Without(Property property, object? after)
    {
        var left = ItemsOf(after).ToHashSet();
        var items = Of(property.Name).ToList();
        var kept = items.Where(left.Contains).ToList();
        return kept.Count == items.Count ? this : Replace(property, kept);
    }

    /// <summary>The items that were added to a list.</summary>
    public IEnumerable<object> Of(string property) => ItemsOf(_items.FirstOrDefault(entry => entry.Property == property).Items);

    /// <summary>Whether there are no items.</summary>
    public bool IsEmpty => _items.Count == 0;

    /// <summary>The record as bytes.</summary>
    public byte[] ToBytes()
    {
        using var writer = new RecordWriter();
        writer.Write(_items, entry =>
        {
            writer.Write(entry.Property);
            writer.WriteValue(entry.Items);
        });
        return writer.ToArray();
    }

    /// <summary>Reads a record.</summary>
    public static ListAdditions Read(byte[] bytes)
    {
        using var reader = new RecordReader(bytes);
        return new ListAdditions(reader.Read(() => (reader.ReadText(), reader.ReadValue())));
    }

    public ListAdditions()
    {
    }

    private ListAdditions(IReadOnlyList<(string Property, object? Items)> items) => _items = items;

    private ListAdditions Replace(Property property, List<object> items)
    {
        var others = _items.Where(entry => entry.Property != property.Name);
        return new ListAdditions([.. items.Count == 0 ? others : others.Append((property.Name, PropertyCompiler.ToArray(property.Kind, items)))]);
    }

    private static IEnumerable<object> ItemsOf(object? list) => list is Array items ? items.Cast<object>() : [];
}
