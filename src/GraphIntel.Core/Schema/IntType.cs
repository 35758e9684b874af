using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>The specification's <c>Int</c>, with errors that describe valid values.</summary>
internal sealed class IntType : IntGraphType
{
    /// <summary>The expected format, for errors.</summary>
    public const string Expected =
        "An Int is an integer from -2147483648 to 2147483647 without a decimal point or exponent: `1`, not `1.0`.";

    public IntType() => Name = "Int";

    /// <inheritdoc/>
    public override object? ParseValue(object? value) => value switch
    {
        null or int => value,
        _ => throw new FormatException(Expected),
    };
}
