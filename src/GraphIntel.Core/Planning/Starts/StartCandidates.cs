namespace GraphIntel.Core.Planning.Starts;

/// <summary>
/// A condition of a root connection that a store can turn around: instead of testing it for each node of the type, it starts with
/// the nodes that the condition gives by their ids and goes back to the nodes of the connection.
/// </summary>
/// <param name="Number">Its number among the candidates of the plan.</param>
/// <param name="Slot">The index of the connection among the root fields.</param>
/// <param name="Condition">The condition, one of the conjuncts of the scan's.</param>
/// <param name="Start">The condition turned around.</param>
/// <param name="Levels">The sources from the given nodes to those of the connection, in this order.</param>
internal sealed record StartCandidate(int Number, int Slot, ExistsPredicate Condition, ExistsPredicate Start, IReadOnlyList<NodeSource> Levels);

/// <summary>Finds and applies the alternatives to testing every node of a type.</summary>
internal static class StartCandidates
{
    /// <summary>The number of candidates of a connection: each costs a read before the statement.</summary>
    private const int MaxCandidates = 4;

    /// <summary>The number of conditions that are looked at; there may be thousands.</summary>
    private const int MaxConditions = 32;

    /// <summary>The number of sources between the given nodes and the connection.</summary>
    private const int MaxLevels = 4;

    /// <summary>The candidates of all root connections of a plan, in the order of the document.</summary>
    public static IReadOnlyList<StartCandidate> Of(Plan plan)
    {
        var found = new List<StartCandidate>();
        for (var slot = 0; slot < plan.Slots.Length; slot++)
        {
            // Given ids of the nodes themselves are the better start.
            if (plan.Slots[slot] is not ConnectionSlot { Source: ScanSource { Item: NodeAlias, Start: null } scan } || scan.Where.RestrictsToIds(scan.Item))
                continue;
            var before = found.Count;
            foreach (var condition in scan.Where.Conjuncts.Take(MaxConditions).OfType<ExistsPredicate>())
            {
                var levels = new List<NodeSource>();
                if (found.Count - before < MaxCandidates && Turn(condition, scan.Item, levels, MaxLevels) is { } start)
                    found.Add(new StartCandidate(found.Count, slot, condition, start, levels));
            }
        }
        return found;
    }

    /// <summary>The plan in which connections start with these candidates, at most one each, and the bound of their rows.</summary>
    public static Plan Apply(Plan plan, IReadOnlyList<(StartCandidate Candidate, int Rows)> chosen)
    {
        var slots = plan.Slots.ToArray();
        foreach (var (candidate, rows) in chosen)
        {
            var connection = (ConnectionSlot)slots[candidate.Slot];
            var scan = (ScanSource)connection.Source;
            var source = scan with { Where = Without(scan.Where, candidate.Condition), Start = candidate.Start, StartRows = rows };
            slots[candidate.Slot] = new ConnectionSlot(
                connection.Context, source, connection.Page, connection.Parts, Array.ConvertAll(connection.Reads, read => read with { Source = source }));
        }
        return plan with { Slots = slots };
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

    /// <summary>
    /// Whether every store can follow a source from its nodes back to the origin: over single relationships in one direction, and
    /// over hierarchies whose steps have no conditions.
    /// </summary>
    private static bool LeadsBack(NodeSource source, Alias origin) => source switch
    {
        HopSource hop => hop.Origin == origin && hop.Direction != Model.Direction.Both,
        WalkSource { Start: null, Day: null } walk => walk.Origin == origin && walk.Steps.All(LeadsBack),
        _ => false,
    };

    private static bool LeadsBack(WalkStep step) => step.Direction != Model.Direction.Both
        && (step.IsTakenOnce || step is { Where.IsTrue: true, Followed.Relationship: { IsHierarchy: true, Valid: null, Standing: null } });

    private static Predicate Without(Predicate where, Predicate part) =>
        Predicate.All(where.Conjuncts.Where(conjunct => !ReferenceEquals(conjunct, part)));
}
