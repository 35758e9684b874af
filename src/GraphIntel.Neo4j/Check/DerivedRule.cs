using GraphIntel.Core.Storage;
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
    public const int RowsInTransaction = 2_000;

    /// <summary>The values that the statements ask for.</summary>
    public Dictionary<string, object?> Values { get; init; } = [];

    /// <summary>Which of the rows that are wrong a repair leaves as they are; null for none.</summary>
    public OpenQuestion? Open { get; init; }

    /// <summary>How many are wrong and can be made good.</summary>
    public Task<long> CountAsync(CancellationToken cancellation) =>
        RunAsync($"CYPHER 5 MATCH {Pattern} {Settled} RETURN count(*)", Values, cancellation);

    /// <summary>How many are wrong and are left as they are, and what the first of them are called.</summary>
    public async Task<(long Count, IReadOnlyList<string> Some)> FindOpenAsync(CancellationToken cancellation) => Open is not { } open
        ? (0, [])
        : await Database.FindAsync(
            $"MATCH {Pattern} {Wrong} WITH * WHERE {open.Condition}", open.Name, Values, cancellation).ConfigureAwait(false);

    /// <summary>
    /// Makes them good, some at a time, and tells how many. Each is judged again under the lock that writers take.
    /// </summary>
    public async Task<long> RepairAsync(CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(
                $"CYPHER 5 MATCH {Pattern} {Settled} WITH {Variables} {StoreNode.Match} " +
                $"CALL (m, {Variables}) {{ {StoreNode.Lock} WITH {Variables} {Settled} SET {Set} RETURN 1 AS done }} " +
                $"IN TRANSACTIONS OF {RowsInTransaction} ROWS RETURN count(done)",
                new Dictionary<string, object?>(Values) { ["token"] = StoreNode.NewToken() },
                cancellation).ConfigureAwait(false);
        }
        catch (StoreException taken) when (taken.Failure == StoreFailure.WriteRefused)
        {
            throw new StoreException(
                StoreFailure.Refused,
                $"Some {Text}, and cannot be given what they should have: another has it already. Take it away from that one.",
                taken);
        }
    }

    private string Settled => Open is { } open ? $"{Wrong} WITH * WHERE NOT ({open.Condition})" : Wrong;

    private async Task<long> RunAsync(string text, Dictionary<string, object?> values, CancellationToken cancellation) =>
        (await Database.RunAsync(text, values, cancellation).ConfigureAwait(false)) is [var record] && record[0] is long count ? count : 0;
}

/// <summary>Rows that are wrong, but of which nobody can derive what is right.</summary>
/// <param name="Text">What is wrong, as a message goes on after the number of them.</param>
/// <param name="Condition">True or false, never null, for each row that is wrong.</param>
/// <param name="Name">An expression for what a message calls a row.</param>
internal sealed record OpenQuestion(string Text, string Condition, string Name);
