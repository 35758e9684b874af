namespace GraphIntel.Core.Values;

/// <summary>The order of texts by code point, in which stores sort: that of UTF-16 units differs for characters above U+FFFF.</summary>
internal sealed class CodePointOrder : IComparer<string>
{
    /// <summary>The only instance.</summary>
    public static CodePointOrder Instance { get; } = new();

    private CodePointOrder()
    {
    }

    /// <summary>Compares two well-formed texts.</summary>
    public static int Compare(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
            return left.Length.CompareTo(right.Length);
        return Rank(left[common]).CompareTo(Rank(right[common]));
    }

    int IComparer<string>.Compare(string? x, string? y) => Compare(x!, y!);

    /// <summary>Surrogates, which begin characters above U+FFFF, come after all other units.</summary>
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
