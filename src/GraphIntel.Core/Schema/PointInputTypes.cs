using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>The input types of points: conditions on a location, and the order by distance.</summary>
internal sealed class PointInputTypes
{
    private readonly ScalarTypes _scalars;
    private readonly InputObjectGraphType _point;

    public PointInputTypes(ScalarTypes scalars, ExplainedEnumType sortDirection)
    {
        _scalars = scalars;
        _point = Make("PointInput", SchemaDescriptions.Point);
        AddDegrees(_point, ArgumentNames.Latitude, SchemaDescriptions.Latitude);
        AddDegrees(_point, ArgumentNames.Longitude, SchemaDescriptions.Longitude);
        Filter = Make("PointOperationFilterInput", "Conditions on a location. All that are given must hold; a missing location matches none of them.");
        Add(Filter, ArgumentNames.Within, Box(), "It lies in this box.");
        Add(Filter, ArgumentNames.Distance, DistanceFilter(), "It lies at most this far from a point.");
        Sort = Make("PointSortInput", "A sort key for a location.");
        Sort.IsOneOf = true;
        Add(Sort, ArgumentNames.Distance, DistanceSort(sortDirection), "By the distance from a point; without a location: null.");
    }

    /// <summary>Conditions on a location.</summary>
    public InputObjectGraphType Filter { get; }

    /// <summary>A sort key for a location.</summary>
    public InputObjectGraphType Sort { get; }

    private InputObjectGraphType Box()
    {
        var box = Make(
            "BoxInput",
            "An area between two latitudes and two longitudes, edges included. If `west` is greater than `east`, it crosses the antimeridian. Longitudes are compared as numbers: -180 is not 180.");
        AddDegrees(box, ArgumentNames.South, "The least latitude, -90 to 90.");
        AddDegrees(box, ArgumentNames.West, "The longitude of the western edge, -180 to 180.");
        AddDegrees(box, ArgumentNames.North, "The greatest latitude, -90 to 90.");
        AddDegrees(box, ArgumentNames.East, "The longitude of the eastern edge, -180 to 180.");
        return box;
    }

    private InputObjectGraphType DistanceFilter()
    {
        var filter = Make("DistanceFilterInput", "A maximum distance from a point.");
        AddFrom(filter);
        Add(filter, ArgumentNames.Lte, new NonNullGraphType(_scalars.Int), "The maximum distance in meters, 0 or more.");
        return filter;
    }

    private InputObjectGraphType DistanceSort(ExplainedEnumType direction)
    {
        var sort = Make("DistanceSortInput", "A sort key for the distance from a point. The cursors of a page are valid for the same point only.");
        AddFrom(sort);
        sort.AddField(new FieldType
        {
            Name = ArgumentNames.Direction,
            ResolvedType = new NonNullGraphType(direction),
            Description = "Ascending: the nearest first.",
            DefaultValue = ArgumentNames.Ascending,
        });
        return sort;
    }

    private void AddFrom(InputObjectGraphType type) => Add(
        type,
        ArgumentNames.From,
        new NonNullGraphType(_point),
        "The point from which the distance is measured: along a great circle of a sphere with a radius of 6,378,140 m, rounded to whole meters.");

    private void AddDegrees(InputObjectGraphType type, string name, string description) =>
        Add(type, name, new NonNullGraphType(_scalars.Float), description);

    private static InputObjectGraphType Make(string name, string description) => new() { Name = name, Description = description };

    private static void Add(InputObjectGraphType type, string name, IGraphType value, string description) =>
        type.AddField(new FieldType { Name = name, ResolvedType = value, Description = description });
}
