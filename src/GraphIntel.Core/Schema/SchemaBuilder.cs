using GraphIntel.Core.Model;
using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>GraphModel -> GraphQL schema: node types, relationships, connections, and the root fields.</summary>
internal sealed class SchemaBuilder
{
    private readonly GraphModel _model;
    private readonly ScalarTypes _scalars;
    private readonly InputTypes _inputs;
    private readonly ConnectionTypes _connections;
    private readonly Dictionary<FactType, ObjectGraphType> _objects = [];
    private readonly InterfaceGraphType _node;
    private readonly InterfaceGraphType? _fact;
    private readonly InterfaceGraphType _relationship;

    private SchemaBuilder(GraphModel model)
    {
        _model = model;
        _scalars = new ScalarTypes(model);
        _inputs = new InputTypes(_scalars);
        foreach (var type in model.FactTypes)
            _objects.Add(type, new ObjectGraphType
            {
                Name = type.Name,
                Description = Describe(type),

                // The library asks for one wherever an interface is; plans know the type without it.
                IsTypeOf = _ => false,
            });
        _connections = new ConnectionTypes(_scalars, type => _objects[type]);
        _node = new InterfaceGraphType { Name = "Node", Description = "Anything that has an id: a node of the graph, or a relationship." };
        _relationship = new InterfaceGraphType { Name = "Relationship", Description = "A relationship standing alone, with both of its ends." };
        if (model.Claim is not null)
            _fact = new InterfaceGraphType { Name = "Fact", Description = "What a claim can be about." };
        FillInterfaces();
    }

    /// <summary>Builds and checks the schema of a model.</summary>
    public static GraphSchema Build(GraphModel model)
    {
        var builder = new SchemaBuilder(model);
        var schema = new GraphSchema(model, builder.BuildQuery());
        foreach (var type in model.FactTypes)
        {
            builder.FillObject(type);
            schema.RegisterType(builder._objects[type]);
        }

        // No field has this type, so nothing else leads to it.
        schema.RegisterType(builder._relationship);
        schema.Initialize();
        CompleteIntrospection(schema);
        return schema;
    }

    /// <summary>Lets a directive's arguments be asked for with those deprecated: the library does so for a field's alone.</summary>
    private static void CompleteIntrospection(GraphSchema schema)
    {
        var arguments = ((IComplexGraphType)schema.AllTypes["__Directive"]!).Fields.Find("args")!;
        (arguments.Arguments ??= []).Add(new QueryArgument(schema.AllTypes["Boolean"]!) { Name = "includeDeprecated", DefaultValue = false });
    }

    private static string Describe(FactType type) => type.Description ?? (type is RelationshipType relationship
        ? $"The relationship {relationship.Type} from one {Texts.Words(relationship.Source.Name)} to one {Texts.Words(relationship.Target.Name)}."
        : $"A node of type {type.Name}.");

    private void FillInterfaces()
    {
        var id = new NonNullGraphType(_scalars.Id);
        var label = new NonNullGraphType(_scalars.String);
        AddAbstract(_node, "id", id, "Unique over all nodes and relationships, written `type:key`.");
        AddAbstract(_node, "label", label, "What a picture or a list shows.");
        AddAbstract(_relationship, "id", id, "Unique over all nodes and relationships, written `type:key`.");
        AddAbstract(_relationship, "label", label, "The relationship's type, such as `BACKS`.");
        AddAbstract(_relationship, "source", new NonNullGraphType(_node), "Where it starts.");
        AddAbstract(_relationship, "target", new NonNullGraphType(_node), "Where it leads.");
        _relationship.AddResolvedInterface(_node);
        if (_fact is null)
            return;
        AddAbstract(_fact, "id", id, "Unique over all nodes and relationships, written `type:key`.");
        foreach (var type in new[] { _fact, _relationship })
            Bind(type, ClaimsField("The claims about it, for and against."), new InterfaceFieldBinding());
        _relationship.AddResolvedInterface(_fact);
    }

    private static void AddAbstract(InterfaceGraphType type, string name, IGraphType result, string description) =>
        Bind(type, new FieldType { Name = name, ResolvedType = result, Description = description }, new InterfaceFieldBinding());

