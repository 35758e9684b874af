using GraphQL.Types;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Periods: of time, and those of a timeline.</summary>
internal sealed partial class RandomInputs
{
    private const int MaxPeriods = 1000;

    private static InputText Day(DateOnly day) => InputText.Text(day.ToString("yyyy-MM-dd", null));

    // The ends of a period, each given in so many of a hundred cases.
    private List<(string Name, InputText Value)> Ends(int percent, bool isInside)
    {
        InputText End(DateOnly day, string name)
        {
            var end = dice.Chance(10) ? InputText.Null : Day(day);
            // One variable stands for ends of one day alone, so that every period is one.
            return isInside || !dice.Chance(20) ? end : Variable("Date", $"{name} {day:O}", end, InputText.Null);
        }
        var (from, until) = (Pools.Day(dice), Pools.Day(dice));
        if (from > until != Mistake())
            (from, until) = (until, from);
        List<(string, InputText)> ends = [];
        if (dice.Chance(percent))
            ends.Add(("from", End(from, "from")));
        if (dice.Chance(percent) && (from != until || hasErrors))
            ends.Add(("until", End(until, "until")));
        return ends;
    }

    // One or two bounds mostly, which mostly leave days between them.
    private InputText.Map Bounds(InputObjectGraphType type, bool isInside)
    {
        var names = dice.Chance(70)
            ? dice.Pick(new string[][] { ["gte"], ["lte"], ["gte", "lte"], ["gte", "lt"], ["gt", "lte"] })
            : [.. dice.Some(type.Fields.ToList(), dice.Int(0, 4)).Select(field => field.Name)];
        return new InputText.Map([.. names.Select(name =>
            (name, Value(type.GetField(name)!.ResolvedType!, name, 0, mayBeNull: Mistake(), isInside: isInside)))]);
    }

    private List<(string Name, InputText Value)> Timeline(IGraphType by)
    {
        if (!dice.Chance(6))
            return [("by", Value(by, "by", 0, mayBeNull: false)), .. Ends(40, isInside: false)];
        // As many days as there may be periods, and one more.
        var from = Pools.Days[dice.Int(0, 5)];
        return [("by", InputText.Enum("DAY")), ("from", Day(from)), ("until", Day(from.AddDays(MaxPeriods + dice.Int(0, 1))))];
    }
}
