using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Rows -> the response's <c>data</c>, in one pass over the store's own bytes. A null that may not be takes the nearest
/// object around it that may be null (specification, section 6.4.4): the buffer is cut back, the row skipped.
/// </summary>
/// <typeparam name="TReader">The store's reader; a struct, so that the writer is compiled for it.</typeparam>
internal ref partial struct ResponseWriter<TReader>
    where TReader : struct, IRowReader, allows ref struct
{
    private readonly PlanRun _run;
    private readonly ResponseBuffer _output;
    private readonly ResponsePath _path = new();
    private TReader _reader;

    /// <summary>Where the keys of the item at hand begin.</summary>
    private int _rowKeys;

    private ResponseWriter(PlanRun run, TReader reader)
    {
        _run = run;
        _output = run.Output;
        _reader = reader;
    }

    /// <summary>Writes the answer of a plan, whose root is one row.</summary>
    public static void Write(PlanRun run, TReader reader)
    {
        var writer = new ResponseWriter<TReader>(run, reader);
        var start = run.Output.Length;
        if (run.Plan.NeedsStore)
            writer._reader.EnterRow();
        if (writer.WriteObject(run.Plan.Slots))
            return;
        run.Output.Length = start;
        run.Output.Write("null"u8);
    }

    /// <summary>Writes an object; false where a null in it takes the object with it.</summary>
    private bool WriteObject(Slot[] slots)
    {
        _output.Write((byte)'{');
        for (var index = 0; index < slots.Length; index++)
        {
            if (index > 0)
                _output.Write((byte)',');
            var slot = slots[index];
            _output.Write(slot.KeyBytes);
            if (!WriteSlot(slot))
                return false;
        }
        _output.Write((byte)'}');
        return true;
    }

    private bool WriteSlot(Slot slot)
    {
        switch (slot)
        {
            case ValueSlot value:
                return WriteValue(value);
            case ConstantSlot constant:
                _output.Write(constant.Json);
                return true;
            case InlineSlot inline:
                return Below(slot, inline.Slots);
            case ObjectSlot single:
                return WriteRow(single, single.Slots);
            case ConnectionSlot connection:
                return WriteConnection(connection);
            case AnySlot any:
                return _reader.TryReadNull() ? WriteNull(any) : WriteCase(any, any.Cases);
            case AnyListSlot list:
                WriteAnyList(list);
                return true;
            case PointSlot point:
                return WriteRow(point, point.Slots);
            case CoordinateSlot:
                _reader.CopyScalar(ScalarKind.Float, _output);
                return true;
            case IntrospectionSlot:
                _output.Write(_run.Introspection![slot.ResponseKey]);
                return true;
            case CursorSlot cursor:
                WriteCursor(cursor.Page, _rowKeys);
                return true;
            default:
                throw new InvalidOperationException($"No way to write {slot.GetType().Name}.");
        }
    }

    /// <summary>A null where the field may be null; else an error, and false.</summary>
    private readonly bool WriteNull(Slot slot)
    {
        if (slot.IsRequired)
        {
            _run.ReportNull(slot, _path.ToList(slot.ResponseKey));
            return false;
        }
        _output.Write("null"u8);
        return true;
    }

    private bool WriteValue(ValueSlot slot)
    {
        if (_reader.TryReadNull())
            return WriteNull(slot);
        if (!slot.IsList)
        {
            _reader.CopyScalar(slot.Kind, _output);
            return true;
        }
        _output.Write((byte)'[');
        var remaining = _reader.EnterList();
        for (var index = 0; _reader.NextItem(ref remaining); index++)
        {
            if (index > 0)
                _output.Write((byte)',');
            _reader.CopyScalar(slot.Kind, _output);
        }
        _output.Write((byte)']');
        return true;
    }

    private bool WriteRow(Slot slot, Slot[] slots)
    {
        if (_reader.TryReadNull())
            return WriteNull(slot);
        var row = _reader.Position;
        var start = _output.Length;
        _reader.EnterRow();
        if (Below(slot, slots))
        {
            _reader.ExitRow();
            return true;
        }
        return Recover(slot.IsRequired, row, start);
    }

    private void WriteAnyList(AnyListSlot slot)
    {
        _output.Write((byte)'[');
        _path.Push(slot.ResponseKey);
        var remaining = _reader.EnterList();
        for (var index = 0; _reader.NextItem(ref remaining); index++)
        {
            if (index > 0)
                _output.Write((byte)',');
            _path.Push(index);
            if (_reader.TryReadNull())
                _output.Write("null"u8);
            else
                WriteCase(slot.Cases, isRequired: false);
            _path.Pop();
        }
        _path.Pop();
        _output.Write((byte)']');
    }

    private bool WriteCase(AnySlot slot, AnyCase[] cases)
    {
        _path.Push(slot.ResponseKey);
        var written = WriteCase(cases, slot.IsRequired);
        _path.Pop();
        return written;
    }

    /// <summary>An object of the type whose number its row begins with.</summary>
    private bool WriteCase(AnyCase[] cases, bool isRequired)
    {
        var row = _reader.Position;
        var start = _output.Length;
        _reader.EnterRow();
        if (!WriteObject(cases[_reader.ReadInt()].Slots))
            return Recover(isRequired, row, start);
        _reader.ExitRow();
        return true;
    }

    private bool Below(Slot slot, Slot[] slots)
    {
        _path.Push(slot.ResponseKey);
        var written = WriteObject(slots);
        _path.Pop();
        return written;
    }

    /// <summary>An object lost to a null in it: null where it may be, and the next value comes after its row.</summary>
    private bool Recover(bool isRequired, int row, int start)
    {
        if (isRequired)
            return false;
        _output.Length = start;
        _output.Write("null"u8);
        _reader.Position = row;
        _reader.Skip();
        return true;
    }
}
