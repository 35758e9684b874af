using System.Text;

namespace GraphIntel.Core.Search;

/// <summary>
/// Collects the keys of a node. It is cleared and used for the next node, so that no memory is allocated for a key. Not thread-safe.
/// </summary>
internal sealed class KeyBuffer : ISearchKeys
{
    private readonly KeyTable _keys = new(64);

    /// <summary>How many keys.</summary>
    public int Count => _keys.Count;

    /// <summary>The keys, each once, in ASCII, separated by spaces.</summary>
    public ReadOnlySpan<byte> Text => _keys.Text;

    /// <summary>A key by its number.</summary>
    public ReadOnlySpan<byte> this[int number] => _keys[number];

    /// <summary>Removes all keys.</summary>
    public void Clear() => _keys.Clear();

    /// <summary>Adds a key, unless it is there.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="rest">What follows the kind, in ASCII.</param>
    public void Add(char kind, ReadOnlySpan<char> rest)
    {
        var key = Reserve(1 + rest.Length);
        key[0] = (byte)kind;
        Encoding.ASCII.GetBytes(rest, key[1..]);
        Commit(key.Length);
    }

    /// <inheritdoc/>
    public void Add(WordForm word, bool isOfName)
    {
        if (isOfName)
            SearchKeys.AddWord(word, this);
        else
            Add(SearchKeys.Word, word.Letters);
    }

    /// <inheritdoc/>
    public void AddJoined(ulong number) => ConsonantKeys.Add(SearchKeys.Joined, number, this);

    /// <inheritdoc/>
    public void AddExact(ulong hash)
    {
        SampleKeys.Write(hash, Reserve(SampleKeys.ExactLength));
        Commit(SampleKeys.ExactLength);
    }

    /// <inheritdoc/>
    public void AddShare(char share) => Add(share, []);

    /// <summary>Room for a key; it is added by <see cref="Commit"/>.</summary>
    public Span<byte> Reserve(int length) => _keys.Reserve(length);

    /// <summary>Adds the key whose bytes were written, unless it is there.</summary>
    public void Commit(int length) => _keys.Commit(length);

    /// <summary>The keys as strings.</summary>
    public string[] ToArray() => _keys.ToArray();
}
