using System.Text.RegularExpressions;

namespace GraphIntel.Core.Model;

/// <summary>The third stage: which types are node types, which hold a relationship's properties, and their own rules.</summary>
internal sealed partial class NodeReader(ModelSyntax syntax, PropertyReader properties, Mistakes mistakes)
{
    private static readonly string[] _standings = ["ASSERTED", "DISPUTED", "DENIED"];
    private static readonly string[] _reservedOnNodes = ["edge", "and", "or", "not", "any"];

    private static readonly string[] _reservedOnEdges =
        ["fact", "cursor", "node", "depth", "label", "source", "target", "and", "or", "not", "edge", "any"];

    // Fields of the generated aggregate objects, beside which numbers and dates get fields of their own.
    private static readonly string[] _reservedInAggregates = ["count", "groups", "timeline", "key", "node", "period"];

    /// <summary>Whether some type has @claim, be it right or wrong.</summary>
    public bool HasClaim { get; } = syntax.Types.Exists(type => type.ClaimUse is not null);

    /// <summary>Makes the node type of one type, if it is one.</summary>
    public void Read(TypeSyntax type)
    {
        CheckKind(type);
        if (type.IsNode) ReadNode(type);
        else if (type.IsEdge) CheckEdge(type);
    }

    private void CheckKind(TypeSyntax type)
    {
        if (type is { NodeUse: null, EdgeUse: null })
        {
            mistakes.Add(type.Position, $"the type {type.Name} needs @node, or @edge if it holds a relationship's properties");
        }
        if (type is { NodeUse: not null, EdgeUse: { } edge })
        {
            mistakes.Add(edge.Position, $"the type {type.Name} has both @node and @edge; it can have one of them");
        }
    }

    private void ReadNode(TypeSyntax type)
    {
        CheckId(type, isNeeded: true);
        CheckReserved(type, _reservedOnNodes, "a node type");
        foreach (var property in type.Properties.Values)
        {
            if (property is { IsList: false, Kind: ScalarKind.Int or ScalarKind.Float or ScalarKind.Date }
                && _reservedInAggregates.Contains(property.Name))
            {
                mistakes.Add(
                    type.FindField(property.Name)!.Position,
                    $"{type.Name}.{property.Name} would clash with '{property.Name}' of its aggregates; give it another name");
            }
        }
        var use = type.NodeUse!;
        var singular = Casing.Camel(type.Name);
        type.Node = new NodeType
        {
            Name = type.Name,
            Description = type.Description,
            IdPrefix = singular,
            Singular = singular,
            Plural = ReadPlural(use) ?? singular + "s",
            Provenance = use.Flag("provenance"),
        };
        ReadLabel(type, type.Node);
        type.Node.Standing = ReadStanding(type, use);
    }

    private string? ReadPlural(DirectiveUse use)
    {
        if (use.Text("plural") is not { } plural) return null;
        if (NamePattern().IsMatch(plural.Text)) return Casing.Camel(plural.Text);
        mistakes.Add(
            plural.Position,
            "'plural' of @node must be a name: letters, digits and underscores, a letter first, at most 100");
        return null;
    }

    private void ReadLabel(TypeSyntax type, NodeType node)
    {
        var use = type.NodeUse!;
        var name = use.Text("label") ?? new Located("name", use.PositionOf("label"));
        var label = properties.Find(
            type, name, "'label' of @node", "String! or ID!",
            property => property is { IsList: false, IsRequired: true, Kind: ScalarKind.String or ScalarKind.Id });
        if (label is not null) node.Label = label;
        if (name.Text != "label" && type.FindField("label") is { } field)
        {
            mistakes.Add(
                field.Position,
                $"every node has a 'label' in the API, here {type.Name}.{name.Text}; give {field.FullName} another name or "
                + "say @node(label: \"label\")");
        }
    }

