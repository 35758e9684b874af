using System.Runtime.InteropServices;
using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Rows;
using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>
/// Collects the rows of an entry with <c>span</c>: consecutive steps between the same ends, with the same values in <c>by</c>,
/// are one interval. Rows need no order; what is kept grows with steps, not with rows.
/// </summary>
internal sealed class SpanTable(EntryPlan entry, IdentityTable identities, Findings findings)
{
    private readonly Dictionary<(Identity From, Identity To, string By), SortedList<int, object?[]>> _steps = [];
    private Dictionary<(string From, string To, string By), List<Run>> _runs = [];
    private int _newest = int.MinValue;

    /// <summary>The step of a row; null if it has no day.</summary>
    public int? StepOf(Frame frame)
    {
        if (entry.Span!.On(frame) is not DateValue date)
            return null;
        return entry.Span.Step switch
        {
            SpanStep.Day => date.Day.DayNumber,
            SpanStep.Month => (date.Day.Year * 12) + date.Day.Month - 1,
            SpanStep.Year => date.Day.Year,
        };
    }

    /// <summary>Notes a step that the file has, whether or not there was anything in it.</summary>
    public void Note(int step) => _newest = Math.Max(_newest, step);

    /// <summary>Adds the values of a row.</summary>
    public void Add(Identity from, Identity to, int step, object?[] values)
    {
        ref var steps = ref CollectionsMarshal.GetValueRefOrAddDefault(_steps, (from, to, ByOf(values)), out _);
        steps ??= [];
        if (!steps.TryAdd(step, values))
            EntryValues.Merge(entry, steps[step], values, findings);
    }

    /// <summary>Makes the intervals, after all rows; nodes may have been found to be the same by now.</summary>
    public void Build()
    {
        var merged = new Dictionary<(string, string, string), (string By, SortedList<int, object?[]> Steps)>();
        foreach (var ((from, to, by), steps) in _steps)
        {
            if (from.IsMissing || to.IsMissing || from.Id == to.Id)
                continue;
            foreach (var values in steps.Values)
                identities.Resolve(entry, values);
            ref var all = ref CollectionsMarshal.GetValueRefOrAddDefault(merged, (from.Id, to.Id, ByOf(steps.Values[0])), out var exists);
            if (!exists)
            {
                all = (by, steps);
                continue;
            }

            foreach (var (step, values) in steps)
            {
                if (!all.Steps.TryAdd(step, values))
                    EntryValues.Merge(entry, all.Steps[step], values, findings);
            }
        }

        _runs = merged.ToDictionary(pair => pair.Key, pair => RunsOf(pair.Value.Steps, pair.Value.By));
        _steps.Clear();
    }

    /// <summary>Forgets which relationships the intervals are.</summary>
    public void ForgetWritten()
    {
        foreach (var runs in _runs.Values)
            runs.ForEach(run => run.Identity = null);
    }

    /// <summary>The interval of a row; null if it has none.</summary>
    public Run? Find(Identity from, Identity to, int step, object?[] values)
    {
        if (!_runs.TryGetValue((from.Id, to.Id, ByOf(values)), out var runs))
            return null;
        foreach (var run in runs)
        {
            if (run.FirstStep <= step && step <= run.LastStep)
                return run;
        }

        return null;
    }

    private List<Run> RunsOf(SortedList<int, object?[]> steps, string by)
    {
        var runs = new List<Run>();
        foreach (var (step, values) in steps)
        {
            if (runs.Count > 0 && runs[^1].LastStep == step - 1)
            {
                runs[^1].LastStep = step;
                EntryValues.Merge(entry, runs[^1].Values, values, findings);
            }
            else
            {
                runs.Add(new Run(entry.Span!.Step, step, _newest, values, entry.Span.By.Length > 0 ? "~" + Texts.Hash(by)[..8] : ""));
            }
        }

        return runs;
    }

    private string ByOf(object?[] values)
    {
        var texts = new List<string>();
        foreach (var index in entry.Span!.By)
        {
            if (values[index] is Array list)
            {
                foreach (var item in list)
                    texts.Add(item?.ToString() ?? "");
            }
            else
            {
                texts.Add(Texts.Of(values[index]) ?? values[index]?.ToString() ?? "");
            }

            texts.Add("");
        }

        return string.Join('\0', texts);
    }

    /// <summary>An interval.</summary>
    internal sealed class Run(SpanStep step, int first, int newest, object?[] values, string mark) : ISpan
    {
        public int FirstStep { get; } = first;

        public int LastStep { get; set; } = first;

        /// <summary>
        /// Tells apart in ids what is so between the same ends from the same day on, by the values that cut intervals, as the rows
        /// give them; empty if none do.
        /// </summary>
        public string Mark { get; } = mark;

        /// <summary>The values of its rows.</summary>
        public object?[] Values { get; } = values;

        /// <summary>Which relationship it is; null until it is written.</summary>
        public Identity? Identity { get; set; }

        public DateOnly First => StartOf(FirstStep);

        public DateOnly Last => StartOf(LastStep + 1).AddDays(-1);

        public DateOnly? Ended => LastStep >= newest ? null : StartOf(LastStep + 1);

        private DateOnly StartOf(int at) => step switch
        {
            SpanStep.Day => DateOnly.FromDayNumber(at),
            SpanStep.Month => new DateOnly(at / 12, (at % 12) + 1, 1),
            SpanStep.Year => new DateOnly(at, 1, 1),
        };
    }
}
