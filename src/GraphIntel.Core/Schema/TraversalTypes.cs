using GraphIntel.Core.Model;
using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>The root fields <c>paths</c> and <c>neighborhood</c> and their types.</summary>
internal sealed class TraversalTypes
{
    private static readonly string Budget = FormattableString.Invariant($"{PageLimits.MaxTraversed:#,0} relationships");

    private readonly GraphModel _model;
    private readonly ScalarTypes _scalars;
    private readonly InputTypes _inputs;
    private readonly IGraphType _nodes;
    private readonly IGraphType _relationships;
    private readonly InputObjectGraphType _where;
    private readonly InputObjectGraphType? _via;

    public TraversalTypes(GraphModel model, ScalarTypes scalars, InputTypes inputs, InterfaceGraphType node, InterfaceGraphType relationship)
    {
        _model = model;
        _scalars = scalars;
        _inputs = inputs;
        _nodes = ListOf(node);
        _relationships = ListOf(relationship);
        NodeTypes = new ExplainedEnumType { Name = "NodeType", Description = "The types of nodes." };
        foreach (var type in model.Nodes)
            NodeTypes.Add(Casing.UpperSnake(type.Name), null);
        _where = new InputObjectGraphType { Name = "NodesFilterInput", Description = "Conditions on nodes, by their type. Nodes of a type that is not named are free." };
        foreach (var type in model.Nodes)
            _where.AddField(new FieldType { Name = type.Singular, ResolvedType = inputs.NodeFilter(type), Description = $"Conditions on {type.Name} nodes." });
        _via = model.Relationships.Count > 0 ? Via() : null;
    }

    /// <summary>The enum of node types, which <c>search</c> takes too.</summary>
    public ExplainedEnumType NodeTypes { get; }

    /// <summary>The field <c>paths</c>.</summary>
    public FieldType Paths() => new()
    {
        Name = "paths",
        Description = "All simple paths between two nodes: the shortest first, then by the ids of their nodes and of their relationships.",
        ResolvedType = new NonNullGraphType(PathsResult()),
        Arguments = new QueryArguments(
        [
            Required(ArgumentNames.From, _scalars.Id, "The node at which paths start."),
            Required(ArgumentNames.To, _scalars.Id, "The node at which they end. Equal to `from`: one path of length 0."),
            .. Walked("paths"),
            Optional(
                ArgumentNames.MaxLength, _scalars.Int, FormattableString.Invariant($"The maximum number of relationships of a path, 0 to {PageLimits.MaxPathLength}."),
                PageLimits.DefaultPathLength),
            Optional(ArgumentNames.First, _scalars.Int, FormattableString.Invariant($"How many paths, 0 to {PageLimits.MaxFound}."), PageLimits.DefaultSize),
            .. _inputs.TimeArguments(_model.Relationships),
        ]),
    };

    /// <summary>The field <c>neighborhood</c>.</summary>
    public FieldType Neighborhood() => new()
    {
        Name = "neighborhood",
        Description = "The nodes around some nodes, the nearest first, then by id, with all relationships among them.",
        ResolvedType = new NonNullGraphType(NeighborhoodResult()),
        Arguments = new QueryArguments(
        [
            Required(
                ArgumentNames.Of, new ListGraphType(new NonNullGraphType(_scalars.Id)),
                FormattableString.Invariant($"The nodes in the middle, which are a part of the result; at most {PageLimits.MaxOrigins}.")),
            Optional(
                ArgumentNames.Depth, _scalars.Int, FormattableString.Invariant($"The maximum distance in relationships, 0 to {PageLimits.MaxDepth}."),
                PageLimits.DefaultDepth),
            .. Walked("the neighborhood"),
            Optional(
                ArgumentNames.MaxNodes, _scalars.Int, FormattableString.Invariant($"How many nodes, 0 to {PageLimits.MaxNeighbors}."),
                PageLimits.DefaultNeighbors),
            .. _inputs.TimeArguments(_model.Relationships),
        ]),
    };

