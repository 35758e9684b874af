using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Layout;

/// <summary>
/// What is new in a model and can be added to a store, and what cannot be and why. Checks of the data itself (a relationship
/// that becomes to-one) come later.
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

    /// <summary>One sentence for each thing that does not fit; empty where the store can be fitted to the model.</summary>
    public List<string> Obstacles { get; } = [];

    /// <summary>Types not kept yet, by <see cref="KeyOf(TypeDescription)"/>.</summary>
    public HashSet<string> NewTypes { get; } = new(StringComparer.Ordinal);

    /// <summary>Properties not kept yet, by their type's <see cref="KeyOf(TypeDescription)"/> and name.</summary>
    public HashSet<(string Type, string Property)> NewProperties { get; } = [];

    /// <summary>Types whose standing or attested days claims decide from now on.</summary>
    public HashSet<string> NewlyDerived { get; } = new(StringComparer.Ordinal);

    /// <summary>Compares what a store keeps with what a model asks for.</summary>
    public static LayoutDifference Between(LayoutDescription stored, LayoutDescription wanted)
    {
        var difference = new LayoutDifference(stored, wanted);
        difference.CompareTypes();
        difference.CompareEnums();
        difference.CompareClaim();
        return difference;
    }

    /// <summary>What tells types apart: node types by name, relationship types by type.</summary>
    public static string KeyOf(FactType type) =>
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
                Obstacles.Add($"{Shown(stored)} is no longer in the model.");
        }

        NewTypes.UnionWith(wanted.Keys);
    }

    private void CompareType(TypeDescription stored, TypeDescription wanted)
    {
        var type = Shown(wanted);
        Same(stored.IdPrefix, wanted.IdPrefix, $"{type}: the prefix of its ids");
        if (stored.IsFact && !wanted.IsFact)
            Obstacles.Add($"{type}: claims about it are no longer in the model.");
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
                Obstacles.Add($"{name} is no longer in the model.");
            else if (before != after)
                Obstacles.Add($"{name} was {Shown(before)} and is now {Shown(after)}.");
        }

        foreach (var added in properties.Values)
        {
            if (added is { IsRequired: true, IsList: false } && added.Name != wanted.Standing && added.Name != "id")
                Obstacles.Add($"{wanted.Name}.{added.Name} is new and required: what is there has no value for it.");
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
            Same(stored.Standing, wanted.Standing, $"{Shown(wanted)}: its standing");
    }

    private void CompareEnds(string type, TypeDescription wanted, EndsDescription before, EndsDescription after)
    {
        Same(before.Source, after.Source, $"{type}: where it starts");
        Same(before.Target, after.Target, $"{type}: where it ends");
        Same(before.SourceOrder, after.SourceOrder, $"{type}: the property of {after.Source} by which it is ordered");
        Same(before.TargetOrder, after.TargetOrder, $"{type}: the property of {after.Target} by which it is ordered");
        if (before.StoresId != after.StoresId)
            Obstacles.Add($"{type}: its id was {Kept(before)} and is now {Kept(after)}.");
        CompareDays($"{type}: its valid days", wanted, before.Valid, after.Valid);
        if (CompareDays($"{type}: its attested days", wanted, before.Attested, after.Attested))
            NewlyDerived.Add(KeyOf(wanted));
    }

    /// <summary>Whether the days are new; that is allowed where their properties are.</summary>
    private bool CompareDays(string what, TypeDescription wanted, IReadOnlyList<string>? before, IReadOnlyList<string>? after)
    {
        if ((before ?? []).SequenceEqual(after ?? []))
            return false;
        if (before is null && after!.All(property => IsNew(wanted, property)))
            return true;
        Obstacles.Add($"{what} were {Shown(before)} and are now {Shown(after)}.");
        return false;
    }

    private void CompareEnums()
    {
        var wanted = _wanted.Enums.ToDictionary(candidate => candidate.Name, StringComparer.Ordinal);
        foreach (var stored in _stored.Enums)
        {
            // An enum that is gone altogether shows in the properties that had it.
            if (!wanted.TryGetValue(stored.Name, out var values))
                continue;
            var lost = stored.Values.Except(values.Values, StringComparer.Ordinal).ToList();
            if (lost.Count > 0)
                Obstacles.Add($"The enum {stored.Name} has lost {string.Join(", ", lost)}.");
        }
    }

    private void CompareClaim()
    {
        if (_stored.Claim == _wanted.Claim || (_stored.Claim is null && NewTypes.Contains(_wanted.Claim!.Type + " (node)")))
            return;
        Obstacles.Add("What makes a node a claim is no longer the same.");
    }

    private void Same(string? before, string? after, string what)
    {
        if (before != after)
            Obstacles.Add($"{what} was {before ?? "none"} and is now {after ?? "none"}.");
    }

    private bool IsNew(TypeDescription type, string property) => NewProperties.Contains((KeyOf(type), property));

    private static string Shown(TypeDescription type) => type.Ends is { } ends && ends.Type != type.Name
        ? $"{type.Name} ({ends.Type})"
        : type.Name;

    private static string Shown(PropertyDescription property)
    {
        var kind = property.Enum ?? property.Kind.ToString();
        return (property.IsRequired ? "a required " : "an optional ") + (property.IsList ? $"list of {kind}" : kind);
    }

    private static string Shown(IReadOnlyList<string>? days) => days is null ? "none" : string.Join(" and ", days);

    private static string Kept(EndsDescription ends) => ends.StoresId ? "stored" : "derived from its ends";
}
