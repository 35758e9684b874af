using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>Compiles operands to expressions.</summary>
internal sealed class OperandCompiler(SqlCompiler compiler) : IOperandVisitor<AliasScope, string>
{
    /// <summary>The value column of the table function json_each.</summary>
    public const string ItemValue = "\"value\"";

    string IOperandVisitor<AliasScope, string>.Visit(PropertyOperand property, AliasScope scope) =>
        scope[property.Of].Column(Names.Column(property.Property));

    string IOperandVisitor<AliasScope, string>.Visit(IdOperand id, AliasScope scope) =>
        id.Of.Match(node => scope[node].Column(Names.Id), relationship => RelationshipId(relationship, scope));

    string IOperandVisitor<AliasScope, string>.Visit(DepthOperand depth, AliasScope scope) => scope[depth.Walk.Number].Column(WalkCompiler.Depth);

    string IOperandVisitor<AliasScope, string>.Visit(DistanceOperand distance, AliasScope scope) => PointText.Distance(distance, scope);

    string IOperandVisitor<AliasScope, string>.Visit(ThroughOperand through, AliasScope scope)
    {
        var clauses = compiler.Sources.Compile(through.Source, scope);
        return clauses.Select(compiler.Value(through.Value, clauses.Scope));
    }

    string IOperandVisitor<AliasScope, string>.Visit(CoalesceOperand coalesce, AliasScope scope) =>
        $"coalesce({compiler.Value(coalesce.First, scope)}, {compiler.Value(coalesce.Second, scope)})";

    string IOperandVisitor<AliasScope, string>.Visit(CaseOperand choice, AliasScope scope)
    {
        var choices = choice.Choices.Select(one => $" WHEN {SqlCompiler.Literal(one.Value)} THEN {SqlCompiler.Placeholder(one.Parameter)}");
        var value = scope[choice.Of].Column(Names.Column(choice.Property));
        return $"CASE {value}{string.Concat(choices)} ELSE {SqlCompiler.Placeholder(choice.Otherwise)} END";
    }

    string IOperandVisitor<AliasScope, string>.Visit(ParameterOperand parameter, AliasScope scope) => SqlCompiler.Placeholder(parameter.Parameter);

    string IOperandVisitor<AliasScope, string>.Visit(ListedIdOperand id, AliasScope scope) => scope[id.Number].Column(ItemValue);

    string IOperandVisitor<AliasScope, string>.Visit(ElementOperand element, AliasScope scope) => scope[element.Number].Column(ItemValue);

    string IOperandVisitor<AliasScope, string>.Visit(KeyOperand key, AliasScope scope) => compiler.Value(key.Key.Value, scope);

    string IOperandVisitor<AliasScope, string>.Visit(CoordinateOperand coordinate, AliasScope scope) =>
        scope[coordinate.Of].Column(coordinate.IsLatitude ? Names.Latitude(coordinate.Point) : Names.Longitude(coordinate.Point));

    string IOperandVisitor<AliasScope, string>.Visit(MemberCountOperand count, AliasScope scope) => scope.Groups!.Reference(scope.Groups.Members.Count);

    string IOperandVisitor<AliasScope, string>.Visit(SummaryOperand summary, AliasScope scope)
    {
        var groups = scope.Groups!;
        var value = compiler.Value(summary.Value, groups.Members.Scope);
        return groups.Reference(summary.Function switch
        {
            SummaryFunction.Count => $"count({value})",
            SummaryFunction.Sum => $"sum({value})",
            SummaryFunction.Min => $"min({value})",
            SummaryFunction.Max => $"max({value})",
            SummaryFunction.Average => $"CAST(sum({value}) AS REAL) / count({value})",
        });
    }

    string IOperandVisitor<AliasScope, string>.Visit(GroupKeyOperand key, AliasScope scope) => scope.Groups!.Reference(scope.Groups.Members.Keys[^1]);

    string IOperandVisitor<AliasScope, string>.Visit(DistinctCountOperand count, AliasScope scope) => scope.Groups!.Compiler.DistinctCount(count.Grouping, scope.Groups);

    /// <summary>The stored id, or the one derived from the ids of the ends.</summary>
    private static string RelationshipId(RelationshipAlias alias, AliasScope scope)
    {
        var (binding, type) = (scope[alias], alias.Relationship);
        return type.Id is null
            ? $"({SqlCompiler.Literal(type.IdPrefix + ":")} || {IdOf(type.Source, Names.Source)} || '>' || {IdOf(type.Target, Names.Target)})"
            : binding.Column(Names.Id);

        string IdOf(Core.Model.NodeType end, string key) => $"(SELECT {Names.Id} FROM {Names.Table(end)} WHERE {Names.Key} = {binding.Column(key)})";
    }
}
