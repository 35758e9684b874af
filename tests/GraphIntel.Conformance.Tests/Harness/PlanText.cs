using System.Globalization;
using System.Text;
using GraphIntel.Core.Planning;

namespace GraphIntel.Conformance.Tests.Harness;

/// <summary>A plan as an indented tree that a person can review.</summary>
internal sealed class PlanText
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public static string Of(Plan plan)
    {
        var printer = new PlanText();
        foreach (var slot in plan.Slots)
            printer.Print(slot);
        return printer._text.ToString();
    }

    private void Line(string text) => _text.Append(' ', _depth * 2).Append(text).Append('\n');

    private void Below(Action print)
    {
        _depth++;
        print();
        _depth--;
    }

    private void Below(IEnumerable<Slot> slots) => Below(() =>
    {
        foreach (var slot in slots)
            Print(slot);
    });

    private void Print(Slot slot)
    {
        var key = slot.ResponseKey;
        switch (slot)
        {
            case ConstantSlot constant:
                Line($"{key} = {Encoding.UTF8.GetString(constant.Json)}");
                break;
            case IntrospectionSlot:
                Line($"{key} = introspection");
                break;
            case ValueSlot value:
                Line($"{key} = {Text(value.Value)}");
                break;
            case PointSlot point:
                Line($"{key} = point {Name(point.Of)}.{point.Property.Name}");
                Below(point.Slots);
                break;
            case CoordinateSlot coordinate:
                Line($"{key} = {(coordinate.IsLatitude ? "latitude" : "longitude")}");
                break;
            case InlineSlot inline:
                Line($"{key}: same row");
                Below(inline.Slots);
                break;
            case ObjectSlot single:
                Line($"{key}: one of {Text(single.Source)}");
                Below(single.Slots);
                break;
            case AnySlot any:
                Line($"{key}: whatever has id {Text(any.Id)}");
                Cases(any.Cases);
                break;
            case AnyListSlot list:
                Line($"{key}: for each id of {Text(list.Ids)}, whatever has it");
                Cases(list.Cases);
                break;
            case ConnectionSlot connection:
                Line($"{key}: rows of {Text(connection.Source)}");
                Below(() => Print(connection));
                break;
            case CursorSlot:
                Line($"{key} = cursor");
                break;
            default:
                throw new InvalidOperationException(slot.GetType().Name);
        }
    }

    private void Cases(IReadOnlyList<AnyCase> cases) => Below(() =>
    {
        foreach (var candidate in cases)
        {
            Line($"as {candidate.Found.Type.Name} {Name(candidate.Found)}");
            Below(candidate.Slots);
        }
    });

    private void Print(ConnectionSlot connection)
    {
        var page = connection.Page;
        Line($"order {string.Join(", ", page.Keys.Select(key => $"{Text(key.Value)} {(key.Descending ? "desc" : "asc")}{(key.IsNullable ? " nullable" : "")}"))}");
        var bounds = (page.After is null ? "" : " after cursor") + (page.Before is null ? "" : " before cursor");
        Line($"page {(page.IsBackward ? "last" : "first")} {Text(page.Size)}, reads {Text(page.Limit)}{bounds}{(connection.HasCursors ? ", keys shown" : "")}");
        foreach (var part in connection.Parts)
        {
            switch (part)
            {
                case ItemsSlot items:
                    Line($"{part.ResponseKey}: each");
                    Below(items.Slots);
                    break;
                case PageInfoSlot info:
                    Line($"{part.ResponseKey}: {string.Join(", ", info.Slots.Select(field => $"{field.ResponseKey} = {(field as PageInfoFieldSlot)?.Kind.ToString() ?? "constant"}"))}");
                    break;
                case TotalSlot total:
                    Line($"{part.ResponseKey} = count{(total.AtMost is null ? "" : $" at most {Text(total.AtMost)}")}");
                    break;
                default:
                    Print(part);
                    break;
            }
        }
    }

    private static string Name(Alias alias) => (alias is NodeAlias ? "n" : "r") + alias.Number.ToString(CultureInfo.InvariantCulture);

    private static string Text(Parameter parameter) => $"${parameter.Index}";

    private static string Text(Operand operand) => operand switch
    {
        PropertyOperand property => $"{Name(property.Of)}.{property.Property.Name}",
        IdOperand id => $"id({Name(id.Of)})",
        DepthOperand depth => $"depth(w{depth.Walk.Number})",
        ThroughOperand through => $"({Text(through.Hop)} -> {Text(through.Value)})",
        ParameterOperand parameter => Text(parameter.Parameter),
        ListedIdOperand => "the id at hand",
        ElementOperand element => $"e{element.Number}",
        _ => throw new InvalidOperationException(operand.GetType().Name),
    };

    private static string Text(Source source)
    {
        var where = source.Where == Predicate.True || source.Where is AndPredicate { Parts.Count: 0 } ? "" : $" where {Text(source.Where)}";
        var node = $"{source.Node.Node.Name} {Name(source.Node)}";
        return source switch
        {
            LookupSource lookup => $"{node} with id {Text(lookup.Id)}",
            ScanSource => $"all {node}{where}",
            HopSource hop => $"{Name(hop.Origin)} {Arrow(hop.Followed, hop.Direction)} {node}{where}",
            WalkSource walk => $"{Name(walk.Origin)} walk w{walk.Walked.Number} [{string.Join(" ", walk.Steps.Select(Text))}] {node}{where}",
            RefersBySource by => $"{node} with {by.Property.Name} = id({Name(by.Origin)}){where}",
            RefersToSource to => $"{node} in {Name(to.Origin)}.{to.Ids.Name}{where}",
            EndSource end => $"{node} at the {(end.IsSource ? "source" : "target")} of {Name(end.Origin)}",
            _ => throw new InvalidOperationException(source.GetType().Name),
        };
    }

    private static string Text(WalkStep step) =>
        $"{Arrow(step.Followed, step.Direction)}{{{step.Min},{step.Max}}}{(step.Where is AndPredicate { Parts.Count: 0 } ? "" : $" where {Text(step.Where)}")}";

    private static string Arrow(RelationshipAlias followed, Core.Model.Direction direction)
    {
        var body = $"-[{followed.Relationship.Type} {Name(followed)}]-";
        return direction switch
        {
            Core.Model.Direction.Out => body + ">",
            Core.Model.Direction.In => "<" + body,
            _ => body,
        };
    }

    private static string Text(Predicate predicate) => predicate switch
    {
        AndPredicate { Parts.Count: 0 } => "true",
        OrPredicate { Parts.Count: 0 } => "false",
        AndPredicate and => $"({string.Join(" and ", and.Parts.Select(Text))})",
        OrPredicate or => $"({string.Join(" or ", or.Parts.Select(Text))})",
        NotPredicate not => $"not {Text(not.Part)}",
        ComparePredicate compare => $"{Text(compare.Value)} {compare.Comparison} {Text(compare.Parameter)}",
        IsNullPredicate isNull => $"{Text(isNull.Value)} is null",
        InPredicate among => $"{Text(among.Value)} in {Text(among.List)}",
        StandingPredicate standing => $"{Name(standing.Of)}.{standing.Standing.Name} in [{string.Join(" ", standing.Values)}]",
        ElementsPredicate elements => $"some e{elements.Element.Number} of {Name(elements.Of)}.{elements.Property.Name} has {Text(elements.Where)}",
        ExistsPredicate exists => $"exists ({Text(exists.Source)})",
        _ => throw new InvalidOperationException(predicate.GetType().Name),
    };
}
