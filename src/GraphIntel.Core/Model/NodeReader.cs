using System.Text.RegularExpressions;

namespace GraphIntel.Core.Model;

/// <summary>The third stage: distinguishes node types and @edge types, and checks their rules.</summary>
internal sealed partial class NodeReader(ModelSyntax syntax, PropertyReader properties, Diagnostics diagnostics)
{
    private static readonly string[] Standings = ["ASSERTED", "DISPUTED", "DENIED"];
    private static readonly string[] ReservedOnNodes = ["edge", "and", "or", "not", "any", "search"];

    private static readonly string[] ReservedOnEdges =
        ["fact", "cursor", "node", "depth", "label", "source", "target", "and", "or", "not", "edge", "any", "search"];

    // Fields of the generated aggregates and keys of the order of groups, which also have a field for each number, date and point.
    private static readonly string[] ReservedInAggregates = ["count", "groups", "distinct", "timeline", "key"];

    /// <summary>Whether a type has @claim, valid or not.</summary>
    public bool HasClaim { get; } = syntax.Types.Exists(type => type.ClaimUse is not null);

    /// <summary>Creates the node type of a type with @node.</summary>
    public void Read(TypeSyntax type)
    {
        CheckKind(type);
        if (type.IsNode)
            ReadNode(type);
        else if (type.IsEdge)
            CheckEdge(type);
    }

    private void CheckKind(TypeSyntax type)
    {
        if (type is { NodeUse: null, EdgeUse: null })
        {
            diagnostics.Add(type.Position, $"the type {type.Name} needs @node, or @edge if it holds a relationship's properties");
        }
        if (type is { NodeUse: not null, EdgeUse: { } edge })
        {
            diagnostics.Add(edge.Position, $"the type {type.Name} has both @node and @edge; only one is allowed");
        }
    }

    private void ReadNode(TypeSyntax type)
    {
        CheckId(type, isNeeded: true);
        CheckReserved(type, ReservedOnNodes, "a node type");
        CheckAggregate(type);
        var use = type.NodeUse!;
        var singular = Casing.Camel(type.Name);
        type.Node = new NodeType
        {
            Name = type.Name,
            Description = type.Description,
            IdPrefix = singular,
            Singular = singular,
            Plural = ReadPlural(use, singular),
            Provenance = use.Flag("provenance"),
        };
        ReadLabel(type, type.Node);
        type.Node.Standing = ReadStanding(type, use);
        type.Node.Day = properties.Find(
            type, use, "day", "a single Date", property => property is { Kind: ScalarKind.Date, IsList: false });
    }

    /// <summary>The root field for many of a type with this directive and this root field for one.</summary>
    public string ReadPlural(DirectiveUse use, string singular)
    {
        if (use.Text("plural") is not { } plural)
            return singular + "s";
        if (NamePattern().IsMatch(plural.Text))
            return Casing.Camel(plural.Text);
        diagnostics.Add(
            plural.Position,
            $"'plural' of @{use.Name} must be a name of at most 100 letters, digits and underscores, beginning with a letter or an underscore");
        return singular + "s";
    }

    private void ReadLabel(TypeSyntax type, NodeType node)
    {
        var use = type.NodeUse!;
        var name = use.Text("label") ?? new LocatedText("name", use.PositionOf("label"));
        var label = properties.Find(
            type, name, "'label' of @node", "String! or ID!",
            property => property is { IsList: false, IsRequired: true, Kind: ScalarKind.String or ScalarKind.Id });
        if (label is not null)
            node.Label = label;
        if (name.Text != "label" && type.FindField("label") is { } field)
        {
            diagnostics.Add(
                field.Position,
                $"every node has a 'label' in the API, here {type.Name}.{name.Text}; give {field.FullName} another name or "
                + "say @node(label: \"label\")");
        }
    }

    private void CheckEdge(TypeSyntax type)
    {
        CheckId(type, isNeeded: false);
        CheckReserved(type, ReservedOnEdges, "an @edge type");
        CheckAggregate(type);
        if (type.ClaimUse is { } claim)
            diagnostics.Add(claim.Position, "@claim is allowed only on a type with @node");
    }

