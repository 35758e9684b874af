using GraphIntel.Core.Filters;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Planning;

/// <content>
/// Conditions on imprecise dates. The bounds are moved instead of the stored dates, so that an index on the date serves them,
/// and nothing is stored for them.
/// </content>
internal sealed partial class FilterPlanner
{
    private Predicate ImpreciseDate(Property date, Imprecision imprecision, ObjectInput conditions, Alias of) => Predicate.All(
        [.. conditions.Fields.Select(condition => condition.Key is ArgumentNames.Possibly or ArgumentNames.Definitely
            ? Meaning(condition.Key, condition.Value, date, imprecision, of)
            : Operation(new PropertyOperand(of, date), date.Kind, FilterOperation.Named(condition.Key), condition.Value))]);

    private Predicate Meaning(string name, InputValue value, Property date, Imprecision imprecision, Alias of)
    {
        if (value is not ObjectInput given)
            return ReportNull(name, value, "omit it");
        var stored = new PropertyOperand(of, date);
        if (given.Fields.Count == 0)
            return new NotPredicate(new IsNullPredicate(stored));
        var bounds = new List<(string Operation, ValueSource Source)>();
        foreach (var (operation, bound) in given.Fields)
        {
            if (bound is ScalarInput day)
                bounds.Add((operation, day.Source));
            else
                ReportNull(operation, bound, "omit it");
        }
        var isPossible = name == ArgumentNames.Possibly;
        return imprecision.Until is { } until
            ? Period(stored, new PropertyOperand(of, until), bounds, isPossible)
            : Window(stored, new PropertyOperand(of, imprecision.Precision), bounds, isPossible);
    }

    /// <summary>It can mean the days from the date to another, or the date alone if that is missing.</summary>
    private Predicate Period(Operand date, Operand until, IReadOnlyList<(string, ValueSource)> bounds, bool isPossible)
    {
        var (from, to, end) = (plan.Parameter(ScalarKind.Date), plan.Parameter(ScalarKind.Date), plan.Parameter(ScalarKind.Date));
        plan.Bindings.Add(new DayPeriodBinding(bounds, isPossible, from, to, end));
        return Predicate.All(
        [
            .. Between(date, from, to),
            new ComparePredicate(new CoalesceOperand(until, date), isPossible ? Comparison.GreaterOrEqual : Comparison.LessOrEqual, end),
        ]);
    }

    /// <summary>
    /// It can mean days that the precision decides. The dates that match with one precision or another are a range, which an
    /// index finds; the precision of each decides then.
    /// </summary>
    private Predicate Window(PropertyOperand date, PropertyOperand precision, IReadOnlyList<(string, ValueSource)> bounds, bool isPossible)
    {
        var named = DayWindows.Named.Where(name => precision.Property.Enum!.Contains(name.Precision)).ToList();
        var windows = named.Select(name => name.Window).Prepend(DayWindow.Day).Distinct()
            .Select(window => new BoundWindow(window, plan.Parameter(ScalarKind.Date), plan.Parameter(ScalarKind.Date))).ToList();
        var exact = windows[0];
        if (windows.Count == 1)
        {
            plan.Bindings.Add(new DayWindowBinding(bounds, isPossible, windows, null));
            return Predicate.All(Between(date, exact.First, exact.Last));
        }
        var (from, to) = (plan.Parameter(ScalarKind.Date), plan.Parameter(ScalarKind.Date));
        plan.Bindings.Add(new DayWindowBinding(bounds, isPossible, windows, (from, to)));
        return Predicate.All(
        [
            .. Between(date, from, to),
            new CompareOperandsPredicate(date, Comparison.GreaterOrEqual, ByPrecision(window => window.First)),
            new CompareOperandsPredicate(date, Comparison.LessOrEqual, ByPrecision(window => window.Last)),
        ]);

        CaseOperand ByPrecision(Func<BoundWindow, Parameter> end) => new(
            precision.Of,
            precision.Property,
            [.. named.Select(name => (name.Precision, end(windows.Find(window => window.Window == name.Window)!)))],
            end(exact));
    }

    private static ComparePredicate[] Between(Operand date, Parameter first, Parameter last) =>
        [new(date, Comparison.GreaterOrEqual, first), new(date, Comparison.LessOrEqual, last)];
}
