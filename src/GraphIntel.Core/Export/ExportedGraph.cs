using GraphIntel.Core.Model;

namespace GraphIntel.Core.Export;

/// <summary>The nodes and relationships of a response. Values are positions in its JSON.</summary>
/// <param name="json">The response.</param>
internal sealed class ExportedGraph(ReadOnlyMemory<byte> json)
{
    private readonly List<AttributeValue> _values = [];

    /// <summary>The nodes, in the order in which the response has them first.</summary>
    public List<GraphElement> Nodes { get; } = [];

    /// <summary>The relationships, likewise.</summary>
    public List<GraphElement> Edges { get; } = [];

    /// <summary>The attributes of nodes.</summary>
    public GraphAttributes NodeAttributes { get; } = new();

    /// <summary>The attributes of relationships.</summary>
    public GraphAttributes EdgeAttributes { get; } = new();

    /// <summary>Adds a value to an element, unless it has one for the attribute.</summary>
    public void Add(GraphElement element, int attribute, JsonRange range)
    {
        var last = -1;
        for (var index = element.FirstValue; index >= 0; index = _values[index].Next)
        {
            if (_values[index].Attribute == attribute)
                return;
            last = index;
        }
        _values.Add(new AttributeValue(attribute, range, -1));
        if (last < 0)
            element.FirstValue = _values.Count - 1;
        else
            _values[last] = _values[last] with { Next = _values.Count - 1 };
    }

    /// <summary>The values of an element: the attribute, and the value as JSON.</summary>
    public IEnumerable<(int Attribute, ReadOnlyMemory<byte> Json)> ValuesOf(GraphElement element)
    {
        for (var index = element.FirstValue; index >= 0; index = _values[index].Next)
            yield return (_values[index].Attribute, JsonOf(_values[index].Range));
    }

    /// <summary>A value as JSON.</summary>
    public ReadOnlyMemory<byte> JsonOf(JsonRange range) => json.Slice(range.Start, range.Length);

    private readonly record struct AttributeValue(int Attribute, JsonRange Range, int Next);
}

/// <summary>Where a value is in a response; empty for none.</summary>
internal readonly record struct JsonRange(int Start, int Length)
{
    public bool IsEmpty => Length == 0;
}

/// <summary>A node or a relationship of a response.</summary>
internal sealed class GraphElement
{
    /// <summary>The id; null if the response does not have it.</summary>
    public required string? Id { get; init; }

    /// <summary>The type; null if the model has none for the id.</summary>
    public required ElementType? Type { get; init; }

    /// <summary>The id of the node where a relationship starts; empty for a node.</summary>
    public string Source { get; init; } = "";

    /// <summary>The id of the node where a relationship ends; empty for a node.</summary>
    public string Target { get; init; } = "";

    /// <summary>Whether a relationship has no direction.</summary>
    public bool IsUndirected { get; init; }

    /// <summary>The label of a node.</summary>
    public JsonRange Label { get; set; }

    /// <summary>The day on which a node happened, or the first day of a relationship.</summary>
    public JsonRange From { get; set; }

    /// <summary>The last day of a node, included, or the first day after a relationship.</summary>
    public JsonRange Until { get; set; }

    /// <summary>The position of its first value; -1 for none.</summary>
    public int FirstValue { get; set; } = -1;
}

/// <summary>The attributes of nodes or of relationships, by name.</summary>
internal sealed class GraphAttributes
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<(string Name, ScalarKind Kind)> _all = [];

    /// <summary>The names, and the kinds of their values, in the order of their first value.</summary>
    public IReadOnlyList<(string Name, ScalarKind Kind)> All => _all;

    /// <summary>The position of an attribute, which is added if it is new; one with values of several kinds is text.</summary>
    public int PositionOf(string name, ScalarKind kind)
    {
        if (!_positions.TryGetValue(name, out var position))
        {
            _positions.Add(name, position = _all.Count);
            _all.Add((name, kind));
        }
        else if (_all[position].Kind != kind)
        {
            _all[position] = (name, ScalarKind.String);
        }
        return position;
    }
}
