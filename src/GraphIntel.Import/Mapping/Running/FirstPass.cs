using GraphIntel.Core.Model;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Reading;
using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>
/// The first pass over the rows: evaluates everything, so that every error is found before anything is written, and collects
/// what several rows make together. A row with an error leaves nothing behind.
/// </summary>
internal sealed class FirstPass
{
    private const int RowsPerReport = 1_024;

    private readonly MappingPlan _plan;
    private readonly MappingState _state;
    private readonly Frame _frame;
    private readonly HashSet<string> _bad = new(StringComparer.Ordinal);
    private readonly List<(EntryPlan Entry, Instance Instance, object?[] Values)> _made = [];
    private readonly List<(EntryPlan Entry, Instance From, Instance To, int Step, object?[] Values)> _spans = [];
    private readonly List<(RelationshipType Type, Identity Source, Identity Target)> _above = [];
    private string? _key;

    public FirstPass(MappingPlan plan, MappingState state)
    {
        (_plan, _state) = (plan, state);
        _frame = Preparation.NewFrame(plan, state.Findings);
    }

    /// <summary>Checks all rows.</summary>
    public void Run(IReadOnlyList<(TableFile File, int Index)> files, ImportDiagnostics diagnostics, IImportProgress progress, CancellationToken cancellation)
    {
        var total = files.Sum(file => file.File.Length);
        foreach (var row in TableRun.Read(files, _plan.Options, _plan.Columns, _frame.Cells, _state.Gathered))
        {
            if (row.Number % RowsPerReport == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress.Report(ImportPhase.Checking, Math.Min(row.BytesRead, total), total);
            }

            _state.Rows++;
            if (_state.Skipped.Contains(row.Number))
                continue;
            _key = null;
            var name = _state.FileNames[row.File];
            _state.Findings.At = (name, row.Line);
            _state.Maker.At = (row.File, row.Line);
            if (row.Error is { } unreadable)
            {
                diagnostics.Add(name, row.Line, null, unreadable);
                _state.SkipBad(row.Number);
                _state.HasUnknownKey = true;
                continue;
            }

            try
            {
                if (!Check())
                    _state.Skipped.Add(row.Number);
            }
            catch (RowException failure)
            {
                diagnostics.Add(name, row.Line, failure.Column, failure.Message);
                _state.SkipBad(row.Number);
                if (_key is null)
                    _state.HasUnknownKey = true;
                else
                    _bad.Add(_key);
            }
        }

        // A row with an error is left out, but it is there.
        _state.Keys.UnionWith(_bad);
        progress.Report(ImportPhase.Checking, total, total);
    }

    /// <summary>Checks the row; false if another row has its key.</summary>
    private bool Check()
    {
        _frame.BeginRow();
        _made.Clear();
        _spans.Clear();
        _above.Clear();
        var key = _key = _plan.Key(_frame) ?? throw new RowException("the key of the row is empty");
        if (_state.Keys.Contains(key))
        {
            _state.Findings.Add("row with the key of an earlier row, left out", key);
            return false;
        }

        foreach (var (kind, when) in _plan.Warnings)
        {
            if (when(_frame))
                _state.Findings.Add(kind, key);
        }

        _state.Maker.Make(_frame);
        foreach (var entry in _plan.Entries)
        {
            // A row tells that the file has its day, whether or not there was anything.
            if (entry.Span is { IsOfRow: true } && _state.SpansOf(entry).StepOf(_frame) is { } step)
                _state.SpansOf(entry).Note(step);
            var instances = _frame.Instances[entry.Index];
            for (var position = 0; position < instances.Count; position++)
            {
                if (instances[position] is not { } instance || instance.IsKnown)
                    continue;
                if (entry.Root.HasLoop)
                    RowMaker.Enter(entry.Root, position, _frame);
                if (entry.Type is RelationshipType)
                    CheckRelationship(entry, instance);
                else
                    CheckNode(entry, instance);
            }
        }

        if (_plan.Covers?.Invoke(_frame) is { } covered)
            _state.Covered.Add(covered);
        Commit();
        _state.Keys.Add(key);
        return true;
    }

    private void CheckNode(EntryPlan entry, Instance instance)
    {
        if (!entry.IsMade && !entry.IsUpdate)
        {
            _made.Add((entry, instance, []));
            return;
        }

        var values = EntryValues.Read(entry, _frame, hasSpan: false);
        foreach (var field in entry.Fields)
        {
            object? found = null;
            foreach (var read in field.Read)
                found ??= read(_frame);
            // No other row refers to what only this one makes.
            if (field.Type.IsHierarchy && !entry.IsPerRow && found is Instance { Identity: { } other })
                _above.Add(field.IsReversed ? (field.Type, other, instance.Identity!) : (field.Type, instance.Identity!, other));
        }

        _made.Add((entry, instance, values));
    }

    private void CheckRelationship(EntryPlan entry, Instance instance)
    {
        var from = entry.From!(_frame) as Instance;
        var to = entry.To!(_frame) as Instance;
        var step = entry.Span is null ? null : _state.SpansOf(entry).StepOf(_frame);
        if (step is { } newest)
            _state.SpansOf(entry).Note(newest);
        if (from is null || to is null)
            return;
        if (entry.Key is not null)
            RowMaker.ReadId(entry, _frame);
        var values = EntryValues.Read(entry, _frame, hasSpan: false);
        if (entry.Span is null)
            return;
        if (step is { } at)
            _spans.Add((entry, from, to, at, values));
        else
            throw new RowException($"the day of {entry.Name} is empty");
        instance.Identity = null;
    }

    /// <summary>The row has no error: what it makes counts.</summary>
    private void Commit()
    {
        foreach (var (entry, instance, values) in _made)
        {
            var identity = instance.Identity!;
            if (instance.CacheKey is { } key)
                _state.Maker.Remember(entry, key, identity);
            if (entry.IsUpdate)
                _state.AddUpdate(entry, identity, values);
            if (!entry.IsMade)
                continue;
            _state.NoteMatchable(entry, identity, values, _frame);
            if (identity.Maker < 0)
            {
                identity.Maker = entry.Number;
                if (entry.KeepsValues)
                    identity.Values = values;
                if (!entry.IsPerRow)
                    identity.Hash = EntryValues.HashOf(values);
            }
            else if (identity.Maker != entry.Number)
            {
                _state.Findings.Add($"{entry.Name} is the same as an entry above it, whose values count", identity.Id);
            }
            else if (entry.IsMerged)
            {
                EntryValues.Merge(entry, identity.Values!, values, _state.Findings);
            }
            else if (!entry.IsPerRow && identity.Hash != EntryValues.HashOf(values))
            {
                _state.Findings.Add($"{entry.Name} with other values than in an earlier row, of which the first counts", identity.Id);
            }
        }

        foreach (var (type, source, target) in _above)
            _state.Identities.NoteAbove(type, source, target);
        foreach (var (entry, from, to, step, values) in _spans)
            _state.SpansOf(entry).Add(from.Identity!, to.Identity!, step, values);
    }
}
