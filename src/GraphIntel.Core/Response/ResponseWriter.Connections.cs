using GraphIntel.Core.Planning;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Response;

/// <content>Connections: items, page info, totals and cursors.</content>
internal ref partial struct ResponseWriter<TReader>
{
    private bool WriteConnection(ConnectionSlot connection)
    {
        var items = new Items(connection.Page, _run.Bound);
        if (connection.KeepsRows)
            _reader.EnterRow();
        _path.Push(connection.ResponseKey);
        _output.Write((byte)'{');
        var written = true;
        for (var index = 0; index < connection.Parts.Length && written; index++)
        {
            if (index > 0)
                _output.Write((byte)',');
            var part = connection.Parts[index];
            _output.Write(part.KeyBytes);
            written = part.Kind switch
            {
                ConnectionPartKind.Items => WriteItems(connection, (ItemsPart)part, ref items),
                ConnectionPartKind.PageInfo => WritePageInfo(connection, (PageInfoPart)part, ref items),
                ConnectionPartKind.Total => WriteTotal((TotalPart)part),
                ConnectionPartKind.Aggregate => WriteAggregate(connection, (AggregatePart)part, ref items.Aggregate),
                ConnectionPartKind.TypeName => WriteJson(((TypeNamePart)part).Json),
            };
        }
        _output.Write((byte)'}');
        _path.Pop();
        if (written && connection.KeepsRows)
            _reader.ExitRow();
        return written;
    }

    /// <summary>Reads the items without writing them, for page info.</summary>
    private void Scan(ref Items items)
    {
        items.Start = _reader.Position;
        var remaining = _reader.EnterList();
        var count = 0;
        var second = 0;
        while (_reader.NextItem(ref remaining))
        {
            items.Before = items.Last;
            items.Last = _reader.Position;
            if (count == 0)
                items.First = items.Last;
            else if (count == 1)
                second = items.Last;
            count++;
            _reader.Skip();
        }
        items.HasMore = count > items.Size;
        items.Count = Math.Min(count, items.Size);
        if (items.HasMore && items.IsBackward)
            items.First = second;
        else if (items.HasMore)
            items.Last = items.Before;
        items.AreRead = true;
    }

    private bool WriteItems(ConnectionSlot connection, ItemsPart slot, ref Items items)
    {
        if (!items.AreRead && items.IsBackward && items.ReadsOneMore)
            Scan(ref items);
        var resume = items.AreRead ? _reader.Position : -1;
        if (items.AreRead)
            _reader.Position = items.Start;
        else
            items.Start = _reader.Position;
        _path.Push(slot.ResponseKey);
        _output.Write((byte)'[');
        var skipFirst = items.HasMore && items.IsBackward;
        var count = 0;
        var remaining = _reader.EnterList();
        while (_reader.NextItem(ref remaining))
        {
            var row = _reader.Position;
            if (skipFirst || count == items.Size)
            {
                items.HasMore = true;
                skipFirst = false;
                _reader.Skip();
                continue;
            }
            if (count == 0)
                items.First = row;
            else
                _output.Write((byte)',');
            items.Last = row;
            _path.Push(count);
            var written = WriteItem(connection, slot, row);
            _path.Pop();
            if (!written)
            {
                _path.Pop();
                return false;
            }
            count++;
        }
        items.Count = count;
        items.AreRead = true;
        _output.Write((byte)']');
        _path.Pop();
        if (resume >= 0)
            _reader.Position = resume;
        return true;
    }

    private bool WriteItem(ConnectionSlot connection, ItemsPart slot, int row)
    {
        _reader.EnterRow();
        var outerKeys = _rowKeys;
        _rowKeys = _reader.Position;
        for (var skipped = 0; skipped < slot.Offset; skipped++)
            _reader.Skip();
        var written = WriteObject(slot.Slots);
        _rowKeys = outerKeys;
        if (!written)
            return false;
        if (slot.Offset + slot.Width == connection.ItemWidth)
        {
            _reader.ExitRow();
            return true;
        }
        _reader.Position = row;
        _reader.Skip();
        return true;
    }

    private bool WritePageInfo(ConnectionSlot connection, PageInfoPart part, ref Items items)
    {
        if (part.NeedsItems && !items.AreRead)
            Scan(ref items);
        _output.Write((byte)'{');
        for (var index = 0; index < part.Values.Length; index++)
        {
            if (index > 0)
                _output.Write((byte)',');
            var value = part.Values[index];
            _output.Write(value.KeyBytes);
            _ = value.Kind switch
            {
                PageInfoKind.TypeName => WriteJson(value.TypeName),
                PageInfoKind.More => WriteBoolean(items.HasMore),
                PageInfoKind.Given => WriteBoolean(connection.Page.StartsAtCursor),
                PageInfoKind.StartCursor => WriteCursorOf(connection, items.Count, items.First),
                PageInfoKind.EndCursor => WriteCursorOf(connection, items.Count, items.Last),
            };
        }
        _output.Write((byte)'}');
        return true;
    }

    private readonly bool WriteBoolean(bool value)
    {
        _output.Write(value ? "true"u8 : "false"u8);
        return true;
    }

    private bool WriteCursorOf(ConnectionSlot connection, int count, int row)
    {
        if (count == 0)
        {
            _output.Write("null"u8);
            return true;
        }
        var resume = _reader.Position;
        _reader.Position = row;
        _reader.EnterRow();
        WriteCursor(connection.Page, _reader.Position);
        _reader.Position = resume;
        return true;
    }

    private bool WriteCursor(Page page, int keys)
    {
        var resume = _reader.Position;
        _reader.Position = keys;
        var json = _run.Scratch;
        json.Length = 0;
        Cursor.Begin(json, page.Fingerprint.Of(_run.Bound));
        for (var index = 0; index < page.Keys.Length; index++)
        {
            Cursor.NextKey(json);
            _reader.CopyKey(page.Keys[index].Kind, json);
        }
        Cursor.End(json);
        _reader.Position = resume;
        Cursor.Encode(json.Written, _output);
        return true;
    }

    /// <summary>
    /// What is known of a connection's items after they are read. The extra item beyond the page comes before it (paging
    /// backward) or after it.
    /// </summary>
    private ref struct Items(Page page, BoundParameters bound)
    {
        public readonly bool IsBackward = page.IsBackward;
        public readonly int Size = bound.Int(page.Size);
        public readonly bool ReadsOneMore = page.ReadsOneMore;

        /// <summary>The start of the aggregate's row; -1 before it was read.</summary>
        public int Aggregate = -1;

        /// <summary>Whether the items were read and the fields below are set.</summary>
        public bool AreRead;

        /// <summary>The start of the list.</summary>
        public int Start;

        /// <summary>The number of items on the page.</summary>
        public int Count;

        /// <summary>Whether there is an item beyond the page.</summary>
        public bool HasMore;

        /// <summary>The start of the page's first row.</summary>
        public int First;

        /// <summary>The start of the page's last row.</summary>
        public int Last;

        /// <summary>The start of the row before the last one.</summary>
        public int Before;
    }
}
