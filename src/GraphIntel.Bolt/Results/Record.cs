using System.Diagnostics.CodeAnalysis;

namespace GraphIntel.Bolt;

/// <summary>One row of a result: named values, in the statement's order.</summary>
public sealed class Record
{
    private readonly string[] _keys;
    private readonly object?[] _values;

    internal Record(string[] keys, object?[] values)
    {
        _keys = keys;
        _values = values;
    }

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>The values in the order of the names.</summary>
    public IReadOnlyList<object?> Values => _values;

    /// <summary>The value at an index, from 0.</summary>
    public object? this[int index] => _values[index];

    /// <summary>The value of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    public object? this[string key] => TryGetValue(key, out var value)
        ? value
        : throw new KeyNotFoundException($"The record has no value '{key}'; its {_keys.Length} names are in Keys.");

    /// <summary>The value of a name, converted as <see cref="ValueExtensions.As{T}"/> does.</summary>
    public T Get<T>(string key) => this[key].As<T>();

    /// <summary>Gets the value of a name, if there is one.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        var index = Array.IndexOf(_keys, key);
        value = index >= 0 ? _values[index] : null;
        return index >= 0;
    }
}
