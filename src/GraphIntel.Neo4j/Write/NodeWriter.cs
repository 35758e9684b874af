using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>
/// Merges the nodes of one type. What is stored is read first, so that the merging, row by row, is done here, and each node is
/// written once.
/// </summary>
internal sealed class NodeWriter
{
    private readonly BatchWriter _batch;
    private readonly NodeRows _rows;
    private readonly NodeType _type;
    private readonly string _label;
    private readonly ClaimRole? _claim;
    private readonly int _about;
    private readonly Dictionary<Property, List<string>> _copied = [];

    public NodeWriter(BatchWriter batch, NodeRows rows)
    {
        _batch = batch;
        _rows = rows;
        _type = rows.Type;
        _label = Names.Label(_type);
        _claim = batch.Model.Claim is { } claim && claim.Type == _type ? claim : null;
        _about = _claim is null ? -1 : rows.Columns.ToList().IndexOf(_claim.About);
        foreach (var column in rows.Columns)
        {
            if (batch.Copies.Has(_type, column))
                _copied.Add(column, []);
        }
    }

    /// <summary>Writes the rows.</summary>
    public async Task<WriteSummary> WriteAsync()
    {
        var entries = Entries();
        await ReadAsync([.. entries.Values]).ConfigureAwait(false);
        var summary = Merge(entries);
        var created = entries.Values.Where(entry => !entry.IsStored).ToList();
        var changed = entries.Values.Where(entry => entry is { IsStored: true, IsChanged: true }).ToList();
        if (created.Count > 0)
            await _batch.RunAsync(CreateText(), created, WriteRow).ConfigureAwait(false);
        if (changed.Count > 0)
            await _batch.RunAsync(UpdateText(), changed, WriteRow).ConfigureAwait(false);
        foreach (var (property, ids) in _copied)
        {
            if (ids.Count > 0)
                await _batch.Copies.RefreshAsync(_type, property, ids).ConfigureAwait(false);
        }

        return summary;
    }

    /// <summary>One entry for each node, in the order in which they first occur.</summary>
    private Dictionary<string, Entry> Entries()
    {
        var entries = new Dictionary<string, Entry>(_rows.Rows.Count, StringComparer.Ordinal);
        foreach (var row in _rows.Rows)
        {
            if (!entries.ContainsKey(row.Id))
                entries.Add(row.Id, new Entry(row));
        }

        _batch.Cancellation.ThrowIfCancellationRequested();
        return entries;
    }

    private Task ReadAsync(Entry[] entries)
    {
        var values = _rows.Columns.Select(Names.Property);
        if (_claim is not null)
            values = values.Append(Names.Property(_claim.About));
        return _batch.ReadAsync(
            $"CYPHER 5 {LookupText.Match(_type, "n")} RETURN i{LookupText.Values("n", values)}",
            Array.ConvertAll(entries, entry => entry.Row.Id),
            (offset, cursor) => Take(entries, offset, cursor));
    }

    private void Take(Entry[] entries, int offset, ResultCursor cursor)
    {
        var reader = cursor.CurrentValues;
        reader.ReadListHeader();
        var entry = entries[offset + (int)reader.ReadInteger()];
        entry.IsStored = true;
        for (var i = 0; i < _rows.Columns.Count; i++)
        {
            if (!StoredValue.Matches(reader.ReadRaw(), _rows.Columns[i], entry.Row.Values[i], _batch.Scratch))
                (entry.Differing ??= []).Add(_rows.Columns[i]);
        }

        if (_claim is not null)
            entry.About = StoredValue.ReadText(ref reader);
    }

    private WriteSummary Merge(Dictionary<string, Entry> entries)
    {
        var missing = MissingColumns.Of(_type, _rows.Columns);
        long created = 0, updated = 0;
        foreach (var row in _rows.Rows)
        {
            var entry = entries[row.Id];
            if (!entry.IsSeen && !entry.IsStored)
            {
                if (missing.Length > 0)
                    throw Refusal.Lacks(Refusal.Show(row.Id), _type, missing);
                created++;
                entry.About = _about < 0 ? null : row.Values[_about] as string;
                Touch(entry);
            }
            else if (Update(entry, row))
            {
                updated++;
            }

            entry.IsSeen = true;
            entry.Row = row;
        }

        return new WriteSummary(created, updated, _rows.Rows.Count - created - updated);
    }

    private bool Update(Entry entry, NodeRow row)
    {
        // Once a row is merged, the given columns are as it says.
        var differing = entry.IsSeen
            ? [.. _rows.Columns.Where((column, i) => !StoredValue.AreSame(column, entry.Row.Values[i], row.Values[i], _batch.Scratch))]
            : entry.Differing ?? [];
        if (differing.Count == 0)
            return false;

        entry.IsChanged = true;
        foreach (var property in differing)
        {
            if (entry.IsStored && _copied.TryGetValue(property, out var ids))
                ids.Add(row.Id);
        }

        if (_claim is { } claim && differing.Exists(property =>
            property == claim.About || property == claim.Field || property == claim.Stance || property == claim.Made))
        {
            Touch(entry);
            if (_about >= 0)
                entry.About = row.Values[_about] as string;
            Touch(entry);
        }

        return true;
    }

    /// <summary>Notes the fact of a claim: before a change the one it spoke of, after it the one it speaks of.</summary>
    private void Touch(Entry entry)
    {
        if (entry.About is { } about)
            _batch.Facts.Touch(about, entry.Row.Id);
    }

    private void WriteRow(PackStreamWriter writer, Entry entry)
    {
        writer.WriteListHeader(_rows.Columns.Count + 1);
        writer.WriteString(entry.Row.Id);
        for (var i = 0; i < _rows.Columns.Count; i++)
            StoredValue.Write(writer, _rows.Columns[i], entry.Row.Values[i]);
    }

    private string CreateText() =>
        $"CYPHER 5 UNWIND $p.rows AS row CREATE (n:{_label} {{{NewValues.Text("id: row[0]", _type, _rows.Columns, 1)}}})";

    private string UpdateText() =>
        $"CYPHER 5 UNWIND $p.rows AS row MATCH (n:{_label} {{id: row[0]}}) USING INDEX n:{_label}(id) " +
        $"SET {string.Join(", ", _rows.Columns.Select((column, i) => $"n.{Names.Property(column)} = row[{i + 1}]"))}";

    /// <summary>A node of the batch.</summary>
    private sealed class Entry(NodeRow row)
    {
        /// <summary>The row merged last; before the first is merged, that one.</summary>
        public NodeRow Row { get; set; } = row;

        public bool IsStored { get; set; }

        public bool IsSeen { get; set; }

        public bool IsChanged { get; set; }

        /// <summary>The properties in which the first row differs from what is stored; null where there are none.</summary>
        public List<Property>? Differing { get; set; }

        /// <summary>Of a claim: the fact it speaks of.</summary>
        public string? About { get; set; }
    }
}
