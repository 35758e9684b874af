using GraphIntel.Core.Filters;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;

namespace GraphIntel.Core.Planning;

/// <summary>Plans the arguments of time and claims of a hop as conditions on its relationships.</summary>
internal sealed class TimePlanner
{
    private readonly Parameter? _asOf;
    private readonly (Parameter? From, Parameter? Until)? _during;
    private readonly string _certainty;
    private readonly ClaimPlanner _claims;

    /// <summary>
    /// Reads the arguments through <paramref name="find"/>, which returns null for one that is absent or null.
    /// </summary>
    public TimePlanner(PlanBuilder plan, Func<string, InputValue?> find)
    {
        if (find(ArgumentNames.AsOf) is ScalarInput asOf)
            _asOf = plan.Value(ScalarKind.Date, asOf);
        if (find(ArgumentNames.During) is ObjectInput during)
            _during = Period(plan, during);
        WhileValid = (find(ArgumentNames.WhileValid) as ScalarInput)?.Current as bool?;
        _certainty = find(ArgumentNames.Certainty) is ScalarInput { Current: string certainty } ? certainty : ArgumentNames.Presumed;
        _claims = new ClaimPlanner(plan, find);
    }

    /// <summary>The argument <c>whileValid</c> of a path; null if it is absent.</summary>
    public bool? WhileValid { get; }

    /// <summary>
    /// The condition that a relationship was valid on a day of the graph; false if the day is missing, true if the relationship
    /// has no dates.
    /// </summary>
    public Predicate OnDay(RelationshipAlias alias, PropertyOperand day)
    {
        if (alias.Relationship.Valid is not var (validFrom, validUntil))
            return Predicate.True;
        var parts = new List<Predicate>();
        if (!day.Property.IsRequired)
            parts.Add(Present(day));
        Operand from = new PropertyOperand(alias, validFrom);
        if (alias.Relationship.Attested is var (first, last))
        {
            if (_certainty == ArgumentNames.Presumed)
                from = new CoalesceOperand(from, new PropertyOperand(alias, first));
            if (_certainty == ArgumentNames.Attested)
            {
                parts.Add(new CompareOperandsPredicate(new PropertyOperand(alias, first), Comparison.LessOrEqual, day));
                parts.Add(new CompareOperandsPredicate(new PropertyOperand(alias, last), Comparison.GreaterOrEqual, day));
            }
        }
        parts.Add(Open(from, Comparison.LessOrEqual, day));
        parts.Add(Open(new PropertyOperand(alias, validUntil), Comparison.Greater, day));
        return Predicate.All(parts);
    }

    /// <summary>The condition on a relationship.</summary>
    public Predicate On(RelationshipAlias alias)
    {
        var relationship = alias.Relationship;
        var parts = new List<Predicate>();
        if (relationship.Valid is { } valid && (_asOf is not null || _during is not null))
        {
            var (from, until) = (new PropertyOperand(alias, valid.From), new PropertyOperand(alias, valid.Until));
            if (relationship.Attested is { } attested && _certainty == ArgumentNames.Presumed)
                parts.Add(Presumed(new CoalesceOperand(from, new PropertyOperand(alias, attested.From)), until));
            else
                parts.Add(Possible(from, until));
            if (relationship.Attested is { } days && _certainty == ArgumentNames.Attested)
                parts.Add(Attested(new PropertyOperand(alias, days.From), new PropertyOperand(alias, days.Until)));
        }
        if (relationship.Standing is not null)
            parts.Add(_claims.On(alias));
        return Predicate.All(parts);
    }

    private static (Parameter?, Parameter?) Period(PlanBuilder plan, ObjectInput during)
    {
        var from = during.Find(ArgumentNames.From) is ScalarInput first ? plan.Value(ScalarKind.Date, first) : null;
        var until = during.Find(ArgumentNames.Until) is ScalarInput last ? plan.Value(ScalarKind.Date, last) : null;
        if (from is not null && until is not null)
            plan.Bindings.Add(new PeriodBinding(from, until, during.Location, "during.from", "during.until"));
        return (from, until);
    }

    /// <summary>The day or the period overlaps the interval; a missing end is open.</summary>
    private Predicate Possible(Operand from, Operand until)
    {
        var parts = new List<Predicate>(4);
        if (_asOf is not null)
        {
            parts.Add(Open(from, Comparison.LessOrEqual, _asOf));
            parts.Add(Open(until, Comparison.Greater, _asOf));
        }
        if (_during?.Until is { } end)
            parts.Add(Open(from, Comparison.Less, end));
        if (_during?.From is { } start)
            parts.Add(Open(until, Comparison.Greater, start));
        return Predicate.All(parts);
    }

    /// <summary>
    /// As <see cref="Possible"/>, and the interval is not empty: the first attested day can be after the end. With a day
    /// instead of a period, the overlap implies that.
    /// </summary>
    private Predicate Presumed(Operand from, Operand until) => _asOf is not null
        ? Possible(from, until)
        : Predicate.All([Possible(from, until), new NotPredicate(new CompareOperandsPredicate(from, Comparison.GreaterOrEqual, until))]);

    private static OrPredicate Open(Operand value, Comparison comparison, Parameter parameter) =>
        new([new IsNullPredicate(value), new ComparePredicate(value, comparison, parameter)]);

    private static OrPredicate Open(Operand value, Comparison comparison, Operand day) =>
        new([new IsNullPredicate(value), new CompareOperandsPredicate(value, comparison, day)]);

    private Predicate Attested(Operand first, Operand last)
    {
        var parts = new List<Predicate>(4);
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
