using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Planning;

/// <summary>The parameters for the dates of one precision that satisfy bounds.</summary>
/// <param name="Window">The days that a date of this precision can mean.</param>
/// <param name="First">The first of the dates.</param>
/// <param name="Last">The last of the dates.</param>
internal sealed record BoundWindow(DayWindow Window, Parameter First, Parameter Last);

/// <summary>Binds, for bounds on the days that a date can mean, the dates that satisfy them, by precision.</summary>
/// <param name="Bounds">The operations and values of the bounds.</param>
/// <param name="IsPossible">Whether one of the days must lie within the bounds; else all.</param>
/// <param name="Windows">The parameters of each precision.</param>
/// <param name="Any">The first and the last date that satisfies them with any precision; null if not needed.</param>
internal sealed record DayWindowBinding(
    IReadOnlyList<(string Operation, ValueSource Source)> Bounds, bool IsPossible, IReadOnlyList<BoundWindow> Windows, (Parameter First, Parameter Last)? Any)
    : ParameterBinding
{
    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        var bounds = DayBounds.Read(Bounds, bound);
        var any = DayRange.Empty;
        foreach (var (window, first, last) in Windows)
        {
            var dates = IsPossible ? window.Possible(bounds) : window.Definite(bounds);
            DayBounds.Set(bound, dates, first, last);
            if (!dates.IsEmpty)
                any = new DayRange(Math.Min(any.First, dates.First), Math.Max(any.Last, dates.Last));
        }
        if (Any is var (from, to))
            DayBounds.Set(bound, any, from, to);
    }
}

/// <summary>Binds, for bounds on the days from one date to another, what these two must satisfy.</summary>
/// <param name="Bounds">The operations and values of the bounds.</param>
/// <param name="IsPossible">Whether one of the days must lie within the bounds; else all.</param>
/// <param name="First">The least first date.</param>
/// <param name="Last">The greatest first date.</param>
/// <param name="End">The least other date if one of the days must lie within the bounds, else the greatest.</param>
internal sealed record DayPeriodBinding(
    IReadOnlyList<(string Operation, ValueSource Source)> Bounds, bool IsPossible, Parameter First, Parameter Last, Parameter End) : ParameterBinding
{
    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        var bounds = DayWindow.Day.Possible(DayBounds.Read(Bounds, bound));
        var isOpen = IsPossible && !bounds.IsEmpty;
        DayBounds.Set(bound, isOpen ? bounds with { First = 0 } : bounds, First, Last);
        bound.Values[End.Index] = DateOnly.FromDayNumber(IsPossible ? bounds.First : bounds.Last);
    }
}

/// <summary>Bounds on days as a range of day numbers.</summary>
internal static class DayBounds
{
    /// <summary>The days within all bounds.</summary>
    public static DayRange Read(IReadOnlyList<(string Operation, ValueSource Source)> bounds, BoundParameters bound)
    {
        var range = DayRange.All;
        foreach (var (operation, source) in bounds)
        {
            var day = ((DateOnly)ValueBinding.ToScalar(source.Read(bound.Variables), ScalarKind.Date)).DayNumber;
            range = operation switch
            {
                ArgumentNames.Gt => range with { First = Math.Max(range.First, day + 1) },
                ArgumentNames.Gte => range with { First = Math.Max(range.First, day) },
                ArgumentNames.Lt => range with { Last = Math.Min(range.Last, day - 1) },
                ArgumentNames.Lte => range with { Last = Math.Min(range.Last, day) },
                _ => throw new ArgumentException($"'{operation}' is not a bound", nameof(bounds)),
            };
        }
        return range;
    }

    /// <summary>Sets two parameters to the ends of a range.</summary>
    public static void Set(BoundParameters bound, DayRange range, Parameter first, Parameter last)
    {
        bound.Values[first.Index] = DateOnly.FromDayNumber(range.First);
        bound.Values[last.Index] = DateOnly.FromDayNumber(range.Last);
    }
}