    private static void Bind(IComplexGraphType type, FieldType field, FieldBinding binding)
    {
        binding.AttachTo(field);
        type.AddField(field);
    }

    private FieldType ClaimsField(string description) => RootConnection("claims", _model.Claim!.Type, description);

    private FieldType RootConnection(string name, NodeType node, string description) => new()
    {
        Name = name,
        Description = description,
        ResolvedType = new NonNullGraphType(_connections.OfRoot(node)),
        Arguments = new QueryArguments(PageArguments(_inputs.NodeFilter(node), _inputs.NodeSort(node))),
    };

    private IEnumerable<QueryArgument> PageArguments(IGraphType where, IGraphType order) =>
    [
        Argument(ArgumentNames.First, _scalars.Int, Texts.First),
        Argument(ArgumentNames.After, _scalars.String, Texts.After),
        Argument(ArgumentNames.Last, _scalars.Int, Texts.Last),
        Argument(ArgumentNames.Before, _scalars.String, Texts.Before),
        Argument(ArgumentNames.Where, where, Texts.Where),
        Argument(ArgumentNames.Order, new ListGraphType(new NonNullGraphType(order)), Texts.Order),
    ];

    private static QueryArgument Argument(string name, IGraphType type, string description) =>
        new(type) { Name = name, Description = description };

    private ObjectGraphType BuildQuery()
    {
        var query = new ObjectGraphType { Name = "Query", Description = "Where every question starts." };
        foreach (var node in _model.Nodes)
        {
            Bind(query, new FieldType
            {
                Name = node.Singular,
                Description = $"The {Texts.Words(node.Name)} with this id; null where there is none.",
                ResolvedType = _objects[node],
                Arguments = new QueryArguments(Argument(ArgumentNames.Id, new NonNullGraphType(_scalars.Id), "Its id, such as `" + node.IdPrefix + ":key`.")),
            }, new NodeOfTypeBinding(node));
            Bind(
                query,
                RootConnection(node.Plural, node, $"Every {Texts.Words(node.Name)}, a page at a time."),
                new NodesOfTypeBinding(node));
        }
        Bind(query, new FieldType
        {
            Name = "node",
            Description = "The node or relationship with this id; null where there is none.",
            ResolvedType = _node,
            Arguments = new QueryArguments(Argument(ArgumentNames.Id, new NonNullGraphType(_scalars.Id), "Its id.")),
        }, new AnyByIdBinding());
        Bind(query, new FieldType
        {
            Name = "nodes",
            Description = "The nodes and relationships with these ids, in this order, null where there is none. At most 500.",
            ResolvedType = new NonNullGraphType(new ListGraphType(_node)),
            Arguments = new QueryArguments(Argument(
                ArgumentNames.Ids, new NonNullGraphType(new ListGraphType(new NonNullGraphType(_scalars.Id))), "Their ids, at most 500.")),
        }, new AnyByIdsBinding());
        return query;
    }

    private void FillObject(FactType type)
    {
        var target = _objects[type];
        if (type is RelationshipType relationship)
        {
            Bind(target, new FieldType
            {
                Name = "id",
                Description = relationship.Id is null ? "Made of its type and the ids of its ends." : "Unique over all nodes and relationships.",
                ResolvedType = new NonNullGraphType(_scalars.Id),
            }, new RelationshipIdBinding());
            AddEnd(target, "source", relationship.Source, true);
            AddEnd(target, "target", relationship.Target, false);
        }
        if (type is not NodeType { Label.Name: "label" })
        {
            Bind(target, new FieldType
            {
                Name = "label",
                Description = type is NodeType node ? $"Its {Texts.Words(node.Label.Name)}: what a picture or a list shows." : "The relationship's type.",
                ResolvedType = new NonNullGraphType(_scalars.String),
            }, new LabelBinding());
        }
        AddModelFields(target, type);
        if (type == _model.Claim?.Type)
        {
            Bind(target, new FieldType
            {
                Name = "fact",
                Description = "What it is about: a node or a relationship.",
                ResolvedType = _fact,
            }, new ClaimFactBinding());
        }
        if (type is RelationshipType fact)
            AddClaims(target, fact);

        // Last, since the library compares the fields at once.
        if (type is RelationshipType)
            target.AddResolvedInterface(_relationship);
        target.AddResolvedInterface(_node);
        if (type.IsFact && _fact is not null)
            target.AddResolvedInterface(_fact);
    }

