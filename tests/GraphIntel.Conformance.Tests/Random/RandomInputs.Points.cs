using GraphIntel.Core.Values;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Points, boxes and distances.</summary>
internal sealed partial class RandomInputs
{
    private InputText.Map DistanceSort(bool isInside)
    {
        List<(string, InputText)> fields = [("from", Point(dice.Pick(Pools.Points), isInside))];
        if (dice.Chance(60))
        {
            var direction = InputText.Enum(dice.Pick(["ASC", "DESC", "DESC"]));
            if (!isInside && dice.Chance(10))
                direction = Variable("SortEnumType!", "direction", direction, direction);
            fields.Add(("direction", direction));
        }
        return new InputText.Map([("distance", new InputText.Map(fields))]);
    }

    // Mostly as far as another place is, or a meter less or more.
    private InputText.Map DistanceFilter(bool isInside)
    {
        var from = dice.Pick(Pools.Points);
        var limit = dice.Chance(70)
            ? Math.Max(0, Oracle.Points.Distance(from, dice.Pick(Pools.Points)) + dice.Int(-1, 1))
            : dice.Pick([0, 60_000, int.MaxValue]);
        InputText meters = InputText.Number(Mistake() ? -1 : limit);
        if (!isInside && dice.Chance(10))
            meters = Variable("Int!", "lte", meters, meters);
        return new InputText.Map([("from", Point(from, isInside)), ("lte", meters)]);
    }

    private InputText.Map Box(bool isInside)
    {
        var (south, north) = (Latitude(), Latitude());
        if (south > north && !Mistake())
            (south, north) = (north, south);
        return new InputText.Map(
        [
            ("south", Coordinate(south, isInside)),
            ("west", Coordinate(Longitude(), isInside)),
            ("north", Coordinate(north, isInside)),
            ("east", Coordinate(Longitude(), isInside)),
        ]);
    }

    private double Latitude() => Mistake() ? dice.Pick([90.5, -91]) : dice.Pick(Pools.Latitudes);

    private double Longitude() => Mistake() ? dice.Pick([180.5, -181]) : dice.Pick(Pools.Longitudes);

    private InputText Point(GeoPoint point, bool isInside)
    {
        InputText.Map Made(bool isInside) => new(
        [
            ("latitude", Coordinate(Mistake() ? 90.5 : point.Latitude, isInside)),
            ("longitude", Coordinate(Mistake() ? -181 : point.Longitude, isInside)),
        ]);
        return isInside || !dice.Chance(10)
            ? Made(isInside)
            : Variable("PointInput!", "point", Made(isInside: true), Made(isInside: true));
    }

    // One variable stands for one number alone, so that a box stays one.
    private InputText Coordinate(double degrees, bool isInside)
    {
        var number = InputText.Number(degrees);
        return isInside || !dice.Chance(10) ? number : Variable("Float!", $"degrees {number.Literal}", number, number);
    }
}
