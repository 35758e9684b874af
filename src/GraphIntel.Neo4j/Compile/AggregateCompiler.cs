using GraphIntel.Core.Planning;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// Compiles the aggregate of a connection. Each list of groups is one subquery that matches the members and groups by its own key
/// and those outside of it.
/// </summary>
internal sealed class AggregateCompiler(CypherCompiler compiler)
{
    /// <summary>An expression for a list with what the slots read.</summary>
    public string Compile(AggregateRead aggregate, Scope scope)
    {
        var all = new GroupScope(compiler, aggregate.Source, scope);
        var rows = Rows(all);
        var values = compiler.Values(aggregate.Slots, new Scope(compiler) { Groups = all });
        var names = all.Names.ToList();
        if (names.Count == 0)
            return $"[{string.Join(", ", values)}]";
        var found = all.Define($"{rows} {all.With()}", $"[{string.Join(", ", names)}]");
        return $"[{string.Join(", ", values.Select(value => names.IndexOf(value) is var index and >= 0 ? $"{found}[{CypherCompiler.Number(index)}]" : value))}]";
    }

    /// <summary>The list of groups of each of the outer groups.</summary>
    public string Groups(GroupsSlot slot, Scope scope)
    {
        var groups = new GroupScope(scope.Groups!, slot.Grouping);
        var rows = Rows(groups);
        var inside = new Scope(compiler) { Groups = groups };
        var values = compiler.Values(slot.Slots, inside);
        var related = new Scope(compiler) { Groups = groups };
        var order = slot.Keys.SelectMany(sort => ConnectionCompiler.Order(sort, compiler.Value(sort.Value, related), isBackward: false)).ToList();
        return List(rows, scope.Groups!, groups, inside, values, string.Join(", ", order), compiler.Value(slot.First));
    }

    /// <summary>The list of periods with members of each of the outer groups.</summary>
    public string Timeline(TimelineSlot slot, Scope scope)
    {
        var groups = new GroupScope(scope.Groups!, slot.Grouping);
        var rows = Rows(groups);
        var inside = new Scope(compiler) { Groups = groups };
        var key = groups.Keys[^1];
        List<string> values = [key, .. compiler.Values(slot.Slots, inside)];

        // One period too many is enough for the response writer to see that there are too many.
        return List(rows, scope.Groups!, groups, inside, values, key, CypherCompiler.Number(TimelineSlot.MaxPeriods + 1));
    }

    private static string List(string rows, GroupScope outer, GroupScope groups, Scope inside, List<string> values, string order, string limit)
    {
        var key = groups.Keys[^1];
        var stored = values.Where(value => !groups.IsPart(value)).ToList();
        var row = $"[{string.Join(", ", groups.HasParts ? stored.Prepend(key) : stored)}]";
        if (outer.Path.Count == 0)
        {
            var list = groups.Define($"{rows} {groups.With()} ORDER BY {order} LIMIT {limit} {inside.Definitions("WITH *, ")}", $"collect({row})");
            return groups.HasParts ? Shape(list, "x", [], groups, values) : list;
        }

        // The first ones within each of the outer groups.
        var keys = string.Join(", ", outer.Keys);
        var columns = groups.Names.Prepend(key).ToList();
        var unwound = columns.Select((column, index) => $"g[{CypherCompiler.Number(index)}] AS {column}");
        var lists = groups.Define(
            $"{rows} {groups.With()} ORDER BY {order} WITH {keys}, collect([{string.Join(", ", columns)}])[..{limit}] AS gs " +
            $"UNWIND gs AS g WITH {keys}, {string.Join(", ", unwound)} {inside.Definitions("WITH *, ")}" +
            $"WITH {keys}, collect({row}) AS gs",
            $"collect([{keys}, gs])");
        return outer.AddPart(lists, given =>
        {
            var found = Find(lists, given, "[]");
            return groups.HasParts ? Shape(found, "z", given, groups, values) : found;
        });
    }

    /// <summary>The rows of groups with the values that are looked up.</summary>
    private static string Shape(string rows, string variable, IReadOnlyList<string> outerKeys, GroupScope groups, List<string> values)
    {
        var stored = values.Where(value => !groups.IsPart(value)).ToList();
        List<string> keys = [.. outerKeys, $"{variable}[0]"];
        var shaped = values.Select(value => groups.IsPart(value)
            ? groups.LookUp(value, keys)
            : $"{variable}[{CypherCompiler.Number(stored.IndexOf(value) + 1)}]");
        return $"[{variable} IN {rows} | [{string.Join(", ", shaped)}]]";
    }

    /// <summary>How many keys the members of each of the outer groups have.</summary>
    public string DistinctCount(Grouping grouping, Scope scope)
    {
        var outer = scope.Groups!;
        if (grouping is ValueGrouping value)
            return outer.Aggregate($"count(DISTINCT {compiler.Value(value.Value)})");
        var groups = new GroupScope(outer, grouping is NodeGrouping node ? node with { IncludesNone = false } : grouping);
        var key = groups.Keys[^1];
        if (outer.Path.Count == 0)
            return groups.Define(Rows(groups), $"count(DISTINCT {key})");
        var keys = string.Join(", ", outer.Keys);
        var counts = groups.Define($"{Rows(groups)} WITH {keys}, count(DISTINCT {key}) AS c", $"collect([{keys}, c])");
        return outer.AddPart(counts, given => Find(counts, given, "0"));
    }

    /// <summary>The value after the keys in the row of a list that has these keys.</summary>
    private static string Find(string rows, IReadOnlyList<string> keys, string otherwise)
    {
        var conditions = keys.Select((key, index) =>
        {
            var found = $"y[{CypherCompiler.Number(index)}]";
            return $"({found} = {key} OR {found} IS NULL AND {key} IS NULL)";
        });
        return $"coalesce([y IN {rows} WHERE {string.Join(" AND ", conditions)} | y[{CypherCompiler.Number(keys.Count)}]][0], {otherwise})";
    }

    /// <summary>Clauses with a row for each combination of a member and its keys.</summary>
    private string Rows(GroupScope groups)
    {
        var member = compiler.VariableOf(groups.Members.Item);
        var clauses = compiler.Sources.Compile(groups.Members).ToString();
        if (!groups.Members.HasDistinctNodes)
            clauses += $" WITH DISTINCT {member}";
        var columns = new List<string> { member };
        foreach (var grouping in groups.Path)
        {
            clauses += grouping.Accept(new GroupingCompiler(compiler, columns), GroupingCompiler.KeyOf(grouping, compiler));
            columns.Add(GroupingCompiler.KeyOf(grouping, compiler));
        }
        return clauses;
    }
}
