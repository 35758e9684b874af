using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Model;
using GraphIntel.Core.Search;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>Reads and writes the nodes of one merge.</summary>
internal sealed class NodeWriter(BatchStatements statements, NodeMerge merge)
{
    private readonly string _label = Names.Label(merge.Type);
    private readonly SearchDocuments? _documents = merge.Type.Searched.Count == 0 ? null : new SearchDocuments(merge.Type);
    private readonly int[] _searched = [.. merge.Type.Searched.Select(property => merge.Columns.ToList().IndexOf(property))];

    /// <summary>Reads the stored nodes of the merge.</summary>
    public Task ReadAsync()
    {
        var values = merge.Columns.Concat(merge.OtherDates).Select(Names.Property);
        if (merge.About is { } about)
            values = values.Append(Names.Property(about));
        return statements.ReadAsync(
            $"CYPHER 5 {LookupText.Match(merge.Type, "n")} RETURN i{LookupText.Values("n", values)}",
            [.. merge.MayBeStored.Select(node => node.Row.Id)],
            ReadNode);
    }

    /// <summary>Creates nodes, with what searches need of them, and updates nodes.</summary>
    public async Task WriteAsync()
    {
        await statements.RunAsync(CreateText(), [.. merge.Created], WriteNewRow).ConfigureAwait(false);
        await statements.RunAsync(UpdateText(), [.. merge.Changed], WriteRow).ConfigureAwait(false);
    }

    private void ReadNode(int offset, ResultCursor cursor)
    {
        var reader = cursor.CurrentValues;
        reader.ReadListHeader();
        var node = merge.MayBeStored[offset + (int)reader.ReadInteger()];
        var differing = default(List<Property>);
        for (var i = 0; i < merge.Columns.Count; i++)
        {
            if (!StoredValue.Matches(reader.ReadRaw(), merge.Columns[i], node.Row.Values[i], statements.Scratch))
                (differing ??= []).Add(merge.Columns[i]);
        }

        var dates = StoredValue.ReadDays(ref reader, merge.OtherDates.Count);
        node.SetStored(differing, merge.About is null ? null : StoredValue.ReadText(ref reader), dates);
    }

    private void WriteRow(PackStreamWriter writer, MergedNode node)
    {
        writer.WriteListHeader(merge.Columns.Count + 1);
        WriteValues(writer, node);
    }

    private void WriteValues(PackStreamWriter writer, MergedNode node)
    {
        writer.WriteString(node.Row.Id);
        for (var i = 0; i < merge.Columns.Count; i++)
            StoredValue.Write(writer, merge.Columns[i], node.Row.Values[i]);
    }

    private void WriteNewRow(PackStreamWriter writer, MergedNode node)
    {
        if (_documents is null)
        {
            WriteRow(writer, node);
            return;
        }

        writer.WriteListHeader(merge.Columns.Count + 1 + SearchedNodes.PropertiesOf(merge.Type).Length);
        WriteValues(writer, node);
        var searched = Array.ConvertAll(_searched, column => column < 0 ? null : node.Row.Values[column]);
        SearchedNodes.WriteDerived(writer, _documents.Of(node.Row.Id, searched));
    }

    private string CreateText()
    {
        var values = NewValues.Text("id: row[0]", merge.Type, merge.Columns, 1);
        if (_documents is not null)
            values += string.Concat(SearchedNodes.PropertiesOf(merge.Type).Select((name, index) => $", {name}: row[{merge.Columns.Count + 1 + index}]"));
        return $"CYPHER 5 UNWIND $p.rows AS row CREATE (n:{_label} {{{values}}})";
    }

    private string UpdateText() =>
        $"CYPHER 5 UNWIND $p.rows AS row MATCH (n:{_label} {{id: row[0]}}) USING INDEX SEEK n:{_label}(id) " +
        $"SET {string.Join(", ", merge.Columns.Select((column, i) => $"n.{Names.Property(column)} = row[{i + 1}]"))}";
}
