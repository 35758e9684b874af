using System.Buffers.Binary;
using System.Text;

namespace GraphIntel.Core.Search;

/// <summary>
/// What matching needs of a value, in bytes that a store keeps beside its keys: the words of a name and their tokens, or the first
/// words of a longer text.
/// </summary>
/// <remarks>
/// A byte for the layout (name or text), two for the length of the text, one for the number of words, one that tells whether words are
/// left out; then for each word its number of letters, of tokens, of tokens of its article, and whether its script writes few vowels;
/// then the letters of all words, and the tokens of all words, each after those of its article.
/// </remarks>
internal static class PackedValue
{
    /// <summary>The bytes before those of the words.</summary>
    public const int HeaderLength = 5;

    /// <summary>The bytes for each word before the letters.</summary>
    public const int WordLength = 4;

    /// <summary>A query has no more words than half its letters, so that no more words of a text can be at its beginning.</summary>
    private const int MaxTextWords = 100;

    /// <summary>The most bytes of a packed value: a name of long words, each with a long article, or a longer text.</summary>
    public const int MaxLength = HeaderLength + (MaxTextWords * (WordLength + SearchWords.MaxLetters))
        + (SearchKeys.MaxNameWords * 2 * SoundReader.MaxTokens);

    private const byte NameLayout = 1;
    private const byte TextLayout = 2;

    /// <summary>The packed form of a value.</summary>
    public static byte[] Of(string text, bool isName)
    {
        var value = SearchedValue.Of(text, isName);
        var packed = new byte[LengthOf(value)];
        Write(value, packed);
        return packed;
    }

    /// <summary>The bytes of the packed form of a value.</summary>
    public static int LengthOf(SearchedValue value)
    {
        var count = CountOf(value);
        var length = HeaderLength + (count * WordLength);
        for (var index = 0; index < count; index++)
            length += value.Words[index].Letters.Length;
        if (value.IsName)
        {
            foreach (var (form, article) in value.Words)
                length += (article?.Tokens.Length ?? 0) + form.Tokens.Length;
        }
        return length;
    }

    /// <summary>Writes the packed form of a value; returns its length, which is <see cref="LengthOf"/>.</summary>
    public static int Write(SearchedValue value, Span<byte> packed)
    {
        var count = CountOf(value);
        packed[0] = value.IsName ? NameLayout : TextLayout;
        BinaryPrimitives.WriteUInt16LittleEndian(packed[1..], (ushort)Math.Min(value.Text.Length, ushort.MaxValue));
        packed[3] = (byte)count;
        packed[4] = count < value.Words.Count ? (byte)1 : (byte)0;
        var written = HeaderLength + (count * WordLength);
        for (var index = 0; index < count; index++)
        {
            var word = value.Words[index];
            var header = packed.Slice(HeaderLength + (index * WordLength), WordLength);
            header.Clear();
            header[0] = (byte)word.Letters.Length;
            if (value.IsName)
                (header[1], header[2]) = ((byte)word.Form.Tokens.Length, (byte)(word.Article?.Tokens.Length ?? 0));
            header[3] = word.Form.IsConsonantal ? (byte)1 : (byte)0;
            written += Encoding.ASCII.GetBytes(word.Letters, packed[written..]);
        }
        if (!value.IsName)
            return written;
        foreach (var (form, article) in value.Words)
        {
            if (article is not null)
            {
                article.Tokens.CopyTo(packed[written..]);
                written += article.Tokens.Length;
            }
            form.Tokens.CopyTo(packed[written..]);
            written += form.Tokens.Length;
        }
        return written;
    }

    /// <summary>How many words are packed.</summary>
    private static int CountOf(SearchedValue value) => value.IsName ? value.Words.Count : Math.Min(value.Words.Count, MaxTextWords);

    /// <summary>The length of the text.</summary>
    public static int TextLength(ReadOnlySpan<byte> packed) => BinaryPrimitives.ReadUInt16LittleEndian(packed[1..]);

    /// <summary>Whether the value is a name.</summary>
    public static bool IsName(ReadOnlySpan<byte> packed) => packed[0] == NameLayout;

    /// <summary>Whether the text has more words than those that are packed.</summary>
    public static bool IsCut(ReadOnlySpan<byte> packed) => packed.Length >= HeaderLength && packed[4] != 0;

    /// <summary>
    /// Reads the words, as many as the result has room for. Returns their number; none where the bytes are no packed value.
    /// </summary>
    public static int Read(ReadOnlySpan<byte> packed, Span<PackedWord> words)
    {
        if (packed.Length < HeaderLength || packed[0] is not (NameLayout or TextLayout))
            return 0;
        var count = packed[3];
        var letters = HeaderLength + (count * WordLength);
        if (count > words.Length || letters > packed.Length)
            return 0;
        for (var index = 0; index < count; index++)
        {
            var header = packed.Slice(HeaderLength + (index * WordLength), WordLength);
            words[index] = new PackedWord
            {
                Letters = letters,
                LetterCount = header[0],
                TokenCount = header[1],
                ArticleCount = header[2],
                IsConsonantal = header[3] != 0,
            };
            letters += header[0];
        }
        if (letters > packed.Length || packed[letters..].ContainsAnyExceptInRange((byte)0, (byte)(Sounds.Count - 1)))
            return 0;
        foreach (ref var word in words[..count])
        {
            word.Tokens = letters + word.ArticleCount;
            letters = word.Tokens + word.TokenCount;
        }
        return letters == packed.Length ? count : 0;
    }
}

/// <summary>Where the parts of a word are in a packed value.</summary>
internal struct PackedWord
{
    /// <summary>The offset of its letters.</summary>
    public int Letters;

    /// <summary>The offset of its tokens; those of its article are before them.</summary>
    public int Tokens;

    /// <summary>How many letters.</summary>
    public byte LetterCount;

    /// <summary>How many tokens.</summary>
    public byte TokenCount;

    /// <summary>How many tokens of its article.</summary>
    public byte ArticleCount;

    /// <summary>Whether it is in a script that writes few vowels.</summary>
    public bool IsConsonantal;
}
