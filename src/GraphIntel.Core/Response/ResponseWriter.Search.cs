using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Search;

namespace GraphIntel.Core.Response;

/// <content>The result of a search: its nodes are read from rows, the rest was found before.</content>
internal ref partial struct ResponseWriter<TReader>
{
    private bool WriteSearch(SearchSlot slot)
    {
        var search = _run.Bound.SearchOf(slot.Ids);
        var list = _reader.Position;
        _path.Push(slot.ResponseKey);
        _output.Write((byte)'{');
        var written = true;
        for (var index = 0; index < slot.Parts.Length && written; index++)
        {
            if (index > 0)
                _output.Write((byte)',');
            var part = slot.Parts[index];
            _output.Write(part.KeyBytes);
            _reader.Position = list;
            written = part.Kind switch
            {
                SearchPartKind.TypeName => WriteJson(part.TypeName),
                SearchPartKind.Truncated => WriteBoolean(search.IsTruncated),
                SearchPartKind.Items => WriteFound(slot, part, search),
            };
        }
        _output.Write((byte)'}');
        _path.Pop();
        _reader.Position = list;
        _reader.Skip();
        return written;
    }

    /// <summary>Writes an item for each node found that still exists.</summary>
    private bool WriteFound(SearchSlot slot, SearchPart part, NodeSearch search)
    {
        _path.Push(part.ResponseKey);
        _output.Write((byte)'[');
        var written = true;
        var count = 0;
        var remaining = _reader.EnterList();
        for (var index = 0; written && _reader.NextItem(ref remaining); index++)
        {
            var row = _reader.Position;
            _reader.EnterRow();
            if (!_reader.TryReadNull())
            {
                if (count > 0)
                    _output.Write((byte)',');
                _path.Push(count++);
                written = WriteFound(part, search.Found[index], _reader.Position);
                _path.Pop();
            }
            _reader.Position = row;
            _reader.Skip();
        }
        _output.Write((byte)']');
        _path.Pop();
        return written;
    }

    /// <summary>Writes an item.</summary>
    /// <param name="part">The part that shows it.</param>
    /// <param name="found">The node.</param>
    /// <param name="texts">The position of its searched properties, the first value of its row.</param>
    private bool WriteFound(SearchPart part, FoundNode found, int texts)
    {
        _reader.Position = texts;
        for (var skipped = 0; skipped < part.Offset; skipped++)
            _reader.Skip();
        var next = _reader.Position;
        var property = found.Type.Searched[found.Property];
        _output.Write((byte)'{');
        for (var index = 0; index < part.Items.Length; index++)
        {
            if (index > 0)
                _output.Write((byte)',');
            var item = part.Items[index];
            _output.Write(item.KeyBytes);
            switch (item.Kind)
            {
                case SearchItemKind.TypeName:
                    _output.Write(item.TypeName);
                    break;
                case SearchItemKind.Property:
                    WriteName(property);
                    break;
                case SearchItemKind.Match:
                    _output.Write(NameOf(found.Match));
                    break;
                case SearchItemKind.Text:
                    _reader.Position = texts;
                    if (!WriteText(item, found, property))
                        return false;
                    break;
                case SearchItemKind.Node:
                    _reader.Position = next;
                    if (!WriteCase(item.Node!))
                        return false;
                    next = _reader.Position;
                    break;
            }
        }
        _output.Write((byte)'}');
        return true;
    }

    /// <summary>Writes the value that matches; the row of the searched properties begins with the number of its type.</summary>
    private bool WriteText(SearchItemPart item, FoundNode found, Property property)
    {
        _reader.EnterRow();
        _reader.ReadInt();
        for (var skipped = 0; skipped < found.Property; skipped++)
            _reader.Skip();
        if (property.IsList && _reader.TryEnterList(out var remaining))
        {
            for (var position = 0; _reader.NextItem(ref remaining) && position < found.Position; position++)
                _reader.Skip();
        }
        return _reader.TryCopyScalar(ScalarKind.String, null, _output) || WriteNull(item);
    }

    private readonly void WriteName(Property property)
    {
        _output.Write((byte)'"');
        foreach (var letter in property.Name)
            _output.Write((byte)letter);
        _output.Write((byte)'"');
    }

    private static ReadOnlySpan<byte> NameOf(SearchMatch match) => match switch
    {
        SearchMatch.Exact => "\"EXACT\""u8,
        SearchMatch.Start => "\"START\""u8,
        SearchMatch.Words => "\"WORDS\""u8,
        SearchMatch.Spelling => "\"SPELLING\""u8,
        SearchMatch.Typo => "\"TYPO\""u8,
    };
}
