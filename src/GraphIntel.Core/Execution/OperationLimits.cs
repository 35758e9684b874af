namespace GraphIntel.Core.Execution;

/// <summary>
/// Bounds of what one operation may ask, each large enough for whatever a front end sends and small enough that nobody can
/// make the server work for minutes. They hold for every request, whether its document is kept or not.
/// </summary>
internal sealed record OperationLimits
{
    /// <summary>Tokens of a document: names, punctuators, values.</summary>
    public int Tokens { get; init; } = 10_000;

    /// <summary>Fields inside each other.</summary>
    public int Depth { get; init; } = 50;

    /// <summary>Fields of an operation, fragments opened.</summary>
    public int Fields { get; init; } = 2_000;

    /// <summary>Aliases of an operation, fragments opened.</summary>
    public int Aliases { get; init; } = 500;

    /// <summary>Directives of an operation, fragments opened.</summary>
    public int Directives { get; init; } = 500;

    /// <summary>
    /// Objects that an operation could answer at the most: each connection has as many as its page, times what each of them
    /// shows.
    /// </summary>
    public long Items { get; init; } = 500_000;

    /// <summary>Lists inside each other in introspection: types, fields, arguments are three, and tools need no more.</summary>
    public int IntrospectionLists { get; init; } = 3;

    /// <summary>Fields inside each other in introspection: tools open about nine wrappers of a type.</summary>
    public int IntrospectionDepth { get; init; } = 30;

    /// <summary>An error that names the limit, what was asked for, and what to do.</summary>
    public static GraphError Exceeded(string what, long asked, long limit, string remedy) => new(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The operation has {asked} {what}; at most {limit} are allowed. {remedy}"),
        ErrorCodes.LimitExceeded,
        []);
}