    private void CheckEdge(TypeSyntax type)
    {
        CheckId(type, isNeeded: false);
        CheckReserved(type, _reservedOnEdges, "an @edge type");
        if (type.ClaimUse is { } claim) mistakes.Add(claim.Position, "@claim belongs on a type with @node");
    }

    private void CheckId(TypeSyntax type, bool isNeeded)
    {
        var field = type.FindField("id");
        if (field is null)
        {
            if (isNeeded) mistakes.Add(type.Position, $"the node type {type.Name} needs the field id: ID!");
        }
        else if (field.Type is not { Name: "ID", IsList: false, IsRequired: true })
        {
            mistakes.Add(field.Type.Position, $"{field.FullName} must be ID!, not {field.Type}");
        }
    }

    private void CheckReserved(TypeSyntax type, string[] reserved, string kind)
    {
        foreach (var field in type.Fields)
        {
            if (reserved.Contains(field.Name))
            {
                mistakes.Add(
                    field.Position,
                    $"a field of {kind} cannot be called {field.Name}, a name that the API uses beside it");
            }
        }
    }

    /// <summary>The property that a directive names as standing; null where it names none or there was a mistake.</summary>
    public Property? ReadStanding(TypeSyntax type, DirectiveUse use)
    {
        if (use.Text("standing") is not { } name) return null;
        if (!HasClaim)
        {
            mistakes.Add(name.Position, "'standing' sums up claims, and the model has no type with @claim");
            return null;
        }
        return properties.Find(
            type, name, $"'standing' of @{use.Name}", "a non-null enum of ASSERTED, DISPUTED and DENIED",
            property => property is { IsList: false, IsRequired: true, Enum: { } values }
                && values.Values.Select(value => value.Name).Order(StringComparer.Ordinal)
                    .SequenceEqual(_standings.Order(StringComparer.Ordinal), StringComparer.Ordinal));
    }

    /// <summary>What makes a node a claim; null where the model has none or there was a mistake.</summary>
    public ClaimRole? ReadClaim()
    {
        ClaimRole? role = null;
        TypeSyntax? first = null;
        foreach (var type in syntax.Types.Where(type => type is { ClaimUse: not null, IsEdge: false }))
        {
            if (first is not null)
            {
                mistakes.Add(type.ClaimUse!.Position, $"a model has one type with @claim; {first.Name} is one already");
                continue;
            }
            first = type;
            if (type.Node is not null) role = ReadClaim(type, type.Node);
        }
        return role;
    }

    private ClaimRole? ReadClaim(TypeSyntax type, NodeType node)
    {
        var use = type.ClaimUse!;
        var about = properties.Find(
            type, use, "about", "ID!, and not its own id",
            property => property is { Kind: ScalarKind.Id, IsList: false, IsRequired: true, Name: not "id" });
        var field = properties.Find(
            type, use, "field", "String",
            property => property is { Kind: ScalarKind.String, IsList: false, IsRequired: false });
        var stance = properties.Find(
            type, use, "stance", "a non-null enum",
            property => property is { Kind: ScalarKind.Enum, IsList: false, IsRequired: true });
        var made = properties.Find(
            type, use, "made", "Date!",
            property => property is { Kind: ScalarKind.Date, IsList: false, IsRequired: true });
        var denies = use.Text("denies");
        if (stance is not null && denies is { } value && !stance.Enum!.Contains(value.Text))
        {
            mistakes.Add(
                value.Position,
                $"'denies' of @claim must be a value of {stance.Enum.Name}; it has none called '{value.Text}'");
            return null;
        }
        if (type.FindField("fact") is { } fact)
        {
            mistakes.Add(
                fact.Position,
                $"{fact.FullName} would clash with the 'fact' that the API gives a claim; give it another name");
        }
        if (about is null || stance is null || made is null || denies is null) return null;
        return new ClaimRole(node, about, field, stance, denies.Value.Text, made);
    }

    [GeneratedRegex(@"\A(?!__)[A-Za-z_][A-Za-z0-9_]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
