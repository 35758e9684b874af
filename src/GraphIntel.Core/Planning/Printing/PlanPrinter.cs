using System.Text;

namespace GraphIntel.Core.Planning.Printing;

/// <summary>Prints a plan as an indented tree for review, with a line for each field.</summary>
internal sealed class PlanPrinter : ISlotVisitor<int, NoResult>, IConnectionPartVisitor<int, NoResult>
{
    /// <summary>Columns of a line.</summary>
    public const int MaxWidth = 120;

    // Where a line that is too long is broken, the best place first.
    private static readonly string[] Breaks = [" where ", " and ", " or ", " "];

    private readonly StringBuilder _text = new();

    /// <summary>The text of a plan.</summary>
    public static string Print(Plan plan)
    {
        var printer = new PlanPrinter();
        printer.Slots(plan.Slots, 0);
        return printer._text.ToString();
    }

    /// <summary>A line; what does not fit goes on further in.</summary>
    private NoResult Line(int depth, string text)
    {
        var rest = text.AsSpan();
        for (var indent = depth * 2; ; indent = (depth + 2) * 2)
        {
            var end = End(rest, Math.Max(1, MaxWidth - indent));
            _text.Append(' ', indent).Append(rest[..end]).Append('\n');
            if (end == rest.Length)
                return default;
            rest = rest[(end + 1)..];
        }
    }

    /// <summary>How much of a text stands on a line of that width: all of it, or what precedes a space.</summary>
    private static int End(ReadOnlySpan<char> text, int width)
    {
        if (text.Length <= width)
            return text.Length;
        foreach (var separator in Breaks)
        {
            // One further, since the space at which it is broken does not count.
            var end = text[..Math.Min(text.Length, width + separator.Length)].LastIndexOf(separator);
            if (end > width / 2)
                return end;
        }
        var space = text.IndexOf(' ');
        return space < 0 ? text.Length : space;
    }

    private NoResult Slots(IEnumerable<Slot> slots, int depth)
    {
        foreach (var slot in slots)
            slot.Accept(this, depth);
        return default;
    }

    NoResult ISlotVisitor<int, NoResult>.Visit(ConstantSlot constant, int depth) =>
        Line(depth, $"{constant.ResponseKey} = {Encoding.UTF8.GetString(constant.Json)}");

    NoResult ISlotVisitor<int, NoResult>.Visit(IntrospectionSlot introspection, int depth) => Line(depth, $"{introspection.ResponseKey} = introspection");

    NoResult ISlotVisitor<int, NoResult>.Visit(ValueSlot value, int depth) => Line(depth, $"{value.ResponseKey} = {PlanText.Of(value.Value)}");

    NoResult ISlotVisitor<int, NoResult>.Visit(CursorSlot cursor, int depth) => Line(depth, $"{cursor.ResponseKey} = cursor");

    NoResult ISlotVisitor<int, NoResult>.Visit(PeriodEndSlot end, int depth) =>
        Line(depth, $"{end.ResponseKey} = {(end.IsStart ? "first day" : "first day after")}");

    NoResult ISlotVisitor<int, NoResult>.Visit(GroupsSlot groups, int depth)
    {
        Line(depth, $"{groups.ResponseKey}: groups by {PlanText.Of(groups.Grouping)}");
        Line(depth + 1, $"order {string.Join(", ", groups.Keys.Select(PlanText.Of))}, first {PlanText.Of(groups.First)}");
        return Slots(groups.Slots, depth + 1);
    }

    NoResult ISlotVisitor<int, NoResult>.Visit(TimelineSlot timeline, int depth)
    {
        Line(depth, $"{timeline.ResponseKey}: periods by {PlanText.Of(timeline.Grouping)}");
        return Slots(timeline.Slots, depth + 1);
    }

    NoResult ISlotVisitor<int, NoResult>.Visit(PointSlot point, int depth)
    {
        Line(depth, $"{point.ResponseKey} = point {PlanText.NameOf(point.Of)}.{point.Property.Name}");
        foreach (var part in point.Parts)
            Line(depth + 1, $"{part.ResponseKey} = {TextOf(part)}");
        return default;
    }

    private static string TextOf(PointPart part) => part.Field switch
    {
        PointField.TypeName => Encoding.UTF8.GetString(part.TypeName),
        PointField.Latitude => "latitude",
        PointField.Longitude => "longitude",
    };

    NoResult ISlotVisitor<int, NoResult>.Visit(InlineSlot inline, int depth)
    {
        Line(depth, $"{inline.ResponseKey}: same row");
        return Slots(inline.Slots, depth + 1);
    }

    NoResult ISlotVisitor<int, NoResult>.Visit(ObjectSlot single, int depth)
    {
        Line(depth, $"{single.ResponseKey}: one of {PlanText.Of(single.Source)}");
        return Slots(single.Slots, depth + 1);
    }

    NoResult ISlotVisitor<int, NoResult>.Visit(PolymorphicSlot any, int depth)
    {
        Line(depth, $"{any.ResponseKey}: whatever has id {PlanText.Of(any.Id)}");
        return Cases(any.Cases, depth + 1);
    }

    NoResult ISlotVisitor<int, NoResult>.Visit(PolymorphicListSlot list, int depth)
    {
        Line(depth, $"{list.ResponseKey}: for each id of {PlanText.Of(list.Ids)}, whatever has it");
        return Cases(list.Cases, depth + 1);
    }

