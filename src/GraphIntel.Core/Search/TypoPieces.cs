using System.Text;

namespace GraphIntel.Core.Search;

/// <summary>
/// Finds words that are mistyped: a word is cut into one piece more than it may have mistakes, so that one piece has none (but for two
/// neighbors that are swapped across a cut, which the query accounts for). A key has the length of the word, the number of the piece
/// and its letters.
/// </summary>
internal static class TypoPieces
{
    /// <summary>The shortest word that can be mistyped.</summary>
    public const int Shortest = 5;

    /// <summary>The shortest word that can have two mistakes.</summary>
    public const int ShortestForTwo = 9;

    private const string Lengths = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>How many mistakes two words may differ by: the shorter one decides.</summary>
    public static int Mistakes(int length, int other) => Math.Min(length, other) switch
    {
        < Shortest => 0,
        < ShortestForTwo => 1,
        _ => 2,
    };

    /// <summary>Adds the keys of a word of a name.</summary>
    public static void AddKeys(string word, KeyBuffer keys)
    {
        var pieces = Mistakes(word.Length, word.Length) + 1;
        for (var piece = 0; piece < pieces && pieces > 1; piece++)
            AddKey(word.Length, piece, word.AsSpan()[Cut(word.Length, piece)..Cut(word.Length, piece + 1)], keys);
    }

    /// <summary>Adds the keys of all words that a word of a query can mean.</summary>
    public static void AddLookups(string word, KeyBuffer keys)
    {
        for (var length = Math.Max(Shortest, word.Length - 2); length <= word.Length + 2; length++)
        {
            var mistakes = Mistakes(word.Length, length);
            if (Math.Abs(word.Length - length) <= mistakes)
                AddLookups(word, length, mistakes, keys);
        }
    }

    private static void AddLookups(string word, int length, int mistakes, KeyBuffer keys)
    {
        // The first piece is without a mistake, or the last one is; their places in the word are certain then.
        var last = Mistakes(length, length);
        var first = Cut(length, 1);
        var end = word.Length - (length - Cut(length, last));
        Add(0, 0, first);
        Add(last, end, word.Length);
        if (mistakes == 2)
        {
            // Or both have one and the middle has none; it is moved by the mistake before it.
            for (var shift = -1; shift <= 1; shift++)
            {
                if (Math.Abs(word.Length - length - shift) <= 1)
                    Add(1, Cut(length, 1) + shift, Cut(length, 2) + shift);
            }
        }

        // Two neighbors are swapped across the cut after the first piece, and the others have a mistake besides; or before the last.
        if (Math.Abs(word.Length - length) <= mistakes - 1 && first < word.Length)
            AddKey(length, 0, [.. word[..(first - 1)], word[first]], keys);
        if (mistakes == 2 && Math.Abs(word.Length - length) <= 1 && end > 0)
            AddKey(length, last, [word[end - 1], .. word[(end + 1)..]], keys);

        void Add(int piece, int from, int to)
        {
            if (from >= 0 && to <= word.Length)
                AddKey(length, piece, word.AsSpan()[from..to], keys);
        }
    }

    private static int Cut(int length, int piece) => length * piece / (Mistakes(length, length) + 1);

    private static void AddKey(int length, int piece, ReadOnlySpan<char> letters, KeyBuffer keys)
    {
        var key = keys.Reserve(3 + letters.Length);
        key[0] = (byte)SearchKeys.Piece;
        key[1] = (byte)Lengths[Math.Min(length, Lengths.Length - 1)];
        key[2] = (byte)('0' + piece);
        Encoding.ASCII.GetBytes(letters, key[3..]);
        keys.Commit(key.Length);
    }
}
