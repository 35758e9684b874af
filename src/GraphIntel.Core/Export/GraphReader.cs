using System.Text.Json;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Export;

/// <summary>
/// Reads the graph of a response: every object with an id is a node, every relationship with source and target a relationship; so
/// are the edges and nodes of connections, and to-one fields, that follow a relationship from a node with an id.
/// </summary>
internal sealed class GraphReader
{
    private readonly GraphModel _model;
    private readonly ExportedGraph _graph;
    private readonly Dictionary<string, GraphElement> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GraphElement> _edges = new(StringComparer.Ordinal);

    private GraphReader(GraphModel model, ReadOnlyMemory<byte> json)
    {
        _model = model;
        _graph = new ExportedGraph(json);
    }

    /// <summary>Reads a response without errors.</summary>
    public static ExportedGraph Read(GraphModel model, Plan plan, ReadOnlyMemory<byte> response)
    {
        var reader = new GraphReader(model, response);
        var json = new Utf8JsonReader(response.Span, RowSource.JsonOptions);
        // { "data": {
        json.Read();
        json.Read();
        json.Read();
        reader.ReadObject(ref json, ResultFields.Of(plan), default, null);
        return reader._graph;
    }

    /// <summary>Rejects an operation whose response can have no node.</summary>
    /// <exception cref="OperationRefusedException">No object is selected with its id.</exception>
    public static void Check(Plan plan)
    {
        if (!HasId(ResultFields.Of(plan)))
        {
            throw new OperationRefusedException(new GraphError(
                "The operation selects no `id`: a graph has the objects that are selected with their `id`.", ErrorCodes.ArgumentInvalid, []));
        }
    }

    private static bool HasId(IEnumerable<ResultField> fields) => fields.Any(field => field.IsId || HasId(field.Fields));

