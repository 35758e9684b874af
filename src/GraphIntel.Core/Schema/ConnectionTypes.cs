using GraphIntel.Core.Model;
using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>Connections, their edges and the page info, after the Relay cursor connections specification.</summary>
internal sealed class ConnectionTypes
{
    private readonly Dictionary<string, ObjectGraphType> _roots = new(StringComparer.Ordinal);
    private readonly Func<FactType, ObjectGraphType> _objectOf;
    private readonly ScalarTypes _scalars;
    private readonly ObjectGraphType _pageInfo;

    public ConnectionTypes(ScalarTypes scalars, Func<FactType, ObjectGraphType> objectOf)
    {
        _scalars = scalars;
        _objectOf = objectOf;
        _pageInfo = new ObjectGraphType { Name = "PageInfo", Description = "Where a page lies in the whole." };
        var boolean = new NonNullGraphType(scalars.Boolean);
        Add(_pageInfo, "hasNextPage", boolean, ConnectionPart.HasNextPage, "Paging forward: whether more follow. Backward: whether `before` was given.");
        Add(_pageInfo, "hasPreviousPage", boolean, ConnectionPart.HasPreviousPage, "Paging backward: whether more precede. Forward: whether `after` was given.");
        Add(_pageInfo, "startCursor", scalars.String, ConnectionPart.StartCursor, "The cursor of the first edge; null where there is none.");
        Add(_pageInfo, "endCursor", scalars.String, ConnectionPart.EndCursor, "The cursor of the last edge; null where there is none.");
    }

    /// <summary><c>EventsConnection</c>, for root fields and for fields that refer by id.</summary>
    public ObjectGraphType OfRoot(NodeType node)
    {
        var name = Casing.Pascal(node.Plural);
        if (!_roots.TryGetValue(name, out var connection))
        {
            connection = Make(name, node, _ => { });
            _roots.Add(name, connection);
        }
        return connection;
    }

    /// <summary><c>ActorEventsConnection</c>, whose edges have the relationship's properties.</summary>
    public ObjectGraphType OfRelationship(string name, RelationshipField field, Action<ObjectGraphType> addEdgeFields) =>
        Make(name, field.Target, addEdgeFields);

    /// <summary><c>ActorEventsOfBackedConnection</c>, whose edges have the depth.</summary>
    public ObjectGraphType OfPath(string name, PathField field) => Make(name, field.Target, edge => Add(
        edge, "depth", new NonNullGraphType(_scalars.Int), ConnectionPart.Depth, "The least number of relationships that lead to the node."));

    private ObjectGraphType Make(string name, NodeType node, Action<ObjectGraphType> addEdgeFields)
    {
        var target = new NonNullGraphType(_objectOf(node));
        var edge = new ObjectGraphType { Name = name + "Edge", Description = $"One of the connection's {Texts.Words(node.Plural)}." };
        Add(edge, "cursor", new NonNullGraphType(_scalars.String), ConnectionPart.Cursor, "Its place in the order, for `after` and `before`.");
        Add(edge, "node", target, ConnectionPart.Node, "The node at the other end.");
        addEdgeFields(edge);

        var connection = new ObjectGraphType { Name = name + "Connection", Description = $"A page of {Texts.Words(node.Plural)}." };
        Add(connection, "edges", List(new NonNullGraphType(edge)), ConnectionPart.Edges, "The page, with what lies between.");
        Add(connection, "nodes", List(target), ConnectionPart.Nodes, "The page's nodes alone.");
        Add(connection, "pageInfo", new NonNullGraphType(_pageInfo), ConnectionPart.PageInfo, "Where the page lies.");
        var total = Add(
            connection, "totalCount", new NonNullGraphType(_scalars.Int), ConnectionPart.TotalCount, "How many match in all, whatever the page.");
        total.Arguments = new QueryArguments(new QueryArgument(_scalars.Int)
        {
            Name = ArgumentNames.AtMost,
            Description = "Stop counting here, which is quicker: the answer is the lesser of the two.",
        });
        return connection;
    }

    private static NonNullGraphType List(IGraphType element) => new(new ListGraphType(element));

    private static FieldType Add(ObjectGraphType type, string name, IGraphType result, ConnectionPart part, string description)
    {
        var field = new FieldType { Name = name, ResolvedType = result, Description = description };
        new ConnectionPartBinding(part).AttachTo(field);
        type.AddField(field);
        return field;
    }
}