    private void CheckId(TypeSyntax type, bool isNeeded)
    {
        var field = type.FindField("id");
        if (field is null)
        {
            if (isNeeded)
                diagnostics.Add(type.Position, $"the node type {type.Name} needs the field id: ID!");
        }
        else if (field.Type is not { Name: "ID", IsList: false, IsRequired: true })
        {
            diagnostics.Add(field.Type.Position, $"{field.FullName} must be ID!, not {field.Type}");
        }
    }

    private void CheckAggregate(TypeSyntax type)
    {
        foreach (var property in type.Properties.Values.Where(property => property.IsSummarized && ReservedInAggregates.Contains(property.Name)))
        {
            diagnostics.Add(
                type.FindField(property.Name)!.Position,
                $"{type.Name}.{property.Name} would conflict with '{property.Name}' of its aggregates; give it another name");
        }
    }

    private void CheckReserved(TypeSyntax type, string[] reserved, string kind)
    {
        foreach (var field in type.Fields)
        {
            if (reserved.Contains(field.Name))
            {
                diagnostics.Add(
                    field.Position,
                    $"a field of {kind} cannot be called {field.Name}, which is reserved by the API");
            }
        }
    }

    /// <summary>The property that a directive names as standing; null if it names none or has an error.</summary>
    public Property? ReadStanding(TypeSyntax type, DirectiveUse use)
    {
        if (use.Text("standing") is not { } name)
            return null;
        if (!HasClaim)
        {
            diagnostics.Add(name.Position, "'standing' requires a type with @claim, which the model does not have");
            return null;
        }
        return properties.Find(
            type, name, $"'standing' of @{use.Name}", "a non-null enum of ASSERTED, DISPUTED and DENIED",
            property => property is { IsList: false, IsRequired: true, Enum: { } values }
                && values.Values.Select(value => value.Name).Order(StringComparer.Ordinal)
                    .SequenceEqual(Standings.Order(StringComparer.Ordinal), StringComparer.Ordinal));
    }

    /// <summary>The claim type and its properties; null if the model has none or there is an error.</summary>
    public ClaimRole? ReadClaim()
    {
        ClaimRole? role = null;
        TypeSyntax? first = null;
        foreach (var type in syntax.Types.Where(type => type is { ClaimUse: not null, IsEdge: false }))
        {
            if (first is not null)
            {
                diagnostics.Add(type.ClaimUse!.Position, $"a model can have only one type with @claim; {first.Name} already has it");
                continue;
            }
            first = type;
            if (type.Node is not null)
                role = ReadClaim(type, type.Node);
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
            diagnostics.Add(
                value.Position,
                $"'denies' of @claim must be a value of {stance.Enum.Name}; it has none called '{value.Text}'");
            return null;
        }
        if (type.FindField("fact") is { } fact)
        {
            diagnostics.Add(
                fact.Position,
                $"{fact.FullName} would conflict with the 'fact' that the API gives a claim; give it another name");
        }
        if (about is null || stance is null || made is null || denies is null)
            return null;
        return new ClaimRole(node, about, field, stance, denies.Value.Text, made);
    }

    /// <summary>
    /// The role with the field that leads to the source of a claim, if the directive names one. The fields of relationships are
    /// read before.
    /// </summary>
    public ClaimRole? ReadSource(ClaimRole? role)
    {
        var type = syntax.Types.Find(type => type is { ClaimUse: not null, IsEdge: false });
        if (type?.ClaimUse!.Text("source") is not { } name)
            return role;
        var field = type.FindField(name.Text);
        if (field?.Built is RelationshipField { IsList: false } source)
            return role is null ? null : role with { Source = source };

        // A relationship that was not built has an error of its own.
        if (field is null or { Relationship: null } or { Type.IsList: true })
        {
            diagnostics.Add(
                name.Position,
                $"'source' of @claim must name a field of {type.Name} with @relationship that is a single value; "
                + (field is null ? $"it has none called '{name.Text}'" : $"'{name.Text}' is {field.Type}{(field.Relationship is null ? " without @relationship" : "")}"));
        }
        return role;
    }

    [GeneratedRegex(@"\A(?!__)[A-Za-z_][A-Za-z0-9_]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
