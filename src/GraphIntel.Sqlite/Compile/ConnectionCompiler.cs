using GraphIntel.Core.Planning;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// Connections: items as an aggregate over a page's rows, sorted and cut first, so that children are read for the page
/// alone; totals as counts beside it.
/// </summary>
internal sealed class ConnectionCompiler(SqlCompiler compiler)
{
    /// <summary>The expressions of a connection's values, in the order in which the response needs them.</summary>
    public IEnumerable<string> Values(ConnectionSlot connection) =>
        connection.Reads.Select(read => read is { } total ? Total(connection, total) : Items(connection));

    private string Total(ConnectionSlot connection, TotalSlot total)
    {
        if (total.AtMost is null)
            return compiler.Sources.Open(connection.Source, () => "count(*)").Select("{0}");
        var counted = compiler.Sources.Open(connection.Source, () => "1");
        return $"(SELECT count(*) FROM (SELECT 1 FROM {counted.From}{counted.Where} LIMIT {SqlCompiler.Marker(total.AtMost)}))";
    }

    private string Items(ConnectionSlot connection)
    {
        var page = connection.Page;
        var source = connection.Source;
        var frame = new Frame($"q{source.Node.Number}");
        var keys = new List<string>();
        var row = "";
        var open = compiler.Sources.Open(
            source,
            () =>
            {
                keys.AddRange(page.Keys.Select(key => compiler.Value(key.Value)));
                row = Outside(source, frame, () => compiler.Row(
                    connection.ItemSlots, connection.HasCursors ? keys.Select(frame.Get) : null));

                // Rows read from the end are turned round again by their keys.
                if (page.IsBackward)
                    keys.ForEach(key => frame.Column(key));
                return frame.SelectList;
            },
            () => Bounds(page, keys));
        var order = string.Join(", ", page.Keys.Select((key, index) => $"{keys[index]} {Way(key.Descending ^ page.IsBackward)}"));
        var rows = $"SELECT {open.Selected} FROM {open.From}{open.Where} ORDER BY {order} LIMIT {SqlCompiler.Marker(page.Limit)}";
        if (page.IsBackward)
        {
            var forward = string.Join(", ", page.Keys.Select((key, index) => $"{frame.Column(keys[index])} {Way(key.Descending)}"));
            rows = $"SELECT * FROM ({rows}) ORDER BY {forward}";
        }
        return $"(SELECT json_group_array({row}) FROM ({rows}) q{source.Node.Number})";
    }

    /// <summary>Compiles what stands outside of a frame, where the source's aliases are the frame's columns.</summary>
    private string Outside(Source source, Frame frame, Func<string> compile)
    {
        var numbers = new List<int> { source.Node.Number };
        if (source.Relationship is { } relationship)
            numbers.Add(relationship.Number);
        if (source.Walk is { } walk)
            numbers.Add(walk.Number);
        var inside = numbers.ConvertAll(compiler.Find);
        for (var index = 0; index < numbers.Count; index++)
            compiler.Put(numbers[index], new FramePlace(frame, inside[index]));
        var result = compile();
        for (var index = 0; index < numbers.Count; index++)
            compiler.Put(numbers[index], inside[index]);
        return result;
    }

    private string? Bounds(Page page, List<string> keys)
    {
        var bounds = new List<string>();
        if (page.After is { } after)
            bounds.Add(Behind(page, keys, after, isReversed: false));
        if (page.Before is { } before)
            bounds.Add(Behind(page, keys, before, isReversed: true));
        return bounds.Count == 0 ? null : string.Join(" AND ", bounds);
    }

    /// <summary>
    /// Rows strictly behind a cursor, in the page's order or in its reverse: for keys a, b, ...: a behind, or a equal and b
    /// behind, or ... The first key's bound stands apart, so that an index can begin there.
    /// </summary>
    private string Behind(Page page, List<string> keys, CursorBound cursor, bool isReversed)
    {
        var condition = "0";
        for (var index = page.Keys.Length - 1; index >= 0; index--)
        {
            var key = page.Keys[index];
            var descending = key.Descending ^ isReversed;
            var isNull = compiler.IsNull(cursor, index);
            var value = keys[index];
            var marker = SqlCompiler.Marker(cursor.Keys[index]);
            var behind = (isNull, descending) switch
            {
                (true, false) => $"{value} IS NOT NULL",
                (true, true) => "0",
                (false, false) => $"{value} > {marker}",
                (false, true) when key.IsNullable => $"{value} < {marker} OR {value} IS NULL",
                (false, true) => $"{value} < {marker}",
            };
            var equal = isNull ? $"{value} IS NULL" : $"{value} = {marker}";
            condition = condition == "0" ? $"({behind})" : $"({behind} OR {equal} AND {condition})";
            if (index == 0 && !isNull && !(descending && key.IsNullable))
                condition = $"{value} {(descending ? "<=" : ">=")} {marker} AND {condition}";
        }
        return condition;
    }

    private static string Way(bool descending) => descending ? "DESC" : "ASC";
}
