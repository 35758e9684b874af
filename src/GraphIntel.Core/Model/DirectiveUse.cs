using GraphQLParser.AST;

namespace GraphIntel.Core.Model;

/// <summary>A piece of the model's text and where it stands.</summary>
internal readonly record struct Located(string Text, int Position);

/// <summary>A directive as the model uses it, with those of its arguments that are well formed.</summary>
internal sealed class DirectiveUse(string name, int position, IReadOnlyDictionary<string, GraphQLValue> arguments)
{
    public string Name { get; } = name;

    public int Position { get; } = position;

    /// <summary>The text of an argument; null where it is left out, null or wrong.</summary>
    public Located? Text(string argument) =>
        arguments.GetValueOrDefault(argument) is GraphQLStringValue value ? Locate(value) : null;

    /// <summary>The texts of a list argument; null where it is left out, null or wrong.</summary>
    public IReadOnlyList<Located>? Texts(string argument) =>
        arguments.GetValueOrDefault(argument) is GraphQLListValue list
            ? [.. (list.Values ?? []).OfType<GraphQLStringValue>().Select(Locate)]
            : null;

    /// <summary>Whether an argument is <c>true</c>.</summary>
    public bool Flag(string argument) => arguments.GetValueOrDefault(argument) is GraphQLTrueBooleanValue;

    /// <summary>The direction of a @relationship; null where it is left out or wrong.</summary>
    public Direction? Direction => (arguments.GetValueOrDefault("direction") as GraphQLEnumValue)?.Name.StringValue switch
    {
        "OUT" => Model.Direction.Out,
        "IN" => Model.Direction.In,
        "BOTH" => Model.Direction.Both,
        _ => null,
    };

    /// <summary>Where an argument's value stands; the directive's own position where it is left out.</summary>
    public int PositionOf(string argument) =>
        arguments.GetValueOrDefault(argument) is { } value ? value.Location.Start : Position;

    private static Located Locate(GraphQLStringValue value) => new(value.Value.ToString(), value.Location.Start);
}
