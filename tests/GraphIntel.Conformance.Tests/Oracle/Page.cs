using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphQLParser.AST;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>A cursor where it stands in a response.</summary>
/// <param name="Field">The connection's field in the document.</param>
/// <param name="Place">The entry to which it points.</param>
internal sealed record Cursor(GraphQLField Field, Place Place)
{
    /// <summary>
    /// Stands for a cursor's text, which is the server's own. It cannot occur otherwise: it begins with what JSON escapes.
    /// </summary>
    public const string Placeholder = "\u0001cursor\u0001";
}

/// <summary>A place in an order.</summary>
/// <param name="Order">The order's keys.</param>
/// <param name="Keys">The values of the keys there.</param>
internal sealed record Place(string Order, object?[] Keys);

/// <summary>The server's cursors whose places are known, from responses compared before.</summary>
internal sealed class CursorBook
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    /// <summary>Notes where a cursor points.</summary>
    public void Add(string text, Place place) => _places[text] = place;

    /// <summary>The keys at which a cursor points; one that is not known, or of another order, is refused.</summary>
    public object?[] Find(string text, Order order)
    {
        if (!_places.TryGetValue(text, out var place))
            throw new RefusedException($"cursor {text}");
        return place.Order == order.Name ? place.Keys : throw new RefusedException($"cursor of {place.Order}, not of {order.Name}");
    }
}

/// <summary>A connection: all that matches, and the page that was asked for.</summary>
internal sealed class Page
{
    public Page(
        GraphQLField field, string name, ElementType type, IEnumerable<Item> matching, Order order,
        Dictionary<string, object?> arguments, CursorBook cursors)
    {
        Field = field;
        Name = name;
        Order = order;
        var all = matching.ToList();
        Aggregate = new Aggregate(type, [.. all.Select(item => item.Node).Distinct()]);
        all.Sort((left, right) => order.Compare(order.ValuesOf(left), order.ValuesOf(right)));
        TotalCount = all.Count;
        var after = arguments.GetValueOrDefault("after") is string start ? cursors.Find(start, order) : null;
        var before = arguments.GetValueOrDefault("before") is string end ? cursors.Find(end, order) : null;
        var range = all
            .Where(item => after is null || order.Compare(order.ValuesOf(item), after) > 0)
            .Where(item => before is null || order.Compare(order.ValuesOf(item), before) < 0)
            .ToList();
        if (arguments.GetValueOrDefault("last") is long last)
        {
            Items = range.TakeLast((int)last).ToList();
            HasPreviousPage = range.Count > last;
            HasNextPage = before is not null;
        }
        else
        {
            var first = arguments.GetValueOrDefault("first") as long? ?? PageLimits.DefaultSize;
            Items = range.Take((int)first).ToList();
            HasNextPage = range.Count > first;
            HasPreviousPage = after is not null;
        }
    }

    public GraphQLField Field { get; }

    /// <summary>The connection type's name without its last word: <c>ActorEvents</c>.</summary>
    public string Name { get; }

    /// <summary>Whether a path leads to its entries.</summary>
    public bool IsPath { get; init; }

    public Order Order { get; }

    /// <summary>The distinct nodes of all that matches.</summary>
    public Aggregate Aggregate { get; }

    public int TotalCount { get; }

    public List<Item> Items { get; }

    public bool HasNextPage { get; }

    public bool HasPreviousPage { get; }
}

/// <summary>One edge of a page.</summary>
internal sealed record Edge(Page Page, Item Item);

/// <summary>The page info of a page.</summary>
internal sealed record PageInfo(Page Page);
