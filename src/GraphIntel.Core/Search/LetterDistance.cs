using System.Numerics;

namespace GraphIntel.Core.Search;

/// <summary>How many mistakes make one word of another: a letter wrong, missing or too many, two neighbors swapped.</summary>
internal static class LetterDistance
{
    /// <summary>The letters and digits of a word as bits, its order and repetitions aside.</summary>
    public static ulong LettersOf(ReadOnlySpan<byte> word)
    {
        var letters = 0UL;
        foreach (var letter in word)
            letters |= 1UL << (letter & 63);
        return letters;
    }

    /// <summary>Whether words with these letters can be so few mistakes apart: each adds at most one letter to either set.</summary>
    public static bool CanBe(ulong letters, ulong others, int most) =>
        BitOperations.PopCount(letters & ~others) <= most && BitOperations.PopCount(others & ~letters) <= most;

    /// <summary>The number of mistakes, or more than the most where it is more; no letter takes part in two.</summary>
    public static int Between(ReadOnlySpan<byte> word, ReadOnlySpan<byte> other, int most)
    {
        if (Math.Abs(word.Length - other.Length) > most)
            return most + 1;
        Span<byte> before = stackalloc byte[other.Length + 1];
        Span<byte> previous = stackalloc byte[other.Length + 1];
        Span<byte> current = stackalloc byte[other.Length + 1];
        for (var column = 0; column <= other.Length; column++)
            previous[column] = (byte)column;
        for (var row = 1; row <= word.Length; row++)
        {
            current[0] = (byte)row;
            var least = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var isSame = word[row - 1] == other[column - 1];
                var cost = Math.Min(previous[column - 1] + (isSame ? 0 : 1), Math.Min(previous[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && word[row - 1] == other[column - 2] && word[row - 2] == other[column - 1])
                    cost = Math.Min(cost, before[column - 2] + 1);
                current[column] = (byte)cost;
                least = Math.Min(least, cost);
            }
            if (least > most)
                return most + 1;
            var reused = before;
            before = previous;
            previous = current;
            current = reused;
        }
        return previous[other.Length];
    }
}
