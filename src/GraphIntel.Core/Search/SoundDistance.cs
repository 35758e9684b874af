namespace GraphIntel.Core.Search;

/// <summary>How far two units are apart by their sounds: the cheapest way from the tokens of one to those of the other.</summary>
internal static class SoundDistance
{
    /// <summary>Two units are spelled alike up to this distance.</summary>
    public static int Limit(int length, int other) => 50 + Math.Max(160, 20 * (length + other));

    /// <summary>Writes what leaving out each token costs.</summary>
    /// <param name="tokens">The tokens of a unit.</param>
    /// <param name="lacksVowels">Whether the other unit is in a script that writes few vowels, and this one is not.</param>
    /// <param name="costs">The costs.</param>
    public static void Omissions(ReadOnlySpan<byte> tokens, bool lacksVowels, Span<int> costs)
    {
        var omission = Sounds.Omission;
        for (var index = 0; index < tokens.Length; index++)
        {
            var place = lacksVowels ? 3 : index == 0 ? 1 : index == tokens.Length - 1 ? 2 : 0;
            var cost = omission[(tokens[index] * Sounds.Places) + place];
            costs[index] = index > 0 && tokens[index] == tokens[index - 1] ? Math.Min(cost, Sounds.Repeated) : cost;
        }
    }

    /// <summary>The distance of two units, or more than the limit where it is more.</summary>
    public static int Between(
        ReadOnlySpan<byte> tokens, ReadOnlySpan<int> omissions, ReadOnlySpan<byte> others, ReadOnlySpan<int> otherOmissions, int limit)
    {
        Span<int> row = stackalloc int[others.Length + 1];
        row[0] = 0;
        for (var column = 1; column < row.Length; column++)
            row[column] = row[column - 1] + otherOmissions[column - 1];
        var replacement = Sounds.Replacement;
        for (var index = 0; index < tokens.Length; index++)
        {
            var costs = replacement.AsSpan(tokens[index] * Sounds.Count, Sounds.Count);
            var omission = omissions[index];
            var diagonal = row[0];
            var left = row[0] += omission;
            var least = left;
            for (var column = 1; column < row.Length; column++)
            {
                var above = row[column];
                left = Math.Min(diagonal + costs[others[column - 1]], Math.Min(above + omission, left + otherOmissions[column - 1]));
                row[column] = left;
                least = Math.Min(least, left);
                diagonal = above;
            }
            if (least > limit)
                return least;
        }
        return row[^1];
    }
}
