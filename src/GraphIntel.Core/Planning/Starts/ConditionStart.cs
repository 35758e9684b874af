using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning.Starts;

/// <summary>
/// A condition of a root connection that a store can turn around: instead of testing it for each node of the type, it starts with
/// the nodes that the condition gives by their ids and goes back to the nodes of the connection.
/// </summary>
/// <param name="Number">Its number among the alternatives of the plan.</param>
/// <param name="Slot">The index of the connection among the root fields.</param>
/// <param name="Condition">The condition, one of the conjuncts of the scan's.</param>
/// <param name="Start">The condition turned around.</param>
/// <param name="Levels">The sources from the given nodes to those of the connection, in this order.</param>
internal sealed record ConditionStart(int Number, int Slot, ExistsPredicate Condition, ExistsPredicate Start, IReadOnlyList<NodeSource> Levels)
    : StartAlternative(Number, Slot)
{
    /// <summary>The number of alternatives of a connection: each costs a read before the statement.</summary>
    private const int MaxAlternatives = 4;

    /// <summary>The number of conditions that are looked at; there may be thousands.</summary>
    private const int MaxConditions = 32;

    /// <summary>The number of sources between the given nodes and the connection.</summary>
    private const int MaxLevels = 4;

    /// <summary>Adds those of a root connection.</summary>
    public static void Find(int slot, ScanSource scan, List<StartAlternative> found)
    {
        // Given ids of the nodes themselves are the better start.
        if (scan is not { Item: NodeAlias, Start: null } || scan.Where.RestrictsToIds(scan.Item))
            return;
        var before = found.Count;
        foreach (var condition in scan.Where.Conjuncts.Take(MaxConditions).OfType<ExistsPredicate>())
        {
            var levels = new List<NodeSource>();
            if (found.Count - before < MaxAlternatives && Turn(condition, scan.Item, levels, MaxLevels) is { } start)
                found.Add(new ConditionStart(found.Count, slot, condition, start, levels));
        }
    }

    /// <inheritdoc/>
    protected override Slot Apply(Slot root, int rows)
    {
        var connection = (ConnectionSlot)root;
        var scan = (ScanSource)connection.Source;
        var source = scan with { Where = Without(scan.Where, Condition), Start = Start, KnownRows = rows };
        return new ConnectionSlot(
            connection.Context, source, connection.Page, connection.Parts, Array.ConvertAll(connection.Reads, read => read with { Source = source }));
    }

    private static ExistsPredicate? Turn(ExistsPredicate condition, Alias origin, List<NodeSource> levels, int remaining)
    {
        if (remaining == 0 || condition.Source is not NodeSource source || !LeadsBack(source, origin))
            return null;
        if (source.Where.RestrictsToIds(source.Node))
        {
            levels.Add(source);
            return condition;
        }
        foreach (var nested in source.Where.Conjuncts.Take(MaxConditions).OfType<ExistsPredicate>())
        {
            if (Turn(nested, source.Node, levels, remaining - 1) is not { } start)
                continue;
            var turned = source with { Where = Without(source.Where, nested), NodeStart = start };
            levels.Add(turned);
            return new ExistsPredicate(turned);
        }
        return null;
    }

    /// <summary>Whether every store can follow a source from its nodes back to the origin.</summary>
    private static bool LeadsBack(NodeSource source, Alias origin) => source switch
    {
        HopSource hop => hop.Origin == origin && hop.Direction != Direction.Both,
        WalkSource { Start: null, Day: null } walk => walk.Origin == origin && walk.Steps.All(step => step.LeadsBack),
        _ => false,
    };

    private static Predicate Without(Predicate where, Predicate part) =>
        Predicate.All(where.Conjuncts.Where(conjunct => !ReferenceEquals(conjunct, part)));
}
