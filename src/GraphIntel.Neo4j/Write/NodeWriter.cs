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

    /// <summary>The names of what searches need of a new node.</summary>
    private readonly string[] _derived = merge.Type.Searched.Count == 0 ? [] : SearchedNodes.PropertiesOf(merge.Type);

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
        var documents = new SearchDocuments(merge.Type);
        var columns = merge.Columns.ToList();
        int[] searched = [.. merge.Type.Searched.Select(property => columns.IndexOf(property))];
        await statements.SendAsync(CreateText(), [.. merge.Created], (writer, node) => WriteNewRow(writer, node, documents, searched)).ConfigureAwait(false);
        await statements.SendAsync(UpdateText(), [.. merge.Changed], WriteRow).ConfigureAwait(false);
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

    private void WriteNewRow(PackStreamWriter writer, MergedNode node, SearchDocuments documents, int[] searched)
    {
        writer.WriteListHeader(merge.Columns.Count + 1 + _derived.Length);
        WriteValues(writer, node);
        if (_derived.Length > 0)
            SearchedNodes.WriteDerived(writer, documents.Of(node.Row.Id, Array.ConvertAll(searched, column => column < 0 ? null : node.Row.Values[column])));
    }

    private string CreateText()
    {
        var derived = string.Concat(_derived.Select((name, index) => $", {name}: row[{merge.Columns.Count + 1 + index}]"));
        return $"CYPHER 5 UNWIND $p.rows AS row CREATE (n:{_label} {{{NewValues.Text("id: row[0]", merge.Type, merge.Columns, 1)}{derived}}})";
    }

    private string UpdateText() =>
        $"CYPHER 5 UNWIND $p.rows AS row MATCH (n:{_label} {{id: row[0]}}) USING INDEX SEEK n:{_label}(id) " +
        $"SET {string.Join(", ", merge.Columns.Select((column, i) => $"n.{Names.Property(column)} = row[{i + 1}]"))}";
}