    private void AddEnd(ObjectGraphType target, string name, NodeType node, bool isSource) => Bind(target, new FieldType
    {
        Name = name,
        Description = isSource ? "Where it starts." : "Where it leads.",
        ResolvedType = new NonNullGraphType(_objects[node]),
    }, new EndBinding(isSource));

    /// <summary>The claims about a relationship, also where the model's @edge type does not spell them out.</summary>
    private void AddClaims(ObjectGraphType target, RelationshipType relationship)
    {
        if (_model.Claim is { } claim && relationship.Claims is null)
        {
            var field = new RefersByField { Name = "claims", Target = claim.Type, Property = claim.About };
            Bind(target, ClaimsField("The claims about it, for and against."), new RefersByBinding(field));
        }
    }

    private void AddModelFields(ObjectGraphType target, FactType type)
    {
        foreach (var field in type.Fields)
        {
            if (type is RelationshipType && field.Name == "id")
                continue;
            switch (field)
            {
                case PropertyField property:
                    AddProperty(target, type, property);
                    break;
                case RelationshipField one when !one.IsList:
                    Bind(target, new FieldType
                    {
                        Name = field.Name,
                        Description = Texts.OfField(field, type),
                        ResolvedType = _objects[one.Target],
                        Arguments = new QueryArguments(_inputs.TimeArguments([one.Relationship], withDuring: true)),
                    }, new RelationshipBinding(one));
                    break;
                case RelationshipField many:
                    AddRelationship(target, type, many);
                    break;
                case PathField path:
                    AddPath(target, type, path);
                    break;
                case RefersByField by:
                    Bind(target, RootConnection(by.Name, by.Target, Texts.OfField(field, type)), new RefersByBinding(by));
                    break;
                case RefersToField to:
                    Bind(target, RootConnection(to.Name, to.Target, Texts.OfField(field, type)), new RefersToBinding(to));
                    break;
                default:
                    throw new InvalidOperationException($"No field for {field.GetType().Name}.");
            }
        }
    }

    private void AddProperty(ObjectGraphType target, FactType type, PropertyField field)
    {
        var property = field.Property;
        var scalar = _scalars.Of(property.Kind, property.Enum);
        IGraphType result = property.IsList ? new ListGraphType(new NonNullGraphType(scalar)) : scalar;
        Bind(target, new FieldType
        {
            Name = field.Name,
            Description = Texts.OfField(field, type),
            ResolvedType = property.IsRequired ? new NonNullGraphType(result) : result,
        }, new PropertyBinding(property));
    }

    private void AddRelationship(ObjectGraphType target, FactType type, RelationshipField field)
    {
        var name = type.Name + Casing.Pascal(field.Name);
        var connection = _connections.OfRelationship(name, field, edge =>
        {
            AddModelFields(edge, field.Relationship);
            AddClaims(edge, field.Relationship);
            Bind(edge, new FieldType
            {
                Name = "fact",
                Description = "The relationship standing alone, with its id and both of its ends.",
                ResolvedType = new NonNullGraphType(_objects[field.Relationship]),
            }, new EdgeFactBinding());
        });
        Bind(target, new FieldType
        {
            Name = field.Name,
            Description = Texts.OfField(field, type),
            ResolvedType = new NonNullGraphType(connection),
            Arguments = new QueryArguments(PageArguments(_inputs.RelationshipFilter(type, field), _inputs.RelationshipSort(type, field))
                .Concat(_inputs.TimeArguments([field.Relationship], withDuring: true))),
        }, new RelationshipBinding(field));
    }

    private void AddPath(ObjectGraphType target, FactType type, PathField field) => Bind(target, new FieldType
    {
        Name = field.Name,
        Description = Texts.OfField(field, type),
        ResolvedType = new NonNullGraphType(_connections.OfPath(type.Name + Casing.Pascal(field.Name), field)),
        Arguments = new QueryArguments(PageArguments(_inputs.NodeFilter(field.Target), _inputs.PathSort(type, field))
            .Concat(_inputs.TimeArguments(field.Steps.Select(step => step.Relationship), withDuring: false))),
    }, new PathBinding(field));
}
