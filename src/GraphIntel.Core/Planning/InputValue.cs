using GraphQLParser;

namespace GraphIntel.Core.Planning;

/// <summary>
/// An argument's value, coerced to its type, with the places of variables in it. Only its shape and what
/// <see cref="OperationShape"/> counts as shape may decide about a plan.
/// </summary>
internal abstract record InputValue(Location Location);

/// <summary>An explicit null.</summary>
internal sealed record NullInput(Location Location) : InputValue(Location);

/// <summary>A scalar, an enum value, or a list of these.</summary>
/// <param name="Source">Where the value comes from at each request.</param>
/// <param name="Current">The value now: only to be looked at where the shape holds it.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record ScalarInput(ValueSource Source, object? Current, Location Location) : InputValue(Location);

/// <summary>A list of input objects.</summary>
internal sealed record ListInput(IReadOnlyList<InputValue> Items, Location Location) : InputValue(Location);

/// <summary>An input object: the fields given, in their order.</summary>
internal sealed record ObjectInput(IReadOnlyList<KeyValuePair<string, InputValue>> Fields, Location Location) : InputValue(Location)
{
    /// <summary>The value of a field; null where the field was not given.</summary>
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
