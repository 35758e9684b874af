namespace GraphIntel.Core.Storage.Rules;

/// <summary>The first and last day that a claim vouches for, and whether they were given or are derived.</summary>
internal readonly record struct AttestedDays(DateOnly? From, DateOnly? Until, bool IsGiven)
{
    /// <summary>Days of a row: given where either of them is.</summary>
    public AttestedDays(DateOnly? from, DateOnly? until)
        : this(from, until, from is not null || until is not null)
    {
    }

    /// <summary>
    /// The attested days after a row: what it gives, else what was given before. Derived days stay out of it: they are kept as
    /// they are while nothing is given, and derived again once nothing is given any more.
    /// </summary>
    public (AttestedDays Days, bool Changed) Merge(DayColumns columns, RelationshipRow row)
    {
        var given = IsGiven ? this : default;
        var (from, until) = columns.Over(row, given.From, given.Until);
        var merged = new AttestedDays(from, until);
        if (!merged.IsGiven && !IsGiven)
            return (this, false);
        return (merged, merged != this);
    }
}
