using GraphIntel.Core.Planning;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Response;

/// <content>Aggregates: groups and timelines.</content>
internal ref partial struct ResponseWriter<TReader>
{
    /// <summary>Writes a part of the aggregate's row, which the parts of a connection share.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="part">The part.</param>
    /// <param name="start">The start of the row; -1 before it was read.</param>
    private bool WriteAggregate(ConnectionSlot connection, AggregatePart part, ref int start)
    {
        if (part.Width == 0)
            return WriteNested(part, part.Slots);
        var isFirst = start < 0;
        var resume = _reader.Position;
        if (isFirst)
            start = resume;
        _reader.Position = start;
        _reader.EnterRow();
        for (var skipped = 0; skipped < part.Offset; skipped++)
            _reader.Skip();
        if (!WriteNested(part, part.Slots))
            return false;
        if (isFirst && part.Offset + part.Width == connection.AggregateWidth)
        {
            _reader.ExitRow();
            return true;
        }
        _reader.Position = resume;
        if (isFirst)
            _reader.Skip();
        return true;
    }

    private bool WriteGroups(GroupsSlot groups)
    {
        _path.Push(groups.ResponseKey);
        _output.Write((byte)'[');
        var written = true;
        var remaining = _reader.EnterList();
        for (var index = 0; written && _reader.NextItem(ref remaining); index++)
        {
            if (index > 0)
                _output.Write((byte)',');
            _path.Push(index);
            _reader.EnterRow();
            written = WriteObject(groups.Slots);
            if (written)
                _reader.ExitRow();
            _path.Pop();
        }
        _output.Write((byte)']');
        _path.Pop();
        return written;
    }

    /// <summary>Writes a timeline with the periods that have no members.</summary>
    /// <param name="timeline">The timeline.</param>
    /// <param name="hasRows">Whether its list comes next; otherwise there are no members.</param>
    private bool WriteTimeline(TimelineSlot timeline, bool hasRows = true)
    {
        var (list, start) = (_reader.Position, _output.Length);
        var isInLimit = TryFindPeriods(timeline, hasRows, out var periods);
        if (isInLimit)
        {
            _reader.Position = list;
            if (WritePeriods(timeline, hasRows, periods))
                return true;
        }
        // A timeline is nullable, so a null propagates no further.
        _output.Length = start;
        _output.Write("null"u8);
        _reader.Position = list;
        if (hasRows)
            _reader.Skip();
        return true;
    }

    private bool WritePeriods(TimelineSlot timeline, bool hasRows, (int First, int Last) periods)
    {
        var interval = timeline.Grouping.Interval;
        _path.Push(timeline.ResponseKey);
        _output.Write((byte)'[');
        var written = true;
        var remaining = hasRows ? _reader.EnterList() : 0;
        var next = hasRows ? NextPeriod(interval, ref remaining) : null;
        for (var period = periods.First; written && period <= periods.Last; period++)
        {
            if (period > periods.First)
                _output.Write((byte)',');
            _path.Push(period - periods.First);
            var outer = (_periodStart, _periodEnd);
            (_periodStart, _periodEnd) = (interval.StartOf(period)!.Value, interval.StartOf(period + 1));
            if (next != period)
            {
                WriteEmpty(timeline.Slots);
            }
            else if (written = WriteObject(timeline.Slots))
            {
                _reader.ExitRow();
                next = NextPeriod(interval, ref remaining);
            }
            (_periodStart, _periodEnd) = outer;
            _path.Pop();
        }
        _output.Write((byte)']');
        _path.Pop();
        return written;
    }

    /// <summary>
    /// Consumes the beginning of the next row with its period; null after the last row. A row whose day is none, which another
    /// tool wrote, is skipped.
    /// </summary>
    private int? NextPeriod(CalendarInterval interval, ref int remaining)
    {
        while (_reader.NextItem(ref remaining))
        {
            var row = _reader.Position;
            _reader.EnterRow();
            if (_reader.TryReadDay(out var day))
                return interval.NumberOf(day);
            _reader.Position = row;
            _reader.Skip();
        }
        return null;
    }

    /// <summary>
    /// The numbers of the first and the last period of a timeline; the last before the first if there is none. False, with an
    /// error reported, if there are too many.
    /// </summary>
    private bool TryFindPeriods(TimelineSlot timeline, bool hasRows, out (int First, int Last) periods)
    {
        var grouping = timeline.Grouping;
        var interval = grouping.Interval;
        var days = hasRows ? ScanPeriods(interval) : null;
        var first = Bound(grouping.From) is { } from ? interval.NumberOf(from) : days?.First;
        if (first is null)
        {
            // Nothing is before the first of all days, which may be the end.
            periods = (0, -1);
            return true;
        }
        var last = Bound(grouping.Until) is { } until ? interval.NumberOf(until.AddDays(-1)) : days?.Last;
        periods = (first.Value, last ?? first.Value - 1);
        if (periods.Last - periods.First < TimelineSlot.MaxPeriods)
            return true;
        _run.ReportPeriods(timeline, _path.ToList(timeline.ResponseKey), periods.Last - periods.First + 1);
        return false;
    }

    /// <summary>Consumes the list of a timeline; the first and the last of its periods, null without any.</summary>
    private (int First, int Last)? ScanPeriods(CalendarInterval interval)
    {
        (int First, int Last)? found = null;
        var remaining = _reader.EnterList();
        while (_reader.NextItem(ref remaining))
        {
            var row = _reader.Position;
            _reader.EnterRow();
            if (_reader.TryReadDay(out var day))
            {
                var period = interval.NumberOf(day);
                found = (found?.First ?? period, period);
            }
            _reader.Position = row;
            _reader.Skip();
        }
        return found;
    }

    private readonly DateOnly? Bound(Parameter? parameter) => parameter is null ? null : (DateOnly)_run.Bound.Values[parameter.Index]!;

    private readonly bool WritePeriodEnd(PeriodEndSlot end)
    {
        if ((end.IsStart ? _periodStart : _periodEnd) is { } day)
            _output.Write(day);
        else
            _output.Write("null"u8);
        return true;
    }

    /// <summary>Writes the fields of an aggregate without members.</summary>
    private void WriteEmpty(Slot[] slots)
    {
        _output.Write((byte)'{');
        for (var index = 0; index < slots.Length; index++)
        {
            if (index > 0)
                _output.Write((byte)',');
            var slot = slots[index];
            _output.Write(slot.KeyBytes);
            WriteEmpty(slot);
        }
        _output.Write((byte)'}');
    }

    private void WriteEmpty(Slot slot)
    {
        switch (slot)
        {
            case InlineSlot inline:
                _path.Push(slot.ResponseKey);
                WriteEmpty(inline.Slots);
                _path.Pop();
                break;
            case ConstantSlot constant:
                _output.Write(constant.Json);
                break;
            case PeriodEndSlot end:
                WritePeriodEnd(end);
                break;
            case ValueSlot { Value: MemberCountOperand or DistinctCountOperand or SummaryOperand { Function: SummaryFunction.Count } }:
                _output.Write((byte)'0');
                break;
            case GroupsSlot:
                _output.Write("[]"u8);
                break;
            case TimelineSlot timeline:
                WriteTimeline(timeline, hasRows: false);
                break;
            default:
                // Any other value of an aggregate is null without members.
                _output.Write("null"u8);
                break;
        }
    }
}
