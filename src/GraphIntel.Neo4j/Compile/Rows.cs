namespace GraphIntel.Neo4j.Compile;

/// <summary>The clauses that produce a source's rows, and the conditions of the last one.</summary>
/// <param name="Clauses">The clauses, without the WHERE of the last one.</param>
/// <param name="Conditions">The conditions of the last clause.</param>
/// <param name="Hint">The USING INDEX hint of the last clause, or empty.</param>
internal readonly record struct Rows(string Clauses, IReadOnlyList<string> Conditions, string Hint = "")
{
    /// <summary>The rows that also meet these conditions.</summary>
    public Rows And(IEnumerable<string> conditions) => this with { Conditions = [.. Conditions, .. conditions.Except(Conditions)] };

    /// <inheritdoc/>
    public override string ToString()
    {
        // Neo4j rejects a hint with a condition that is always false: it drops the conditions that the hint refers to.
        if (Conditions.Contains(PredicateCompiler.Never))
            return $"{Clauses} WHERE {PredicateCompiler.Never}";
        return Conditions.Count == 0 ? Clauses : $"{Clauses}{Hint} WHERE {string.Join(" AND ", Conditions)}";
    }
}
