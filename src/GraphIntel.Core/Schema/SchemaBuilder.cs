using GraphIntel.Core.Model;
using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>GraphModel -> GraphQL schema: node types, relationships, connections, and the root fields.</summary>
internal sealed class SchemaBuilder : IModelFieldVisitor<ElementType, (FieldType Field, FieldBinding Binding)>
{
    private const string LabelText = "What to show in lists and graphs: a node's name or title, a relationship's type.";

    private readonly GraphModel _model;
    private readonly ScalarTypes _scalars;
    private readonly InputTypes _inputs;
    private readonly ConnectionTypes _connections;
    private readonly Dictionary<ElementType, ObjectGraphType> _objects = [];
    private readonly InterfaceGraphType _node;
    private readonly InterfaceGraphType? _fact;
    private readonly InterfaceGraphType _relationship;

    private SchemaBuilder(GraphModel model)
    {
        _model = model;
        _scalars = new ScalarTypes(model);
        _inputs = new InputTypes(_scalars);
        foreach (var type in model.ElementTypes)
        {
            _objects.Add(type, new ObjectGraphType
            {
                Name = type.Name,
                Description = SchemaDescriptions.OfType(type),

                // The library asks for one wherever an interface is; plans know the type without it.
                IsTypeOf = _ => false,
            });
        }

        _connections = new ConnectionTypes(_scalars, new AggregateTypes(_scalars, _inputs, type => _objects[type]), type => _objects[type]);
        _node = new InterfaceGraphType { Name = "Node", Description = "Anything with an id: a node of the graph, or a relationship." };
        _relationship = new InterfaceGraphType { Name = "Relationship", Description = "A relationship as an object of its own, with the nodes at its ends." };
        if (model.Claim is not null)
            _fact = new InterfaceGraphType { Name = "Fact", Description = "What a claim can be about: a relationship, or a node of a type that has claims." };
        FillInterfaces();
    }

    /// <summary>Builds and checks the schema of a model.</summary>
    public static GraphSchema Build(GraphModel model)
    {
        var builder = new SchemaBuilder(model);
        var schema = new GraphSchema(model, builder.BuildQuery());
        foreach (var type in model.ElementTypes)
        {
            builder.FillObject(type);
            schema.RegisterType(builder._objects[type]);
        }

        // No field has this type, so nothing else leads to it.
        schema.RegisterType(builder._relationship);
        schema.Initialize();
        SpecifiedIntrospection.Complete(schema);
        return schema;
    }

