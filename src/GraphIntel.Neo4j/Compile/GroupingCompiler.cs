using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// Compiles how members are divided to clauses that follow the members, with a row for each pair of a member and a key.
/// </summary>
internal sealed class GroupingCompiler(CypherCompiler compiler, Alias members) : IGroupingVisitor<string, string>
{
    private readonly string _member = compiler.VariableOf(members);

    /// <summary>The variable of the key.</summary>
    public string KeyOf(Grouping grouping) =>
        grouping is NodeGrouping node ? compiler.VariableOf(node.Source.Node) : compiler.NameOf("g", grouping.Number);

    string IGroupingVisitor<string, string>.Visit(ValueGrouping value, string key) => "";

    string IGroupingVisitor<string, string>.Visit(PeriodGrouping period, string key)
    {
        var day = compiler.Value(period.Day);
        List<string> conditions = [period.IsIrregular ? KeyText.IsOfType(day, ScalarKind.Date) : $"{day} IS NOT NULL"];
        if (period.From is not null)
            conditions.Add($"{day} >= {compiler.Value(period.From)}");
        if (period.Until is not null)
            conditions.Add($"{day} < {compiler.Value(period.Until)}");
        return $" WITH {_member} WHERE {string.Join(" AND ", conditions)}";
    }

    string IGroupingVisitor<string, string>.Visit(ElementsGrouping elements, string key) =>
        $" UNWIND {compiler.Value(elements.List)} AS {key} WITH DISTINCT {_member}, {key}";

    string IGroupingVisitor<string, string>.Visit(NodeGrouping node, string key)
    {
        var rows = compiler.Sources.Compile(node.Source);
        if (node.Source is EndSource { Where.IsTrue: true } end)
            return $" WITH {_member}, {SourceCompiler.EndOf(end.IsSource, _member)} AS {key}";
        var distinct = node.Source.HasDistinctNodes ? "" : $" WITH DISTINCT {_member}, {key}";
        if (node.Source is HopSource)
            return $" {(node.IncludesNone ? "OPTIONAL " : "")}{rows}{distinct}";
        var found = $"COLLECT {{ {rows} RETURN {key} }}";
        return node.IncludesNone
            ? $" WITH {_member}, {found} AS {key}s UNWIND CASE WHEN size({key}s) = 0 THEN [null] ELSE {key}s END AS {key}{distinct}"
            : $" UNWIND {found} AS {key}{distinct}";
    }
}
