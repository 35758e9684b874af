using System.Globalization;

namespace GraphIntel.Import.Mapping.Rows;

/// <summary>How much of a date was given.</summary>
internal enum DateWidth
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>About a day (<c>~2017-05-03</c>).</summary>
    About,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,
}

/// <summary>A day, with how much of it was given; of a month or a year, the first.</summary>
internal sealed record DateValue(DateOnly Day, DateWidth Width)
{
    /// <inheritdoc/>
    public override string ToString() => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
