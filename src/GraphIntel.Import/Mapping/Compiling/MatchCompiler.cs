using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>Compiles the rules by which nodes and relationships of the store are recognized.</summary>
internal sealed class MatchCompiler(Names names, ExpressionCompiler expressions)
{
    private const string Top = "none";

    private MappingDiagnostics Diagnostics => names.Diagnostics;

    /// <summary>Compiles <c>match</c>.</summary>
    public IReadOnlyList<MatchPlan> Compile(EntryPlan plan, EntrySyntax entry)
    {
        if (plan.IsPerRow && entry is { IsNode: true, Match.Count: > 0 })
            Diagnostics.Add(entry.Match[0].Position, $"{plan.Name} has the key of a row in its id, so no other node can be the same");
        return [.. entry.Match.Select(match => Compile(plan, match))];
    }

    private MatchPlan Compile(EntryPlan plan, MatchSyntax match)
    {
        var when = match.When is { } condition ? expressions.Compile(condition, plan.Inputs) : null;
        if (match.ByDays)
        {
            if (plan.Type is not RelationshipType { Valid: not null })
                Diagnostics.Add(match.Position, $"{plan.Type.Name} has no valid days");
            return new MatchPlan { ByDays = true, Same = IndexesOf(plan, match.Same), When = when };
        }

        if (plan.Type is not NodeType)
        {
            Diagnostics.Add(match.Position, "relationships are matched by days");
            return new MatchPlan();
        }

        if (match.Ids is { } ids)
        {
            var index = IndexOf(plan, ids);
            if (index >= 0 && plan.Columns[index] is not { IsList: true, Kind: ScalarKind.Id })
                Diagnostics.Add(ids.Position, $"{ids.Text} is no list of ids");
            return new MatchPlan { Ids = index, When = when };
        }

        return CompileName(plan, match) with { When = when };
    }

    private MatchPlan CompileName(EntryPlan plan, MatchSyntax match)
    {
        if (match.Name is not { } name)
        {
            Diagnostics.Add(match.Position, "a rule of match must have by");
            return new MatchPlan();
        }

        var index = IndexOf(plan, name);
        if (index >= 0 && plan.Columns[index].SearchedAs != SearchedAs.Name)
            Diagnostics.Add(name.Position, $"{name.Text} is no name: @search of the model does not find it by its spellings");
        if (match.Within is null && match.Near is null)
            Diagnostics.Add(match.Position, "a name alone does not identify anything: give within or near");
        var rule = new MatchPlan { Name = index, Same = IndexesOf(plan, match.Same) };
        if (match.Near is { } meters)
        {
            var point = plan.Columns.ToList().FindIndex(property => property is { Kind: ScalarKind.Point, IsList: false });
            if (point < 0)
                Diagnostics.Add(match.Position, $"near needs a point, and {plan.Name} sets none");
            rule = rule with { Near = (point, meters) };
        }

        return match.Within is { } within ? CompileWithin(plan, rule, within) : rule;
    }

    private MatchPlan CompileWithin(EntryPlan plan, MatchPlan rule, YamlText within)
    {
        var field = plan.Type.Fields.OfType<RelationshipField>()
            .FirstOrDefault(candidate => !candidate.IsList && candidate.Relationship.IsHierarchy && candidate.Target == plan.Type);
        if (field is null)
        {
            Diagnostics.Add(within.Position, $"within needs a to-one field of {plan.Type.Name} to itself");
            return rule;
        }

        var parent = new FieldPlan(field.Relationship, field.Direction == Direction.In, [], IsList: false);
        if (within.Text == Top)
            return rule with { Within = parent };
        var expression = expressions.Compile(ExpressionReader.Read(within, Diagnostics));
        plan.Inputs.Add(expression.Inputs);
        if (expression.Shape is not { Kind: ValueKind.Entry, IsList: false } shape || shape.Entry!.Type != plan.Type)
            Diagnostics.Add(within.Position, $"within must be an entry of {plan.Type.Name}, or none for the top");
        return rule with { Within = parent, Parent = expression.Read };
    }

    private int[] IndexesOf(EntryPlan plan, IReadOnlyList<YamlText> properties) =>
        [.. properties.Select(property => IndexOf(plan, property)).Where(index => index >= 0)];

    private int IndexOf(EntryPlan plan, YamlText name)
    {
        var index = plan.Columns.ToList().FindIndex(property => property.Name == name.Text);
        if (index < 0)
            Diagnostics.Add(name.Position, $"{WriteErrors.Show(name.Text)} is not a property in set");
        return index;
    }
}