    NoResult ISlotVisitor<int, NoResult>.Visit(SearchSlot search, int depth)
    {
        Line(depth, $"{search.ResponseKey}: for each id found, {PlanText.Of(search.Ids)}");
        foreach (var part in search.Parts)
        {
            Line(depth + 1, $"{part.ResponseKey} = {TextOf(part)}");
            foreach (var item in part.Items)
            {
                Line(depth + 2, $"{item.ResponseKey} = {TextOf(item)}");
                if (item.Node is { } node)
                    Cases(node.Cases, depth + 3);
            }
        }
        return default;
    }

    NoResult ISlotVisitor<int, NoResult>.Visit(TraversalSlot traversal, int depth)
    {
        var walked = traversal.Traversal;
        Line(depth, $"{traversal.ResponseKey}: found from {PlanText.Of(walked.Ends)}");
        foreach (var relationships in walked.Relationships)
            Line(depth + 1, $"walks {relationships.Followed.Relationship.Type} {PlanText.NameOf(relationships.Followed)}{PlanText.Where(relationships.Where)}");
        foreach (var nodes in walked.Nodes.Where(nodes => !nodes.Where.IsTrue))
            Line(depth + 1, $"passes {nodes.Node.Node.Name} {PlanText.NameOf(nodes.Node)}{PlanText.Where(nodes.Where)}");
        foreach (var list in traversal.Lists)
            list.Accept(this, depth + 1);
        return Parts(traversal.Parts, depth + 1);
    }

    private NoResult Parts(TraversalPart[] parts, int depth)
    {
        foreach (var part in parts)
        {
            Line(depth, $"{part.ResponseKey} = {TextOf(part)}");
            Parts(part.Items, depth + 1);
        }
        return default;
    }

    private static string TextOf(TraversalPart part) => part.Kind switch
    {
        TraversalPartKind.TypeName => Encoding.UTF8.GetString(part.TypeName),
        TraversalPartKind.Truncated => "truncated",
        TraversalPartKind.Items => "each path",
        TraversalPartKind.Length => "length",
        TraversalPartKind.Nodes => "the nodes found",
        TraversalPartKind.Relationships => "the relationships found",
    };

    private static string TextOf(SearchPart part) => part.Kind switch
    {
        SearchPartKind.TypeName => Encoding.UTF8.GetString(part.TypeName),
        SearchPartKind.Truncated => "truncated",
        SearchPartKind.Items => "each",
    };

    private static string TextOf(SearchItemPart part) => part.Kind switch
    {
        SearchItemKind.TypeName => Encoding.UTF8.GetString(part.TypeName),
        SearchItemKind.Node => "whatever has it",
        SearchItemKind.Property => "property",
        SearchItemKind.Text => "text",
        SearchItemKind.Match => "match",
    };

    private NoResult Cases(PolymorphicCase[] cases, int depth)
    {
        foreach (var candidate in cases)
        {
            Line(depth, $"as {candidate.Found.Type.Name} {PlanText.NameOf(candidate.Found)}");
            Slots(candidate.Slots, depth + 1);
        }
        return default;
    }

    NoResult ISlotVisitor<int, NoResult>.Visit(ConnectionSlot connection, int depth)
    {
        var page = connection.Page;
        var bounds = (page.After is null ? "" : " after cursor") + (page.Before is null ? "" : " before cursor");
        var keys = connection.Reads.OfType<ItemsRead>().Any(items => items.HasCursors) ? ", keys shown" : "";
        Line(depth, $"{connection.ResponseKey}: rows of {PlanText.Of(connection.Source)}{(connection.KeepsRows ? ", read once" : "")}");
        if (connection.Reads.OfType<ItemsRead>().FirstOrDefault(items => items.Source != connection.Source) is { Source: var other })
            Line(depth + 1, $"items of {PlanText.Of(other)}");
        Line(depth + 1, $"order {string.Join(", ", page.Keys.Select(PlanText.Of))}");
        Line(depth + 1, $"page {(page.IsBackward ? "last" : "first")} {PlanText.Of(page.Size)}, reads {PlanText.Of(page.Limit)}{bounds}{keys}");
        foreach (var part in connection.Parts)
            part.Accept(this, depth + 1);
        return default;
    }

    NoResult IConnectionPartVisitor<int, NoResult>.Visit(TypeNamePart name, int depth) =>
        Line(depth, $"{name.ResponseKey} = {Encoding.UTF8.GetString(name.Json)}");

    NoResult IConnectionPartVisitor<int, NoResult>.Visit(ItemsPart items, int depth)
    {
        Line(depth, $"{items.ResponseKey}: each");
        return Slots(items.Slots, depth + 1);
    }

    NoResult IConnectionPartVisitor<int, NoResult>.Visit(AggregatePart aggregate, int depth)
    {
        Line(depth, $"{aggregate.ResponseKey}: all, each node once");
        return Slots(aggregate.Slots, depth + 1);
    }

    NoResult IConnectionPartVisitor<int, NoResult>.Visit(PageInfoPart info, int depth) =>
        Line(depth, $"{info.ResponseKey}: {string.Join(", ", info.Values.Select(value => $"{value.ResponseKey} = {TextOf(value.Kind)}"))}");

    private static string TextOf(PageInfoKind kind) => kind switch
    {
        PageInfoKind.TypeName => "constant",
        PageInfoKind.More or PageInfoKind.Given or PageInfoKind.StartCursor or PageInfoKind.EndCursor => kind.ToString(),
    };

    NoResult IConnectionPartVisitor<int, NoResult>.Visit(TotalPart total, int depth) =>
        Line(depth, $"{total.ResponseKey} = count{(total.AtMost is null ? "" : $" at most {PlanText.Of(total.AtMost)}")}");
}

/// <summary>The result type of visitors without a result.</summary>
internal readonly struct NoResult;
