using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Response;

/// <summary>
/// Writes rows as the response's <c>data</c>, in one pass over the store's own bytes. A null in a non-null field propagates to
/// the nearest nullable parent (specification, section 6.4.4): the buffer is truncated and the row skipped.
/// </summary>
/// <typeparam name="TReader">The store's reader; a struct, so that the JIT specializes the writer.</typeparam>
internal ref partial struct ResponseWriter<TReader>
    where TReader : struct, IRowReader, allows ref struct
{
    private readonly PlanRun _run;
    private readonly ResponseBuffer _output;
    private readonly ResponsePath _path = new();
    private TReader _reader;

    /// <summary>The start of the current item's sort keys.</summary>
    private int _rowKeys;

    /// <summary>The first day of the current period.</summary>
    private DateOnly _periodStart;

    /// <summary>The first day after the current period; null after the year 9999.</summary>
    private DateOnly? _periodEnd;

    private ResponseWriter(PlanRun run, TReader reader)
    {
        _run = run;
        _output = run.Output;
        _reader = reader;
    }

    /// <summary>Writes the result of a plan whose root is one row.</summary>
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

    /// <summary>
    /// Writes one root field with its key, for results with a row for each field. False if a null propagates to the root.
    /// </summary>
    /// <param name="run">The run, whose output ends with the previous field.</param>
    /// <param name="index">The index of the plan's slot.</param>
    /// <param name="reader">Positioned at the field's row; unused if the field reads no values.</param>
    public static bool WriteField(PlanRun run, int index, TReader reader)
    {
        var writer = new ResponseWriter<TReader>(run, reader);
        var slot = run.Plan.Slots[index];
        if (index > 0)
            run.Output.Write((byte)',');
        run.Output.Write(slot.KeyBytes);
        if (slot.ValueCount > 0)
            writer._reader.EnterRow();
        return writer.WriteSlot(slot);
    }

    /// <summary>Writes an object; false if a null propagates to it.</summary>
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

    private bool WriteSlot(Slot slot) => slot.Kind switch
    {
        SlotKind.Value => WriteValue((ValueSlot)slot),
        SlotKind.Constant => WriteJson(((ConstantSlot)slot).Json),
        SlotKind.Inline => WriteNested(slot, ((InlineSlot)slot).Slots),
        SlotKind.Object => WriteRow(slot, ((ObjectSlot)slot).Slots),
        SlotKind.Connection => WriteConnection((ConnectionSlot)slot),
        SlotKind.Polymorphic => WriteCase((PolymorphicSlot)slot),
        SlotKind.PolymorphicList => WriteCases((PolymorphicListSlot)slot),
        SlotKind.Point => WritePoint((PointSlot)slot),
        SlotKind.Introspection => WriteJson(_run.Introspection![slot.ResponseKey]),
        SlotKind.Cursor => WriteCursor(((CursorSlot)slot).Page, _rowKeys),
        SlotKind.Groups => WriteGroups((GroupsSlot)slot),
        SlotKind.Timeline => WriteTimeline((TimelineSlot)slot),
        SlotKind.PeriodEnd => WritePeriodEnd((PeriodEndSlot)slot),
        SlotKind.Search => WriteSearch((SearchSlot)slot),
        SlotKind.Traversal => WriteTraversal((TraversalSlot)slot),
    };

    private readonly bool WriteJson(byte[] json)
    {
        _output.Write(json);
        return true;
    }

    private bool WriteRow(Slot slot, Slot[] slots)
    {
        if (_reader.TryReadNull())
            return WriteNull(slot);
        var row = _reader.Position;
        var start = _output.Length;
        _reader.EnterRow();
        if (WriteNested(slot, slots))
        {
            _reader.ExitRow();
            return true;
        }
        return RecoverFromNull(slot.IsRequired, row, start);
    }

    private bool WriteCases(PolymorphicListSlot slot)
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
        return true;
    }

    private bool WriteCase(PolymorphicSlot slot)
    {
        if (_reader.TryReadNull())
            return WriteNull(slot);
        _path.Push(slot.ResponseKey);
        var written = WriteCase(slot.Cases, slot.IsRequired);
        _path.Pop();
        return written;
    }

    /// <summary>Writes an object of the case whose number is the first value of its row.</summary>
    private bool WriteCase(PolymorphicCase[] cases, bool isRequired)
    {
        var row = _reader.Position;
        var start = _output.Length;
        _reader.EnterRow();
        if (!WriteObject(cases[_reader.ReadInt()].Slots))
            return RecoverFromNull(isRequired, row, start);
        _reader.ExitRow();
        return true;
    }

    private bool WriteNested(ResponseField slot, Slot[] slots)
    {
        _path.Push(slot.ResponseKey);
        var written = WriteObject(slots);
        _path.Pop();
        return written;
    }

    /// <summary>Replaces an object to which a null propagated with null if it is nullable, and skips its row.</summary>
    private bool RecoverFromNull(bool isRequired, int row, int start)
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
