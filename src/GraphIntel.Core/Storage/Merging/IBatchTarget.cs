using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Merging;

/// <summary>
/// A store within the transaction of one batch: it reads the stored state and writes the result of the merge. Its writes are
/// rolled back if the batch is rejected later.
/// </summary>
internal interface IBatchTarget
{
    /// <summary>Calls <see cref="MergedNode.SetStored"/> for each of the nodes of a merge that <see cref="NodeMerge.MayBeStored"/> and are.</summary>
    ValueTask ReadAsync(NodeMerge merge);

    /// <summary>Creates and updates nodes, without their copies on relationships.</summary>
    ValueTask WriteAsync(NodeMerge merge);

    /// <summary>
    /// Calls <see cref="MergedRelationship.SetStored"/> for each of the relationships of a merge that
    /// <see cref="RelationshipMerge.MayBeStored"/> and are, and sets <see cref="MergedRelationship.IsMirrored"/> if the type is symmetric.
    /// </summary>
    ValueTask ReadAsync(RelationshipMerge merge);

    /// <summary>Creates, moves and updates relationships, except those of which an end does not exist.</summary>
    ValueTask WriteAsync(RelationshipMerge merge);

    /// <summary>Whether all ends of the relationships exist that a merge has written; asked later, so that a store need not wait for it.</summary>
    ValueTask<bool> HasEndsAsync(RelationshipMerge merge);

    /// <summary>Those of these ids whose nodes exist.</summary>
    ValueTask<IReadOnlySet<string>> FindAsync(NodeType type, IReadOnlyCollection<string> ids);

    /// <summary>Updates a copy on the relationships of nodes whose property has changed.</summary>
    ValueTask RefreshAsync(OrderCopy copy, IReadOnlyList<string> nodes);

    /// <summary>
    /// Derives what searches need of the nodes of a merge: of those that were created, if it was not written with them, and of those that
    /// are <see cref="NodeMerge.SearchedAnew"/>, from their stored values.
    /// </summary>
    ValueTask RefreshSearchAsync(NodeMerge merge);

    /// <summary>The first of these nodes that has several relationships of the type at this end; null if none has.</summary>
    ValueTask<SharedEnd?> FindSharedEndAsync(RelationshipType type, bool isSource, IReadOnlyCollection<string> nodes);

    /// <summary>The ids of a cycle of a hierarchy through or above these nodes; null if there is none.</summary>
    ValueTask<IReadOnlyList<string>?> FindCycleAsync(RelationshipType type, IReadOnlyCollection<string> nodes);

    /// <summary>Updates derived data of a hierarchy, such as a closure, if the store has any.</summary>
    ValueTask UpdateHierarchyAsync(RelationshipType type, EndChanges changes);

    /// <summary>Derives again what claims decide of facts of one type.</summary>
    ValueTask<DerivedFacts> DeriveAsync(ElementType type, IReadOnlyList<string> facts);

    /// <summary>
    /// Deletes those of these nodes or relationships to which nothing refers, each with what is derived from it alone. Closures are
    /// updated later, by <see cref="UpdateHierarchyAsync"/>.
    /// </summary>
    ValueTask<DeletedRows> DeleteAsync(ElementType type, IReadOnlyList<string> ids);

    /// <inheritdoc cref="IBatchScope.ReadAsync"/>
    ValueTask<IReadOnlyDictionary<string, StoredRow>> ReadAsync(ElementType type, IReadOnlyCollection<string> ids);

    /// <inheritdoc cref="IBatchScope.ReadRecordsAsync(IReadOnlyCollection{string})"/>
    ValueTask<IReadOnlyDictionary<string, byte[]>> ReadRecordsAsync(IReadOnlyCollection<string> keys);

    /// <inheritdoc cref="IBatchScope.ReadRecordsAsync(string, string, int)"/>
    ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadRecordsAsync(string prefix, string after, int count);

    /// <summary>Writes records by key; null removes one.</summary>
    ValueTask WriteRecordsAsync(IReadOnlyDictionary<string, byte[]?> records);
}

/// <summary>The result of deleting nodes or relationships.</summary>
/// <param name="Deleted">Those that existed and were deleted.</param>
/// <param name="Kept">The ids of those to which something refers.</param>
internal sealed record DeletedRows(IReadOnlyList<DeletedRow> Deleted, IReadOnlyList<string> Kept);

/// <summary>A node or relationship that was deleted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">Of a relationship: the id of its source.</param>
/// <param name="Target">Of a relationship: the id of its target.</param>
/// <param name="About">Of a claim: the fact that it was about.</param>
internal sealed record DeletedRow(string Id, string? Source, string? Target, string? About);

/// <summary>A node with several relationships of a type of which it may have only one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="One">The id of the first node at the other ends, in the order of ids.</param>
/// <param name="Other">The id of the second.</param>
internal sealed record SharedEnd(string Id, string One, string Other);

/// <summary>The result of deriving facts.</summary>
/// <param name="Found">Those that exist.</param>
/// <param name="Changed">The nodes whose standing changed; only if it has copies.</param>
internal sealed record DerivedFacts(IReadOnlyCollection<string> Found, IReadOnlyList<string> Changed);
