namespace GraphIntel.Neo4j.Compile;

/// <summary>Clauses after which a source's rows are there, one row for each, and the conditions of the last of them.</summary>
internal readonly record struct Rows(string Clauses, IEnumerable<string> Conditions)
{
    /// <summary>The same rows, as far as these hold too.</summary>
    public Rows And(IEnumerable<string> conditions) => this with { Conditions = Conditions.Concat(conditions).ToList() };

    /// <inheritdoc/>
    public override string ToString()
    {
        var conditions = string.Join(" AND ", Conditions);
        return conditions.Length == 0 ? Clauses : $"{Clauses} WHERE {conditions}";
    }
}
