using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Values;

namespace GraphIntel.Neo4j.Compile;

/// <summary>Compiles how members are divided to clauses that follow the members and add a key to each row.</summary>
/// <param name="compiler">The compiler of the statement.</param>
/// <param name="columns">The variables of the rows so far: the member, then the keys of the outer groups.</param>
internal sealed class GroupingCompiler(CypherCompiler compiler, IReadOnlyList<string> columns) : IGroupingVisitor<string, string>
{
    private readonly string _columns = string.Join(", ", columns);

    /// <summary>The variable of a key.</summary>
    public static string KeyOf(Grouping grouping, CypherCompiler compiler) =>
        grouping is NodeGrouping node ? compiler.VariableOf(node.Source.Node) : compiler.NameOf("g", grouping.Number);

    string IGroupingVisitor<string, string>.Visit(ValueGrouping value, string key) => $" WITH {_columns}, {compiler.Value(value.Value)} AS {key}";

    string IGroupingVisitor<string, string>.Visit(PeriodGrouping period, string key)
    {
        var day = compiler.Value(period.Day);
        List<string> conditions = [period.IsIrregular ? KeyText.IsOfType(day, ScalarKind.Date) : $"{day} IS NOT NULL"];
        if (period.From is not null)
            conditions.Add($"{day} >= {compiler.Value(period.From)}");
        if (period.Until is not null)
            conditions.Add($"{day} < {compiler.Value(period.Until)}");
        return $" WITH {_columns} WHERE {string.Join(" AND ", conditions)} WITH {_columns}, date.truncate('{UnitOf(period.Interval)}', {day}) AS {key}";
    }

    string IGroupingVisitor<string, string>.Visit(ElementsGrouping elements, string key) =>
        $" UNWIND {compiler.Value(elements.List)} AS {key} WITH DISTINCT {_columns}, {key}";

    string IGroupingVisitor<string, string>.Visit(NodeGrouping node, string key)
    {
        if (node.Source is WalkSource walk)
            return $" {compiler.Sources.Compile(walk, columns)}";
        var rows = compiler.Sources.Compile(node.Source);
        if (node.Source is EndSource end)
            return End(end, rows, key);
        var distinct = node.Source.HasDistinctNodes ? "" : $" WITH DISTINCT {_columns}, {key}";
        return $" {(node.IncludesNone ? "OPTIONAL " : "")}{rows}{distinct}";
    }

    /// <summary>An end that does not meet the conditions is none.</summary>
    private string End(EndSource end, Rows rows, string key)
    {
        var found = $" WITH {_columns}, {SourceCompiler.EndOf(end.IsSource, columns[0])} AS {key}";
        return rows.Conditions.Count == 0 ? found : $"{found} WITH {_columns}, CASE WHEN {string.Join(" AND ", rows.Conditions)} THEN {key} END AS {key}";
    }

    private static string UnitOf(CalendarInterval interval) => interval switch
    {
        CalendarInterval.Day => "day",
        CalendarInterval.Week => "week",
        CalendarInterval.Month => "month",
        CalendarInterval.Quarter => "quarter",
        CalendarInterval.Year => "year",
    };
}
