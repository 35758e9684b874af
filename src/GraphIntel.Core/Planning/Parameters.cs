using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning;

/// <summary>
/// A parameter of a plan: its index and the kind of its values. A <see cref="ScalarKind.Date"/> is a <see cref="DateOnly"/>, an
/// enum value its name, a list an array of these.
/// </summary>
internal sealed record Parameter(int Index, ScalarKind Kind, bool IsList);

/// <summary>The source of a value: the document or a variable.</summary>
internal abstract record ValueSource
{
    /// <summary>The coerced value for these variables.</summary>
    public abstract object? Read(IReadOnlyDictionary<string, object?> variables);
}

/// <summary>A literal in the document.</summary>
internal sealed record ConstantSource(object? Value) : ValueSource
{
    /// <inheritdoc/>
    public override object? Read(IReadOnlyDictionary<string, object?> variables) => Value;
}

/// <summary>A variable, or a value inside one by a path of input object keys and list indexes.</summary>
internal sealed record VariableSource(string Name, IReadOnlyList<object> Path) : ValueSource
{
    /// <inheritdoc/>
    public override object? Read(IReadOnlyDictionary<string, object?> variables)
    {
        var value = variables.GetValueOrDefault(Name);
        foreach (var step in Path)
        {
            value = step is int index
                ? ((System.Collections.IList)value!)[index]
                : ((IDictionary<string, object?>)value!)[(string)step];
        }
        return value;
    }

    /// <summary>Whether it is the same value of the same variable.</summary>
    public bool IsSame(VariableSource other) => Name == other.Name && Path.SequenceEqual(other.Path);

    /// <summary>The value one step further inside.</summary>
    public VariableSource At(object step) => new(Name, [.. Path, step]);
}

/// <summary>The concatenation of several lists.</summary>
internal sealed record JoinedSource(IReadOnlyList<ValueSource> Lists) : ValueSource
{
    /// <inheritdoc/>
    public override object? Read(IReadOnlyDictionary<string, object?> variables)
    {
        var values = new List<object?>();
        foreach (var source in Lists)
        {
            // A single value is coerced to a list of one.
            var list = source.Read(variables);
            if (list is System.Collections.IList items)
                values.AddRange(items.Cast<object?>());
            else
                values.Add(list);
        }
        return values;
    }
}

/// <summary>A list literal, whose items may be variables.</summary>
internal sealed record ListSource(IReadOnlyList<ValueSource> Items) : ValueSource
{
    /// <inheritdoc/>
    public override object? Read(IReadOnlyDictionary<string, object?> variables)
    {
        var values = new object?[Items.Count];
        for (var index = 0; index < values.Length; index++)
            values[index] = Items[index].Read(variables);
        return values;
    }
}
