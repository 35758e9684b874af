using System.Globalization;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace GraphIntel.Core.Schema;

/// <summary>The scalar <c>Date</c>: a day in the years 1 to 9999, in ISO 8601 format (<c>2017-06-04</c>).</summary>
internal sealed class DateType : ScalarGraphType
{
    /// <summary>The URL of the format's specification.</summary>
    public const string SpecifiedBy = "https://scalars.graphql.org/andimarek/local-date.html";

    public DateType()
    {
        Name = "Date";
        this.ApplyDirective(SpecifiedIntrospection.SpecifiedBy, "url", SpecifiedBy);
        Description = "A day, years 0001 to 9999, as ISO 8601 writes it: `2017-06-04`.";
    }

    /// <inheritdoc/>
    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => Parse(text.Value),
        _ => throw new FormatException(Expected),
    };

    /// <inheritdoc/>
    public override bool CanParseLiteral(GraphQLValue value) =>
        value is GraphQLNullValue || (value is GraphQLStringValue text && TryParse(text.Value, out _));

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

    /// <summary>The expected format, for errors.</summary>
    public const string Expected = "A Date is a valid day in the format YYYY-MM-DD, such as \"2017-06-04\".";

    private static DateOnly Parse(ReadOnlySpan<char> text) => TryParse(text, out var date) ? date : throw new FormatException(Expected);

    private static bool TryParse(ReadOnlySpan<char> text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
