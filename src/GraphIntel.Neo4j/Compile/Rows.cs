namespace GraphIntel.Neo4j.Compile;

/// <summary>Clauses after which a source's rows are there, one row for each, and the conditions of the last of them.</summary>
/// <param name="Clauses">The clauses, without the last one's WHERE.</param>
/// <param name="Conditions">The last one's conditions.</param>
/// <param name="Hint">The index that the last one names, with its words; empty where it names none.</param>
internal readonly record struct Rows(string Clauses, IReadOnlyList<string> Conditions, string Hint = "")
{
    /// <summary>Whether some condition holds never.</summary>
    public bool AreNone => Conditions.Contains(PredicateCompiler.Never);

    /// <summary>The same rows, as far as these hold too.</summary>
    public Rows And(IEnumerable<string> conditions) => this with { Conditions = [.. Conditions, .. conditions] };

    /// <inheritdoc/>
    public override string ToString()
    {
        // A hint beside what holds never is refused: Neo4j folds the conditions of which it speaks.
        if (AreNone)
            return $"{Clauses} WHERE {PredicateCompiler.Never}";
        return Conditions.Count == 0 ? Clauses : $"{Clauses}{Hint} WHERE {string.Join(" AND ", Conditions)}";
    }
}
