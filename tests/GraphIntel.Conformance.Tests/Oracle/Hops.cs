using GraphIntel.Core.Model;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>The arguments of time and claims of one hop: which relationships count.</summary>
internal sealed record HopConditions(
    DateOnly? AsOf, Period? During, string Certainty, IReadOnlyList<string> Standing, DateOnly? KnownBy, IReadOnlyList<string>? AccordingTo,
    bool? WhileValid)
{
    private static readonly string[] Walked = ["ASSERTED", "DISPUTED"];

    /// <summary>What holds where nothing is said.</summary>
    public static HopConditions Default { get; } = new(null, null, "PRESUMED", Walked, null, null, null);

    /// <summary>Reads the arguments; a null argument is an absent one.</summary>
    public static HopConditions Read(Dictionary<string, object?> arguments)
    {
        var during = arguments.GetValueOrDefault("during") as Dictionary<string, object?>;
        return new HopConditions(
            Day(arguments, "asOf"),
            during is null ? null : new Period(Day(during, "from"), Day(during, "until")),
            arguments.GetValueOrDefault("certainty") as string ?? "PRESUMED",
            arguments.GetValueOrDefault("standing") is { } standing ? [.. Inputs.AsList(standing).Cast<string>()] : Walked,
            Day(arguments, "knownBy"),
            arguments.GetValueOrDefault("accordingTo") is { } sources
                ? [.. Inputs.AsList(sources).Select(id => (string)Inputs.Scalar(id!, ScalarKind.Id))]
                : null,
            arguments.GetValueOrDefault("whileValid") as bool?);
    }

    /// <summary>Whether a relationship was so on a day, whatever else is asked of it.</summary>
    public bool AdmitOn(MemoryGraph graph, DateOnly day, MemoryRelationship relationship) =>
        (this with { AsOf = day, During = null }).Admit(graph, relationship);

    /// <summary>Whether a relationship counts.</summary>
    public bool Admit(MemoryGraph graph, MemoryRelationship relationship)
    {
        var type = (RelationshipType)relationship.Type;
        if (type.Standing is not null && !Standing.Contains(StandingOf(graph, relationship)))
            return false;
        if (type.Valid is not var (validFrom, validUntil))
            return true;
        var from = (DateOnly?)relationship.Get(validFrom);
        var until = (DateOnly?)relationship.Get(validUntil);
        var attests = type.Attested is not null && (AsOf is not null || During is not null);
        if (attests && Certainty == "PRESUMED")
        {
            from ??= (DateOnly?)relationship.Get(type.Attested!.Value.From);
            if (from >= until)
                return false;
        }
        if (AsOf is { } day && !((from is null || from <= day) && (until is null || day < until)))
            return false;
        if (During is { } period && !(Precedes(from, period.Until) && Precedes(period.From, until)))
            return false;
        return !attests || Certainty != "ATTESTED" || IsAttested(relationship, type.Attested!.Value);
    }

    // What the claims that are looked at come to; nothing where there are claims, but none of these.
    private string? StandingOf(MemoryGraph graph, MemoryRelationship relationship)
    {
        if (KnownBy is null && AccordingTo is null)
            return (string)relationship.Get(relationship.Type.Standing!)!;
        var role = graph.Model.Claim!;
        var claims = graph.ClaimsOf(relationship);
        if (claims.Count == 0)
            return AccordingTo is null ? "ASSERTED" : null;
        return MemoryGraph.StandingOf(role, [.. claims
            .Where(claim => KnownBy is null || (DateOnly)claim.Get(role.Made)! <= KnownBy)
            .Where(claim => AccordingTo is null
                || Hops.Follow(graph, claim, role.Source!, Default).Any(source => AccordingTo.Contains(source.Node.Id)))]);
    }

    private bool IsAttested(MemoryRelationship relationship, (Property From, Property Until) days)
    {
        if (relationship.Get(days.From) is not DateOnly first || relationship.Get(days.Until) is not DateOnly last)
            return false;
        if (AsOf is { } day && !(first <= day && day <= last))
            return false;
        if (During is not { } period)
            return true;
        return (period.Until is null || first < period.Until) && (period.From is null || period.From <= last);
    }

    // Whether what begins there begins before the other ends; a null end is open.
    private static bool Precedes(DateOnly? start, DateOnly? end) => start is null || end is null || start < end;

    private static DateOnly? Day(Dictionary<string, object?> map, string key) =>
        map.GetValueOrDefault(key) is { } value ? Inputs.Date(value) : null;
}

/// <summary>A period, from its first day to the day before <paramref name="Until"/>; a null end is open.</summary>
internal sealed record Period(DateOnly? From, DateOnly? Until);

/// <summary>One entry of a connection, and how it was reached.</summary>
/// <param name="Node">The node; of an edge root, the relationship.</param>
/// <param name="Relationship">The relationship that leads to the node; null where none or several do.</param>
/// <param name="Depth">How many relationships lead to the node by a path.</param>
internal sealed record Item(MemoryFact Node, MemoryRelationship? Relationship = null, int Depth = 0);

