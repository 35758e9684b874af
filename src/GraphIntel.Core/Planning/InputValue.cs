using GraphQLParser;

namespace GraphIntel.Core.Planning;

/// <summary>
/// A coerced argument value that retains its variables. A plan may depend only on its shape, as defined by
/// <see cref="OperationShape"/>.
/// </summary>
internal abstract record InputValue(Location Location);

/// <summary>An explicit null.</summary>
internal sealed record NullInput(Location Location) : InputValue(Location);

/// <summary>A scalar, an enum value, or a list of these.</summary>
/// <param name="Source">The source of the value in each request.</param>
/// <param name="Current">The current value; may only be read if it is part of the shape.</param>
/// <param name="Location">Its location.</param>
internal sealed record ScalarInput(ValueSource Source, object? Current, Location Location) : InputValue(Location);

/// <summary>A list of input objects.</summary>
internal sealed record ListInput(IReadOnlyList<InputValue> Items, Location Location) : InputValue(Location);

/// <summary>An input object: its fields in the given order.</summary>
internal sealed record ObjectInput(IReadOnlyList<KeyValuePair<string, InputValue>> Fields, Location Location) : InputValue(Location)
{
    /// <summary>The value of a field; null if it was not given.</summary>
    public InputValue? Find(string name)
    {
        foreach (var field in Fields)
        {
            if (field.Key == name)
                return field.Value;
        }
        return null;
    }
}
