namespace GraphIntel.Core.Model;

/// <summary>Reads @path: its steps, where it starts, and the day on which they must have been so.</summary>
internal sealed class PathReader(RelationshipReader relationships, Diagnostics diagnostics)
{
    /// <summary>The path of a field that leads to a node type; null if there was an error.</summary>
    public PathField? Read(FieldSyntax field, DirectiveUse use, NodeType target)
    {
        if (!CheckStart(field, use) || StartOf(field, use) is not var (start, other))
            return null;
        if (ReadSteps(field, use, start, target) is not { } steps)
            return null;
        var day = DayOf(steps, target, start, other);
        var whileValid = use.Flag("whileValid");
        if (whileValid && day is null)
            diagnostics.Add(use.PositionOf("whileValid"), WhyNoDay(field, steps, target, start, other));
        return new PathField
        {
            Name = field.Name,
            Description = field.Description,
            Steps = steps,
            Target = target,
            StartsAtSource = use.FromSource,
            Day = day,
            WhileValid = whileValid,
        };
    }

    private bool CheckStart(FieldSyntax field, DirectiveUse use)
    {
        if (field.Owner.IsEdge == use.FromSource is not null)
            return true;
        if (use.IsInvalid("from"))
            return false;
        diagnostics.Add(
            use.PositionOf("from"),
            field.Owner.IsEdge
                ? $"@path on the @edge type {field.Owner.Name} needs 'from', the end of the relationship at which it starts: SOURCE or TARGET"
                : $"'from' of @path is for an @edge type; {field.FullName} starts at the {field.Owner.Name}");
        return false;
    }

    /// <summary>
    /// The type of the node at which a path starts and, on an @edge type, that of the other end; null if the @edge type has an
    /// error.
    /// </summary>
    private (NodeType Start, NodeType? Other)? StartOf(FieldSyntax field, DirectiveUse use)
    {
        if (field.Owner.Node is { } node)
            return (node, null);
        return relationships.OfEdge(field.Owner) is not { } type ? null
            : use.FromSource == true ? (type.Source, type.Target)
            : (type.Target, type.Source);
    }

    private List<PathStep>? ReadSteps(FieldSyntax field, DirectiveUse use, NodeType start, NodeType target)
    {
        if (use.Text("steps") is not { } text)
            return null;
        if (!PathSyntax.TryParse(text.Text, out var written, out var diagnostic))
        {
            diagnostics.Add(use.Position, diagnostic);
            return null;
        }
        var steps = new List<PathStep>(written.Count);
        var at = start;
        foreach (var word in written)
        {
            if (!relationships.Relationships.TryGetValue(word.Type, out var relationship))
            {
                if (!relationships.Mentioned.Contains(word.Type))
                {
                    diagnostics.Add(use.Position, $"the step '{word.Text}' has an unknown relationship type");
                }
                return null;
            }
            if (CheckStep(word, relationship, at) is { } wrong)
            {
                diagnostics.Add(use.Position, wrong);
                return null;
            }
            at = word.Direction == Direction.In ? relationship.Source : relationship.Target;
            steps.Add(new PathStep(relationship, word.Direction, word.Min, word.Max));
        }
        if (at == target)
            return steps;
        diagnostics.Add(use.Position, $"the path of {field.FullName} ends at {at.Name}, but the field leads to {target.Name}");
        return null;
    }

    private static string? CheckStep(StepSyntax word, RelationshipType relationship, NodeType at)
    {
        var ends = $"{relationship.Type} leads from {relationship.Source.Name} to {relationship.Target.Name}";
        var start = word.Direction == Direction.In ? relationship.Target : relationship.Source;
        if (start != at)
            return $"the step '{word.Text}' cannot follow from {at.Name}: {ends}";
        if (relationship.Source == relationship.Target)
            return null;
        if (word.Direction == Direction.Both)
        {
            return $"the step '{word.Text}' has no direction, but {ends}: write {relationship.Type}> or <{relationship.Type}";
        }
        return word is { Min: 1, Max: 1 }
            ? null
            : $"the step '{word.Text}' can be skipped or repeated, but {ends}; that needs a relationship from a type to itself";
    }

    private static PathDay? DayOf(IReadOnlyList<PathStep> steps, NodeType target, NodeType start, NodeType? other)
    {
        var dated = steps.Where(step => step.Relationship.Valid is not null).ToList();
        if (dated.Count == 0 || !dated.TrueForAll(step => step.IsTakenOnce))
            return null;
        return target.Day is { } atEnd ? new PathDay(PathNode.End, atEnd)
            : start.Day is { } atStart ? new PathDay(PathNode.Start, atStart)
            : other?.Day is { } atOther ? new PathDay(PathNode.OtherEnd, atOther)
            : null;
    }

    private static string WhyNoDay(FieldSyntax field, IReadOnlyList<PathStep> steps, NodeType target, NodeType start, NodeType? other)
    {
        var dated = steps.Where(step => step.Relationship.Valid is not null).ToList();
        if (dated.Count == 0)
            return $"'whileValid' requires a step with 'valid' dates, which {field.FullName} does not have";
        if (dated.Find(step => !step.IsTakenOnce) is { } repeated)
        {
            return $"'whileValid' requires that each step with 'valid' dates is taken exactly once; "
                + $"{field.FullName} can skip or repeat {repeated.Relationship.Type}";
        }
        var types = new[] { target, start, other }.OfType<NodeType>().Select(type => type.Name).Distinct().ToList();
        var without = types.Count == 1 ? $"{types[0]} has no" : $"none of {string.Join(", ", types)} has a";
        return $"'whileValid' requires a day, but {without} 'day' in @node";
    }
}
