using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning;

/// <summary>
/// A value that a statement gets from outside: its place among the plan's parameters, and what kind of value stands there.
/// A <see cref="ScalarKind.Date"/> is a <see cref="DateOnly"/>, an enum value its name, a list an array of these.
/// </summary>
internal sealed record Parameter(int Index, ScalarKind Kind, bool IsList);

/// <summary>Where a value comes from: the document, or a variable.</summary>
internal abstract record ValueSource
{
    /// <summary>The value for these variables, as GraphQL coerced it.</summary>
    public abstract object? Read(IReadOnlyDictionary<string, object?> variables);
}

/// <summary>Written in the document.</summary>
internal sealed record ConstantSource(object? Value) : ValueSource
{
    /// <inheritdoc/>
    public override object? Read(IReadOnlyDictionary<string, object?> variables) => Value;
}

/// <summary>A variable, or a place inside one: keys of input objects and indexes of lists.</summary>
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

    /// <summary>A place further inside.</summary>
    public VariableSource At(object step) => new(Name, [.. Path, step]);
}

/// <summary>A list written in the document, some of whose items may be variables.</summary>
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
