using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Response;

/// <content>The results of paths and neighborhoods: nodes and relationships are read from rows, the rest was found before.</content>
internal ref partial struct ResponseWriter<TReader>
{
    private bool WriteTraversal(TraversalSlot slot)
    {
        var search = _run.Bound.TraversalOf(slot);
        var row = _reader.Position;
        _reader.EnterRow();
        var lists = new int[slot.Lists.Length][];
        for (var index = 0; index < lists.Length; index++)
            lists[index] = PositionsOf(slot.Lists[index]);
        _path.Push(slot.ResponseKey);
        var written = WriteParts(new FoundRows(slot, search, lists), slot.Parts, null);
        _path.Pop();
        _reader.Position = row;
        _reader.Skip();
        return written;
    }

    /// <summary>The positions of a list's rows, in the order of its ids.</summary>
    private int[] PositionsOf(PolymorphicListSlot list)
    {
        var positions = new int[list.IdsOf(_run.Bound).Count];
        var remaining = _reader.EnterList();
        for (var index = 0; _reader.NextItem(ref remaining); index++)
        {
            positions[index] = _reader.Position;
            _reader.Skip();
        }
        return positions;
    }

    private bool WriteParts(FoundRows rows, TraversalPart[] parts, FoundPath? path)
    {
        _output.Write((byte)'{');
        for (var index = 0; index < parts.Length; index++)
        {
            if (index > 0)
                _output.Write((byte)',');
            var part = parts[index];
            _output.Write(part.KeyBytes);
            var written = part.Kind switch
            {
                TraversalPartKind.TypeName => WriteJson(part.TypeName),
                TraversalPartKind.Truncated => WriteBoolean(rows.Search.IsTruncated),
                TraversalPartKind.Length => WriteNumber(path!.Relationships.Length),
                TraversalPartKind.Nodes => WriteFound(rows, part, path?.Nodes),
                TraversalPartKind.Relationships => WriteFound(rows, part, path?.Relationships),
                TraversalPartKind.Items => WritePaths(rows, part),
            };
            if (!written)
                return false;
        }
        _output.Write((byte)'}');
        return true;
    }

    private bool WritePaths(FoundRows rows, TraversalPart part)
    {
        var paths = ((PathSearch)rows.Search).Paths;
        _path.Push(part.ResponseKey);
        _output.Write((byte)'[');
        for (var index = 0; index < paths.Count; index++)
        {
            if (index > 0)
                _output.Write((byte)',');
            _path.Push(index);
            if (!WriteParts(rows, part.Items, paths[index]))
                return false;
            _path.Pop();
        }
        _output.Write((byte)']');
        _path.Pop();
        return true;
    }

    /// <summary>Writes the nodes or relationships at these indexes, or all, that still exist.</summary>
    private bool WriteFound(FoundRows rows, TraversalPart part, int[]? indexes)
    {
        var positions = part.List < 0 ? [] : rows.Positions[part.List];
        _path.Push(part.ResponseKey);
        _output.Write((byte)'[');
        var count = 0;
        for (var index = 0; index < (indexes ?? positions).Length; index++)
        {
            _reader.Position = positions[indexes is null ? index : indexes[index]];
            if (_reader.TryReadNull())
                continue;
            if (count > 0)
                _output.Write((byte)',');
            _path.Push(count++);
            if (!WriteCase(rows.Slot.Lists[part.List].Cases, isRequired: true))
                return false;
            _path.Pop();
        }
        _output.Write((byte)']');
        _path.Pop();
        return true;
    }

    /// <summary>What a traversal found, and where its rows are.</summary>
    /// <param name="Slot">The field.</param>
    /// <param name="Search">What was found.</param>
    /// <param name="Positions">For each list, the positions of its rows.</param>
    private sealed record FoundRows(TraversalSlot Slot, TraversalSearch Search, int[][] Positions);
}
