using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage;

/// <summary>
/// A store within the transaction of one write, for a batch that depends on what is stored: what is read stays so until the batch is
/// written. Not thread-safe, and valid only until the callback that receives it returns.
/// </summary>
internal interface IBatchScope
{
    /// <summary>The records with these keys, as far as they exist.</summary>
    ValueTask<IReadOnlyDictionary<string, byte[]>> ReadRecordsAsync(IReadOnlyCollection<string> keys);

    /// <summary>Some records whose keys begin with a text, in the order of their keys (by code point).</summary>
    /// <param name="prefix">The beginning.</param>
    /// <param name="after">The key after which they follow; empty for the first.</param>
    /// <param name="count">The maximum number.</param>
    ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadRecordsAsync(string prefix, string after, int count);

    /// <summary>The nodes or relationships with these ids, as far as they exist.</summary>
    ValueTask<IReadOnlyDictionary<string, StoredRow>> ReadAsync(ElementType type, IReadOnlyCollection<string> ids);

    /// <summary>
    /// Takes nodes and relationships for new, which spares looking for them. If one of them is stored, the write of the batch fails with
    /// <see cref="StoreFailure.Exists"/>, and can be made again with look-ups.
    /// </summary>
    /// <param name="ids">Their ids; the scope keeps the set, and can add to it.</param>
    void TakeForNew(HashSet<string> ids);

    /// <summary>
    /// Deletes nodes and relationships, in whatever order their dependencies need: claims before the facts that they are about,
    /// relationships before their ends. What anything else still refers to is kept: a node with a relationship, a claim about it or
    /// a reference to it, and a relationship with a claim about it. Ids that do not exist are ignored.
    /// </summary>
    /// <returns>The ids of what was kept.</returns>
    ValueTask<IReadOnlySet<string>> DeleteAsync(IReadOnlyCollection<string> ids);
}

/// <summary>A stored node or relationship.</summary>
/// <param name="Source">Of a relationship: the id of its source; empty for a node.</param>
/// <param name="Target">Of a relationship: the id of its target; empty for a node.</param>
/// <param name="Values">The values of the <see cref="GivenProperties"/> of its type, in their order.</param>
internal sealed record StoredRow(string Source, string Target, object?[] Values);
