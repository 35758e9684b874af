using System.Text;
using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Model;
using GraphIntel.Core.Search;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>Derives what searches need of the nodes of a type from their stored values.</summary>
internal sealed class SearchedNodes
{
    private readonly NodeType _type;
    private readonly SearchDocuments _documents;
    private readonly Transaction _transaction;
    private readonly CancellationToken _cancellation;
    private readonly BatchStatements _statements;
    private readonly string[] _derived;

    public SearchedNodes(NodeType type, Transaction transaction, CancellationToken cancellation)
    {
        (_type, _transaction, _cancellation) = (type, transaction, cancellation);
        _documents = new SearchDocuments(type);
        _statements = new BatchStatements(transaction, cancellation);
        _derived = PropertiesOf(type);
    }

    /// <summary>The names of the derived properties.</summary>
    public static string[] PropertiesOf(NodeType type) => [Names.SearchValues, .. SearchIndex.Of(type).Select(Names.SearchKeys)];

    /// <summary>Derives it again for nodes.</summary>
    public async Task RefreshAsync(IReadOnlyList<string> ids)
    {
        var text = $"CYPHER 5 {LookupText.Match(_type, "n")} RETURN i{LookupText.Values("n", _type.Searched.Select(Names.Property))}";
        foreach (var chunk in Chunks.Of(ids))
        {
            var nodes = new List<SearchedNode>(chunk.Count);
            await _statements.ReadAsync(text, chunk, (offset, cursor) =>
            {
                var reader = cursor.CurrentValues;
                reader.ReadListHeader();
                nodes.Add(Derive(chunk[offset + (int)reader.ReadInteger()], ref reader));
            }).ConfigureAwait(false);
            await WriteAsync(nodes).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the nodes whose ids follow one, at most a chunk, in the order of their ids.</summary>
    /// <param name="after">The id; empty for the first nodes.</param>
    /// <returns>The last id; null if there are no nodes. And the nodes whose derived values are not those of their names and texts.</returns>
    public async Task<(string? Last, List<SearchedNode> Outdated)> ReadAsync(string after)
    {
        var values = _type.Searched.Select(Names.Property).Concat(_derived);
        var cursor = await _transaction.RunAsync(
            $"CYPHER 5 MATCH (n:{Names.Label(_type)}) USING INDEX SEEK n:{Names.Label(_type)}(id) WHERE n.id > $p.after " +
            $"WITH n ORDER BY n.id LIMIT {Chunks.Size} RETURN n.id AS id{LookupText.Values("n", values)}",
            static (writer, id) =>
            {
                writer.WriteMapHeader(1);
                writer.WriteString("p"u8);
                writer.WriteMapHeader(1);
                writer.WriteString("after"u8);
                writer.WriteString(id);
            },
            after,
            _cancellation).ConfigureAwait(false);
        var last = default(string);
        var outdated = new List<SearchedNode>();
        while (await cursor.FetchAsync(_cancellation).ConfigureAwait(false))
        {
            if (ReadOutdated(cursor, out last) is { } node)
                outdated.Add(node);
        }
        return (last, outdated);
    }

    /// <summary>Writes what was derived.</summary>
    public Task WriteAsync(IReadOnlyList<SearchedNode> nodes) => _statements.SendAsync(
        $"CYPHER 5 UNWIND $p.rows AS row MATCH (n:{Names.Label(_type)} {{id: row[0]}}) USING INDEX SEEK n:{Names.Label(_type)}(id) " +
        $"SET {string.Join(", ", _derived.Select((name, index) => $"n.{name} = row[{index + 1}]"))}",
        nodes,
        WriteRow);

    private SearchedNode? ReadOutdated(ResultCursor cursor, out string id)
    {
        var reader = cursor.CurrentValues;
        reader.ReadListHeader();
        id = reader.ReadString();
        var node = Derive(id, ref reader);
        _statements.Scratch.ResetWrittenCount();
        WriteDerived(new PackStreamWriter(_statements.Scratch), node.Document);
        var stored = cursor.CurrentValues;
        stored.Position = reader.Position;
        return reader.Remaining == _statements.Scratch.WrittenCount && IsSame(ref stored, _statements.Scratch.WrittenSpan) ? null : node;
    }

    private bool IsSame(ref PackStreamReader stored, ReadOnlySpan<byte> derived)
    {
        for (var index = 0; index < _derived.Length; index++)
        {
            var value = stored.ReadRaw();
            if (!derived.StartsWith(value))
                return false;
            derived = derived[value.Length..];
        }
        return derived.IsEmpty;
    }

    private SearchedNode Derive(string id, ref PackStreamReader reader)
    {
        var values = new object?[_type.Searched.Count];
        for (var index = 0; index < values.Length; index++)
            values[index] = ReadValue(ref reader);
        return new SearchedNode(id, _documents.Of(id, values));
    }

    /// <summary>A text or the texts of a list; null if another tool wrote something else.</summary>
    private static object? ReadValue(ref PackStreamReader reader)
    {
        switch (reader.PeekType())
        {
            case PackStreamType.String:
                return reader.ReadString();
            case PackStreamType.List:
                var texts = new string?[reader.ReadListHeader()];
                for (var index = 0; index < texts.Length; index++)
                {
                    if (reader.PeekType() == PackStreamType.String)
                        texts[index] = reader.ReadString();
                    else
                        reader.Skip();
                }
                return texts;
            default:
                reader.Skip();
                return null;
        }
    }

    private void WriteRow(PackStreamWriter writer, SearchedNode node)
    {
        writer.WriteListHeader(1 + _derived.Length);
        writer.WriteString(node.Id);
        WriteDerived(writer, node.Document);
    }

    /// <summary>
    /// Writes the values of <see cref="PropertiesOf"/>. Keys have a space at both ends, so that a condition finds a key, or the beginning
    /// of one, after a space.
    /// </summary>
    public static void WriteDerived(PackStreamWriter writer, SearchDocument document)
    {
        if (document.Packed is { } packed)
            writer.WriteBytes(packed);
        else
            writer.WriteNull();
        foreach (var keys in document.Keys)
        {
            if (keys is null)
                writer.WriteNull();
            else
                writer.WriteString($" {Encoding.ASCII.GetString(keys)} ");
        }
    }
}

/// <summary>A node with what searches need of it.</summary>
internal readonly record struct SearchedNode(string Id, SearchDocument Document);
