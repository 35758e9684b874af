using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace GraphIntel.Core.Schema;

/// <summary>The scalar <c>Date</c>: a day of the years 1 to 9999, written as ISO 8601 (<c>2017-06-04</c>).</summary>
internal sealed class DateType : ScalarGraphType
{
    public DateType()
    {
        Name = "Date";
        Description = "A day, years 0001 to 9999, as ISO 8601 writes it: `2017-06-04`.";
    }

    /// <inheritdoc/>
    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => Parse(text.Value.ToString()),
        _ => throw new FormatException(Expected),
    };

    /// <inheritdoc/>
    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        DateOnly date => date,
        string text => Parse(text),
        _ => throw new FormatException(Expected),
    };

    /// <inheritdoc/>
    public override object? Serialize(object? value) => value switch
    {
        null => null,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => ThrowSerializationError(value),
    };

    /// <summary>What is right, for an error.</summary>
    public const string Expected = "A date is a day that exists, written YYYY-MM-DD, such as \"2017-06-04\".";

    private static DateOnly Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new FormatException(Expected);
}