/// <summary>What lies at the end of a field.</summary>
internal static class Hops
{
    /// <summary>What a field of a node or a relationship leads to.</summary>
    public static IEnumerable<Item> Follow(MemoryGraph graph, MemoryFact fact, ModelField field, HopConditions conditions) =>
        field switch
        {
            RelationshipField relationship => Follow(graph, (MemoryNode)fact, relationship, conditions),
            PathField path => Follow(graph, fact, path, conditions),
            RefersByField by => Follow(graph, fact, by),
            RefersToField to => Follow(graph, fact, to),
            _ => throw new NotSupportedException(field.GetType().Name),
        };

    /// <summary>The node that a to-one field shows: of several, which there may be at different times, that of the least id.</summary>
    public static Item? Show(MemoryGraph graph, MemoryNode node, RelationshipField field, HopConditions conditions)
    {
        var items = Follow(graph, node, field, conditions).ToList();
        items.Sort((left, right) => Values.Compare(left.Node.Id, right.Node.Id) is var order and not 0
            ? order
            : Values.Compare(left.Relationship!.Id, right.Relationship!.Id));
        return items.FirstOrDefault();
    }

    private static IEnumerable<Item> Follow(MemoryGraph graph, MemoryNode node, RelationshipField field, HopConditions conditions) =>
        graph.Relationships
            .Where(relationship => relationship.Type == field.Relationship)
            .Where(relationship => relationship.LeadsFrom(node, field.Direction))
            .Where(relationship => conditions.Admit(graph, relationship))
            .Select(relationship => new Item(relationship.Other(node), relationship));

    // Nodes whose property holds the object's id.
    private static IEnumerable<Item> Follow(MemoryGraph graph, MemoryFact fact, RefersByField field) =>
        graph.Nodes
            .Where(node => node.Type == field.Target && node.Get(field.Property) is string id && id == fact.Id)
            .Select(node => new Item(node));

    // Nodes whose ids the object holds.
    private static IEnumerable<Item> Follow(MemoryGraph graph, MemoryFact fact, RefersToField field) =>
        graph.Nodes
            .Where(node => node.Type == field.Target && fact.GetList(field.Ids).Contains(node.Id))
            .Select(node => new Item(node));

    // Nodes at the ends of the walks that match a path, each at its least depth. A state of a walk is where it is, at which
    // step, and how often it has taken that step; where its steps must have been so on a day, also which steps it has taken.
    private static List<Item> Follow(MemoryGraph graph, MemoryFact fact, PathField field, HopConditions conditions)
    {
        var (origin, other) = fact is MemoryRelationship start
            ? field.StartsAtSource!.Value ? (start.Source, start.Target) : (start.Target, start.Source)
            : ((MemoryNode)fact, null);
        var isOnDay = conditions.WhileValid ?? field.WhileValid;
        var found = new List<Item>();
        var seen = new HashSet<(MemoryNode Node, int Step, int Times, string Taken)>();
        var states = new List<WalkState> { new(origin, 0, 0, []) };
        for (var depth = 0; states.Count > 0; depth++)
        {
            // A step taken often enough may be left for the next one, without a relationship between.
            for (var i = 0; i < states.Count; i++)
            {
                var state = states[i];
                if (state.Step == field.Steps.Count)
                {
                    var isNew = found.All(item => item.Node != state.Node) && (state.Node != origin || depth == 0);
                    if (isNew && (!isOnDay || WereSo(graph, state.Taken, DayOf(state.Node, origin, other), conditions)))
                        found.Add(new Item(state.Node, null, depth));
                }
                else if (state.Times >= field.Steps[state.Step].Min)
                {
                    states.Add(state with { Step = state.Step + 1, Times = 0 });
                }
            }
            var next = new List<WalkState>();
            foreach (var (node, step, times, taken) in states)
            {
                if (step == field.Steps.Count || times == field.Steps[step].Max)
                    continue;
                foreach (var relationship in graph.Relationships)
                {
                    if (relationship.Type != field.Steps[step].Relationship)
                        continue;
                    if (!relationship.LeadsFrom(node, field.Steps[step].Direction) || !conditions.Admit(graph, relationship))
                        continue;
                    MemoryRelationship[] dated = isOnDay && field.Steps[step].Relationship.Valid is not null ? [.. taken, relationship] : taken;
                    var state = new WalkState(relationship.Other(node), step, times + 1, dated);
                    if (seen.Add((state.Node, step, state.Times, string.Join(' ', dated.Select(one => one.Id)))))
                        next.Add(state);
                }
            }
            states = next;
        }
        return found;
    }

    private static bool WereSo(MemoryGraph graph, MemoryRelationship[] taken, DateOnly? day, HopConditions conditions) =>
        day is { } known && taken.All(relationship => conditions.AdmitOn(graph, known, relationship));

    // The day of the first of these whose type has one, even where the node itself has none.
    private static DateOnly? DayOf(params MemoryNode?[] nodes)
    {
        var holder = nodes.First(node => ((NodeType?)node?.Type)?.Day is not null)!;
        return (DateOnly?)holder.Get(((NodeType)holder.Type).Day!);
    }

    private sealed record WalkState(MemoryNode Node, int Step, int Times, MemoryRelationship[] Taken);
}
