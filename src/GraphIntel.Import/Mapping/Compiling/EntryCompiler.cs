using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Rows;
using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>Compiles entries: first what they are, then what they set, since that can refer to any entry.</summary>
internal sealed class EntryCompiler(
    GraphModel model, Names names, ExpressionCompiler expressions, PropertyCompiler properties, IReadOnlySet<int> keyColumns)
{
    private readonly SetCompiler _sets = new(names, expressions, properties);
    private readonly MatchCompiler _matches = new(names, expressions);

    private MappingDiagnostics Diagnostics => names.Diagnostics;

    /// <summary>Compiles the entries of a mapping.</summary>
    public List<EntryPlan> Compile(IReadOnlyList<EntrySyntax> entries)
    {
        var plans = new List<(EntryPlan Plan, EntrySyntax Syntax)>();
        var referredTo = entries.Where(entry => entry is { IsNode: true } && (!entry.HasSet || entry.Missing is MissingRule.Skip or MissingRule.Fail)).Select(entry => entry.Type?.Text).ToHashSet();
        foreach (var entry in entries.OrderBy(entry => !entry.IsNode))
        {
            if (FindType(entry) is not { } type)
                continue;
            var plan = new EntryPlan { Name = entry.Name.Text, Index = plans.Count, Type = type };
            plan.Root = plan;
            names.Scope = plan;
            CompileLoops(plan, entry);
            CompileIdentity(plan, entry, referredTo.Contains(entry.Type!.Text));
            plans.Add((plan, entry));
            if (!names.Entries.TryAdd(plan.Name, plan))
                Diagnostics.Add(entry.Name.Position, $"{plan.Name} is given twice");
        }

        foreach (var (plan, entry) in plans)
        {
            names.Scope = plan;
            names.HasSpan = entry.Span is not null;
            _sets.Compile(plan, entry);
            CompileSpan(plan, entry);
            plan.Match = _matches.Compile(plan, entry);
            names.HasSpan = false;
        }

        names.Scope = null;
        foreach (var (plan, _) in plans)
        {
            plan.KeepsValues = plan.IsMade && plan.Span is null && !plan.IsPerRow
                && (plan.IsMerged || plans.Exists(pair => pair.Plan.Type == plan.Type && !pair.Plan.IsMade));
        }

        return plans.ConvertAll(pair => pair.Plan);
    }

    private ElementType? FindType(EntrySyntax entry)
    {
        if (entry.Type is not { } name)
            return null;
        ElementType? type = entry.IsNode
            ? model.TryGetNode(name.Text, out var node) ? node : null
            : model.Relationships.FirstOrDefault(candidate => candidate.Type == name.Text || candidate.Name == name.Text);
        if (type is not null)
            return type;
        var kind = entry.IsNode ? "node" : "relationship";
        var known = entry.IsNode ? model.Nodes.Select(candidate => candidate.Name) : model.Relationships.Select(candidate => candidate.Type);
        Diagnostics.Add(name.Position, $"the model has no {kind} type {WriteErrors.Show(name.Text)}{NameSuggestions.DidYouMean(name.Text, known)}");
        return null;
    }

    private void CompileLoops(EntryPlan plan, EntrySyntax entry)
    {
        foreach (var loop in entry.Each?.Loops ?? [])
        {
            if (loop.Entry is { } reference)
                CompileStep(plan, entry.Each!, reference);
            else if (loop.Records.Count > 0)
                CompileRecords(plan, loop);
            else if (loop.Lists.Count > 0)
                CompileLists(plan, loop);
        }
    }

    private void CompileStep(EntryPlan plan, EachSyntax each, ReferenceSyntax reference)
    {
        if (!names.Entries.TryGetValue(reference.Name, out var other))
            Diagnostics.Add(reference.Position, $"{WriteErrors.Show(reference.Name)} is not an entry above this one");
        else if (each.Loops.Count > 1)
            Diagnostics.Add(reference.Position, $"an entry in step with another has no other loop; write x in ${reference.Name}");
        else
            plan.Root = other.Root;
    }

    private void CompileRecords(EntryPlan plan, LoopSyntax loop)
    {
        var records = loop.Records.Select(record => record.Select(field => expressions.Compile(field.Value)).ToArray()).ToArray();
        var slots = new int[records[0].Length];
        for (var index = 0; index < slots.Length; index++)
        {
            var field = loop.Records[0][index];
            var shape = records.Select(record => index < record.Length ? record[index].Shape : Shape.Text).First();
            slots[index] = Add(plan, names.AddVariable(field.Name, shape));
        }

        plan.Loops.Add(new LoopPlan(slots, [], [.. records.Select(record => record.Select(field => field.Read).ToArray())], NamesOf(plan, slots)));
    }

    private void CompileLists(EntryPlan plan, LoopSyntax loop)
    {
        var lists = loop.Lists.Select(list => (list.Name, list.List.Position, Expression: expressions.Compile(list.List))).ToList();
        var slots = new List<int>();
        foreach (var (name, position, expression) in lists)
        {
            if (!expression.Shape.IsList && !ReferenceEquals(expression, Expression.Empty))
                Diagnostics.Add(position, $"each goes through a list, but this is {expression.Shape.Describe()}");
            slots.Add(Add(plan, names.AddVariable(name, expression.Shape with { IsList = false })));
        }

        plan.Loops.Add(new LoopPlan([.. slots], [.. lists.Select(list => list.Expression.Read)], [], NamesOf(plan, slots)));
    }

    private static int Add(EntryPlan plan, Variable variable)
    {
        plan.Variables.Add(variable);
        return variable.Slot;
    }

    private static string NamesOf(EntryPlan plan, IEnumerable<int> slots) =>
        string.Join(", ", plan.Variables.Where(variable => slots.Contains(variable.Slot)).Select(variable => variable.Name));

    /// <param name="plan">The entry.</param>
    /// <param name="entry">Its syntax.</param>
    /// <param name="isReferredTo">Whether another entry can refer to its nodes from any row.</param>
    private void CompileIdentity(EntryPlan plan, EntrySyntax entry, bool isReferredTo)
    {
        var when = new Inputs();
        if (entry.When is { } condition)
        {
            plan.When = expressions.Compile(condition, when);
            plan.IsWhenOfRow = when is { Variables.Count: 0, Entries.Count: 0 };
        }

        var id = new Inputs();
        if (entry.Id is { } value)
        {
            if (plan.Type is RelationshipType { Id: null } derived)
                Diagnostics.Add(value.Position, $"a {derived.Type} has no id of its own: it follows from its ends");
            var expression = expressions.CompileFirst(value, expressions.CompileId);
            id.Add(expression.Inputs);
            var read = expression.Read;
            plan.Key = frame => Texts.Of(read(frame));
            if (expression.Inputs.IsEmpty && read(new Frame(0, [], 0, 0, new Findings())) is string constant
                && IdRule.FindErrorInText(constant) is { } error)
            {
                Diagnostics.Add(value.Position, error);
            }
        }

        if (plan.Type is RelationshipType type)
        {
            plan.From = CompileEnd(entry.From, type.Source, id);
            plan.To = CompileEnd(entry.To, type.Target, id);
        }

        plan.Missing = entry.Missing ?? (entry.HasSet || plan.Type is RelationshipType ? MissingRule.Make : MissingRule.Fail);
        plan.IsMade = plan.Missing == MissingRule.Make;
        plan.IsLeftAlone = entry.Missing == MissingRule.Make;
        if (plan is { IsMade: true, Type: NodeType } && !entry.HasSet)
            Diagnostics.Add(entry.Name.Position, $"{plan.Name} has no set, so it cannot be made; give set, or missing: skip");
        plan.HasRowKey = (keyColumns.Count > 0 && keyColumns.IsSubsetOf(id.Columns)) || id.Entries.Any(used => used.HasRowKey);
        plan.IsPerRow = plan.HasRowKey && !isReferredTo;
        plan.Inputs.Add(when);
        plan.Inputs.Add(id);
    }

    private Func<Frame, object?> CompileEnd(YamlText? end, NodeType type, Inputs inputs)
    {
        var expression = end is null ? Expression.Empty : expressions.Compile(ExpressionReader.Read(end, Diagnostics));
        inputs.Add(expression.Inputs);
        var shape = expression.Shape;
        if (end is not null && !ReferenceEquals(expression, Expression.Empty)
            && (shape.Kind != ValueKind.Entry || shape.IsList || shape.Entry!.Type != type))
        {
            var hint = shape is { Kind: ValueKind.Entry, IsList: true } ? $"; give each: ${shape.Entry!.Name}" : "";
            Diagnostics.Add(end.Position, $"this end must be {type.Name}, but this is {shape.Describe()}{hint}");
        }

        return expression.Read;
    }

    private void CompileSpan(EntryPlan plan, EntrySyntax entry)
    {
        if (entry.Span is not { } span || plan.Type is not RelationshipType type)
            return;
        if (type.Valid is null)
            Diagnostics.Add(span.Position, $"{type.Name} has no valid days, so its rows cannot become intervals");
        if (entry.Id is not null)
            Diagnostics.Add(span.Position, "the id of an interval follows from its ends and its first day");
        var on = expressions.Compile(span.On);
        plan.Inputs.Add(on.Inputs);
        if (on.Shape is not { Kind: ValueKind.Date, IsList: false })
            Diagnostics.Add(span.Position, $"on must be a date, but this is {on.Shape.Describe()}");
        var by = new List<int>();
        foreach (var name in span.By)
        {
            var index = plan.Columns.ToList().FindIndex(property => property.Name == name.Text || property.Name == name.Text + "Ids");
            if (index < 0 || plan.Properties[index].HasSpan)
                Diagnostics.Add(name.Position, $"{WriteErrors.Show(name.Text)} is not a property in set that is known without span");
            else
                by.Add(index);
        }

        plan.Span = new SpanPlan(on.Read, span.Step, [.. by], on.Inputs is { Variables.Count: 0, Entries.Count: 0 });
    }
}
