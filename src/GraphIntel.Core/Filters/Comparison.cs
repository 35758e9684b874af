namespace GraphIntel.Core.Filters;

/// <summary>A comparison of a value with another that is not null.</summary>
internal enum Comparison
{
    Equal,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    Contains,
    StartsWith,
    EndsWith,
}

/// <summary>Properties of <see cref="Comparison"/>.</summary>
internal static class Comparisons
{
    /// <summary>Whether it is a text search, which is slower and cannot use a sorted index.</summary>
    public static bool SearchesText(this Comparison comparison) => comparison switch
    {
        Comparison.Equal or Comparison.Greater or Comparison.GreaterOrEqual or Comparison.Less or Comparison.LessOrEqual => false,
        Comparison.Contains or Comparison.StartsWith or Comparison.EndsWith => true,
    };
}