    /// <summary>Reads an object.</summary>
    /// <param name="json">At its start.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="link">The relationship that leads to it, if it is the item of a connection or the value of a to-one field.</param>
    /// <param name="owner">The id of the node whose connection it is; null if it is none.</param>
    private void ReadObject(ref Utf8JsonReader json, IReadOnlyList<ResultField> fields, Link link, string? owner)
    {
        var ids = ScanIds(json, fields);
        var (element, node) = Register(ids, link);
        node ??= owner;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (Find(ref json, fields) is not { } field)
            {
                json.Skip();
                continue;
            }
            json.Read();
            if (field.Kind is ResultKind.Scalar or ResultKind.Point)
                ReadValue(ref json, field, element);
            else if (field.Kind == ResultKind.Introspection)
                json.Skip();
            else
                ReadChild(ref json, field, node);
        }
    }

    private void ReadChild(ref Utf8JsonReader json, ResultField field, string? node)
    {
        var link = node is not null && field.Source is HopSource hop ? new Link(node, hop) : default;
        if (json.TokenType == JsonTokenType.StartObject)
        {
            // A connection belongs to the node that has it; other objects are elements of their own.
            var isConnection = field is { Source: null, Cases.Count: 0, IsOfEdge: false };
            ReadObject(ref json, FieldsOf(json, field), link, isConnection ? node : null);
        }
        else if (json.TokenType == JsonTokenType.StartArray)
        {
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                if (json.TokenType == JsonTokenType.StartObject)
                    ReadObject(ref json, FieldsOf(json, field), link, null);
            }
        }
    }

    /// <summary>The element of an object, and the id of its node, if it is one.</summary>
    private (GraphElement? Element, string? Node) Register(ObjectIds ids, Link link)
    {
        if (ids.Id is not { } id)
        {
            return (link.Origin is not null && ids.Node is { } other ? Edge(link, other, ids.Fact) : null, null);
        }
        if (_model.TypeOfId(id) is RelationshipType relationship)
        {
            return ids is { Source: { } source, Target: { } target }
                ? (Edge(relationship, id, source, target, relationship.IsUndirected), null)
                : (_edges.GetValueOrDefault(id), null);
        }
        if (!_nodes.TryGetValue(id, out var node))
        {
            _nodes.Add(id, node = new GraphElement { Id = id, Type = _model.TypeOfId(id) });
            _graph.Nodes.Add(node);
        }
        if (link.Origin is not null)
            Edge(link, id, null);
        return (node, id);
    }

    private GraphElement Edge(Link link, string other, string? id)
    {
        var (source, target) = link.Hop!.Direction == Direction.In ? (other, link.Origin!) : (link.Origin!, other);
        return Edge(link.Hop.Followed.Relationship, id, source, target, link.Hop.Direction == Direction.Both);
    }

    /// <summary>The relationship of that id, or between these nodes where its id is not known.</summary>
    private GraphElement Edge(RelationshipType type, string? id, string source, string target, bool isUndirected)
    {
        // A relationship without a stored id is unique for its ends; followed in both directions, it is seen from either end.
        var ends = type.IsSymmetric && string.CompareOrdinal(source, target) > 0 ? type.DeriveId(target, source) : type.DeriveId(source, target);
        var key = type.Id is null ? ends : id;
        if (key is not null && _edges.TryGetValue(key, out var known))
            return known;
        var edge = new GraphElement
        {
            Id = id ?? (type.Id is null && !isUndirected ? ends : null),
            Type = type,
            Source = source,
            Target = target,
            IsUndirected = isUndirected,
        };
        _graph.Edges.Add(edge);
        if (key is not null)
            _edges.Add(key, edge);
        if (id is not null)
            _edges.TryAdd(id, edge);
        return edge;
    }

    private void ReadValue(ref Utf8JsonReader json, ResultField field, GraphElement? element)
    {
        if (element is null || field.IsId || field.IsCursor || json.TokenType == JsonTokenType.Null)
        {
            json.Skip();
            return;
        }
        if (field.Kind == ResultKind.Point)
        {
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var part = Find(ref json, field.Fields)!;
                json.Read();
                Add(ref json, element, $"{field.Name}.{part.Name}", part);
            }
            return;
        }
        var range = Add(ref json, element, field.Name, field);
        if (field.Property is { } property)
            Mark(element, property, range);
    }

    private JsonRange Add(ref Utf8JsonReader json, GraphElement element, string name, ResultField field)
    {
        var attributes = element.Source.Length > 0 ? _graph.EdgeAttributes : _graph.NodeAttributes;
        var start = (int)json.TokenStartIndex;
        json.Skip();
        var range = new JsonRange(start, (int)json.BytesConsumed - start);
        _graph.Add(element, attributes.PositionOf(name, field.IsList ? ScalarKind.String : field.Scalar), range);
        return range;
    }

    /// <summary>Remembers a value that is the label or a day of its element.</summary>
    private static void Mark(GraphElement element, Property property, JsonRange range)
    {
        if (element.Type is NodeType node)
        {
            if (property == node.Label)
                element.Label = range;
            if (property == node.Day)
                element.From = range;
            if (property == node.Day?.Imprecise?.Until)
                element.Until = range;
        }
        else if (element.Type is RelationshipType { Valid: { } valid })
        {
            if (property == valid.From)
                element.From = range;
            if (property == valid.Until)
                element.Until = range;
        }
    }

    /// <summary>Reads ahead: the id of an object, and those of the objects in it that say what it connects.</summary>
    private ObjectIds ScanIds(Utf8JsonReader json, IReadOnlyList<ResultField> fields)
    {
        var ids = default(ObjectIds);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var field = Find(ref json, fields);
            json.Read();
            if (field is { IsId: true })
                ids = ids with { Id = ids.Id ?? json.GetString() };
            else if (field is { Source: EndSource end })
                ids = end.IsSource ? ids with { Source = ids.Source ?? IdOf(json, field) } : ids with { Target = ids.Target ?? IdOf(json, field) };
            else if (field is { IsOfEdge: true } && IdOf(json, field) is { } id)
                ids = _model.TypeOfId(id) is RelationshipType ? ids with { Fact = ids.Fact ?? id } : ids with { Node = ids.Node ?? id };
            json.Skip();
        }
        return ids;
    }

    /// <summary>The id of an object; null if it is null or has none.</summary>
    private static string? IdOf(Utf8JsonReader json, ResultField of)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            return null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isId = Find(ref json, of.Fields) is { IsId: true };
            json.Read();
            if (isId)
                return json.GetString();
            json.Skip();
        }
        return null;
    }

    /// <summary>The fields of an object; the first property of one that can be of several types is the number of its type.</summary>
    private static IReadOnlyList<ResultField> FieldsOf(Utf8JsonReader json, ResultField field)
    {
        if (field.Cases.Count == 0)
            return field.Fields;
        json.Read();
        json.Read();
        return field.Cases[json.GetString()!];
    }

    private static ResultField? Find(ref Utf8JsonReader json, IReadOnlyList<ResultField> fields)
    {
        for (var index = 0; index < fields.Count; index++)
        {
            if (json.ValueTextEquals(fields[index].Utf8))
                return fields[index];
        }
        return null;
    }

    /// <summary>A node, and the relationships that a field follows from it.</summary>
    private readonly record struct Link(string? Origin, HopSource? Hop);

    /// <summary>The ids of an object and of those in it.</summary>
    private readonly record struct ObjectIds(string? Id, string? Source, string? Target, string? Node, string? Fact);
}