    private void FillInterfaces()
    {
        var id = new NonNullGraphType(_scalars.Id);
        var label = new NonNullGraphType(_scalars.String);
        AddAbstract(_node, "id", id, SchemaDescriptions.Id);
        AddAbstract(_node, "label", label, LabelText);
        AddAbstract(_relationship, "id", id, SchemaDescriptions.Id);
        AddAbstract(_relationship, "label", label, "The relationship type in capitals and underscores.");
        AddAbstract(_relationship, "source", new NonNullGraphType(_node), SchemaDescriptions.Source);
        AddAbstract(_relationship, "target", new NonNullGraphType(_node), SchemaDescriptions.Target);
        _relationship.AddResolvedInterface(_node);
        if (_fact is null)
            return;
        AddAbstract(_fact, "id", id, SchemaDescriptions.Id);
        AddAbstract(_fact, "label", label, LabelText);
        foreach (var type in new[] { _fact, _relationship })
            Bind(type, ClaimsField("Claims about it, for and against."), new InterfaceFieldBinding());
        _fact.AddResolvedInterface(_node);
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

    private FieldType RootConnection(string name, NodeType node, string? description) => new()
    {
        Name = name,
        Description = description,
        ResolvedType = new NonNullGraphType(_connections.OfRoot(node)),
        Arguments = new QueryArguments(PageArguments(_inputs.NodeFilter(node), _inputs.NodeSort(node))),
    };

    private IEnumerable<QueryArgument> PageArguments(IGraphType where, IGraphType order) =>
    [
        Argument(ArgumentNames.First, _scalars.Int, SchemaDescriptions.First),
        Argument(ArgumentNames.After, _scalars.String, SchemaDescriptions.After),
        Argument(ArgumentNames.Last, _scalars.Int, SchemaDescriptions.Last),
        Argument(ArgumentNames.Before, _scalars.String, SchemaDescriptions.Before),
        Argument(ArgumentNames.Where, where, SchemaDescriptions.Where),
        Argument(ArgumentNames.Order, new ListGraphType(new NonNullGraphType(order)), SchemaDescriptions.Order),
    ];

    private static QueryArgument Argument(string name, IGraphType type, string description) =>
        new(type) { Name = name, Description = description };

    private ObjectGraphType BuildQuery()
    {
        var query = new ObjectGraphType { Name = "Query", Description = "The query root." };
        foreach (var node in _model.Nodes)
        {
            Bind(query, new FieldType
            {
                Name = node.Singular,
                Description = $"The {node.Name} with this id; null if there is none.",
                ResolvedType = _objects[node],
                Arguments = new QueryArguments(Argument(ArgumentNames.Id, new NonNullGraphType(_scalars.Id), $"Written `{node.IdPrefix}:key`.")),
            }, new NodeOfTypeBinding(node));
            Bind(
                query,
                RootConnection(node.Plural, node, $"All {node.Name} nodes, in pages."),
                new NodesOfTypeBinding(node));
        }
        foreach (var relationship in _model.Relationships.Where(relationship => !relationship.IsDerived))
        {
            Bind(query, new FieldType
            {
                Name = relationship.Singular!,
                Description = $"The {relationship.Name} with this id; null if there is none.",
                ResolvedType = _objects[relationship],
                Arguments = new QueryArguments(Argument(ArgumentNames.Id, new NonNullGraphType(_scalars.Id), $"Written {IdForm(relationship)}.")),
            }, new RelationshipOfTypeBinding(relationship));
            Bind(query, new FieldType
            {
                Name = relationship.Plural!,
                Description = $"All `{relationship.Type}` relationships, in pages.",
                ResolvedType = new NonNullGraphType(_connections.OfRoot(relationship)),
                Arguments = new QueryArguments(
                    PageArguments(_inputs.EdgesFilter(relationship), _inputs.EdgesSort(relationship))
                        .Concat(_inputs.TimeArguments(relationship))),
            }, new RelationshipsOfTypeBinding(relationship));
        }
        Bind(query, new FieldType
        {
            Name = "node",
            Description = "The node or relationship with this id; null if there is none.",
            ResolvedType = _node,
            Arguments = new QueryArguments(Argument(ArgumentNames.Id, new NonNullGraphType(_scalars.Id), "Written `type:key`.")),
        }, new PolymorphicByIdBinding());
        Bind(query, new FieldType
        {
            Name = "nodes",
            Description = "The nodes and relationships with these ids, in their order; null for an id that does not exist.",
            ResolvedType = new NonNullGraphType(new ListGraphType(_node)),
            Arguments = new QueryArguments(Argument(
                ArgumentNames.Ids, new NonNullGraphType(new ListGraphType(new NonNullGraphType(_scalars.Id))), FormattableString.Invariant($"At most {PageLimits.MaxIds}."))),
        }, new PolymorphicByIdsBinding());
        var traversals = new TraversalTypes(_model, _scalars, _inputs, _node, _relationship);
        if (_model.Searched.Count > 0)
            Bind(query, new SearchTypes(_scalars, traversals.NodeTypes, _node).RootField(), new SearchBinding());
        Bind(query, traversals.Paths(), new PathsBinding());
        Bind(query, traversals.Neighborhood(), new NeighborhoodBinding());
        return query;
    }

    private static string IdForm(RelationshipType type) =>
        type.Id is null ? $"`{type.IdPrefix}:SOURCE>TARGET`" : $"`{type.IdPrefix}:key`";

    private void FillObject(ElementType type)
    {
        var target = _objects[type];
        if (type is RelationshipType relationship)
        {
            Bind(target, new FieldType
            {
                Name = "id",
                Description = relationship.Id is null ? $"Derived from the ends: {IdForm(relationship)}." : SchemaDescriptions.Id,
                ResolvedType = new NonNullGraphType(_scalars.Id),
            }, new RelationshipIdBinding());
            AddEnd(target, ArgumentNames.Source, relationship.Source, true);
            AddEnd(target, ArgumentNames.Target, relationship.Target, false);
        }
        if (type is not NodeType { Label.Name: "label" })
        {
            Bind(target, new FieldType
            {
                Name = "label",
                Description = type is NodeType node ? $"What to show in lists and graphs: `{node.Label.Name}`." : "The relationship type.",
                ResolvedType = new NonNullGraphType(_scalars.String),
            }, new LabelBinding());
        }
        AddModelFields(target, type);
        if (type == _model.Claim?.Type)
        {
            Bind(target, new FieldType
            {
                Name = "fact",
                Description = "The node or relationship that it is about; null if the store does not have it.",
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
        Description = isSource ? SchemaDescriptions.Source : SchemaDescriptions.Target,
        ResolvedType = new NonNullGraphType(_objects[node]),
    }, new EndBinding(isSource));

    /// <summary>The claims about a relationship, also where the model's @edge type does not spell them out.</summary>
    private void AddClaims(ObjectGraphType target, RelationshipType relationship)
    {
        if (_model.Claim is { } claim && relationship.Claims is null)
        {
            var field = new RefersByField { Name = "claims", Target = claim.Type, Property = claim.About };
            Bind(target, ClaimsField(SchemaDescriptions.Claims), new RefersByBinding(field));
        }
    }

    private void AddModelFields(ObjectGraphType target, ElementType type)
    {
        foreach (var field in type.Fields)
        {
            // Every relationship has an id, stored or not: the builder adds it.
            if (type is not RelationshipType || field.Name != "id")
                Bind(target, field.Accept(this, type));
        }
    }

    private static void Bind(ObjectGraphType target, (FieldType Field, FieldBinding Binding) made) => Bind(target, made.Field, made.Binding);

    (FieldType Field, FieldBinding Binding) IModelFieldVisitor<ElementType, (FieldType Field, FieldBinding Binding)>.Visit(PropertyField field, ElementType owner)
    {
        var property = field.Property;
        var scalar = _scalars.Of(property.Kind, property.Enum);
        IGraphType result = property.IsList ? new ListGraphType(new NonNullGraphType(scalar)) : scalar;
        return (Field(field, property.IsRequired ? new NonNullGraphType(result) : result), new PropertyBinding(property));
    }

    (FieldType Field, FieldBinding Binding) IModelFieldVisitor<ElementType, (FieldType Field, FieldBinding Binding)>.Visit(RelationshipField field, ElementType owner)
    {
        var time = _inputs.TimeArguments(field.Relationship);
        var result = field.IsList ? new NonNullGraphType(ConnectionOf(field, owner)) : (IGraphType)_objects[field.Target];
        var page = field.IsList ? PageArguments(_inputs.RelationshipFilter(owner, field), _inputs.RelationshipSort(owner, field)) : [];
        return (Field(field, result, page.Concat(time)), new RelationshipBinding(field));
    }

    (FieldType Field, FieldBinding Binding) IModelFieldVisitor<ElementType, (FieldType Field, FieldBinding Binding)>.Visit(PathField field, ElementType owner)
    {
        var page = PageArguments(_inputs.NodeFilter(field.Target), _inputs.PathSort(owner, field));
        var time = _inputs.TimeArguments(field);
        var result = new NonNullGraphType(_connections.OfPath(owner.Name + Casing.Pascal(field.Name), field));
        return (Field(field, result, page.Concat(time)), new PathBinding(field));
    }

    (FieldType Field, FieldBinding Binding) IModelFieldVisitor<ElementType, (FieldType Field, FieldBinding Binding)>.Visit(RefersByField field, ElementType owner) =>
        (RootConnection(field.Name, field.Target, SchemaDescriptions.OfField(field)), new RefersByBinding(field));

    (FieldType Field, FieldBinding Binding) IModelFieldVisitor<ElementType, (FieldType Field, FieldBinding Binding)>.Visit(RefersToField field, ElementType owner) =>
        (RootConnection(field.Name, field.Target, SchemaDescriptions.OfField(field)), new RefersToBinding(field));

    private static FieldType Field(ModelField field, IGraphType type, IEnumerable<QueryArgument>? arguments = null) => new()
    {
        Name = field.Name,
        Description = SchemaDescriptions.OfField(field),
        ResolvedType = type,
        Arguments = arguments is null ? null : new QueryArguments(arguments),
    };

    private ObjectGraphType ConnectionOf(RelationshipField field, ElementType owner) =>
        _connections.OfRelationship(owner.Name + Casing.Pascal(field.Name), field, edge =>
        {
            AddModelFields(edge, field.Relationship);
            AddClaims(edge, field.Relationship);
            Bind(edge, new FieldType
            {
                Name = "fact",
                Description = "The relationship as an object of its own, with its id and the nodes at its ends.",
                ResolvedType = new NonNullGraphType(_objects[field.Relationship]),
            }, new EdgeFieldBinding(EdgeField.Fact));
        });
}
