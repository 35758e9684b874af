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

    /// <param name="depth">The nesting depth of the value.</param>
    /// <param name="pending">
    /// The number of values that enclosing lists and maps still announce. Each takes at least one byte, which limits allocations in
    /// proportion to the received bytes, however the announcements are nested.
    /// </param>
    private object? ReadValue(int depth, int pending)
    {
        if (depth > Marker.MaxDepth)
            throw new ProtocolException($"The value at {_position} is nested more than {Marker.MaxDepth} levels deep.");
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
        for (var remaining = count - 1; remaining >= 0; remaining--)
            list.Add(ReadValue(depth + 1, pending + remaining));
        return list;
    }

    private Dictionary<string, object?> ReadMap(int depth, int pending)
    {
        var count = ReadMapHeader();
        CheckCount(count, pending + 2L * count);
        var map = new Dictionary<string, object?>(count, StringComparer.Ordinal);
        for (var remaining = 2 * (count - 1); remaining >= 0; remaining -= 2)
        {
            var key = ReadString();
            map[key] = ReadValue(depth + 1, pending + remaining);
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
            _ => throw new ProtocolException($"The structure {tag:X2} of {fields} fields at {start} is not one of Bolt 5.1 to 5.8."),
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
        for (var remaining = ReadListHeader(); remaining > 0; remaining--)
        {
            ExpectStructure(StructureTag.Node, 4);
            nodes.Add(ReadNode(depth + 2, pending));
        }
        var unbound = new List<(long Id, string Type, Dictionary<string, object?> Properties, string ElementId)>();
        for (var remaining = ReadListHeader(); remaining > 0; remaining--)
        {
            ExpectStructure(StructureTag.UnboundRelationship, 4);
            unbound.Add((ReadInteger(), ReadString(), ReadMap(depth + 2, pending), ReadString()));
        }
        return BuildPath(nodes, unbound);
    }

    /// <summary>The indices come in pairs: a relationship, from 1, negative if it is traversed backwards, and a node, from 0.</summary>
    private Path BuildPath(
        List<Node> nodes, List<(long Id, string Type, Dictionary<string, object?> Properties, string ElementId)> unbound)
    {
        var start = _position;
        var count = ReadListHeader();
        if (nodes.Count == 0 || count % 2 != 0)
            throw new ProtocolException($"The path with the indices at {start} has no nodes, or an odd number of indices.");
        var walked = new List<Node> { nodes[0] };
        var relationships = new List<Relationship>();
        for (var remaining = count; remaining > 0; remaining -= 2)
        {
            var (step, node) = (ReadInteger(), ReadInteger());
            if (step == 0 || step < -unbound.Count || step > unbound.Count || node < 0 || node >= nodes.Count)
                throw new ProtocolException($"The path with the indices at {start} refers to a node or relationship that it does not have.");
            var (id, type, properties, elementId) = unbound[(int)Math.Abs(step) - 1];
            var (from, to) = step > 0 ? (walked[^1], nodes[(int)node]) : (nodes[(int)node], walked[^1]);
            relationships.Add(new Relationship(id, elementId, type, properties, (from.Id, from.ElementId), (to.Id, to.ElementId)));
            walked.Add(nodes[(int)node]);
        }
        return new Path(walked, relationships);
    }
}
