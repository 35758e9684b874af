using System.Globalization;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>A column of a step's relationship that the stages of a walk carry to its end.</summary>
/// <param name="Step">The step.</param>
/// <param name="Column">The column of the relationship.</param>
/// <param name="Name">The name of the carried column.</param>
internal sealed record CarriedDate(WalkStep Step, string Column, string Name);

/// <summary>
/// What has to be carried to the end of a walk to compare the dates of its steps with the day there; nothing if the day is not
/// that of the end.
/// </summary>
internal sealed class WalkDates
{
    private readonly WalkSource _walk;
    private readonly List<CarriedDate> _dates = [];

    private WalkDates(WalkSource walk) => _walk = walk;

    /// <summary>The columns that the conditions of a walk refer to.</summary>
    /// <param name="compiler">Compiles the conditions.</param>
    /// <param name="walk">The walk.</param>
    /// <param name="scope">The scope of its origin.</param>
    public static WalkDates Of(SqlCompiler compiler, WalkSource walk, AliasScope scope)
    {
        var dates = new WalkDates(walk);
        if (!walk.IsDayAtEnd)
            return dates;

        // Compiled only to see which columns the conditions refer to.
        var inner = walk.Steps.Aggregate(scope, (outer, step) => outer.With(step.Followed.Number, new ReferenceBinding(column => dates.Add(step, column))));
        compiler.Predicates.Condition(walk.OnDay, inner.With(walk.Node.Number, new TableBinding("")));
        if (CopyOf(walk.Steps[^1], walk.Day!.Property) is { } copy)
            dates.Add(walk.Steps[^1], copy);
        return dates;
    }

    /// <summary>The column of a step's relationship with a copy of a property of the node that it leads to; null if there is none.</summary>
    public static string? CopyOf(WalkStep step, Property property) => step.IsTakenOnce && step.Copied == property
        ? step.Direction == Direction.Out ? Names.TargetOrder : Names.SourceOrder
        : null;

    /// <summary>The names of the carried columns.</summary>
    public IEnumerable<string> Columns => _dates.Select(date => date.Name);

    /// <summary>The columns of a step.</summary>
    public IReadOnlyList<CarriedDate> Of(WalkStep step) => [.. _dates.Where(date => date.Step == step)];

    /// <summary>A nested scope in which the relationships of the steps are columns of a stage.</summary>
    public AliasScope Bind(AliasScope scope, string stage) => _walk.Steps.Aggregate(
        scope, (outer, step) => outer.With(step.Followed.Number, new ReferenceBinding(column => $"{stage}.{Add(step, column)}")));

    /// <summary>The columns of the node at the end that a stage has.</summary>
    public IReadOnlyDictionary<string, string> CopiesOfNode(string stage)
    {
        var copies = new Dictionary<string, string>(StringComparer.Ordinal) { [Names.Key] = $"{stage}.{WalkCompiler.Node}" };
        if (CopyOf(_walk.Steps[^1], _walk.Day!.Property) is { } copy)
            copies.Add(Names.Column(_walk.Day.Property), $"{stage}.{Add(_walk.Steps[^1], copy)}");
        return copies;
    }

    private string Add(WalkStep step, string column)
    {
        var known = _dates.Find(date => date.Step == step && date.Column == column);
        if (known is null)
            _dates.Add(known = new CarriedDate(step, column, "c" + _dates.Count.ToString(CultureInfo.InvariantCulture)));
        return known.Name;
    }
}
