namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>How stored values compare.</summary>
internal static class Values
{
    /// <summary>Orders two values of one kind; null comes first, text goes by code point, false before true.</summary>
    public static int Compare(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => CompareCodePoints(a, b),
        (int a, int b) => a.CompareTo(b),
        (long a, long b) => a.CompareTo(b),
        (double a, double b) => a < b ? -1 : a > b ? 1 : 0,
        (bool a, bool b) => a.CompareTo(b),
        (DateOnly a, DateOnly b) => a.CompareTo(b),
        _ => throw new NotSupportedException($"{left.GetType().Name} beside {right.GetType().Name}"),
    };

    private static int CompareCodePoints(string left, string right)
    {
        var a = left.EnumerateRunes().ToList();
        var b = right.EnumerateRunes().ToList();
        for (var i = 0; i < a.Count && i < b.Count; i++)
        {
            if (a[i] != b[i])
                return a[i].Value.CompareTo(b[i].Value);
        }
        return a.Count.CompareTo(b.Count);
    }
}
