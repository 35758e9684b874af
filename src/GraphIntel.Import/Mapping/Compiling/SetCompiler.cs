using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Rows;
using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>Compiles what an entry sets: properties, and relationships without properties as fields of a node.</summary>
internal sealed class SetCompiler(Names names, ExpressionCompiler expressions, PropertyCompiler properties)
{
    private MappingDiagnostics Diagnostics => names.Diagnostics;

    /// <summary>Compiles <c>set</c> and <c>merge</c>.</summary>
    public void Compile(EntryPlan plan, EntrySyntax entry)
    {
        var set = new List<PropertyPlan>();
        var fields = new List<FieldPlan>();
        foreach (var (name, value) in entry.Set)
        {
            var field = plan.Type.Fields.FirstOrDefault(candidate => candidate.Name == name.Text);
            var property = plan.Type.FindProperty(name.Text);
            if (field is RelationshipField relationship)
                AddField(plan, fields, relationship, name, value);
            else if (field is RefersToField refersTo)
                set.Add(CompileReferences(plan, refersTo, value));
            else if (property is not null)
                AddProperty(plan, set, property, name, value);
            else
                ReportUnknown(plan, name);
        }

        CompileMerge(plan, entry, set);
        plan.Properties = set;
        plan.Columns = [.. set.Select(one => one.Property)];
        plan.Fields = fields;
        if (!plan.IsMade && fields.Count > 0)
            Diagnostics.Add(entry.Name.Position, $"{plan.Name} is not made here, so its relationships are made under relationships");
        plan.Periods = [.. DayColumns.Of(plan.Type, plan.Columns).Where(period => period.Other is null)];
        plan.IsMerged = set.Exists(one => one.Merge != MergeRule.Same);
        if (plan.Type is RelationshipType { Valid: { } valid })
            plan.IdDay = set.FindIndex(one => one.Property == valid.From);
        var missing = MissingColumns.Of(plan.Type, plan.Columns);
        if (plan.IsMade && missing.Length > 0)
        {
            Diagnostics.Add(
                entry.Name.Position, $"{plan.Name} must set {string.Join(", ", missing.Select(one => one.Name))}, which {plan.Type.Name} requires");
        }
    }

    private void AddProperty(EntryPlan plan, List<PropertyPlan> set, Property property, YamlText name, ValueSyntax value)
    {
        if (property.IsId || property == plan.Type.Standing)
        {
            Diagnostics.Add(
                name.Position, property.IsId ? "the id is given by id, not in set" : $"{property.Name} is derived from claims and cannot be set");
            return;
        }

        var inputs = new Inputs();
        var read = properties.Compile(property, value, inputs);
        plan.Inputs.Add(inputs);
        set.Add(new PropertyPlan(property, read, MergeRule.Same, inputs.HasSpan));
    }

    private PropertyPlan CompileReferences(EntryPlan plan, RefersToField field, ValueSyntax value)
    {
        var inputs = new Inputs();
        var readers = CompileEntries(field.Name, field.Target, value, inputs);
        plan.Inputs.Add(inputs);
        return new PropertyPlan(field.Ids, frame => IdsOf(frame, readers), MergeRule.Same, inputs.HasSpan);
    }

    private static string[] IdsOf(Frame frame, Func<Frame, object?>[] readers)
    {
        var ids = new List<string>();
        foreach (var read in readers)
        {
            var value = read(frame);
            foreach (var item in value as object?[] ?? [value])
            {
                if (item is Instance { Identity: { IsMissing: false } identity } && !ids.Contains(identity.Id))
                    ids.Add(identity.Id);
            }
        }

        return [.. ids];
    }

    private void AddField(EntryPlan plan, List<FieldPlan> fields, RelationshipField field, YamlText name, ValueSyntax value)
    {
        if (!field.Relationship.IsDerived)
        {
            Diagnostics.Add(
                name.Position, $"{field.Name} is a {field.Relationship.Type}, which has properties: make it under relationships");
            return;
        }

        if (field.IsList && !plan.HasRowKey)
        {
            Diagnostics.Add(
                name.Position, $"{plan.Name} can come from several rows, of which only the first would set {field.Name}: make the "
                + $"{field.Relationship.Type} under relationships");
        }

        var inputs = new Inputs();
        var read = CompileEntries(field.Name, field.Target, value, inputs);
        plan.Inputs.Add(inputs);
        fields.Add(new FieldPlan(field.Relationship, field.Direction == Direction.In, read, field.IsList));
    }

    private Func<Frame, object?>[] CompileEntries(string field, NodeType target, ValueSyntax value, Inputs inputs)
    {
        var alternatives = expressions.CompileAlternatives(value, expressions.Compile, out var used);
        inputs.Add(used);
        foreach (var alternative in alternatives)
        {
            var shape = alternative.Give.Shape;
            if ((shape.Kind != ValueKind.Entry || shape.Entry!.Type != target) && !ReferenceEquals(alternative.Give, Expression.Empty))
                Diagnostics.Add(alternative.Position, $"{field} leads to {target.Name}, but this is {shape.Describe()}");
        }

        return [.. alternatives.Select(Read)];

        static Func<Frame, object?> Read(Alternative alternative)
        {
            var (when, read) = (alternative.When, alternative.Give.Read);
            return frame => when(frame) ? read(frame) : null;
        }
    }

    private void CompileMerge(EntryPlan plan, EntrySyntax entry, List<PropertyPlan> set)
    {
        foreach (var (name, rule) in entry.Merge)
        {
            var index = set.FindIndex(one => one.Property.Name == name.Text || (one.Property.IsHidden && one.Property.Name == name.Text + "Ids"));
            if (index < 0)
            {
                Diagnostics.Add(name.Position, $"{WriteErrors.Show(name.Text)} is not a property in set");
                continue;
            }

            var property = set[index].Property;
            var isOrdered = property is { IsList: false, Kind: ScalarKind.Int or ScalarKind.Float or ScalarKind.Date or ScalarKind.Enum };
            if (rule == MergeRule.Add && !property.IsList)
                Diagnostics.Add(name.Position, $"{property.Name} is no list, so nothing can be added to it");
            else if (rule is MergeRule.Least or MergeRule.Greatest && !isOrdered)
                Diagnostics.Add(name.Position, $"{property.Name} has no order: only numbers, dates and enums do");
            set[index] = set[index] with { Merge = rule };
        }

        if (entry is { IsNode: false, Merge.Count: > 0, Span: null })
            Diagnostics.Add(entry.Merge[0].Name.Position, "only the rows of an interval can be merged: give span");
        else if (plan.IsPerRow && entry is { Merge.Count: > 0, Span: null })
            Diagnostics.Add(entry.Merge[0].Name.Position, $"{plan.Name} comes from one row, since its id has the key of the row: nothing can be merged");
    }

    private void ReportUnknown(EntryPlan plan, YamlText name)
    {
        var known = plan.Type.Properties.Where(property => !property.IsHidden && !property.IsId).Select(property => property.Name)
            .Concat(plan.Type.Fields.Where(field => field is RelationshipField or RefersToField).Select(field => field.Name));
        Diagnostics.Add(
            name.Position, $"{plan.Type.Name} has no property {WriteErrors.Show(name.Text)}{NameSuggestions.DidYouMean(name.Text, known)}");
    }
}
