namespace GraphIntel.Core.Planning;

/// <summary>
/// A GraphQL operation as a tree of lookups, scans, expansions and the fields selected from them. It contains no values of
/// variables: whatever changes between requests is a parameter. Immutable.
/// </summary>
/// <param name="Slots">The root fields, in the order of the response.</param>
/// <param name="Parameters">The parameters, by index.</param>
/// <param name="Bindings">The bindings of the parameters, in the order of the document.</param>
/// <param name="CursorKeyCount">The total number of keys of all cursors.</param>
internal sealed record Plan(
    Slot[] Slots, IReadOnlyList<Parameter> Parameters, IReadOnlyList<ParameterBinding> Bindings, int CursorKeyCount)
{
    /// <summary>
    /// Whether it depends on the numbers in variables, too, because points in an order were compared: a key that is given again
    /// counts for nothing.
    /// </summary>
    public bool DependsOnNumbers { get; init; }

    /// <summary>The highest number of an alias: those of an alternative get the next ones.</summary>
    public int LastNumber { get; init; }

    /// <summary>Whether the plan reads from a store.</summary>
    public bool NeedsStore { get; } = Slots.Any(slot => slot.ValueCount > 0);

    /// <summary>Binds the parameters to the values of a request.</summary>
    public BoundParameters Bind(IReadOnlyDictionary<string, object?> variables)
    {
        var bound = new BoundParameters(variables, Parameters.Count, CursorKeyCount);
        foreach (var binding in Bindings)
            binding.Bind(bound);
        return bound;
    }
}
