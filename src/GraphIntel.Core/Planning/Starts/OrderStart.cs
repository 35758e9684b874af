using GraphIntel.Core.Filters;
using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning.Starts;

/// <summary>
/// The nodes to which a path leads from a node that is given by its id, a page of which an index has in order: instead of
/// walking to all of them and sorting them, a store can read nodes of their type in this order and test whether the path leads to
/// them, until the page is full.
/// </summary>
/// <param name="Number">Its number among the alternatives of the plan.</param>
/// <param name="Slot">The index of the field of the given node among the root fields.</param>
/// <param name="Child">The index of the connection among the node's fields.</param>
/// <param name="Page">The page.</param>
/// <param name="Id">The id of the given node.</param>
/// <param name="Walk">The path.</param>
/// <param name="Scan">The nodes of the type, with the test.</param>
internal sealed record OrderStart(int Number, int Slot, int Child, Page Page, Parameter Id, WalkSource Walk, ScanSource Scan) : StartAlternative(Number, Slot)
{
    /// <summary>Adds those of an object that is given by its id.</summary>
    /// <param name="slot">The index of its field.</param>
    /// <param name="single">Its field.</param>
    /// <param name="lookup">Where it comes from.</param>
    /// <param name="last">The last number of an alias in the plan.</param>
    /// <param name="found">Receives the alternatives.</param>
    public static void Find(int slot, ObjectSlot single, LookupSource lookup, int last, List<StartAlternative> found)
    {
        if (lookup.Id is not ParameterOperand { Parameter: var id })
            return;
        for (var child = 0; child < single.Slots.Length; child++)
        {
            if (single.Slots[child] is not ConnectionSlot { Source: WalkSource { Start: null, Day: null, ExcludesOrigin: false } walk } connection
                || walk.Origin != lookup.Node || !walk.Steps.All(IsBounded)
                || !Array.Exists(connection.Reads, read => read is ItemsRead items && !items.Slots.Any(item => item.ShowsDepth))
                || !Array.TrueForAll(connection.Page.Keys, key => key.Value is PropertyOperand or IdOperand))
            {
                continue;
            }
            // Two numbers for each alternative, which must differ from all others of the plan.
            var number = last + (2 * found.Count);
            var start = lookup.Node with { Number = number + 1 };
            var back = walk with
            {
                Origin = walk.Node,
                Steps = [.. walk.Steps.Reverse().Select(step => step.Reversed)],
                Walked = new WalkAlias(number + 2),
                Node = start,
                Where = new ComparePredicate(new IdOperand(start), Comparison.Equal, id),
            };
            var scan = new ScanSource(walk.Node, Predicate.All([walk.Where, new ExistsPredicate(back)]));
            if (scan.IsInOrder(connection.Page))
                found.Add(new OrderStart(found.Count, slot, child, connection.Page, id, walk, scan));
        }
    }

    /// <summary>The conditions of the scan that bound the first key of the page's order: an index has the nodes between the bounds.</summary>
    public Predicate Bounds => Predicate.All(Scan.Where.Conjuncts.Where(IsBound));

    /// <inheritdoc/>
    protected override Slot Apply(Slot root, int rows)
    {
        var single = (ObjectSlot)root;
        var connection = (ConnectionSlot)single.Slots[Child];
        var slots = single.Slots.ToArray();
        slots[Child] = new ConnectionSlot(
            connection.Context,
            connection.Source,
            connection.Page,
            connection.Parts,
            Array.ConvertAll(connection.Reads, read => read is ItemsRead items ? items with { Source = Scan with { KnownRows = rows } } : read));
        return new ObjectSlot(single.Context, single.Source, slots);
    }

    /// <summary>Whether a step can be counted, and tested from its end, in time that the number of its relationships bounds.</summary>
    private static bool IsBounded(WalkStep step) => step.LeadsBack || step is { Min: 0, Max: 1, Direction: not Direction.Both };

    private bool IsBound(Predicate condition) => condition is ComparePredicate { Value: PropertyOperand value }
        && Page.Keys[0].Value is PropertyOperand first && value.Of == first.Of && value.Property == first.Property;
}
