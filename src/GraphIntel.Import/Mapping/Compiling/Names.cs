using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Rows;
using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>A variable of a loop.</summary>
internal sealed record Variable(string Name, int Slot, Shape Shape);

/// <summary>
/// What names stand for: given facts, values, entries and columns. A name that is none of the others is a column.
/// </summary>
internal sealed class Names(MappingSyntax mapping, IReadOnlyDictionary<string, string> given, MappingDiagnostics diagnostics)
{
    private readonly Dictionary<string, int> _columnSlots = new(StringComparer.Ordinal);

    /// <summary>The columns in use, by slot.</summary>
    public List<ColumnPlan> Columns { get; } = [];

    /// <summary>The compiled values, by name; those after the one that is compiled are missing.</summary>
    public Dictionary<string, (int Index, Expression Expression)> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The entries.</summary>
    public Dictionary<string, EntryPlan> Entries { get; } = new(StringComparer.Ordinal);

    /// <summary>The number of variables of loops.</summary>
    public int VariableCount { get; private set; }

    /// <summary>The entry whose expressions are compiled; null outside of entries.</summary>
    public EntryPlan? Scope { get; set; }

    /// <summary>Whether the days of an interval can be read.</summary>
    public bool HasSpan { get; set; }

    /// <summary>Where errors are reported.</summary>
    public MappingDiagnostics Diagnostics => diagnostics;

    /// <summary>Adds a variable for a loop.</summary>
    public Variable AddVariable(YamlText name, Shape shape)
    {
        if (IsTaken(name.Text))
            diagnostics.Add(name.Position, $"{WriteErrors.Show(name.Text)} already stands for something else in this mapping");
        return new Variable(name.Text, VariableCount++, shape);
    }

    /// <summary>Whether the mapping gives the name a meaning.</summary>
    public bool IsTaken(string name) =>
        given.ContainsKey(name) || mapping.Values.Any(value => value.Name.Text == name)
        || mapping.Gathered.Exists(gathered => gathered.Name.Text == name) || mapping.Entries.Any(entry => entry.Name.Text == name);

    /// <summary>The slot of a column.</summary>
    public int SlotOf(string name, MappingPosition position)
    {
        if (_columnSlots.TryGetValue(name, out var slot))
            return slot;
        var declared = mapping.Columns.Find(column => column.Name.Text == name);
        IReadOnlyList<string> spellings = declared.Spellings ?? [name];
        if (mapping.Read.Names is { Count: > 0 } names
            && !spellings.Any(spelling => names.Contains(spelling, StringComparer.OrdinalIgnoreCase)))
        {
            var known = names.Concat(mapping.Values.Select(value => value.Name.Text)).Concat(mapping.Entries.Select(entry => entry.Name.Text));
            diagnostics.Add(
                position, $"{WriteErrors.Show(name)} is neither a name of the mapping nor a column{NameSuggestions.DidYouMean(name, known)}");
        }

        slot = Columns.Count;
        _columnSlots.Add(name, slot);
        Columns.Add(new ColumnPlan(name, spellings, mapping.Optional.Exists(optional => optional.Text == name), position));
        return slot;
    }

    /// <summary>The slot of what is gathered of other rows.</summary>
    public int SlotOf(YamlText gathered)
    {
        if (_columnSlots.TryGetValue(gathered.Text, out var slot))
            return slot;
        _columnSlots.Add(gathered.Text, slot = Columns.Count);
        Columns.Add(new ColumnPlan(gathered.Text, [gathered.Text], IsOptional: true, gathered.Position) { IsGathered = true });
        return slot;
    }

    /// <summary>Compiles a reference.</summary>
    public Expression Compile(ReferenceSyntax reference)
    {
        var whole = CompileWhole(reference);
        return reference.Part is { } part && !(reference.Name == "span" && HasSpan) ? CompilePart(whole, part, reference.Position) : whole;
    }

    private Expression CompileWhole(ReferenceSyntax reference)
    {
        var name = reference.Name;
        if (name == "span" && HasSpan)
            return CompileSpan(reference);
        if (Scope?.Root.Variables.Find(variable => variable.Name == name) is { } variable)
        {
            var slot = variable.Slot;
            var inputs = new Inputs();
            inputs.Variables.Add(slot);
            return new Expression(variable.Shape, frame => frame.Variables[slot], inputs);
        }

        if (given.TryGetValue(name, out var text))
            return Expression.Constant(text);
        if (Values.TryGetValue(name, out var value))
        {
            // A constant is read without a row, also by the checks of the mapping.
            if (value.Expression.Inputs.IsEmpty)
                return value.Expression;
            var index = value.Index;
            return value.Expression with { Read = frame => frame.Value(index) };
        }

        if (mapping.Values.Any(later => later.Name.Text == name))
        {
            diagnostics.Add(reference.Position, $"the value {name} must stand above the one that uses it; if the column is meant, give it another name in columns");
            return Expression.Empty;
        }

        if (Entries.TryGetValue(name, out var entry))
            return CompileEntry(entry, reference);
        if (mapping.Entries.Any(later => later.Name.Text == name))
        {
            if (Scope is null)
                diagnostics.Add(reference.Position, $"{name} is an entry, which only entries can refer to; if a column is meant, name it in columns");
            return Expression.Empty;
        }

        var list = mapping.Gathered.Find(gathered => gathered.Name.Text == name).Name;
        var column = list is null ? SlotOf(name, reference.Position) : SlotOf(list);
        var read = new Inputs();
        read.Columns.Add(column);
        return list is null
            ? new Expression(Shape.Text, frame => frame.Cells[column], read)
            : new Expression(Shape.Text with { IsList = true }, frame => GatheredRows.Split(frame.Cells[column]), read);
    }

