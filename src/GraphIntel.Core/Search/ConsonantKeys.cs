namespace GraphIntel.Core.Search;

/// <summary>
/// The keys by which words that are spelled alike are found: the classes of the consonants, in every combination where a spelling can
/// stand for several. A key is a number, four bits a class, the last class lowest; equal neighbors are one class.
/// </summary>
internal static class ConsonantKeys
{
    /// <summary>The most keys of one unit.</summary>
    public const int MaxKeys = 24;

    /// <summary>The most classes of a key; a longer combination is no key.</summary>
    public const int MaxClasses = 16;

    /// <summary>The distinct keys of some tokens; none where there are no tokens.</summary>
    public static ulong[] Of(ReadOnlySpan<byte> tokens)
    {
        Span<ulong> keys = stackalloc ulong[MaxKeys];
        return keys[..Of(tokens, keys)].ToArray();
    }

    /// <summary>Writes the distinct keys of some tokens and returns their number. None where there are no tokens.</summary>
    public static int Of(ReadOnlySpan<byte> tokens, Span<ulong> keys) => tokens.IsEmpty ? 0 : Extend(keys, 0, tokens);

    /// <summary>Makes the distinct keys of a unit those of the unit with more tokens, and returns their number.</summary>
    /// <param name="keys">The keys of the unit; has room for <see cref="MaxKeys"/>.</param>
    /// <param name="count">How many; 0 where the unit has no tokens yet.</param>
    /// <param name="tokens">The tokens that follow.</param>
    public static int Extend(Span<ulong> keys, int count, ReadOnlySpan<byte> tokens)
    {
        if (count == 0 && !tokens.IsEmpty)
            keys[count++] = 0;
        Span<ulong> next = stackalloc ulong[MaxKeys];
        foreach (var token in tokens)
        {
            var classes = Sounds.ClassesOf[token];
            if (classes.Length == 1 && count == 1)
            {
                keys[0] = Append(keys[0], classes[0]);
                if (keys[0] == TooLong)
                    return 0;
                continue;
            }
            var written = 0;
            foreach (var number in classes)
            {
                for (var index = 0; index < count && written < MaxKeys; index++)
                {
                    var key = Append(keys[index], number);
                    if (key != TooLong && !next[..written].Contains(key))
                        next[written++] = key;
                }
            }
            next[..written].CopyTo(keys);
            count = written;
        }
        return count;
    }

    private const ulong TooLong = ulong.MaxValue;

    private static readonly string Letters = Sounds.Classes.ToLowerInvariant();

    private static ulong Append(ulong key, byte number)
    {
        if (number == 0 || (key & 15) == number)
            return key;
        return key >> (4 * (MaxClasses - 1)) != 0 ? TooLong : (key << 4) | number;
    }

    /// <summary>Adds a key: letters after that of its kind, one for each class; none where there is no consonant.</summary>
    public static void Add(char kind, ulong number, KeyBuffer keys)
    {
        var key = keys.Reserve(MaxLength);
        keys.Commit(Write(kind, number, key));
    }

    /// <summary>The most letters of a key.</summary>
    public const int MaxLength = 1 + MaxClasses;

    /// <summary>Writes a key, and returns its length.</summary>
    public static int Write(char kind, ulong number, Span<byte> key)
    {
        var length = 1;
        for (var rest = number; rest != 0; rest >>= 4)
            length++;
        key[0] = (byte)kind;
        for (var index = length - 1; index > 0; index--, number >>= 4)
            key[index] = (byte)Letters[(int)(number & 15) - 1];
        return length;
    }
}
