using GraphIntel.Core.Filters;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;

namespace GraphIntel.Core.Planning;

/// <summary>
/// Plans <c>standing</c>, <c>knownBy</c> and <c>accordingTo</c> of a hop as a condition on its relationships: the standing that
/// follows from all claims, or from those until a day, or of some sources. Claims about a single property do not count.
/// </summary>
internal sealed class ClaimPlanner
{
    private readonly PlanBuilder _plan;
    private readonly IReadOnlyList<string> _standing;
    private readonly Parameter? _knownBy;
    private readonly Parameter? _sources;

    /// <inheritdoc cref="TimePlanner(PlanBuilder, Func{string, InputValue})"/>
    public ClaimPlanner(PlanBuilder plan, Func<string, InputValue?> find)
    {
        _plan = plan;
        _standing = find(ArgumentNames.Standing) is ScalarInput standing
            ? [.. ((System.Collections.IEnumerable)standing.Current!).Cast<string>().Distinct().Order(StringComparer.Ordinal)]
            : ArgumentNames.DefaultStanding;
        if (find(ArgumentNames.KnownBy) is ScalarInput knownBy)
            _knownBy = plan.Value(ScalarKind.Date, knownBy);
        if (find(ArgumentNames.AccordingTo) is ScalarInput sources)
            _sources = plan.Ids(sources, ArgumentNames.AccordingTo);
    }

    /// <summary>The condition on a relationship whose type has a standing.</summary>
    public Predicate On(RelationshipAlias alias)
    {
        var (relationship, asserted, disputed, denied) = (
            alias.Relationship, Allows(Standings.Asserted), Allows(Standings.Disputed), Allows(Standings.Denied));
        if (_sources is not null)
            return AccordingTo(alias, _sources, asserted, disputed, denied);
        return _knownBy is not null
            ? KnownBy(alias, _knownBy, asserted, disputed, denied)
            : new StandingPredicate(alias, relationship.Standing!, _standing);
    }

    private bool Allows(string standing) => _standing.Contains(standing);

    /// <summary>
    /// The first days of claims for and against a relationship say what was known on a day. Without any claim it is asserted on
    /// every day.
    /// </summary>
    private static Predicate KnownBy(RelationshipAlias alias, Parameter day, bool asserted, bool disputed, bool denied)
    {
        var (supporting, denying) = alias.Relationship.FirstClaims!.Value;
        var (supported, against) = (new PropertyOperand(alias, supporting), new PropertyOperand(alias, denying));
        var known = Standing(
            () => new ComparePredicate(supported, Comparison.LessOrEqual, day),
            () => new ComparePredicate(against, Comparison.LessOrEqual, day),
            () => Predicate.AnyOf([
                new ComparePredicate(supported, Comparison.LessOrEqual, day), new ComparePredicate(against, Comparison.LessOrEqual, day)]),
            asserted, disputed, denied);
        return asserted
            ? Predicate.AnyOf([known, Predicate.All([new IsNullPredicate(supported), new IsNullPredicate(against)])])
            : known;
    }

    private Predicate AccordingTo(RelationshipAlias alias, Parameter sources, bool asserted, bool disputed, bool denied) => Standing(
        () => ClaimsOf(alias, sources, denies: false),
        () => ClaimsOf(alias, sources, denies: true),
        () => ClaimsOf(alias, sources, denies: null),
        asserted, disputed, denied);

    /// <summary>
    /// The condition that what claims come to is one of the allowed standings. Each part is made where it is needed, since a part
    /// in a plan is read once.
    /// </summary>
    /// <param name="supported">Makes: there is a claim for it.</param>
    /// <param name="opposed">Makes: there is a claim against it.</param>
    /// <param name="claimed">Makes: there is a claim for or against it.</param>
    /// <param name="asserted">Whether it may be asserted.</param>
    /// <param name="disputed">Whether it may be disputed.</param>
    /// <param name="denied">Whether it may be denied.</param>
    private static Predicate Standing(
        Func<Predicate> supported, Func<Predicate> opposed, Func<Predicate> claimed, bool asserted, bool disputed, bool denied) =>
        (asserted, disputed, denied) switch
        {
            (true, true, true) => claimed(),
            (true, true, false) => supported(),
            (true, false, true) => Predicate.All([claimed(), new NotPredicate(Predicate.All([supported(), opposed()]))]),
            (true, false, false) => Predicate.All([supported(), new NotPredicate(opposed())]),
            (false, true, true) => opposed(),
            (false, true, false) => Predicate.All([supported(), opposed()]),
            (false, false, true) => Predicate.All([opposed(), new NotPredicate(supported())]),
            (false, false, false) => Predicate.False,
        };

    /// <summary>There is a claim of one of the sources, made until the day if one is given.</summary>
    /// <param name="alias">The relationship.</param>
    /// <param name="sources">The ids of the sources.</param>
    /// <param name="denies">Whether it is against the relationship; null for either.</param>
    private ExistsPredicate ClaimsOf(RelationshipAlias alias, Parameter sources, bool? denies)
    {
        var role = alias.Relationship.Claim!;
        var claim = _plan.Node(role.Type);
        var parts = new List<Predicate>();
        if (role.Field is not null)
            parts.Add(new IsNullPredicate(new PropertyOperand(claim, role.Field)));
        if (denies is { } against)
        {
            var denial = new ComparePredicate(new PropertyOperand(claim, role.Stance), Comparison.Equal, _plan.Constant(ScalarKind.Enum, role.Denies));
            parts.Add(against ? denial : new NotPredicate(denial));
        }
        if (_knownBy is not null)
            parts.Add(new ComparePredicate(new PropertyOperand(claim, role.Made), Comparison.LessOrEqual, _knownBy));
        parts.Add(IsFrom(claim, role.Source!, sources));
        return new ExistsPredicate(new RefersBySource(new IdOperand(alias), role.About, claim, Predicate.All(parts)));
    }

    /// <summary>The relationship to the source has its default arguments, as in a filter.</summary>
    private ExistsPredicate IsFrom(NodeAlias claim, RelationshipField field, Parameter sources)
    {
        var followed = _plan.Relationship(field.Relationship);
        var source = _plan.Node(field.Target);
        var where = Predicate.All([new TimePlanner(_plan, _ => null).On(followed), new InPredicate(new IdOperand(source), sources)]);
        return new ExistsPredicate(new HopSource(claim, followed, field.Direction, true, source, where));
    }
}
