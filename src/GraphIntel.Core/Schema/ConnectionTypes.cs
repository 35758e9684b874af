using GraphIntel.Core.Model;
using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>Connections, their edges and the page info, after the Relay cursor connections specification.</summary>
internal sealed class ConnectionTypes
{
    private const string NodeCount = "How many nodes match, on all pages.";
    private const string RelationshipCount = "How many relationships match, on all pages.";

    private readonly Dictionary<string, ObjectGraphType> _shared = new(StringComparer.Ordinal);
    private readonly Func<ElementType, ObjectGraphType> _objectOf;
    private readonly ScalarTypes _scalars;
    private readonly AggregateTypes _aggregates;
    private readonly ObjectGraphType _pageInfo;

    public ConnectionTypes(ScalarTypes scalars, AggregateTypes aggregates, Func<ElementType, ObjectGraphType> objectOf)
    {
        _scalars = scalars;
        _aggregates = aggregates;
        _objectOf = objectOf;
        _pageInfo = new ObjectGraphType { Name = "PageInfo", Description = "Whether there are more pages, and the cursors to ask for them." };
        var boolean = new NonNullGraphType(scalars.Boolean);
        Add(_pageInfo, "hasNextPage", boolean, new PageInfoFieldBinding(PageInfoField.HasNextPage), "Paging forward: whether more follow. Backward: whether `before` was given.");
        Add(_pageInfo, "hasPreviousPage", boolean, new PageInfoFieldBinding(PageInfoField.HasPreviousPage), "Paging backward: whether more precede. Forward: whether `after` was given.");
        Add(_pageInfo, "startCursor", scalars.String, new PageInfoFieldBinding(PageInfoField.StartCursor), "Cursor of the first edge; null if the page is empty.");
        Add(_pageInfo, "endCursor", scalars.String, new PageInfoFieldBinding(PageInfoField.EndCursor), "Cursor of the last edge; null if the page is empty.");
    }

    /// <summary><c>EventsConnection</c>, for root fields and for fields that refer by id.</summary>
    public ObjectGraphType OfRoot(NodeType node)
    {
        var name = Casing.Pascal(node.Plural);
        return Once(name, () => Make(name, node, "A node of the page and its cursor.", NodeCount, _ => { }));
    }

    private ObjectGraphType Once(string name, Func<ObjectGraphType> make)
    {
        if (!_shared.TryGetValue(name, out var connection))
            _shared.Add(name, connection = make());
        return connection;
    }

    /// <summary><c>BackingsConnection</c>, whose nodes are relationships.</summary>
    public ObjectGraphType OfRoot(RelationshipType relationship) =>
        Make(Casing.Pascal(relationship.Plural!), relationship, "A relationship of the page and its cursor.", RelationshipCount, _ => { });

    /// <summary><c>ActorEventsConnection</c>, whose edges have the relationship's properties.</summary>
    public ObjectGraphType OfRelationship(string name, RelationshipField field, Action<ObjectGraphType> addEdgeFields) =>
        Make(
            name,
            field.Target,
            "A node of the page, its cursor, and the properties of the relationship that leads to it.",
            RelationshipCount,
            addEdgeFields);

    /// <summary>
    /// <c>ActorEventsOfBackedConnection</c>, whose edges have the depth. One on an @edge type is a field of each edge of its
    /// relationships.
    /// </summary>
    public ObjectGraphType OfPath(string name, PathField field) =>
        Once(name, () => Make(name, field.Target, "A node of the page, its cursor, and the length of the path to it.", NodeCount, edge =>
            Add(edge, "depth", new NonNullGraphType(_scalars.Int), new EdgeFieldBinding(EdgeField.Depth), SchemaDescriptions.Depth)));

    private ObjectGraphType Make(string name, ElementType item, string edgeText, string countText, Action<ObjectGraphType> addEdgeFields)
    {
        var target = new NonNullGraphType(_objectOf(item));
        var kind = item.Match(_ => "node", _ => "relationship");
        var edge = new ObjectGraphType { Name = name + "Edge", Description = edgeText };
        Add(edge, "cursor", new NonNullGraphType(_scalars.String), new EdgeFieldBinding(EdgeField.Cursor), "The position in the order, for `after` and `before`.");
        Add(edge, "node", target, new EdgeFieldBinding(EdgeField.Node), $"The {kind} itself.");
        addEdgeFields(edge);

        var connection = new ObjectGraphType { Name = name + "Connection", Description = item.Match(node => $"A page of {node.Name} nodes.", relationship => $"A page of `{relationship.Type}` relationships.") };
        Add(connection, "edges", List(new NonNullGraphType(edge)), new ConnectionFieldBinding(ConnectionField.Edges), item.Match(_ => "The nodes of the page, each with the data of its edge.", _ => "The relationships of the page, each with its cursor."));
        Add(connection, "nodes", List(target), new ConnectionFieldBinding(ConnectionField.Nodes), $"The {kind}s of the page alone.");
        Add(connection, "pageInfo", new NonNullGraphType(_pageInfo), new ConnectionFieldBinding(ConnectionField.PageInfo), "Whether there are more pages.");
        var total = Add(
            connection, "totalCount", new NonNullGraphType(_scalars.Int), new ConnectionFieldBinding(ConnectionField.TotalCount), countText);
        total.Arguments = new QueryArguments(new QueryArgument(_scalars.Int)
        {
            Name = ArgumentNames.AtMost,
            Description = "Count no further than this, which is faster; the result is the lesser of the two.",
        });
        Add(
            connection,
            "aggregate",
            new NonNullGraphType(_aggregates.Of(item)),
            new ConnectionFieldBinding(ConnectionField.Aggregate),
            $"What the {kind}s come to, on all pages, each counted once.");
        return connection;
    }

    private static NonNullGraphType List(IGraphType element) => new(new ListGraphType(element));

    private static FieldType Add(ObjectGraphType type, string name, IGraphType result, FieldBinding binding, string description)
    {
        var field = new FieldType { Name = name, ResolvedType = result, Description = description };
        binding.AttachTo(field);
        type.AddField(field);
        return field;
    }
}
