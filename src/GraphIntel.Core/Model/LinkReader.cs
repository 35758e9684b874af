namespace GraphIntel.Core.Model;

/// <summary>The fifth stage: the other fields that lead to nodes (@path, @refersBy, @refersTo), and the claims fields.</summary>
internal sealed class LinkReader(
    ModelSyntax syntax,
    PropertyReader properties,
    RelationshipReader relationships,
    ClaimRole? claim,
    bool hasClaim,
    Mistakes mistakes)
{
    private static readonly string[] _links = ["relationship", "path", "refersBy", "refersTo"];

    private readonly Dictionary<string, TypeSyntax> _types =
        syntax.Types.ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>Makes the fields of one type that lead to nodes and are no relationships.</summary>
    public void Read(TypeSyntax type)
    {
        foreach (var field in type.Fields.Where(field => _types.ContainsKey(field.Type.Name))) ReadField(field);
        if (type.FindField("claims") is not { } claims) return;
        if (type.IsNode)
        {
            if (claims.Built is RefersByField refers && CheckClaims(claims, refers)) type.Node!.Claims = refers;
        }
        else if (type.IsEdge)
        {
            if (claims.Built is RefersByField refers)
            {
                if (CheckClaims(claims, refers) && relationships.OfEdge(type) is { } relationship) relationship.Claims = refers;
            }
            else if (claims.Built is not null)
            {
                mistakes.Add(
                    claims.Position,
                    $"{claims.FullName} must be the claims about the relationship, with @refersBy on the type that has @claim");
            }
        }
    }

    private bool CheckClaims(FieldSyntax field, RefersByField refers)
    {
        if (!hasClaim && field.Owner.IsNode) return false;
        if (claim is not null && refers.Target == claim.Type && refers.Property == claim.About) return true;
        if (claim is not null || !hasClaim)
        {
            var right = claim is null
                ? "there is no type with @claim"
                : $"[{claim.Type.Name}!]! @refersBy(field: \"{claim.About.Name}\")";
            mistakes.Add(field.Position, $"{field.FullName} must be the claims about it: {right}");
        }
        return false;
    }

    private void ReadField(FieldSyntax field)
    {
        CheckForeignDirectives(field);
        var uses = field.Uses.Values.Where(use => _links.Contains(use.Name)).ToList();
        if (uses.Count == 0)
        {
            if (!field.HasWrongDirective) ReportBare(field);
            return;
        }
        foreach (var extra in uses.Skip(1))
        {
            mistakes.Add(
                extra.Position,
                $"{field.FullName} has @{uses[0].Name} already; it can have one of @{string.Join(", @", _links)}");
        }
        var use = uses[0];
        if (!field.Owner.IsNode && use.Name is "relationship" or "path")
        {
            if (field.Owner.IsEdge)
                mistakes.Add(
                    use.Position,
                    $"@{use.Name} belongs on a field of a node type; {field.Owner.Name} is none");
            return;
        }
        if (use.Name == "relationship") return;
        var target = relationships.FindTarget(field);
        if (field.Type is { IsList: false } or { IsRequired: false })
        {
            mistakes.Add(field.Type.Position, $"a field with @{use.Name} is a list: write [{field.Type.Name}!]!");
        }
        if (target is null) return;
        field.Built = use.Name switch
        {
            "path" => ReadPath(field, use, target),
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
            mistakes.Add(use.Position, $"@{use.Name} is for stored values; {field.FullName} leads to {field.Type.Name}");
        }
    }

    private void ReportBare(FieldSyntax field)
    {
        if (_types[field.Type.Name].IsEdge) relationships.FindTarget(field);
        else
            mistakes.Add(
                field.Position,
                $"{field.FullName} leads to {field.Type.Name} and needs one of @{string.Join(", @", _links)}");
    }

    private RefersByField? ReadRefersBy(FieldSyntax field, DirectiveUse use, NodeType target)
    {
        var property = properties.Find(
            _types[target.Name], use, "field", "a single ID", found => found is { Kind: ScalarKind.Id, IsList: false });
        return property is null
            ? null
            : new RefersByField { Name = field.Name, Description = field.Description, Target = target, Property = property };
    }

    private PathField? ReadPath(FieldSyntax field, DirectiveUse use, NodeType target)
    {
        if (use.Text("steps") is not { } text) return null;
        if (!PathSyntax.TryParse(text.Text, out var written, out var mistake))
        {
            mistakes.Add(use.Position, mistake);
            return null;
        }
        var steps = new List<PathStep>(written.Count);
        var at = field.Owner.Node!;
        foreach (var word in written)
        {
            if (!relationships.Relationships.TryGetValue(word.Type, out var relationship))
            {
                if (!relationships.Mentioned.Contains(word.Type))
                {
                    mistakes.Add(use.Position, $"the step '{word.Text}' does not exist: no relationship is of that type");
                }
                return null;
            }
            if (CheckStep(word, relationship, at) is { } wrong)
            {
                mistakes.Add(use.Position, wrong);
                return null;
            }
            at = word.Direction == Direction.In ? relationship.Source : relationship.Target;
            steps.Add(new PathStep(relationship, word.Direction, word.Min, word.Max));
        }
        if (at != target)
        {
            mistakes.Add(use.Position, $"the path of {field.FullName} ends at {at.Name}, but the field leads to {target.Name}");
            return null;
        }
        return new PathField { Name = field.Name, Description = field.Description, Steps = steps, Target = target };
    }

    private static string? CheckStep(StepSyntax word, RelationshipType relationship, NodeType at)
    {
        var ends = $"{relationship.Type} leads from {relationship.Source.Name} to {relationship.Target.Name}";
        var start = word.Direction == Direction.In ? relationship.Target : relationship.Source;
        if (start != at) return $"the step '{word.Text}' cannot follow from {at.Name}: {ends}";
        if (relationship.Source == relationship.Target) return null;
        if (word.Direction == Direction.Both)
        {
            return $"the step '{word.Text}' goes either way, but {ends}: write {relationship.Type}> or <{relationship.Type}";
        }
        return word is { Min: 1, Max: 1 }
            ? null
            : $"the step '{word.Text}' can be skipped or repeated, but {ends}; that needs a relationship from a type to itself";
    }
}
