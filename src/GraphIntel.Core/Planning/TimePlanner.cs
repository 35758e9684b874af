using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;

namespace GraphIntel.Core.Planning;

/// <summary>
/// Arguments of time and standing, read once for a hop, and the conditions that they put on each relationship of it.
/// </summary>
internal sealed class TimePlanner
{
    private readonly Parameter? _asOf;
    private readonly (Parameter? From, Parameter? Until)? _during;
    private readonly bool _attested;
    private readonly IReadOnlyList<string> _standing;

    /// <summary>Reads the arguments through <paramref name="find"/>, which gives null for one that is absent or null.</summary>
    public TimePlanner(PlanBuilder plan, Func<string, InputValue?> find)
    {
        if (find(ArgumentNames.AsOf) is ScalarInput asOf)
            _asOf = plan.Value(ScalarKind.Date, asOf);
        if (find(ArgumentNames.During) is ObjectInput during)
            _during = Period(plan, during);
        _attested = find(ArgumentNames.Certainty) is ScalarInput { Current: ArgumentNames.Attested };
        _standing = find(ArgumentNames.Standing) is ScalarInput standing
            ? [.. ((System.Collections.IEnumerable)standing.Current!).Cast<string>().Distinct().Order(StringComparer.Ordinal)]
            : ArgumentNames.DefaultStanding;
    }

    /// <summary>What must hold of a relationship for it to be walked.</summary>
    public Predicate On(RelationshipAlias alias)
    {
        var relationship = alias.Relationship;
        var parts = new List<Predicate>();
        if (relationship.Valid is { } valid)
        {
            if (_asOf is not null)
                parts.Add(Overlaps(alias, valid, _asOf, _asOf, untilIncluded: true));
            if (_during is { } during)
                parts.Add(Overlaps(alias, valid, during.From, during.Until, untilIncluded: false));
            if (_attested && (_asOf is not null || _during is not null))
                parts.Add(Attested(alias, relationship.Attested));
        }
        if (relationship.Standing is { } standing)
            parts.Add(new StandingPredicate(alias, standing, _standing));
        return Predicate.All(parts);
    }

    private static (Parameter?, Parameter?) Period(PlanBuilder plan, ObjectInput during)
    {
        var from = during.Find(ArgumentNames.From) is ScalarInput first ? plan.Value(ScalarKind.Date, first) : null;
        var until = during.Find(ArgumentNames.Until) is ScalarInput last ? plan.Value(ScalarKind.Date, last) : null;
        if (from is not null && until is not null)
            plan.Bindings.Add(new PeriodBinding(from, until, during.Location));
        return (from, until);
    }

    /// <summary>from &lt; until of the period (or &lt;= where that day counts), and until &gt; from of the period; nulls are open.</summary>
    private static Predicate Overlaps(
        RelationshipAlias alias, (Property From, Property Until) valid, Parameter? from, Parameter? until, bool untilIncluded)
    {
        var parts = new List<Predicate>(2);
        if (until is not null)
            parts.Add(Open(alias, valid.From, untilIncluded ? Comparison.LessOrEqual : Comparison.Less, until));
        if (from is not null)
            parts.Add(Open(alias, valid.Until, Comparison.Greater, from));
        return Predicate.All(parts);
    }

    private static OrPredicate Open(RelationshipAlias alias, Property property, Comparison comparison, Parameter parameter)
    {
        var value = new PropertyOperand(alias, property);
        return new OrPredicate([new IsNullPredicate(value), new ComparePredicate(value, comparison, parameter)]);
    }

    private Predicate Attested(RelationshipAlias alias, (Property From, Property Until)? attested)
    {
        if (attested is not { } days)
            return Predicate.False;
        var parts = new List<Predicate>(4);
        var first = new PropertyOperand(alias, days.From);
        var last = new PropertyOperand(alias, days.Until);
        if (_asOf is not null)
        {
            parts.Add(new ComparePredicate(first, Comparison.LessOrEqual, _asOf));
            parts.Add(new ComparePredicate(last, Comparison.GreaterOrEqual, _asOf));
        }
        if (_during is { } during)
        {
            parts.Add(during.Until is null ? Present(first) : new ComparePredicate(first, Comparison.Less, during.Until));
            parts.Add(during.From is null ? Present(last) : new ComparePredicate(last, Comparison.GreaterOrEqual, during.From));
        }
        return Predicate.All(parts);
    }

    private static NotPredicate Present(Operand value) => new(new IsNullPredicate(value));
}
