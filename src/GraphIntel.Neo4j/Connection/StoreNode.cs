using GraphIntel.Bolt;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Connection;

/// <summary>The properties of the store's own node.</summary>
/// <param name="Description">The layout of the database, as <see cref="Core.Storage.Layout.LayoutDescription"/> serializes it.</param>
/// <param name="IsUpgrading">Whether an upgrade is running or was interrupted.</param>
/// <param name="LastWrite">The token of the last write; after <see cref="StoreNode.LockAsync"/>, of the write before it.</param>
internal sealed record StoreState(string? Description, bool IsUpgrading, string? LastWrite);

/// <summary>
/// The node with the store's metadata. A writer locks it first, so that writes are serialized, and leaves a token in it, by
/// which it can find out after a lost connection whether its write was committed.
/// </summary>
internal static class StoreNode
{
    /// <summary>The number of earlier tokens kept in addition to the last one.</summary>
    private const int EarlierTokens = 15;

    /// <summary>A clause that matches the node as <c>m</c>.</summary>
    public const string Match = $"MATCH (m:{Names.Model})";

    /// <summary>
    /// A clause that locks the node <c>m</c>. A clause that reads and writes a value reads it before it locks: what depends
    /// on the lock belongs into a later clause.
    /// </summary>
    public const string Lock = "SET m.lock = $p.token";

    /// <summary>A statement that returns a record if the node exists.</summary>
    public const string ProbeText = $"CYPHER 5 {Match} RETURN 1";

    private const string ReadText = $"CYPHER 5 {Match} RETURN m.description, coalesce(m.fitting, false), m.write";

    private const string CreateText =
        $"CYPHER 5 MERGE (m:{Names.Model} {{key: 1}}) " +
        "ON CREATE SET m.description = $p.description, m.write = '', m.fitting = $p.fitting RETURN m.description";

    private static readonly string LockText =
        $"CYPHER 5 {Match} {Lock} WITH m, m.description AS description, coalesce(m.fitting, false) AS fitting, " +
        $"([m.write] + coalesce(m.earlier, []))[..{EarlierTokens}] AS earlier " +
        "SET m.earlier = earlier, m.write = $p.token RETURN description, fitting, earlier[0]";

    private const string FindText =
        $"CYPHER 5 {Match} {Lock} WITH m WITH [m.write] + coalesce(m.earlier, []) AS tokens RETURN $p.write IN tokens, $p.before IN tokens";

    private const string BeginUpgradeText = $"CYPHER 5 {Match} SET m.description = $p.description, m.fitting = true";

    private const string EndUpgradeText = $"CYPHER 5 {Match} REMOVE m.fitting";

    /// <summary>A unique token for a write.</summary>
    public static string NewToken() => Guid.NewGuid().ToString("N");

    /// <summary>The state of the node; null if it does not exist.</summary>
    public static async Task<StoreState?> ReadAsync(Transaction transaction, CancellationToken cancellation) =>
        State(await (await transaction.RunAsync(ReadText, Parameters.Of(null), cancellation).ConfigureAwait(false))
            .ToListAsync(cancellation).ConfigureAwait(false));

    /// <summary>The number of all nodes in the database, from Neo4j's count store.</summary>
    public static async Task<long> CountAllAsync(Transaction transaction, CancellationToken cancellation)
    {
        var cursor = await transaction
            .RunAsync("CYPHER 5 MATCH (n) RETURN count(n)", Parameters.Of(null), cancellation).ConfigureAwait(false);
        return (await cursor.SingleAsync(cancellation).ConfigureAwait(false))[0] is long count ? count : 0;
    }

    /// <summary>Creates the node if it does not exist; returns whether it did.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="description">The layout.</param>
    /// <param name="isUpgrading">Whether existing data still has to be upgraded to the layout.</param>
    /// <param name="cancellation">Cancels the request.</param>
    public static async Task<bool> CreateAsync(
        Transaction transaction, string description, bool isUpgrading, CancellationToken cancellation)
    {
        bool? fitting = isUpgrading ? true : null;
        var cursor = await transaction
            .RunAsync(CreateText, Parameters.Of(new { description, fitting }), cancellation).ConfigureAwait(false);
        return (await cursor.ConsumeAsync(cancellation).ConfigureAwait(false)).Counters.NodesCreated > 0;
    }

    /// <summary>Waits for earlier writes and sets the token; null if the node does not exist.</summary>
    public static async Task<StoreState?> LockAsync(Transaction transaction, string token, CancellationToken cancellation)
    {
        var cursor = await transaction.RunAsync(LockText, Parameters.Of(new { token }), cancellation).ConfigureAwait(false);
        return State(await cursor.ToListAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>
    /// Whether the write with that token was committed; null if too many later writes replaced it. Waits until the write has
    /// ended.
    /// </summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="write">The token.</param>
    /// <param name="before">The token of the write before it: if that one is still kept, the later one would be, too.</param>
    /// <param name="cancellation">Cancels the request.</param>
    public static async Task<bool?> HasWrittenAsync(
        Transaction transaction, string write, string? before, CancellationToken cancellation)
    {
        var cursor = await transaction
            .RunAsync(FindText, Parameters.Of(new { write, before, token = NewToken() }), cancellation).ConfigureAwait(false);
        var records = await cursor.ToListAsync(cancellation).ConfigureAwait(false);
        return records is not [var record] ? null : record[0] is true ? true : record[1] is true ? false : null;
    }

    /// <summary>Sets the layout and marks the upgrade to it as running.</summary>
    public static async Task BeginUpgradeAsync(Transaction transaction, string description, CancellationToken cancellation)
    {
        var cursor = await transaction.RunAsync(BeginUpgradeText, Parameters.Of(new { description }), cancellation).ConfigureAwait(false);
        await cursor.ConsumeAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Marks the upgrade as completed.</summary>
    public static Task EndUpgradeAsync(Neo4jDatabase database, CancellationToken cancellation) =>
        database.RunAsync(EndUpgradeText, null, cancellation);

    private static StoreState? State(List<Record> records) => records.Count == 0
        ? null
        : new StoreState(records[0][0] as string, records[0][1] is true, records[0][2] as string);
}