    /// <summary>An entry: the instance in step with the one that is read, its only instance, or the list of all.</summary>
    private Expression CompileEntry(EntryPlan entry, ReferenceSyntax reference)
    {
        var inputs = new Inputs();
        inputs.Entries.Add(entry);
        if (Scope is null)
        {
            diagnostics.Add(reference.Position, $"{entry.Name} is an entry, which only entries can refer to");
            return Expression.Empty;
        }

        var index = entry.Index;
        if (entry.Root == Scope.Root && Scope.Root.HasLoop)
        {
            var root = entry.Root.Index;
            return new Expression(
                new Shape(ValueKind.Entry) { Entry = entry },
                frame => frame.Positions[root] < frame.Instances[index].Count ? frame.Instances[index][frame.Positions[root]] : null,
                inputs);
        }

        return entry.Root.HasLoop
            ? new Expression(new Shape(ValueKind.Entry, IsList: true) { Entry = entry }, frame => AllOf(frame.Instances[index]), inputs)
            : new Expression(
                new Shape(ValueKind.Entry) { Entry = entry },
                frame => frame.Instances[index].Count > 0 ? frame.Instances[index][0] : null,
                inputs);
    }

    private static object?[]? AllOf(List<Instance?> instances)
    {
        var found = 0;
        foreach (var instance in instances)
        {
            if (instance is not null)
                found++;
        }

        if (found == 0)
            return null;
        var all = new object?[found];
        found = 0;
        foreach (var instance in instances)
        {
            if (instance is not null)
                all[found++] = instance;
        }

        return all;
    }

    private Expression CompileSpan(ReferenceSyntax reference)
    {
        var inputs = new Inputs { HasSpan = true };
        var shape = new Shape(ValueKind.Date);
        switch (reference.Part)
        {
            case "first":
                return new Expression(shape, frame => frame.Span is { } span ? new DateValue(span.First, DateWidth.Day) : null, inputs);
            case "last":
                return new Expression(shape, frame => frame.Span is { } span ? new DateValue(span.Last, DateWidth.Day) : null, inputs);
            case "ended":
                return new Expression(shape, frame => frame.Span?.Ended is { } day ? new DateValue(day, DateWidth.Day) : null, inputs);
            default:
                diagnostics.Add(reference.Position, "span has first, last and ended");
                return Expression.Empty;
        }
    }

    private Expression CompilePart(Expression whole, string part, MappingPosition position)
    {
        if (whole.Shape is { Kind: ValueKind.Entry, Entry: { } entry })
        {
            var index = entry.Root.Variables.FindIndex(variable => variable.Name == part);
            if (index < 0)
            {
                diagnostics.Add(position, $"{entry.Name} has no variable {WriteErrors.Show(part)}"
                    + NameSuggestions.DidYouMean(part, entry.Root.Variables.Select(variable => variable.Name)));
                return Expression.Empty;
            }

            var shape = entry.Root.Variables[index].Shape;
            return Map(whole, shape, value => ((Instance)value).Variables[index]);
        }

        if (whole.Shape.Kind != ValueKind.Parts)
        {
            // What had an error is empty, and reported already.
            if (!ReferenceEquals(whole, Expression.Empty))
                diagnostics.Add(position, $"only what match gives has parts, and this is {whole.Shape.Describe()}");
            return Expression.Empty;
        }

        var group = whole.Shape.Parts.ToList().IndexOf(part);
        if (group < 0)
        {
            diagnostics.Add(
                position, $"the pattern has no part {WriteErrors.Show(part)}{NameSuggestions.DidYouMean(part, whole.Shape.Parts)}");
            return Expression.Empty;
        }

        return Map(whole, Shape.Text, value => ((string?[])value)[group]);
    }

    /// <summary>Applies a function to a value, or to each item of a list; items that become empty are left out.</summary>
    public static Expression Map(Expression input, Shape item, Func<object, object?> function) => MapWithFrame(input, item, (value, _) => function(value));

    /// <inheritdoc cref="Map"/>
    public static Expression MapWithFrame(Expression input, Shape item, Func<object, Frame, object?> function)
    {
        var read = input.Read;
        if (!input.Shape.IsList)
            return new Expression(item, frame => read(frame) is { } value ? function(value, frame) : null, input.Inputs);
        return new Expression(item with { IsList = true }, frame => read(frame) is object[] list ? MapList(list, frame, function) : null, input.Inputs);
    }

    private static object[]? MapList(object?[] list, Frame frame, Func<object, Frame, object?> function)
    {
        var result = new object[list.Length];
        var count = 0;
        foreach (var value in list)
        {
            if (value is not null && function(value, frame) is { } mapped)
                result[count++] = mapped;
        }

        if (count == 0)
            return null;
        if (count < result.Length)
            Array.Resize(ref result, count);
        return result;
    }
}
