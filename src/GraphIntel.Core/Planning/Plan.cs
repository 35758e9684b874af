namespace GraphIntel.Core.Planning;

/// <summary>
/// A GraphQL operation as a tree of lookups, scans, expansions and what is shown of them, with places for parameters.
/// It names no variable's value: whatever changes from request to request is a parameter. Immutable.
/// </summary>
/// <param name="Slots">The root fields, in the order of the response.</param>
/// <param name="Parameters">What a statement gets from outside, by index.</param>
/// <param name="Bindings">How the parameters get their values, in the order of the document.</param>
/// <param name="CursorKeyCount">How many keys all cursors that bound its pages have together.</param>
internal sealed record Plan(
    Slot[] Slots, IReadOnlyList<Parameter> Parameters, IReadOnlyList<ParameterBinding> Bindings, int CursorKeyCount)
{
    /// <summary>Whether a store has anything to answer.</summary>
    public bool NeedsStore { get; } = Slots.Any(slot => slot.ValueCount > 0);

    /// <summary>Gives the parameters their values for a request.</summary>
    public BoundParameters Bind(IReadOnlyDictionary<string, object?> variables)
    {
        var bound = new BoundParameters(variables, Parameters.Count, CursorKeyCount);
        foreach (var binding in Bindings)
            binding.Bind(bound);
        return bound;
    }
}
