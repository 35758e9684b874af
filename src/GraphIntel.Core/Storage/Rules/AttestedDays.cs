namespace GraphIntel.Core.Storage.Rules;

/// <summary>The first and last attested day, and whether they were given or are derived from claims.</summary>
internal readonly record struct AttestedDays(DateOnly? From, DateOnly? Until, bool IsGiven)
{
    /// <summary>The days of a row: given if either of them is.</summary>
    public AttestedDays(DateOnly? from, DateOnly? until)
        : this(from, until, from is not null || until is not null)
    {
    }

    /// <summary>
    /// The attested days after a row is merged: the days in the row, else the days given before. Derived days are not merged:
    /// they stay while none are given, and are derived again when none are given any more.
    /// </summary>
    public (AttestedDays Days, bool Changed) Merge(DayColumns? columns, object?[] values)
    {
        var given = IsGiven ? this : default;
        var (from, until) = columns?.Apply(values, given.From, given.Until) ?? (given.From, given.Until);
        var merged = new AttestedDays(from, until);
        if (!merged.IsGiven && !IsGiven)
            return (this, false);
        return (merged, merged != this);
    }
}
