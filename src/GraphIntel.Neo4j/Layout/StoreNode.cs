using GraphIntel.Bolt;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Layout;

/// <summary>What the store's own node says.</summary>
/// <param name="Description">The layout that the database keeps, as <see cref="Core.Storage.Layout.LayoutDescription"/> writes it.</param>
/// <param name="IsFitting">Whether what the model adds to what was there is still being derived, or that was cut off.</param>
/// <param name="LastWrite">The token of the last write; for one that has just left its own, of the write before.</param>
internal sealed record StoreState(string? Description, bool IsFitting, string? LastWrite);

/// <summary>
/// The one node that says what the database keeps. Whoever writes locks it first: writes are one at a time, and the token of
/// each stays for a while, so that a writer who lost the connection can ask later what became of its write.
/// </summary>
internal static class StoreNode
{
    /// <summary>How many tokens stay, the last one not counted.</summary>
    private const int EarlierTokens = 15;

    /// <summary>A piece of a statement that matches the node as <c>m</c>.</summary>
    public const string Match = $"MATCH (m:{Names.Model})";

    /// <summary>
    /// A piece of a statement that locks the node <c>m</c>. A value that is read and written in one go is read before the lock:
    /// what depends on it comes in a later clause.
    /// </summary>
    public const string Lock = "SET m.lock = $p.token";

    private const string ReadText = $"CYPHER 5 {Match} RETURN m.description, coalesce(m.fitting, false), m.write";

    private const string MakeText =
        $"CYPHER 5 MERGE (m:{Names.Model} {{key: 1}}) " +
        "ON CREATE SET m.description = $p.description, m.write = '', m.fitting = $p.fitting RETURN m.description";

    private static readonly string _lockText =
        $"CYPHER 5 {Match} {Lock} WITH m, m.description AS description, coalesce(m.fitting, false) AS fitting, " +
        $"([m.write] + coalesce(m.earlier, []))[..{EarlierTokens}] AS earlier " +
        "SET m.earlier = earlier, m.write = $p.token RETURN description, fitting, earlier[0]";

    private const string FindText =
        $"CYPHER 5 {Match} {Lock} WITH m WITH [m.write] + coalesce(m.earlier, []) AS tokens RETURN $p.write IN tokens, $p.before IN tokens";

    private const string FitText = $"CYPHER 5 {Match} SET m.description = $p.description, m.fitting = true";

    private const string FittedText = $"CYPHER 5 {Match} REMOVE m.fitting";

    /// <summary>A token that no other write has.</summary>
    public static string NewToken() => Guid.NewGuid().ToString("N");

    /// <summary>What the node says; null where there is none.</summary>
    public static async Task<StoreState?> ReadAsync(Transaction transaction, CancellationToken cancellation) =>
        State(await (await transaction.RunAsync(ReadText, Parameters.Of(null), cancellation).ConfigureAwait(false))
            .ToListAsync(cancellation).ConfigureAwait(false));

    /// <summary>How many nodes the database holds, whoever made them: a number that it keeps.</summary>
    public static async Task<long> CountAllAsync(Transaction transaction, CancellationToken cancellation)
    {
        var cursor = await transaction
            .RunAsync("CYPHER 5 MATCH (n) RETURN count(n)", Parameters.Of(null), cancellation).ConfigureAwait(false);
        return (await cursor.SingleAsync(cancellation).ConfigureAwait(false))[0] is long count ? count : 0;
    }

    /// <summary>Makes the node unless another process has; says whether this one did.</summary>
    /// <param name="transaction">In which it is made.</param>
    /// <param name="description">The layout.</param>
    /// <param name="isFitting">Whether there is something that is to be fitted to the layout.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<bool> MakeAsync(
        Transaction transaction, string description, bool isFitting, CancellationToken cancellation)
    {
        bool? fitting = isFitting ? true : null;
        var cursor = await transaction
            .RunAsync(MakeText, Parameters.Of(new { description, fitting }), cancellation).ConfigureAwait(false);
        return (await cursor.ConsumeAsync(cancellation).ConfigureAwait(false)).Counters.NodesCreated > 0;
    }

    /// <summary>Waits for the writes before this one and leaves its token; null where there is no such node.</summary>
    public static async Task<StoreState?> LockAsync(Transaction transaction, string token, CancellationToken cancellation)
    {
        var cursor = await transaction.RunAsync(_lockText, Parameters.Of(new { token }), cancellation).ConfigureAwait(false);
        return State(await cursor.ToListAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>
    /// Whether the write of that token took effect; null where others have written so often since that nobody can tell. Waits
    /// until it has ended, one way or the other.
    /// </summary>
    /// <param name="transaction">In which the node is asked.</param>
    /// <param name="write">The token.</param>
    /// <param name="before">The token of the write before it: as long as that one stays, a later one would, too.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<bool?> HasWrittenAsync(
        Transaction transaction, string write, string? before, CancellationToken cancellation)
    {
        var cursor = await transaction
            .RunAsync(FindText, Parameters.Of(new { write, before, token = NewToken() }), cancellation).ConfigureAwait(false);
        var records = await cursor.ToListAsync(cancellation).ConfigureAwait(false);
        return records is not [var record] ? null : record[0] is true ? true : record[1] is true ? false : null;
    }

    /// <summary>Has the node say that the database is being fitted to a layout.</summary>
    public static async Task FitAsync(Transaction transaction, string description, CancellationToken cancellation)
    {
        var cursor = await transaction.RunAsync(FitText, Parameters.Of(new { description }), cancellation).ConfigureAwait(false);
        await cursor.ConsumeAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Has the node say that the database fits.</summary>
    public static Task FittedAsync(Neo4jDatabase database, CancellationToken cancellation) =>
        database.RunAsync(FittedText, null, cancellation);

    private static StoreState? State(List<Record> records) => records.Count == 0
        ? null
        : new StoreState(records[0][0] as string, records[0][1] is true, records[0][2] as string);
}
