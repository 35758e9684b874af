using GraphIntel.Core.Planning;
using GraphIntel.Core.Values;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// Compiles the aggregate of a connection. The members of a group are read once: what needs them again (groups, and groups in
/// groups) takes them from a list.
/// </summary>
internal sealed class AggregateCompiler(CypherCompiler compiler)
{
    /// <summary>An expression for a list with what the slots read.</summary>
    public string Compile(AggregateRead aggregate, Scope scope)
    {
        var rows = compiler.Sources.Compile(aggregate.Source);
        var member = compiler.VariableOf(aggregate.Source.Item);
        var distinct = aggregate.Source.HasDistinctNodes ? "" : $" WITH DISTINCT {member}";
        var groups = new GroupScope(compiler, aggregate.Source.Item);
        var (row, inside) = Row(aggregate.Slots, groups);
        var found = scope.First($"{rows}{distinct} WITH {groups.Definitions.TrimStart(',', ' ')} {inside.Definitions("WITH *, ")}RETURN [{row}]");

        // Inside a subquery Neo4j aggregates by the variables outside of it too, so that nothing gives no row.
        return $"coalesce({found}, [{string.Join(", ", aggregate.Slots.SelectMany(OfNothing))}])";
    }

    /// <summary>What a slot reads where there are no members.</summary>
    private static IEnumerable<string> OfNothing(Slot slot) => slot switch
    {
        InlineSlot inline => inline.Slots.SelectMany(OfNothing),
        GroupsSlot or TimelineSlot => ["[]"],
        ValueSlot { Value: MemberCountOperand or DistinctCountOperand or SummaryOperand { Function: SummaryFunction.Count } } => ["0"],
        ValueSlot => ["null"],
        _ => [],
    };

    private (string Row, Scope Inside) Row(IEnumerable<Slot> slots, GroupScope groups, IEnumerable<string>? before = null)
    {
        var inside = new Scope(compiler) { Groups = groups };
        var row = string.Join(", ", (before ?? []).Concat(compiler.Values(slots, inside)));
        if (groups.IsEmpty && groups.Key is null)
            groups.Aggregate("count(*)");
        return (row, inside);
    }

    /// <summary>The list of groups of the members of the current group.</summary>
    public string Groups(GroupsSlot slot, Scope scope)
    {
        var outer = scope.Groups!;
        var rows = Divide(slot.Grouping, outer, out var key);
        var groups = new GroupScope(compiler, outer.Members) { Key = key };
        var (row, inside) = Row(slot.Slots, groups);
        var related = new Scope(compiler) { Groups = groups };
        var order = slot.Keys.SelectMany(sort => ConnectionCompiler.Order(sort, compiler.Value(sort.Value, related), isBackward: false)).ToList();
        return scope.All(
            $"{rows} WITH {KeyDefinition(slot.Grouping, key)}{groups.Definitions} " +
            $"ORDER BY {string.Join(", ", order)} LIMIT {compiler.Value(slot.First)} {inside.Definitions("WITH *, ")}RETURN [{row}]");
    }

    /// <summary>The list of periods with members of the current group.</summary>
    public string Timeline(TimelineSlot slot, Scope scope)
    {
        var outer = scope.Groups!;
        var rows = Divide(slot.Grouping, outer, out var key);
        var groups = new GroupScope(compiler, outer.Members) { Key = key };
        var (row, inside) = Row(slot.Slots, groups, [key]);

        // One period too many is enough for the response writer to see that there are too many.
        return scope.All(
            $"{rows} WITH {(groups.IsEmpty ? "DISTINCT " : "")}{KeyDefinition(slot.Grouping, key)}{groups.Definitions} " +
            $"ORDER BY {key} LIMIT {CypherCompiler.Number(TimelineSlot.MaxPeriods + 1)} {inside.Definitions("WITH *, ")}RETURN [{row}]");
    }

    /// <summary>How many keys the members of the current group have.</summary>
    public string DistinctCount(Grouping grouping, Scope scope)
    {
        var outer = scope.Groups!;
        if (grouping is ValueGrouping value)
            return outer.Aggregate($"count(DISTINCT {compiler.Value(value.Value)})");
        var rows = Divide(grouping is NodeGrouping node ? node with { IncludesNone = false } : grouping, outer, out var key);
        return scope.Count($"{rows} WITH DISTINCT {KeyDefinition(grouping, key)} RETURN {key}");
    }

    /// <summary>Clauses with a row for each pair of a member and a key.</summary>
    private string Divide(Grouping grouping, GroupScope outer, out string key)
    {
        var groupings = new GroupingCompiler(compiler, outer.Members);
        key = groupings.KeyOf(grouping);
        return $"{outer.Again()}{grouping.Accept(groupings, key)}";
    }

    /// <summary>The key of a group, to stand first in WITH.</summary>
    private string KeyDefinition(Grouping grouping, string key) => grouping switch
    {
        ValueGrouping value => $"{compiler.Value(value.Value)} AS {key}",
        PeriodGrouping period => $"date.truncate('{UnitOf(period.Interval)}', {compiler.Value(period.Day)}) AS {key}",
        _ => key,
    };

    private static string UnitOf(CalendarInterval interval) => interval switch
    {
        CalendarInterval.Day => "day",
        CalendarInterval.Week => "week",
        CalendarInterval.Month => "month",
        CalendarInterval.Quarter => "quarter",
        CalendarInterval.Year => "year",
    };
}
