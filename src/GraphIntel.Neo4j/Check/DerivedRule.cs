using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Check;

/// <summary>One kind of value that follows from others: how to find those that do not, and how to make them good.</summary>
/// <param name="Database">Where.</param>
/// <param name="Text">What is wrong, as a message goes on after the number of them.</param>
/// <param name="Pattern">What is looked at, as <c>x</c>, with its ends as <c>s</c> and <c>t</c> where the rule needs them.</param>
/// <param name="Variables">The variables that the pattern binds.</param>
/// <param name="Wrong">What follows the pattern and leaves the rows that are wrong.</param>
/// <param name="Set">The assignments that make a row right.</param>
internal sealed record DerivedRule(
    Neo4jDatabase Database, string Text, string Pattern, string Variables, string Wrong, string Set)
{
    /// <summary>Rows of a transaction: few enough to hold no other writer for long.</summary>
    private const int RowsInTransaction = 2_000;

    /// <summary>The values that the statements ask for.</summary>
    public Dictionary<string, object?> Values { get; init; } = [];

    /// <summary>How many are wrong.</summary>
    public Task<long> CountAsync(CancellationToken cancellation) =>
        RunAsync($"CYPHER 5 MATCH {Pattern} {Wrong} RETURN count(*)", Values, cancellation);

    /// <summary>
    /// Makes them good, some at a time, and tells how many. Each is judged again under the lock that writers take.
    /// </summary>
    public Task<long> RepairAsync(CancellationToken cancellation) => RunAsync(
        $"CYPHER 5 MATCH {Pattern} {Wrong} WITH {Variables} {StoreNode.Match} " +
        $"CALL (m, {Variables}) {{ {StoreNode.Lock} WITH {Variables} {Wrong} SET {Set} RETURN 1 AS done }} " +
        $"IN TRANSACTIONS OF {RowsInTransaction} ROWS RETURN count(done)",
        new Dictionary<string, object?>(Values) { ["token"] = StoreNode.NewToken() },
        cancellation);

    private async Task<long> RunAsync(string text, Dictionary<string, object?> values, CancellationToken cancellation) =>
        (await Database.RunAsync(text, values, cancellation).ConfigureAwait(false)) is [var record] && record[0] is long count ? count : 0;
}
