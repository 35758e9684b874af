using System.Globalization;
using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning.Printing;

/// <summary>Prints sources, conditions and values of a plan on one line.</summary>
internal sealed class PlanText : ISourceVisitor<NoArgument, string>, IPredicateVisitor<NoArgument, string>, IOperandVisitor<NoArgument, string>,
    IGroupingVisitor<NoArgument, string>
{
    private static readonly PlanText Instance = new();

    /// <summary>The text of a source with its conditions.</summary>
    public static string Of(Source source) => source.Accept(Instance, default);

    /// <summary>The text of a condition.</summary>
    public static string Of(Predicate predicate) => predicate.Accept(Instance, default);

    /// <summary>The text of a value.</summary>
    public static string Of(Operand operand) => operand.Accept(Instance, default);

    /// <summary>The text of a grouping.</summary>
    public static string Of(Grouping grouping) => grouping.Accept(Instance, default);

    /// <summary>The text of a sort key.</summary>
    public static string Of(SortKey key) => $"{Of(key.Value)} {(key.Descending ? "desc" : "asc")}{(key.IsNullable ? " nullable" : "")}";

    /// <summary>The text of a parameter.</summary>
    public static string Of(Parameter parameter) => "$" + Number(parameter.Index);

    /// <summary>The name of an alias.</summary>
    public static string NameOf(Alias alias) => alias.Match(_ => "n", _ => "r") + Number(alias.Number);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The text of a condition after what it restricts; empty if it always holds.</summary>
    public static string Where(Predicate where) => where.IsTrue ? "" : $" where {Of(where)}";

    private static string Starting(Predicate? start) => start is null ? "" : $" starting with {Of(start)}";

    private static string Item(Source source) => $"{source.Item.Type.Name} {NameOf(source.Item)}";

    string ISourceVisitor<NoArgument, string>.Visit(LookupSource lookup, NoArgument none) => $"{Item(lookup)} with id {Of(lookup.Id)}";

    string ISourceVisitor<NoArgument, string>.Visit(ScanSource scan, NoArgument none) => $"all {Item(scan)}{Where(scan.Where)}{Starting(scan.Start)}";

    string ISourceVisitor<NoArgument, string>.Visit(HopSource hop, NoArgument none) =>
        $"{NameOf(hop.Origin)} {Arrow(hop.Followed, hop.Direction)} {Item(hop)}{Where(hop.Where)}{Starting(hop.NodeStart)}";

    string ISourceVisitor<NoArgument, string>.Visit(WalkSource walk, NoArgument none) =>
        $"{NameOf(walk.Origin)}{Start(walk.Start)} walk {NameOf(walk.Walked)} [{string.Join(" ", walk.Steps.Select(Step))}] {Item(walk)}{Where(walk.Where)}{Starting(walk.NodeStart)}";

    string ISourceVisitor<NoArgument, string>.Visit(RefersBySource by, NoArgument none) => $"{Item(by)} with {by.Property.Name} = {Of(by.Id)}{Where(by.Where)}";

    string ISourceVisitor<NoArgument, string>.Visit(RefersToSource to, NoArgument none) => $"{Item(to)} in {NameOf(to.Origin)}.{to.Ids.Name}{Where(to.Where)}";

    string ISourceVisitor<NoArgument, string>.Visit(EndSource end, NoArgument none) =>
        $"{Item(end)} at the {(end.IsSource ? "source" : "target")} of {NameOf(end.Origin)}{Where(end.Where)}";

    string ISourceVisitor<NoArgument, string>.Visit(GroupNodeSource node, NoArgument none) => $"{Item(node)} that is {NameOf(node.Key)}";

    string ISourceVisitor<NoArgument, string>.Visit(KeptSource kept, NoArgument none) => $"{Item(kept)} kept";

    private static string NameOf(WalkAlias walk) => "w" + Number(walk.Number);

    private static string Start(WalkStart? start) => start is null ? ""
        : $" at the {(start.IsSource ? "source" : "target")} of {NameOf(start.Of)} opposite {NameOf(start.Other)}";

    private static string Step(WalkStep step) =>
        $"{Arrow(step.Followed, step.Direction)}{{{Number(step.Min)},{Number(step.Max)}}}{Where(step.Where)}{(step.OnDay.IsTrue ? "" : $" while {Of(step.OnDay)}")}";

    private static string Arrow(RelationshipAlias followed, Direction direction)
    {
        var body = $"-[{followed.Relationship.Type} {NameOf(followed)}]-";
        return direction switch
        {
            Direction.Out => body + ">",
            Direction.In => "<" + body,
            Direction.Both => body,
        };
    }

    string IPredicateVisitor<NoArgument, string>.Visit(AndPredicate and, NoArgument none) =>
        and.IsTrue ? "true" : $"({string.Join(" and ", and.Parts.Select(Of))})";

    string IPredicateVisitor<NoArgument, string>.Visit(OrPredicate or, NoArgument none) =>
        or.IsFalse ? "false" : $"({string.Join(" or ", or.Parts.Select(Of))})";

    string IPredicateVisitor<NoArgument, string>.Visit(NotPredicate not, NoArgument none) => $"not {Of(not.Part)}";

    string IPredicateVisitor<NoArgument, string>.Visit(ComparePredicate compare, NoArgument none) =>
        $"{Of(compare.Value)} {compare.Comparison} {Of(compare.Parameter)}";

    string IPredicateVisitor<NoArgument, string>.Visit(CompareListPredicate compare, NoArgument none) =>
        $"{Of(compare.Value)} {compare.Comparison} {(compare.WithAll ? "all" : "any")} of {Of(compare.List)}";

    string IPredicateVisitor<NoArgument, string>.Visit(CompareOperandsPredicate compare, NoArgument none) =>
        $"{Of(compare.Left)} {compare.Comparison} {Of(compare.Right)}";

    string IPredicateVisitor<NoArgument, string>.Visit(IsNullPredicate isNull, NoArgument none) => $"{Of(isNull.Value)} is null";

    string IPredicateVisitor<NoArgument, string>.Visit(InPredicate among, NoArgument none) => $"{Of(among.Value)} in {Of(among.List)}";

    string IPredicateVisitor<NoArgument, string>.Visit(SearchPredicate search, NoArgument none) =>
        $"{NameOf(search.Of)}.{search.Text.Name} has words {Of(search.Expression)}";

    string IPredicateVisitor<NoArgument, string>.Visit(WithinPredicate within, NoArgument none) =>
        $"{NameOf(within.Of)}.{within.Point.Name} within (south {Of(within.South)} west {Of(within.West)} north {Of(within.North)} east {Of(within.East)})";

    string IPredicateVisitor<NoArgument, string>.Visit(StandingPredicate standing, NoArgument none) =>
        $"{NameOf(standing.Of)}.{standing.Standing.Name} in [{string.Join(" ", standing.Values)}]";

    string IPredicateVisitor<NoArgument, string>.Visit(ElementsPredicate elements, NoArgument none) =>
        $"some {Of(elements.Element)} of {NameOf(elements.Of)}.{elements.Property.Name} has {Of(elements.Where)}";

    string IPredicateVisitor<NoArgument, string>.Visit(ExistsPredicate exists, NoArgument none) => $"exists ({Of(exists.Source)})";

    string IOperandVisitor<NoArgument, string>.Visit(PropertyOperand property, NoArgument none) => $"{NameOf(property.Of)}.{property.Property.Name}";

    string IOperandVisitor<NoArgument, string>.Visit(IdOperand id, NoArgument none) => $"id({NameOf(id.Of)})";

    string IOperandVisitor<NoArgument, string>.Visit(DepthOperand depth, NoArgument none) => $"depth({NameOf(depth.Walk)})";

    string IOperandVisitor<NoArgument, string>.Visit(DistanceOperand distance, NoArgument none) =>
        $"distance({NameOf(distance.Of)}.{distance.Point.Name} from {Of(distance.Latitude)} {Of(distance.Longitude)})";

    string IOperandVisitor<NoArgument, string>.Visit(ThroughOperand through, NoArgument none) => $"({Of(through.Source)} -> {Of(through.Value)})";

    string IOperandVisitor<NoArgument, string>.Visit(ParameterOperand parameter, NoArgument none) => Of(parameter.Parameter);

    string IOperandVisitor<NoArgument, string>.Visit(ListedIdOperand id, NoArgument none) => "the id at hand";

    string IOperandVisitor<NoArgument, string>.Visit(ElementOperand element, NoArgument none) => "e" + Number(element.Number);

    string IOperandVisitor<NoArgument, string>.Visit(KeyOperand key, NoArgument none) => Of(key.Key.Value);

    string IOperandVisitor<NoArgument, string>.Visit(CoalesceOperand coalesce, NoArgument none) => $"({Of(coalesce.First)} else {Of(coalesce.Second)})";

    string IOperandVisitor<NoArgument, string>.Visit(CaseOperand choice, NoArgument none) =>
        $"(case {NameOf(choice.Of)}.{choice.Property.Name} {string.Concat(choice.Choices.Select(one => $"{one.Value}: {Of(one.Parameter)} "))}else {Of(choice.Otherwise)})";

    string IOperandVisitor<NoArgument, string>.Visit(CoordinateOperand coordinate, NoArgument none) =>
        $"{(coordinate.IsLatitude ? "latitude" : "longitude")}({NameOf(coordinate.Of)}.{coordinate.Point.Name})";

    string IOperandVisitor<NoArgument, string>.Visit(MemberCountOperand count, NoArgument none) => "members";

    string IOperandVisitor<NoArgument, string>.Visit(SummaryOperand summary, NoArgument none) =>
        $"{summary.Function.ToString().ToLowerInvariant()} of {Of(summary.Value)}";

    string IOperandVisitor<NoArgument, string>.Visit(GroupKeyOperand key, NoArgument none) => "g" + Number(key.Number);

    string IOperandVisitor<NoArgument, string>.Visit(DistinctCountOperand count, NoArgument none) => $"number of {Of(count.Grouping)}";

    string IGroupingVisitor<NoArgument, string>.Visit(ValueGrouping value, NoArgument none) => $"g{Number(value.Number)} = {Of(value.Value)}";

    string IGroupingVisitor<NoArgument, string>.Visit(ElementsGrouping elements, NoArgument none) =>
        $"g{Number(elements.Number)} = each of {Of(elements.List)}";

    string IGroupingVisitor<NoArgument, string>.Visit(NodeGrouping node, NoArgument none) =>
        $"{(node.IncludesNone ? "none or " : "")}each of {Of(node.Source)}";

    string IGroupingVisitor<NoArgument, string>.Visit(PeriodGrouping period, NoArgument none) =>
        $"g{Number(period.Number)} = {period.Interval.ToString().ToLowerInvariant()} of {Of(period.Day)}"
        + (period.From is null ? "" : $" from {Of(period.From)}") + (period.Until is null ? "" : $" until {Of(period.Until)}");
}
