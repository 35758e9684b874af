using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Layout;

/// <summary>
/// What a model adds to a store, and its incompatibilities. Checks of the data itself (a relationship that becomes to-one) come
/// later.
/// </summary>
internal sealed class LayoutDifference
{
    private readonly LayoutDescription _stored;
    private readonly LayoutDescription _wanted;

    private LayoutDifference(LayoutDescription stored, LayoutDescription wanted)
    {
        _stored = stored;
        _wanted = wanted;
    }

    /// <summary>One sentence for each incompatibility; empty if the store can be upgraded to the model.</summary>
    public List<string> Incompatibilities { get; } = [];

    /// <summary>New types, by <see cref="KeyOf(TypeDescription)"/>.</summary>
    public HashSet<string> NewTypes { get; } = new(StringComparer.Ordinal);

    /// <summary>New properties, by their type's <see cref="KeyOf(TypeDescription)"/> and name.</summary>
    public HashSet<(string Type, string Property)> NewProperties { get; } = [];

    /// <summary>Types of which the first days of claims become stored.</summary>
    public HashSet<string> NewFirstClaims { get; } = new(StringComparer.Ordinal);

    /// <summary>Types of which a value becomes derived from claims.</summary>
    public HashSet<string> NewlyDerived { get; } = new(StringComparer.Ordinal);

    /// <summary>Compares the layout of a store with that of a model.</summary>
    public static LayoutDifference Compare(LayoutDescription stored, LayoutDescription wanted)
    {
        var difference = new LayoutDifference(stored, wanted);
        difference.CompareTypes();
        difference.CompareEnums();
        difference.CompareClaim();
        return difference;
    }

    /// <summary>The key of a type: a node type's name, a relationship type's type.</summary>
    public static string KeyOf(ElementType type) =>
        type is RelationshipType relationship ? relationship.Type : type.Name + " (node)";

    private static string KeyOf(TypeDescription type) => type.Ends?.Type ?? type.Name + " (node)";

    private void CompareTypes()
    {
        var wanted = _wanted.Types.ToDictionary(KeyOf, StringComparer.Ordinal);
        foreach (var stored in _stored.Types)
        {
            if (wanted.Remove(KeyOf(stored), out var type))
                CompareType(stored, type);
            else
                Incompatibilities.Add($"{Describe(stored)} is no longer in the model.");
        }

        NewTypes.UnionWith(wanted.Keys);
    }

    private void CompareType(TypeDescription stored, TypeDescription wanted)
    {
        var type = Describe(wanted);
        CompareValue(stored.IdPrefix, wanted.IdPrefix, $"{type}: its id prefix");
        if (stored.IsFact && !wanted.IsFact)
            Incompatibilities.Add($"{type}: claims about it are no longer in the model.");
        CompareProperties(stored, wanted);
        CompareStanding(stored, wanted);
        if (stored.Ends is { } before && wanted.Ends is { } after)
            CompareEnds(type, wanted, before, after);
    }

    private void CompareProperties(TypeDescription stored, TypeDescription wanted)
    {
        var properties = wanted.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        foreach (var before in stored.Properties)
        {
            var name = $"{wanted.Name}.{before.Name}";
            if (!properties.Remove(before.Name, out var after))
                Incompatibilities.Add($"{name} is no longer in the model.");
            else if (before != after)
                Incompatibilities.Add($"{name} was {Describe(before)} and is now {Describe(after)}.");
        }

        foreach (var added in properties.Values)
        {
            if (added is { IsRequired: true, IsList: false } && added.Name != wanted.Standing && added.Name != "id")
                Incompatibilities.Add($"{wanted.Name}.{added.Name} is new and required, but existing data has no value for it.");
            NewProperties.Add((KeyOf(wanted), added.Name));
        }
    }

    private void CompareStanding(TypeDescription stored, TypeDescription wanted)
    {
        if (stored.Standing == wanted.Standing)
            return;
        if (stored.Standing is null && IsNew(wanted, wanted.Standing!))
            NewlyDerived.Add(KeyOf(wanted));
        else
            CompareValue(stored.Standing, wanted.Standing, $"{Describe(wanted)}: its standing");
    }

    private void CompareEnds(string type, TypeDescription wanted, EndsDescription before, EndsDescription after)
    {
        CompareValue(before.Source, after.Source, $"{type}: its source type");
        CompareValue(before.Target, after.Target, $"{type}: its target type");
        CompareValue(before.SourceOrder, after.SourceOrder, $"{type}: the property of {after.Source} by which it is ordered");
        CompareValue(before.TargetOrder, after.TargetOrder, $"{type}: the property of {after.Target} by which it is ordered");
        if (before.StoresId != after.StoresId)
            Incompatibilities.Add($"{type}: its id was {IdKind(before)} and is now {IdKind(after)}.");
        CompareDays($"{type}: its valid days", wanted, before.Valid, after.Valid);
        if (CompareDays($"{type}: its attested days", wanted, before.Attested, after.Attested))
            NewlyDerived.Add(KeyOf(wanted));
        if (after.HasFirstClaims && !before.HasFirstClaims)
        {
            NewFirstClaims.Add(KeyOf(wanted));
            NewlyDerived.Add(KeyOf(wanted));
        }
    }

    /// <summary>Whether the days are new; that is compatible if their properties are new.</summary>
    private bool CompareDays(string what, TypeDescription wanted, IReadOnlyList<string>? before, IReadOnlyList<string>? after)
    {
        if ((before ?? []).SequenceEqual(after ?? []))
            return false;
        if (before is null && after!.All(property => IsNew(wanted, property)))
            return true;
        Incompatibilities.Add($"{what} were {Describe(before)} and are now {Describe(after)}.");
        return false;
    }

    private void CompareEnums()
    {
        var wanted = _wanted.Enums.ToDictionary(candidate => candidate.Name, StringComparer.Ordinal);
        foreach (var stored in _stored.Enums)
        {
            // The loss of a whole enum shows in the properties that had it.
            if (!wanted.TryGetValue(stored.Name, out var values))
                continue;
            var lost = stored.Values.Except(values.Values, StringComparer.Ordinal).ToList();
            if (lost.Count > 0)
                Incompatibilities.Add($"The enum {stored.Name} no longer has {string.Join(", ", lost)}.");
        }
    }

    private void CompareClaim()
    {
        if (_stored.Claim == _wanted.Claim || (_stored.Claim is null && NewTypes.Contains(_wanted.Claim!.Type + " (node)")))
            return;
        Incompatibilities.Add("The properties that make a node a claim have changed.");
    }

    private void CompareValue(string? before, string? after, string what)
    {
        if (before != after)
            Incompatibilities.Add($"{what} was {before ?? "none"} and is now {after ?? "none"}.");
    }

    private bool IsNew(TypeDescription type, string property) => NewProperties.Contains((KeyOf(type), property));

    private static string Describe(TypeDescription type) => type.Ends is { } ends && ends.Type != type.Name
        ? $"{type.Name} ({ends.Type})"
        : type.Name;

    private static string Describe(PropertyDescription property)
    {
        var kind = property.Enum ?? property.Kind.ToString();
        return (property.IsRequired ? "a required " : "an optional ") + (property.IsList ? $"list of {kind}" : kind);
    }

    private static string Describe(IReadOnlyList<string>? days) => days is null ? "none" : string.Join(" and ", days);

    private static string IdKind(EndsDescription ends) => ends.StoresId ? "stored" : "derived from its ends";
}
