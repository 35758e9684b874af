using System.Buffers.Text;
using System.Globalization;
using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Execution;

/// <content>Connections: items, page info, totals and cursors.</content>
internal ref partial struct ResponseWriter<TReader>
{
    private bool WriteConnection(ConnectionSlot connection)
    {
        var items = new Items(connection.Page, _run.Bound);
        _path.Push(connection.ResponseKey);
        _output.Write((byte)'{');
        var written = true;
        for (var index = 0; index < connection.Parts.Length && written; index++)
        {
            if (index > 0)
                _output.Write((byte)',');
            var part = connection.Parts[index];
            _output.Write(part.KeyBytes);
            switch (part)
            {
                case ItemsSlot slot:
                    written = WriteItems(connection, slot, ref items);
                    break;
                case PageInfoSlot slot:
                    if (slot.NeedsItems && !items.AreKnown)
                        Scan(ref items);
                    written = WritePageInfo(connection, slot, items);
                    break;
                case TotalSlot:
                    _reader.CopyScalar(Model.ScalarKind.Int, _output);
                    break;
                default:
                    written = WriteSlot(part);
                    break;
            }
        }
        _output.Write((byte)'}');
        _path.Pop();
        return written;
    }

    /// <summary>Goes over the items without writing any, to know what page info says of them.</summary>
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
        items.AreKnown = true;
    }

    private bool WriteItems(ConnectionSlot connection, ItemsSlot slot, ref Items items)
    {
        if (!items.AreKnown && items.IsBackward && items.ReadsOneMore)
            Scan(ref items);
        var resume = items.AreKnown ? _reader.Position : -1;
        if (items.AreKnown)
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
        items.AreKnown = true;
        _output.Write((byte)']');
        _path.Pop();
        if (resume >= 0)
            _reader.Position = resume;
        return true;
    }

    private bool WriteItem(ConnectionSlot connection, ItemsSlot slot, int row)
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

    private bool WritePageInfo(ConnectionSlot connection, PageInfoSlot slot, in Items items)
    {
        _output.Write((byte)'{');
        for (var index = 0; index < slot.Slots.Length; index++)
        {
            if (index > 0)
                _output.Write((byte)',');
            var part = slot.Slots[index];
            _output.Write(part.KeyBytes);
            switch ((part as PageInfoFieldSlot)?.Kind)
            {
                case null:
                    WriteSlot(part);
                    break;
                case PageInfoField.More:
                    _output.Write(items.HasMore ? "true"u8 : "false"u8);
                    break;
                case PageInfoField.Given:
                    _output.Write(connection.Page.StartsAtCursor ? "true"u8 : "false"u8);
                    break;
                case PageInfoField.StartCursor:
                    WriteCursorOf(connection, items.Count, items.First);
                    break;
                case PageInfoField.EndCursor:
                    WriteCursorOf(connection, items.Count, items.Last);
                    break;
            }
        }
        _output.Write((byte)'}');
        return true;
    }

    private void WriteCursorOf(ConnectionSlot connection, int count, int row)
    {
        if (count == 0)
        {
            _output.Write("null"u8);
            return;
        }
        var resume = _reader.Position;
        _reader.Position = row;
        _reader.EnterRow();
        WriteCursor(connection.Page, _reader.Position);
        _reader.Position = resume;
    }

    private void WriteCursor(Page page, int keys)
    {
        var resume = _reader.Position;
        _reader.Position = keys;
        var json = _run.Scratch;
        json.Length = 0;
        json.Write((byte)'[');
        page.Fingerprint.TryFormat(json.GetSpan(11), out var written, default, CultureInfo.InvariantCulture);
        json.Advance(written);
        for (var index = 0; index < page.Keys.Length; index++)
        {
            json.Write((byte)',');
            if (_reader.TryReadNull())
                json.Write("null"u8);
            else
                _reader.CopyScalar(page.Keys[index].Kind, json);
        }
        json.Write((byte)']');
        _reader.Position = resume;
        _output.Write((byte)'"');
        Base64Url.EncodeToUtf8(json.Written, _output.GetSpan(Base64Url.GetEncodedLength(json.Length)), out _, out written);
        _output.Advance(written);
        _output.Write((byte)'"');
    }

    /// <summary>
    /// What is known of a connection's items once they were looked at. One item more than the page may lie before it (paging
    /// backward) or behind it.
    /// </summary>
    private ref struct Items(Page page, BoundParameters bound)
    {
        public readonly bool IsBackward = page.IsBackward;
        public readonly int Size = bound.Int(page.Size);
        public readonly bool ReadsOneMore = bound.Int(page.Limit) > bound.Int(page.Size);

        /// <summary>Whether the items were gone over, so that the fields below hold.</summary>
        public bool AreKnown;

        /// <summary>Where their list begins.</summary>
        public int Start;

        /// <summary>How many the page has.</summary>
        public int Count;

        /// <summary>Whether there is one more than the page was asked for.</summary>
        public bool HasMore;

        /// <summary>Where the page's first row begins.</summary>
        public int First;

        /// <summary>Where the page's last row begins.</summary>
        public int Last;

        /// <summary>Where the row before the last one begins.</summary>
        public int Before;
    }
}
