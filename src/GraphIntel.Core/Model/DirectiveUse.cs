using GraphQLParser.AST;

namespace GraphIntel.Core.Model;

/// <summary>A text of the model and its position.</summary>
internal readonly record struct LocatedText(string Text, int Position);

/// <summary>A directive in the model, with its valid arguments.</summary>
/// <param name="name">Its name.</param>
/// <param name="position">Its position.</param>
/// <param name="arguments">Its valid arguments.</param>
/// <param name="given">The names of the arguments that are given, valid or not.</param>
internal sealed class DirectiveUse(string name, int position, IReadOnlyDictionary<string, GraphQLValue> arguments, IReadOnlySet<string> given)
{
    public string Name { get; } = name;

    public int Position { get; } = position;

    /// <summary>The text of an argument; null if it is omitted, null or not valid.</summary>
    public LocatedText? Text(string argument) =>
        arguments.GetValueOrDefault(argument) is GraphQLStringValue value ? Locate(value) : null;

    /// <summary>The texts of a list argument; null if it is omitted, null or not valid.</summary>
    public IReadOnlyList<LocatedText>? Texts(string argument) =>
        arguments.GetValueOrDefault(argument) is GraphQLListValue list
            ? [.. (list.Values ?? []).OfType<GraphQLStringValue>().Select(Locate)]
            : null;

    /// <summary>Whether an argument is given that is not valid, which is reported.</summary>
    public bool IsInvalid(string argument) => given.Contains(argument) && !arguments.ContainsKey(argument);

    /// <summary>Whether an argument is <c>true</c>.</summary>
    public bool Flag(string argument) => arguments.GetValueOrDefault(argument) is GraphQLTrueBooleanValue;

    /// <summary>The direction of a @relationship; null if it is omitted or not valid.</summary>
    public Direction? Direction => (arguments.GetValueOrDefault("direction") as GraphQLEnumValue)?.Name.StringValue switch
    {
        "OUT" => Model.Direction.Out,
        "IN" => Model.Direction.In,
        "BOTH" => Model.Direction.Both,
        _ => null,
    };

    /// <summary>Whether <c>from</c> of a @path is the source of the relationship, not its target; null if it is omitted or not valid.</summary>
    public bool? FromSource => (arguments.GetValueOrDefault("from") as GraphQLEnumValue)?.Name.StringValue switch
    {
        "SOURCE" => true,
        "TARGET" => false,
        _ => null,
    };

    /// <summary>The position of an argument's value, or of the directive if it is omitted.</summary>
    public int PositionOf(string argument) =>
        arguments.GetValueOrDefault(argument) is { } value ? value.Location.Start : Position;

    private static LocatedText Locate(GraphQLStringValue value) => new(value.Value.ToString(), value.Location.Start);
}
