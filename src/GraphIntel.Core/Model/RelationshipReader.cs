using System.Text.RegularExpressions;

namespace GraphIntel.Core.Model;

/// <summary>The fourth stage: relationship types, from the @relationship fields and the @edge types.</summary>
internal sealed partial class RelationshipReader(
    ModelSyntax syntax, PropertyReader properties, NodeReader nodes, Diagnostics diagnostics)
{
    private readonly Dictionary<string, TypeSyntax> _types =
        syntax.Types.ToDictionary(type => type.Name, StringComparer.Ordinal);

    private readonly Dictionary<string, TypeSyntax> _edges = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Draft> _drafts = new(StringComparer.Ordinal);

    private readonly Dictionary<TypeSyntax, RelationshipType> _ofEdges = [];

    /// <summary>Relationship types by type name, without those that have no valid field.</summary>
    public Dictionary<string, RelationshipType> Relationships { get; } = new(StringComparer.Ordinal);

    /// <summary>Type names that a @relationship or an @edge type mentions, valid or not.</summary>
    public HashSet<string> Mentioned { get; } = new(StringComparer.Ordinal);

    /// <summary>A relationship type in construction: its first valid field and the first orders of its ends.</summary>
    private sealed record Draft(FieldSyntax First, NodeType Source, NodeType Target)
    {
        public List<(FieldSyntax Field, NodeType Target, Property? Order)> Fields { get; } = [];

        public (Property Property, int Position)? SourceOrder { get; set; }

        public (Property Property, int Position)? TargetOrder { get; set; }
    }

    /// <summary>Reads all fields, then creates the types and the fields.</summary>
    public void Read()
    {
        foreach (var type in syntax.Types.Where(type => type.IsEdge))
            ReadEdge(type);
        foreach (var field in syntax.Types.Where(type => type.IsNode).SelectMany(type => type.Fields))
        {
            if (field.Relationship is { } use && field.Built is null)
                ReadField(field, use);
        }
        foreach (var (type, draft) in _drafts)
            Make(type, draft);
        foreach (var (type, edge) in _edges.Where(edge => !Mentioned.Contains(edge.Key)))
        {
            diagnostics.Add(edge.Position, $"no @relationship field has the type {type}, whose properties {edge.Name} holds");
        }
        foreach (var type in syntax.Types.Where(type => type.IsEdge))
            FinishEdge(type);
    }

    /// <summary>Sets the claims of the types with a standing.</summary>
    public void SetClaims(ClaimRole claim)
    {
        foreach (var relationship in Relationships.Values.Where(relationship => relationship.Standing is not null))
            relationship.Claim = claim;
    }

    /// <summary>The relationship type of an @edge type; null if there was an error.</summary>
    public RelationshipType? OfEdge(TypeSyntax type) => _ofEdges.GetValueOrDefault(type);

    /// <summary>Relationship types in the order of their first mention, by a field or by their @edge type.</summary>
    public IReadOnlyList<RelationshipType> InOrder() =>
        [.. Relationships.Values.OrderBy(type => Math.Min(PositionOf(type), _drafts[type.Type].First.Position))];

    /// <summary>
    /// The position where a relationship type gets its name: its @edge type, or the first field that mentions it.
    /// </summary>
    public int PositionOf(RelationshipType type) =>
        _edges.TryGetValue(type.Type, out var edge) ? edge.Position : _drafts[type.Type].First.Relationship!.Position;

    /// <summary>The position where a relationship type with an @edge type gets its plural: the argument, or the @edge type.</summary>
    public int PluralPositionOf(RelationshipType type) => _edges[type.Type].EdgeUse!.Text("plural")?.Position ?? PositionOf(type);

    private void ReadEdge(TypeSyntax type)
    {
        if (type.EdgeUse!.Text("type") is not { } name || !CheckTypeName(name))
            return;
        if (_edges.TryAdd(name.Text, type))
            return;
        var other = _edges[name.Text];
        diagnostics.Add(
            name.Position,
            $"{type.Name} holds the properties of {name.Text}, as {other.Name} at {diagnostics.Location(other.Position)} does; "
            + "only one is allowed");
    }

    private bool CheckTypeName(LocatedText name)
    {
        if (TypePattern().IsMatch(name.Text))
            return true;
        diagnostics.Add(
            name.Position,
            "a relationship type has at most 100 capital letters, digits and underscores, and begins with a capital letter: "
            + "BACKS, OCCURRED_AT");
        return false;
    }

    private void ReadField(FieldSyntax field, DirectiveUse use)
    {
        if (use.Text("type") is not { } type)
            return;
        Mentioned.Add(type.Text);
        var isNamed = CheckTypeName(type);
        CheckProperties(use, type.Text);
        var other = FindTarget(field);
        if (other is null || use.Direction is not { } direction)
            return;
        CheckShape(field, direction);
        var owner = field.Owner.Node!;
        if (direction == Direction.Both && other != owner)
        {
            diagnostics.Add(
                use.PositionOf("direction"),
                $"direction BOTH requires a relationship from a type to itself; "
                + $"{field.FullName} leads from {owner.Name} to {other.Name}: use OUT or IN");
            return;
        }
        var (source, target) = direction == Direction.In ? (other, owner) : (owner, other);
        var order = properties.Find(
            _types[other.Name], use, "orderedBy", "a single value and no Point",
            property => property is { IsList: false, Kind: not ScalarKind.Point });
        if (!isNamed)
            return;
        if (!_drafts.TryGetValue(type.Text, out var draft))
        {
            draft = new Draft(field, source, target);
            _drafts.Add(type.Text, draft);
        }
        else if (draft.Source != source || draft.Target != target)
        {
            diagnostics.Add(
                use.Position,
                $"{field.FullName} says that {type.Text} leads from {source.Name} to {target.Name}, "
                + $"but {draft.First.FullName} at {diagnostics.Location(draft.First.Relationship!.Position)} "
                + $"says from {draft.Source.Name} to {draft.Target.Name}");
            return;
        }
        draft.Fields.Add((field, other, order));
        if (order is not null)
            AddOrder(draft, field, order, direction);
    }

    /// <summary>
    /// The node type that a field returns; null, with an error unless one is reported already, if there is none.
    /// </summary>
    public NodeType? FindTarget(FieldSyntax field)
    {
        if (!_types.TryGetValue(field.Type.Name, out var type))
            return null;
        if (type.IsEdge)
        {
            diagnostics.Add(
                field.Type.Position,
                $"{field.FullName} cannot lead to {type.Name}, which holds a relationship's properties; it leads to a node type");
        }
        return type.Node;
    }

    private void CheckShape(FieldSyntax field, Direction direction)
    {
        var type = field.Type;
        if (type is { IsList: true, IsRequired: false })
        {
            diagnostics.Add(type.Position, $"a list of nodes cannot be null: write [{type.Name}!]!");
        }
        else if (type is { IsList: false, IsRequired: true })
        {
            diagnostics.Add(type.Position, $"a single relationship must be nullable: write {type.Name}");
        }
        else if (!type.IsList && direction == Direction.Both)
        {
            diagnostics.Add(type.Position, $"a relationship of direction BOTH is a list: write [{type.Name}!]!");
        }
    }

    private void CheckProperties(DirectiveUse use, string type)
    {
        var edge = _edges.GetValueOrDefault(type);
        var named = use.Text("properties");
        if (named is null)
        {
            if (edge is null)
                return;
            diagnostics.Add(use.Position, $"{type} has properties: add properties: \"{edge.Name}\"");
        }
        else if (!_types.TryGetValue(named.Value.Text, out var holder))
        {
            diagnostics.Add(
                named.Value.Position,
                $"'properties' of @relationship must name a type with @edge; there is no type '{named.Value.Text}'");
        }
        else if (!holder.IsEdge)
        {
            diagnostics.Add(
                named.Value.Position,
                $"'properties' of @relationship must name a type with @edge; {holder.Name} has none");
        }
        else if (holder.EdgeUse!.Text("type") is { } its && its.Text != type)
        {
            diagnostics.Add(named.Value.Position, $"{holder.Name} holds the properties of {its.Text}, not those of {type}");
        }
    }

    private void AddOrder(Draft draft, FieldSyntax field, Property order, Direction direction)
    {
        var position = field.Relationship!.PositionOf("orderedBy");
        var ofTarget = direction == Direction.In ? null : draft.TargetOrder;
        var ofSource = direction == Direction.Out ? null : draft.SourceOrder;
        var earlier = ofTarget is null || ofTarget.Value.Property == order ? ofSource : ofTarget;
        if (earlier is { } other && other.Property != order)
        {
            diagnostics.Add(
                position,
                $"{field.FullName} orders by '{order.Name}' what is ordered by '{other.Property.Name}' at "
                + $"{diagnostics.Location(other.Position)}; they must agree");
            return;
        }
        if (direction != Direction.In)
            draft.TargetOrder ??= (order, position);
        if (direction != Direction.Out)
            draft.SourceOrder ??= (order, position);
    }

    private void Make(string type, Draft draft)
    {
        var edge = _edges.GetValueOrDefault(type);
        var name = edge?.Name ?? Casing.PascalOfSnake(type);
        var prefix = Casing.Camel(name);
        var relationship = new RelationshipType
        {
            Name = name,
            Description = edge?.Description,
            IdPrefix = prefix,
            Type = type,
            Plural = edge is null ? null : nodes.ReadPlural(edge.EdgeUse!, prefix),
            Source = draft.Source,
            Target = draft.Target,
            SourceOrder = draft.SourceOrder?.Property,
            TargetOrder = draft.TargetOrder?.Property,
        };
        Relationships.Add(type, relationship);
        if (edge is not null)
            _ofEdges.Add(edge, relationship);
        foreach (var (field, target, order) in draft.Fields)
        {
            var direction = field.Relationship!.Direction!.Value;
            if (!field.Type.IsList)
            {
                relationship.OnePerSource |= direction == Direction.Out;
                relationship.OnePerTarget |= direction == Direction.In;
            }
            field.Built = new RelationshipField
            {
                Name = field.Name,
                Description = field.Description,
                Relationship = relationship,
                Direction = direction,
                IsList = field.Type.IsList,
                Target = target,
                OrderedBy = order,
            };
        }
    }

    private void FinishEdge(TypeSyntax type)
    {
        var use = type.EdgeUse!;
        var valid = ReadPeriod(type, use, "valid", "a Date", mayBeRequired: true);
        var attested = ReadPeriod(type, use, "attested", "a Date that may be null", mayBeRequired: false);
        var standing = nodes.ReadStanding(type, use);
        if (use.Texts("attested") is not null)
        {
            var position = use.PositionOf("attested");
            if (!nodes.HasClaim)
                diagnostics.Add(position, "'attested' requires a type with @claim, which the model does not have");
            if (use.Texts("valid") is null)
                diagnostics.Add(position, "'attested' requires 'valid', which is missing");
        }
        if (attested is { } days)
            CheckImprecision(type, days);
        if (OfEdge(type) is not { } relationship)
            return;
        relationship.Id = type.Properties.GetValueOrDefault("id");
        relationship.Valid = valid;
        relationship.Attested = attested;
        relationship.Standing = standing;
        if (standing is not null)
            relationship.FirstClaims = (FirstClaim("$supported"), FirstClaim("$denied"));
    }

    private static Property FirstClaim(string name) => new() { Name = name, Kind = ScalarKind.Date, IsHidden = true };

    /// <summary>Claims decide attested days, so that they cannot be in order with a date that is given.</summary>
    private void CheckImprecision(TypeSyntax type, (Property From, Property Until) attested)
    {
        foreach (var property in type.Properties.Values)
        {
            if (property.Imprecise?.Until is { } until && (IsAttested(property) || IsAttested(until)))
            {
                diagnostics.Add(
                    type.FindField(property.Name)!.Uses["imprecise"].PositionOf("until"),
                    $"'until' of @imprecise cannot be used with {(IsAttested(until) ? until.Name : property.Name)}, an attested day, which claims decide");
            }
        }

        bool IsAttested(Property property) => property == attested.From || property == attested.Until;
    }

    private (Property From, Property Until)? ReadPeriod(
        TypeSyntax type, DirectiveUse use, string argument, string expected, bool mayBeRequired)
    {
        if (use.Texts(argument) is not { } names)
            return null;
        if (names.Count != 2 || names[0].Text == names[1].Text)
        {
            diagnostics.Add(use.PositionOf(argument), $"'{argument}' of @edge must name two properties, the first day and the last");
            return null;
        }
        if (argument == "attested"
            && names.FirstOrDefault(name => use.Texts("valid") is { } valid && valid.Any(other => other.Text == name.Text))
                is { Text: not null } shared)
        {
            diagnostics.Add(shared.Position, $"'{shared.Text}' cannot be in both 'valid' and 'attested'");
            return null;
        }
        bool IsDate(Property property) =>
            property is { Kind: ScalarKind.Date, IsList: false } && (mayBeRequired || !property.IsRequired);
        var from = properties.Find(type, names[0], $"'{argument}' of @edge", expected, IsDate);
        var until = properties.Find(type, names[1], $"'{argument}' of @edge", expected, IsDate);
        return from is null || until is null ? null : (from, until);
    }

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TypePattern();
}