    /// <summary>The arguments that say what is walked.</summary>
    private IEnumerable<QueryArgument> Walked(string what)
    {
        if (_via is not null)
        {
            yield return Optional(
                ArgumentNames.Via, new ListGraphType(new NonNullGraphType(_via)),
                "Only these relationships are walked. By default all, in either direction, except those of nodes that record provenance; an empty list: none.");
        }
        yield return Optional(
            ArgumentNames.Types, new ListGraphType(new NonNullGraphType(NodeTypes)),
            $"Only nodes of these types are part of {what}, besides the given ones; an empty list: no relationship is walked.");
        yield return Optional(ArgumentNames.Where, _where, $"Only nodes that match are part of {what}, besides the given ones.");
    }

    private InputObjectGraphType Via()
    {
        var types = new ExplainedEnumType { Name = "RelationshipType", Description = "The types of relationships." };
        foreach (var type in _model.Relationships)
            types.Add(type.Type, SchemaDescriptions.OfType(type));
        var directions = new ExplainedEnumType { Name = "Direction", Description = "The direction in which a relationship is walked." };
        directions.Add("OUT", "From its source to its target.");
        directions.Add("IN", "From its target to its source.");
        directions.Add("BOTH", "Either way.");
        var via = new InputObjectGraphType { Name = "ViaInput", Description = "A relationship type to be walked." };
        via.AddField(new FieldType { Name = ArgumentNames.Type, ResolvedType = new NonNullGraphType(types), Description = "The relationship type." });
        via.AddField(new FieldType { Name = ArgumentNames.Direction, ResolvedType = directions, Description = "The direction, away from `from` or `of`.", DefaultValue = "BOTH" });
        return via;
    }

    private ObjectGraphType PathsResult()
    {
        var path = new ObjectGraphType { Name = "Path", Description = "A simple path: a way from node to node that visits none of them twice." };
        Add(path, "length", _scalars.Int, TraversalField.Length, "The number of its relationships.");
        Add(path, "nodes", _nodes, TraversalField.Nodes, "Its nodes, from the first to the last.");
        Add(path, "relationships", _relationships, TraversalField.Relationships, "Its relationships, each between two successive nodes.");
        var result = new ObjectGraphType { Name = "PathsResult", Description = "Paths between two nodes." };
        Add(
            result, "truncated", _scalars.Boolean, TraversalField.Truncated,
            $"Whether there may be more: `first` left paths out, or after {Budget} the walk ended.");
        Add(result, "items", ListOf(path), TraversalField.Items, "The paths, the shortest first.");
        return result;
    }

    private ObjectGraphType NeighborhoodResult()
    {
        var result = new ObjectGraphType { Name = "Neighborhood", Description = "What surrounds some nodes." };
        Add(
            result, "truncated", _scalars.Boolean, TraversalField.Truncated,
            $"Whether there may be more: `maxNodes` left nodes out, or after {Budget} the walk ended.");
        Add(result, "nodes", _nodes, TraversalField.Nodes, "The given nodes, then the nearest first; by id where they are equally near.");
        Add(result, "relationships", _relationships, TraversalField.Relationships, "All relationships among the nodes that may be walked, by id.");
        return result;
    }

    private static ListGraphType ListOf(IGraphType item) => new(new NonNullGraphType(item));

    private static QueryArgument Required(string name, IGraphType type, string description) => new(new NonNullGraphType(type)) { Name = name, Description = description };

    private static QueryArgument Optional(string name, IGraphType type, string description, object? value = null) =>
        new(type) { Name = name, Description = description, DefaultValue = value };

    private static void Add(ObjectGraphType type, string name, IGraphType result, TraversalField part, string description)
    {
        var field = new FieldType { Name = name, ResolvedType = new NonNullGraphType(result), Description = description };
        new TraversalFieldBinding(part).AttachTo(field);
        type.AddField(field);
    }
}
