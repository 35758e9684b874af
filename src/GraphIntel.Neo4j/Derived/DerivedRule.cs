using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Derived;

/// <summary>A rule for derived values: finds and repairs elements whose derived value is wrong.</summary>
/// <param name="Database">The database.</param>
/// <param name="Text">The violation; a message puts the number of elements before it.</param>
/// <param name="Pattern">The pattern of the elements, as <c>x</c>, with the ends <c>s</c> and <c>t</c> if the rule needs them.</param>
/// <param name="Variables">The variables that the pattern binds.</param>
/// <param name="Filter">The clauses after the pattern that keep only violations.</param>
/// <param name="Set">The assignments that repair a row.</param>
internal sealed record DerivedRule(
    Neo4jDatabase Database, string Text, string Pattern, string Variables, string Filter, string Set)
{
    /// <summary>Rows in a transaction; few, so that other writers do not wait long.</summary>
    public const int RowsInTransaction = 2_000;

    /// <summary>The parameters of the statements.</summary>
    public Dictionary<string, object?> Parameters { get; init; } = [];

    /// <summary>The violations that a repair leaves unchanged; null for none.</summary>
    public UnrepairableRows? Unrepairable { get; init; }

    /// <summary>Counts the violations that can be repaired.</summary>
    public Task<long> CountAsync(CancellationToken cancellation) =>
        RunAsync($"CYPHER 5 MATCH {Pattern} {RepairableFilter} RETURN count(*)", Parameters, cancellation);

    /// <summary>Counts the violations that cannot be repaired, and returns the names of the first ones.</summary>
    public async Task<(long Count, IReadOnlyList<string> Some)> FindUnrepairableAsync(CancellationToken cancellation) => Unrepairable is not { } unrepairable
        ? (0, [])
        : await Database.FindAsync(
            $"MATCH {Pattern} {Filter} WITH * WHERE {unrepairable.Condition}", unrepairable.Name, Parameters, cancellation).ConfigureAwait(false);

    /// <summary>
    /// Repairs violations, in several transactions, and returns their number. Each row is checked again under the lock of the
    /// writers.
    /// </summary>
    public async Task<long> RepairAsync(CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(
                $"CYPHER 5 MATCH {Pattern} {RepairableFilter} WITH {Variables} {StoreNode.Match} " +
                $"CALL (m, {Variables}) {{ {StoreNode.Lock} WITH {Variables} {RepairableFilter} SET {Set} RETURN 1 AS done }} " +
                $"IN TRANSACTIONS OF {RowsInTransaction} ROWS RETURN count(done)",
                new Dictionary<string, object?>(Parameters) { ["token"] = StoreNode.NewToken() },
                cancellation).ConfigureAwait(false);
        }
        catch (StoreException conflict) when (conflict.Failure == StoreFailure.Exists)
        {
            throw new StoreException(
                StoreFailure.Refused,
                $"Some {Text}, and cannot be corrected: another one already has the correct value. Remove it there.",
                conflict);
        }
    }

    private string RepairableFilter => Unrepairable is { } unrepairable ? $"{Filter} WITH * WHERE NOT ({unrepairable.Condition})" : Filter;

    private async Task<long> RunAsync(string text, Dictionary<string, object?> values, CancellationToken cancellation) =>
        (await Database.RunAsync(text, values, cancellation).ConfigureAwait(false)) is [var record] && record[0] is long count ? count : 0;
}

/// <summary>Violations whose correct value cannot be derived.</summary>
/// <param name="Text">The violation; a message puts the number of elements before it.</param>
/// <param name="Condition">A condition on violations; true or false, never null.</param>
/// <param name="Name">An expression for the name of a row in messages.</param>
internal sealed record UnrepairableRows(string Text, string Condition, string Name);
