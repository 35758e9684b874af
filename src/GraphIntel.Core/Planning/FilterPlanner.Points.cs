using GraphIntel.Core.Filters;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;

namespace GraphIntel.Core.Planning;

/// <content>Conditions on points.</content>
internal sealed partial class FilterPlanner
{
    private Predicate Location(Property point, ObjectInput conditions, Alias of) => Predicate.All(
        [.. conditions.Fields.Select(condition => condition.Value is ObjectInput given
            ? Location(condition.Key, given, point, of)
            : ReportNull(condition.Key, condition.Value, "omit it"))]);

    private Predicate Location(string name, ObjectInput given, Property point, Alias of) =>
        name == ArgumentNames.Within ? Within(given, point, of) : Near(given, point, of);

    private WithinPredicate Within(ObjectInput box, Property point, Alias of)
    {
        var within = new WithinPredicate(
            of,
            point,
            plan.Latitude(box, ArgumentNames.South),
            plan.Longitude(box, ArgumentNames.West),
            plan.Latitude(box, ArgumentNames.North),
            plan.Longitude(box, ArgumentNames.East));
        plan.Bindings.Add(new BoxBinding(within.South, within.North, box.Location));
        return within;
    }

    private ComparePredicate Near(ObjectInput distance, Property point, Alias of)
    {
        var measured = plan.Distance(of, point, (ObjectInput)distance.Find(ArgumentNames.From)!);
        var most = plan.NotNegative((ScalarInput)distance.Find(ArgumentNames.Lte)!, ArgumentNames.Lte);
        return new ComparePredicate(measured, Comparison.LessOrEqual, most);
    }
}
