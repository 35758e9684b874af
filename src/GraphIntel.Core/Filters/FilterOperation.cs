using GraphIntel.Core.Model;

namespace GraphIntel.Core.Filters;

/// <summary>The meaning of null as the value of an operation.</summary>
internal enum NullMeaning
{
    /// <summary>An error.</summary>
    Refused,

    /// <summary>The property has no value.</summary>
    Missing,

    /// <summary>The property has a value.</summary>
    Present,
}

/// <summary>
/// A filter operation on a value. The schema, the planner and the test oracle all read the operations from here.
/// </summary>
/// <param name="Name">Its name in a filter.</param>
/// <param name="Comparison">The comparison of the property's value with the given one.</param>
/// <param name="Kinds">The kinds of values that support it.</param>
/// <param name="Description">Its description in the schema.</param>
internal sealed record FilterOperation(string Name, Comparison Comparison, IReadOnlyList<ScalarKind> Kinds, string Description)
{
    private static readonly ScalarKind[] Scalars =
        [ScalarKind.Id, ScalarKind.String, ScalarKind.Int, ScalarKind.Float, ScalarKind.Boolean, ScalarKind.Date, ScalarKind.Enum];

    private static readonly ScalarKind[] Listed = [.. Scalars.Where(kind => kind != ScalarKind.Boolean)];
    private static readonly ScalarKind[] Ordered = [ScalarKind.Int, ScalarKind.Float, ScalarKind.Date];
    private static readonly ScalarKind[] Texts = [ScalarKind.String];

    /// <summary>All operations, in the order of the schema.</summary>
    public static IReadOnlyList<FilterOperation> All { get; } =
    [
        new("eq", Comparison.Equal, Scalars, "Equal; null matches a missing value.") { Null = NullMeaning.Missing },
        new("neq", Comparison.Equal, Scalars, "Not equal; also matches a missing value; null matches any value.")
        {
            IsComplement = true,
            Null = NullMeaning.Present,
        },
        new("gt", Comparison.Greater, Ordered, "Greater."),
        new("gte", Comparison.GreaterOrEqual, Ordered, "Greater or equal."),
        new("lt", Comparison.Less, Ordered, "Less."),
        new("lte", Comparison.LessOrEqual, Ordered, "Less or equal."),
        new("in", Comparison.Equal, Listed, "One of these; an empty list matches nothing.") { TakesList = true },
        new("nin", Comparison.Equal, Listed, "None of these; also matches a missing value.") { TakesList = true, IsComplement = true },
        new("contains", Comparison.Contains, Texts, "Contains this text; case-sensitive."),
        new("startsWith", Comparison.StartsWith, Texts, "Starts with this text; case-sensitive."),
        new("endsWith", Comparison.EndsWith, Texts, "Ends with this text; case-sensitive."),
    ];

    /// <summary>Whether it takes a list, of which any value must match.</summary>
    public bool TakesList { get; init; }

    /// <summary>Whether it is the complement of the comparison, which includes missing values.</summary>
    public bool IsComplement { get; init; }

    /// <summary>The meaning of null as the value.</summary>
    public NullMeaning Null { get; init; }

    /// <summary>The operation of that name, which must exist.</summary>
    public static FilterOperation Named(string name) => All.First(operation => operation.Name == name);
}
