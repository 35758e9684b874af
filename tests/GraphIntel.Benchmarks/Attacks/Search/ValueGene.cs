using GraphQLParser.AST;

namespace GraphIntel.Benchmarks.Attacks.Search;

/// <summary>A value of an argument: a scalar or enum as GraphQL text, a list, or an input object.</summary>
internal sealed class ValueGene(GraphQLType type)
{
    /// <summary>The type of the value.</summary>
    public GraphQLType Type { get; } = type;

    /// <summary>The text of a scalar or an enum.</summary>
    public string? Text { get; init; }

    /// <summary>The items of a list.</summary>
    public List<ValueGene>? Items { get; init; }

    /// <summary>The members of an input object.</summary>
    public SortedDictionary<string, ValueGene>? Members { get; init; }

    /// <summary>The value and all values below it.</summary>
    public IEnumerable<ValueGene> All => (Items ?? Members?.Values.ToList() ?? []).SelectMany(inner => inner.All).Prepend(this);

    public ValueGene Copy() => new(Type)
    {
        Text = Text,
        Items = Items is null ? null : [.. Items.Select(item => item.Copy())],
        Members = Members is null
            ? null
            : new SortedDictionary<string, ValueGene>(Members.ToDictionary(member => member.Key, member => member.Value.Copy()), StringComparer.Ordinal),
    };

    /// <summary>Prints the value as GraphQL text; without values, its shape.</summary>
    public string Print(bool withValues) =>
        Items is not null ? $"[{string.Join(", ", Items.Select(item => item.Print(withValues)))}]"
        : Members is not null ? $"{{{string.Join(", ", Members.Select(member => $"{member.Key}: {member.Value.Print(withValues)}"))}}}"
        : withValues ? Text! : "?";
}
