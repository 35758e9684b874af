using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// Compiles operands to expressions. For values of related nodes a subquery is added to the scope, or, without a scope, to
/// the expression itself.
/// </summary>
internal sealed class OperandCompiler(CypherCompiler compiler) : IOperandVisitor<Scope?, string>
{
    string IOperandVisitor<Scope?, string>.Visit(PropertyOperand property, Scope? scope) =>
        compiler.BindingOf(property.Of.Number).Property(Names.Property(property.Property));

    string IOperandVisitor<Scope?, string>.Visit(IdOperand id, Scope? scope) => compiler.BindingOf(id.Of.Number).Property(Names.Id);

    string IOperandVisitor<Scope?, string>.Visit(DepthOperand depth, Scope? scope) => compiler.BindingOf(depth.Walk.Number).Variable;

    string IOperandVisitor<Scope?, string>.Visit(DistanceOperand distance, Scope? scope)
    {
        var value = PointText.Distance(distance, compiler);
        return scope is null ? value : scope.Value(value);
    }

    string IOperandVisitor<Scope?, string>.Visit(CoalesceOperand coalesce, Scope? scope) =>
        $"coalesce({coalesce.First.Accept(this, scope)}, {coalesce.Second.Accept(this, scope)})";

    string IOperandVisitor<Scope?, string>.Visit(CaseOperand choice, Scope? scope)
    {
        var choices = choice.Choices.Select(one => $" WHEN {CypherCompiler.Literal(one.Value)} THEN {compiler.Value(one.Parameter)}");
        var value = compiler.BindingOf(choice.Of.Number).Property(Names.Property(choice.Property));
        return $"CASE {value}{string.Concat(choices)} ELSE {compiler.Value(choice.Otherwise)} END";
    }

    string IOperandVisitor<Scope?, string>.Visit(ThroughOperand through, Scope? scope)
    {
        if (through.Source is EndSource end && compiler.BindInPattern(end))
            return through.Value.Accept(this, scope);
        var rows = compiler.Sources.Compile(through.Source);
        var inside = new Scope(compiler);
        var value = through.Value.Accept(this, inside);
        var subquery = $"{rows} {inside.Definitions("WITH *, ")}RETURN {value}";
        return scope is null ? $"COLLECT {{ {subquery} }}[0]" : scope.First(subquery);
    }

    string IOperandVisitor<Scope?, string>.Visit(ParameterOperand parameter, Scope? scope) => compiler.Value(parameter.Parameter);

    string IOperandVisitor<Scope?, string>.Visit(ListedIdOperand id, Scope? scope) => compiler.BindingOf(id.Number).Variable;

    string IOperandVisitor<Scope?, string>.Visit(ElementOperand element, Scope? scope) => compiler.BindingOf(element.Number).Variable;

    string IOperandVisitor<Scope?, string>.Visit(KeyOperand key, Scope? scope) => compiler.KeyOf(key.Key);

    string IOperandVisitor<Scope?, string>.Visit(CoordinateOperand coordinate, Scope? scope) => PointText.Coordinate(coordinate, compiler);

    string IOperandVisitor<Scope?, string>.Visit(MemberCountOperand count, Scope? scope) => scope!.Groups!.Aggregate("count(*)");

    string IOperandVisitor<Scope?, string>.Visit(SummaryOperand summary, Scope? scope)
    {
        var stored = compiler.Value(summary.Value);
        var value = summary.IsIrregular ? KeyText.ValueOrNull(stored, ((PropertyOperand)summary.Value).Property.Kind) : stored;
        return scope!.Groups!.Aggregate(summary.Function switch
        {
            SummaryFunction.Count => $"count({value})",

            // A sum of nothing would be 0.
            SummaryFunction.Sum => $"CASE WHEN count({value}) > 0 THEN sum({value}) END",
            SummaryFunction.Min => $"min({value})",
            SummaryFunction.Max => $"max({value})",
            SummaryFunction.Average => $"CASE WHEN count({value}) > 0 THEN toFloat(sum({value})) / count({value}) END",
        });
    }

    string IOperandVisitor<Scope?, string>.Visit(GroupKeyOperand key, Scope? scope) => compiler.NameOf("g", key.Number);

    string IOperandVisitor<Scope?, string>.Visit(DistinctCountOperand count, Scope? scope) => compiler.Aggregates.DistinctCount(count.Grouping, scope!);
}
