namespace GraphIntel.Bolt;

/// <summary>Where transactions lie among all others: what starts with them sees what those wrote.</summary>
public sealed class Bookmarks
{
    private Bookmarks(string[] values) => Values = values;

    /// <summary>No bookmark.</summary>
    public static Bookmarks None { get; } = new([]);

    /// <summary>The bookmarks as servers gave them.</summary>
    public IReadOnlyCollection<string> Values { get; }

    /// <summary>Bookmarks that were kept as text.</summary>
    public static Bookmarks From(params IEnumerable<string> values)
    {
        string[] distinct = [.. values.Where(v => !string.IsNullOrEmpty(v)).Distinct(StringComparer.Ordinal)];
        return distinct.Length == 0 ? None : new Bookmarks(distinct);
    }

    /// <summary>The bookmarks of several sessions together.</summary>
    public static Bookmarks operator +(Bookmarks left, Bookmarks right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return From(left.Values.Concat(right.Values));
    }

    /// <inheritdoc cref="op_Addition"/>
    public static Bookmarks Add(Bookmarks left, Bookmarks right) => left + right;
}
