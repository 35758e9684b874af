using GraphIntel.Core.Values;
using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>An enum type whose errors suggest valid values.</summary>
internal sealed class ExplainedEnumType : EnumerationGraphType
{
    /// <summary>Adds a value, which is its own name.</summary>
    public void Add(string name, string? description) => Add(name, name, description);

    /// <inheritdoc/>
    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string name => Values.FindByName(name)?.Value ?? throw new FormatException(Explain(name)),
        _ => throw new FormatException(Explain(null)),
    };

    /// <summary>The expected values, for errors.</summary>
    /// <param name="name">The given name; null if the value was not a name.</param>
    public string Explain(string? name) => SimilarNames.Explain(name ?? string.Empty, [.. Values.Select(value => value.Name)]);
}
