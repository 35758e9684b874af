using GraphIntel.Core.Planning;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// The aliases that a part of a statement can refer to, by their numbers in the plan. Immutable: a nested part extends it.
/// </summary>
internal sealed class AliasScope
{
    private readonly AliasScope? _outer;
    private readonly int _number;
    private readonly AliasBinding? _binding;

    private AliasScope(AliasScope? outer, int number, AliasBinding? binding, GroupScope? groups)
    {
        _outer = outer;
        _number = number;
        _binding = binding;
        Groups = groups;
    }

    /// <summary>The scope of a whole statement, without aliases.</summary>
    public static AliasScope Root { get; } = new(null, 0, null, null);

    /// <summary>A nested scope with one more binding.</summary>
    public AliasScope With(int number, AliasBinding binding) => new(this, number, binding, Groups);

    /// <summary>The groups whose members are aggregated here; null outside of an aggregate.</summary>
    public GroupScope? Groups { get; }

    /// <summary>A nested scope in which members are aggregated.</summary>
    public AliasScope With(GroupScope groups) => new(_outer, _number, _binding, groups);

    /// <summary>A nested scope with the ends of the relationship at which a walk starts, if it starts at one.</summary>
    public AliasScope WithStart(WalkSource walk) => walk.Start is not { } start
        ? this
        : With(walk.Origin.Number, new EndBinding(start.Of, this[start.Of], start.IsSource))
            .With(start.Other.Number, new EndBinding(start.Of, this[start.Of], !start.IsSource));

    /// <summary>The binding of an alias.</summary>
    public AliasBinding this[Alias alias] => this[alias.Number];

    /// <summary>The binding of a number.</summary>
    public AliasBinding this[int number]
    {
        get
        {
            var scope = this;
            while (scope._binding is null || scope._number != number)
                scope = scope._outer ?? throw new InvalidOperationException($"The plan refers to alias {number} outside its scope.");
            return scope._binding;
        }
    }

    /// <summary>A nested scope in which a source's aliases are columns of a derived table.</summary>
    public AliasScope Outside(DerivedTable table, Source source)
    {
        var scope = this;
        int?[] numbers = [source.Item.Number, source.Relationship?.Number, source.Walk?.Number];
        foreach (var number in numbers.OfType<int>())
            scope = scope.With(number, new DerivedBinding(table, this[number]));
        return scope;
    }
}
