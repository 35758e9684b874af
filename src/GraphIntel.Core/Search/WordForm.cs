using System.Collections.Concurrent;

namespace GraphIntel.Core.Search;

/// <summary>
/// A word as it is written, with what depends on it alone, each read once. Words repeat: those that were read lately are kept. Thread-safe.
/// </summary>
internal sealed class WordForm
{
    /// <summary>The most words that are kept; then all are forgotten.</summary>
    private const int MaxKept = 100_000;

    /// <summary>The most letters of a word that is kept.</summary>
    private const int MaxKeptLength = 32;

    private static readonly ConcurrentDictionary<string, WordForm> Kept = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, WordForm>.AlternateLookup<ReadOnlySpan<char>> KeptLookup =
        Kept.GetAlternateLookup<ReadOnlySpan<char>>();

    private static int _kept;

    private byte[]? _tokens;
    private ulong[]? _consonantKeys;
    private WordParts? _parts;

    private WordForm(string written)
    {
        Written = written;
        Letters = Folding.Fold(written, SearchWords.MaxLetters);
        IsConsonantal = SoundReader.IsConsonantal(written);
        (Role, RoleValue) = SearchWords.RoleOf(written, Letters);
    }

    /// <summary>The word as it is written, normalized.</summary>
    public string Written { get; }

    /// <summary>The folded word: ASCII letters and digits; empty if it has none.</summary>
    public string Letters { get; }

    /// <summary>Whether it is in a script that writes few vowels.</summary>
    public bool IsConsonantal { get; }

    /// <summary>Its tokens.</summary>
    public byte[] Tokens => _tokens ??= SoundReader.Read(Written);

    /// <summary>The keys of its tokens as numbers; see <see cref="Search.ConsonantKeys"/>.</summary>
    public ulong[] ConsonantKeys => _consonantKeys ??= Search.ConsonantKeys.Of(Tokens);

    /// <summary>Its role in the table of articles; empty if it is not there.</summary>
    public string Role { get; }

    /// <summary>The value beside its role; empty if there is none.</summary>
    public string RoleValue { get; }

    /// <summary>The article that is written on it, if there is one, and the word itself.</summary>
    public WordParts Parts => _parts ??= SearchWords.Split(this);

    /// <summary>Reads a word of a normalized text.</summary>
    public static WordForm Of(ReadOnlySpan<char> written)
    {
        if (written.Length > MaxKeptLength)
            return new WordForm(written.ToString());
        if (KeptLookup.TryGetValue(written, out var known))
            return known;
        if (Interlocked.Increment(ref _kept) > MaxKept)
        {
            Kept.Clear();
            Interlocked.Exchange(ref _kept, 1);
        }
        var form = new WordForm(written.ToString());
        return Kept.GetOrAdd(form.Written, form);
    }
}

/// <summary>A word, and the article that is written on it.</summary>
/// <param name="Article">The article; null if there is none.</param>
/// <param name="Word">The word without it.</param>
internal sealed record WordParts(WordForm? Article, WordForm Word);
