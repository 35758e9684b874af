namespace GraphIntel.Core.Model;

/// <summary>The fifth stage: the other fields that return nodes (@path, @refersBy, @refersTo), and the claims fields.</summary>
internal sealed class LinkReader(
    ModelSyntax syntax,
    PropertyReader properties,
    RelationshipReader relationships,
    PathReader paths,
    ClaimRole? claim,
    bool hasClaim,
    Diagnostics diagnostics)
{
    private static readonly string[] Links = ["relationship", "path", "refersBy", "refersTo"];

    private readonly Dictionary<string, TypeSyntax> _types =
        syntax.Types.ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>Creates the fields of a type that return nodes and are not relationships.</summary>
    public void Read(TypeSyntax type)
    {
        foreach (var field in type.Fields.Where(field => _types.ContainsKey(field.Type.Name)))
            ReadField(field);
        if (type.FindField("claims") is not { } claims)
            return;
        if (type.IsNode)
        {
            if (claims.Built is RefersByField refers && CheckClaims(claims, refers))
                type.Node!.Claims = refers;
        }
        else if (type.IsEdge)
        {
            if (claims.Built is RefersByField refers)
            {
                if (CheckClaims(claims, refers) && relationships.OfEdge(type) is { } relationship)
                    relationship.Claims = refers;
            }
            else if (claims.Built is not null)
            {
                diagnostics.Add(
                    claims.Position,
                    $"{claims.FullName} must be the claims about the relationship, with @refersBy on the type that has @claim");
            }
        }
    }

    private bool CheckClaims(FieldSyntax field, RefersByField refers)
    {
        if (!hasClaim && field.Owner.IsNode)
            return false;
        if (claim is not null && refers.Target == claim.Type && refers.Property == claim.About)
            return true;
        if (claim is not null || !hasClaim)
        {
            var expected = claim is null
                ? "there is no type with @claim"
                : $"[{claim.Type.Name}!]! @refersBy(field: \"{claim.About.Name}\")";
            diagnostics.Add(field.Position, $"{field.FullName} must be the claims about it: {expected}");
        }
        return false;
    }

    private void ReadField(FieldSyntax field)
    {
        CheckForeignDirectives(field);
        var uses = field.Uses.Values.Where(use => Links.Contains(use.Name)).ToList();
        if (uses.Count == 0)
        {
            if (!field.HasInvalidDirective)
                ReportMissingDirective(field);
            return;
        }
        foreach (var extra in uses.Skip(1))
        {
            diagnostics.Add(
                extra.Position,
                $"{field.FullName} already has @{uses[0].Name}; a field can have only one of @{string.Join(", @", Links)}");
        }
        var use = uses[0];
        if (field.Owner is { IsNode: false, IsEdge: false } && use.Name is "relationship" or "path")
            return;
        if (!field.Owner.IsNode && use.Name == "relationship")
        {
            diagnostics.Add(
                use.Position,
                $"@relationship is allowed only on a field of a node type; {field.Owner.Name} is not a node type");
            return;
        }
        if (use.Name == "relationship")
            return;
        var target = relationships.FindTarget(field);
        if (field.Type is { IsList: false } or { IsRequired: false })
        {
            diagnostics.Add(field.Type.Position, $"a field with @{use.Name} must be a list: write [{field.Type.Name}!]!");
        }
        if (target is null)
            return;
        field.Built = use.Name switch
        {
            "path" => paths.Read(field, use, target),
            "refersBy" => ReadRefersBy(field, use, target),
            _ => field.Hidden is { } ids
                ? new RefersToField { Name = field.Name, Description = field.Description, Target = target, Ids = ids }
                : null,
        };
    }

    private void CheckForeignDirectives(FieldSyntax field)
    {
        foreach (var use in field.Uses.Values.Where(use => use.Name is "search" or "index" or "imprecise"))
        {
            diagnostics.Add(use.Position, $"@{use.Name} is for stored values; {field.FullName} leads to {field.Type.Name}");
        }
    }

    private void ReportMissingDirective(FieldSyntax field)
    {
        if (_types[field.Type.Name].IsEdge)
        {
            relationships.FindTarget(field);
        }
        else
        {
            diagnostics.Add(
                field.Position,
                $"{field.FullName} leads to {field.Type.Name} and needs one of @{string.Join(", @", Links)}");
        }
    }

    private RefersByField? ReadRefersBy(FieldSyntax field, DirectiveUse use, NodeType target)
    {
        var property = properties.Find(
            _types[target.Name], use, "field", "a single ID", found => found is { Kind: ScalarKind.Id, IsList: false });
        return property is null
            ? null
            : new RefersByField { Name = field.Name, Description = field.Description, Target = target, Property = property };
    }
}
