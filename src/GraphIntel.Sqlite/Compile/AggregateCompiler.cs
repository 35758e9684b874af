using System.Globalization;
using GraphIntel.Core.Planning;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// Compiles the aggregate of a connection to a subquery for one row. Members are a table expression, groupings that look up
/// nodes are others over it, and each list of groups is one query that groups by its own key and those outside of it: groups in
/// groups are joined to theirs, not read for each.
/// </summary>
internal sealed class AggregateCompiler(SqlCompiler compiler)
{
    private readonly List<(string Name, Func<string> Select)> _expressions = [];

    /// <summary>A subquery for a JSON array with what the slots read.</summary>
    public string Compile(AggregateRead aggregate, AliasScope scope)
    {
        var number = Number(aggregate.Source.Item.Number);
        var members = Members(aggregate.Source, scope, "m" + number);
        var groups = new GroupScope(this, members, new DerivedTable("a" + number));
        var row = compiler.Row(aggregate.Slots, scope.With(groups), []);
        var from = groups.Table!.IsEmpty ? "" : $" FROM (SELECT {groups.Table.SelectList} {members.Clauses}) {groups.Table.Name}";
        var with = string.Join(", ", _expressions.Select(expression => $"{expression.Name} AS ({expression.Select()})"));
        return $"(WITH {with} SELECT {row}{from})";
    }

    /// <summary>Defines a table expression, whose text is asked for when all that refers to it is compiled.</summary>
    public void Define(string name, Func<string> select) => _expressions.Add((name, select));

    private MemberRows Members(Source source, AliasScope scope, string name)
    {
        var clauses = compiler.Sources.Compile(source, scope);
        var rows = new DistinctRows(source, clauses);
        var table = new DerivedTable(name);
        Define(name, () => $"SELECT {table.SelectList} {rows.Clauses}");
        return new MemberRows(name, "", source.Item, rows.Scope.Outside(table, source), []) { AreAll = source is ScanSource { Where.IsTrue: true, Start: null } };
    }

    /// <summary>The list of groups of each of the outer groups.</summary>
    public string Groups(GroupsSlot slot, AliasScope scope, GroupScope outer)
    {
        var groupings = new GroupingCompiler(compiler, this) { CountsOnly = slot.CountsOnly };
        var members = groupings.Divide(slot.Grouping, outer.Members);
        var table = new DerivedTable("a" + Number(slot.Grouping.Number));
        var groups = new GroupScope(this, members, table);
        var (inside, outside) = (scope.With(groups with { Table = null }), scope.With(groups));
        if (slot.Grouping is NodeGrouping { Source.Node: var node })
        {
            var key = members.Keys[^1];
            inside = inside.With(node.Number, new GroupNodeBinding(node.Node, () => key));
            outside = outside.With(node.Number, new GroupNodeBinding(node.Node, () => table.Reference(key)));
        }
        var row = compiler.Row(slot.Slots, outside, []);
        var order = ConnectionCompiler.OrderBy(slot.Keys, Array.ConvertAll(slot.Keys, sort => compiler.Value(sort.Value, inside)));
        return List(groups, outer, row, order, SqlCompiler.Placeholder(slot.First));
    }

    /// <summary>The list of periods with members of each of the outer groups.</summary>
    public string Timeline(TimelineSlot slot, AliasScope scope, GroupScope outer)
    {
        var members = new GroupingCompiler(compiler, this).Divide(slot.Grouping, outer.Members);
        var groups = new GroupScope(this, members, new DerivedTable("a" + Number(slot.Grouping.Number)));
        var key = members.Keys[^1];
        var row = compiler.Row(slot.Slots, scope.With(groups), [Periods.FirstDay(slot.Grouping.Interval, groups.Reference(key))]);

        // One period too many is enough for the response writer to see that there are too many.
        return List(groups, outer, row, $" ORDER BY {key}", Number(TimelineSlot.MaxPeriods + 1));
    }

    /// <summary>A JSON array with a row for each group: of all groups, or joined to the outer groups.</summary>
    private static string List(GroupScope groups, GroupScope outer, string row, string order, string limit)
    {
        var (members, table) = (groups.Members, groups.Table!);
        if (outer.Members.Keys.Count == 0)
        {
            var rows = $"SELECT {table.SelectList} {members.Clauses}{members.GroupBy}{order} LIMIT {limit}";
            return $"(SELECT json_group_array({row}) FROM ({rows}) {table.Name}{string.Concat(groups.Joins)})";
        }
        var keys = outer.Members.Keys.Select((_, index) => table.Reference(members.Keys[index])).ToList();
        var rank = table.Reference($"row_number() OVER (PARTITION BY {string.Join(", ", members.Keys.Take(keys.Count))}{order})");
        var name = "p" + table.Name;
        var list = $"SELECT {KeyColumns(keys)}, json_group_array({row} ORDER BY {rank}) AS v " +
            $"FROM (SELECT {table.SelectList} {members.Clauses}{members.GroupBy}) {table.Name}{string.Concat(groups.Joins)} " +
            $"WHERE {rank} <= {limit} GROUP BY {string.Join(", ", keys)}";
        return $"json(coalesce({Join(outer, list, name)}, '[]'))";
    }

    /// <summary>How many keys the members have in each of the outer groups.</summary>
    public string DistinctCount(Grouping grouping, GroupScope outer)
    {
        var members = new GroupingCompiler(compiler, this).Divide(grouping, outer.Members);
        var count = $"count(DISTINCT {members.Keys[^1]})";
        if (members.From == outer.Members.From && members.Where == outer.Members.Where)
            return outer.Reference(count);
        if (outer.Members.Keys.Count == 0)
            return $"(SELECT {count} {members.Clauses})";
        var keys = members.Keys.Take(outer.Members.Keys.Count).ToList();
        var name = "p" + Number(grouping.Number);
        return $"coalesce({Join(outer, $"SELECT {KeyColumns(keys)}, {count} AS v {members.Clauses} GROUP BY {string.Join(", ", keys)}", name)}, 0)";
    }

    /// <summary>Joins a value for each of the outer groups, and returns an expression for it.</summary>
    private static string Join(GroupScope outer, string select, string name)
    {
        var condition = string.Join(" AND ", outer.Members.Keys.Select((key, index) => $"{name}.k{Number(index)} IS {outer.Reference(key)}"));
        outer.Joins.Add($" LEFT JOIN ({select}) {name} ON {condition}");
        return name + ".v";
    }

    private static string KeyColumns(IReadOnlyList<string> keys) => string.Join(", ", keys.Select((key, index) => $"{key} AS k{Number(index)}"));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
