namespace GraphIntel.Bolt.PackStream;

public ref partial struct PackStreamReader
{
    /// <summary>
    /// Reads any value into objects: null, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="string"/>,
    /// an array of bytes, a <see cref="List{T}"/>, a <see cref="Dictionary{TKey,TValue}"/>, or one of this library's types.
    /// </summary>
    public object? ReadValue() => ReadValue(0, 0);

    /// <summary>Reads a map into objects.</summary>
    internal Dictionary<string, object?> ReadMap() => ReadMap(0, 0);

    /// <param name="depth">How many values this one lies in.</param>
    /// <param name="pending">
    /// How many values the lists and maps around this one still announce. Each takes a byte at least, so what one message can
    /// make us allocate is in proportion to what arrived, however its announcements are nested.
    /// </param>
    private object? ReadValue(int depth, int pending)
    {
        if (depth > Marker.MaxDepth)
            throw new ProtocolException($"The value at {_position} lies deeper than {Marker.MaxDepth} levels.");
        switch (PeekType())
        {
            case PackStreamType.Null:
                _position++;
                return null;
            case PackStreamType.Boolean:
                return ReadBoolean();
            case PackStreamType.Integer:
                return ReadInteger();
            case PackStreamType.Float:
                return ReadFloat();
            case PackStreamType.Bytes:
                return ReadBytes().ToArray();
            case PackStreamType.String:
                return ReadString();
            case PackStreamType.List:
                return ReadList(depth, pending);
            case PackStreamType.Map:
                return ReadMap(depth, pending);
            default:
                return ReadStructure(depth, pending);
        }
    }

    private List<object?> ReadList(int depth, int pending)
    {
        var count = ReadListHeader();
        CheckCount(count, (long)pending + count);
        var list = new List<object?>(count);
        for (var left = count - 1; left >= 0; left--)
            list.Add(ReadValue(depth + 1, pending + left));
        return list;
    }

    private Dictionary<string, object?> ReadMap(int depth, int pending)
    {
        var count = ReadMapHeader();
        CheckCount(count, pending + 2L * count);
        var map = new Dictionary<string, object?>(count, StringComparer.Ordinal);
        for (var left = 2 * (count - 1); left >= 0; left -= 2)
        {
            var key = ReadString();
            map[key] = ReadValue(depth + 1, pending + left);
        }
        return map;
    }

    private object ReadStructure(int depth, int pending)
    {
        var start = _position;
        var fields = ReadStructureHeader(out var tag);
        switch (tag, fields)
        {
            case (StructureTag.Date, 1):
                return Date();
            case (StructureTag.Time, 2):
                return Time();
            case (StructureTag.DateTime or StructureTag.DateTimeZoneId or StructureTag.LegacyDateTime or StructureTag.LegacyDateTimeZoneId, 3):
                return DateTime(tag);
            case (StructureTag.Duration, 4):
                return Duration();
            case (StructureTag.Node, 4):
                return ReadNode(depth, pending);
            case (StructureTag.Relationship, 8):
                return ReadRelationship(depth, pending);
            case (StructureTag.Path, 3):
                return ReadPath(depth, pending);
        }
        _position = start;
        return tag switch
        {
            StructureTag.LocalTime => ReadLocalTime(),
            StructureTag.LocalDateTime => ReadLocalDateTime(),
            StructureTag.Point2D or StructureTag.Point3D => ReadPoint(),
            _ => throw new ProtocolException($"The structure {tag:X2} of {fields} fields at {start} is not one that Bolt 5.1 to 5.8 knows."),
        };
    }

    private Node ReadNode(int depth, int pending)
    {
        var id = ReadInteger();
        var labels = new string[ReadListHeader()];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = ReadString();
        var properties = ReadMap(depth + 1, pending + 1);
        return new Node(id, ReadString(), labels, properties);
    }

    private Relationship ReadRelationship(int depth, int pending)
    {
        var (id, start, end) = (ReadInteger(), ReadInteger(), ReadInteger());
        var type = ReadString();
        var properties = ReadMap(depth + 1, pending + 3);
        return new Relationship(id, ReadString(), type, properties, (start, ReadString()), (end, ReadString()));
    }

    private Path ReadPath(int depth, int pending)
    {
        var nodes = new List<Node>();
        for (var left = ReadListHeader(); left > 0; left--)
        {
            ExpectStructure(StructureTag.Node, 4);
            nodes.Add(ReadNode(depth + 2, pending));
        }
        var unbound = new List<(long Id, string Type, Dictionary<string, object?> Properties, string ElementId)>();
        for (var left = ReadListHeader(); left > 0; left--)
        {
            ExpectStructure(StructureTag.UnboundRelationship, 4);
            unbound.Add((ReadInteger(), ReadString(), ReadMap(depth + 2, pending), ReadString()));
        }
        return Walk(nodes, unbound);
    }

    /// <summary>The indices come in pairs: a relationship, from 1 and negative where it is walked backwards; a node, from 0.</summary>
    private Path Walk(
        List<Node> nodes, List<(long Id, string Type, Dictionary<string, object?> Properties, string ElementId)> unbound)
    {
        var start = _position;
        var count = ReadListHeader();
        if (nodes.Count == 0 || count % 2 != 0)
            throw new ProtocolException($"The path whose indices are at {start} has no node, or indices that are not in pairs.");
        var walked = new List<Node> { nodes[0] };
        var relationships = new List<Relationship>();
        for (var left = count; left > 0; left -= 2)
        {
            var (step, node) = (ReadInteger(), ReadInteger());
            if (step == 0 || step < -unbound.Count || step > unbound.Count || node < 0 || node >= nodes.Count)
                throw new ProtocolException($"The path whose indices are at {start} leads to a node or a relationship that it does not have.");
            var (id, type, properties, elementId) = unbound[(int)Math.Abs(step) - 1];
            var (from, to) = step > 0 ? (walked[^1], nodes[(int)node]) : (nodes[(int)node], walked[^1]);
            relationships.Add(new Relationship(id, elementId, type, properties, (from.Id, from.ElementId), (to.Id, to.ElementId)));
            walked.Add(nodes[(int)node]);
        }
        return new Path(walked, relationships);
    }
}
