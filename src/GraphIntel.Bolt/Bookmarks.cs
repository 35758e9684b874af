namespace GraphIntel.Bolt;

/// <summary>Positions in the order of transactions: a transaction that starts with them sees the effects of those before.</summary>
public sealed class Bookmarks
{
    private Bookmarks(string[] values) => Values = values;

    /// <summary>No bookmark.</summary>
    public static Bookmarks None { get; } = new([]);

    /// <summary>The bookmarks as the servers sent them.</summary>
    public IReadOnlyCollection<string> Values { get; }

    /// <summary>Bookmarks from their values.</summary>
    public static Bookmarks From(params IEnumerable<string> values)
    {
        string[] distinct = [.. values.Where(v => !string.IsNullOrEmpty(v)).Distinct(StringComparer.Ordinal)];
        return distinct.Length == 0 ? None : new Bookmarks(distinct);
    }

    /// <summary>Combines the bookmarks of several sessions.</summary>
    public static Bookmarks operator +(Bookmarks left, Bookmarks right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return From(left.Values.Concat(right.Values));
    }

    /// <inheritdoc cref="op_Addition"/>
    public static Bookmarks Add(Bookmarks left, Bookmarks right) => left + right;
}
