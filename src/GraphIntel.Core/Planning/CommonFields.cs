using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning;

/// <summary>
/// Fields that the types of a lookup share and that depend only on the id: each is planned once, and the cases of all types
/// that select it share its slot, so that a statement can read it once.
/// </summary>
internal sealed class CommonFields(Operand id)
{
    private readonly List<(SelectedField Field, RefersByField By, ConnectionSlot Slot)> _planned = [];

    /// <summary>The slot of a field of one of the types, planned if no other type has the same field.</summary>
    public ConnectionSlot Get(SelectedField field, RefersByField by, Func<Operand, ConnectionSlot> plan)
    {
        foreach (var (known, knownBy, slot) in _planned)
        {
            if (knownBy.Property == by.Property && known.Context.ResponseKey == field.Context.ResponseKey && known.Fields.SequenceEqual(field.Fields))
                return slot;
        }
        var planned = plan(id);
        _planned.Add((field, by, planned));
        return planned;
    }
}
