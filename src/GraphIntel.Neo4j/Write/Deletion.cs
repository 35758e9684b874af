using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>Deletes nodes and relationships to which nothing refers.</summary>
internal sealed class Deletion(GraphModel model, Transaction transaction, CancellationToken cancellation)
{
    private readonly BatchStatements _statements = new(transaction, cancellation);

    /// <summary>Deletes nodes or relationships of a type.</summary>
    public async Task<DeletedRows> RunAsync(ElementType type, IReadOnlyList<string> ids)
    {
        var kept = await FindReferredToAsync(type, ids).ConfigureAwait(false);
        var deleted = new List<DeletedRow>();
        var text = $"CYPHER 5 {LookupText.Match(type, "x")} RETURN i, {Details(type)}, {IsReferredTo(type)}";
        foreach (var chunk in Chunks.Of(ids))
        {
            var cursor = await transaction.RunAsync(text, Chunks.WriteIds, chunk, cancellation).ConfigureAwait(false);
            foreach (var record in await cursor.ToListAsync(cancellation).ConfigureAwait(false))
            {
                var id = chunk[(int)(long)record[0]!];
                if (record[4] is true)
                    kept.Add(id);
                else if (!kept.Contains(id))
                    deleted.Add(new DeletedRow(id, record[1] as string, record[2] as string, record[3] as string));
            }
        }

        await _statements.SendAsync(DeleteText(type), deleted.ConvertAll(row => row.Id), static (writer, id) => writer.WriteString(id)).ConfigureAwait(false);
        return new DeletedRows(deleted, [.. kept]);
    }

    private static string DeleteText(ElementType type) => type.Match(
        node => $"CYPHER 5 UNWIND $p.rows AS id MATCH (x:{Names.Label(node)} {{id: id}}) USING INDEX SEEK x:{Names.Label(node)}(id) DELETE x",
        relationship =>
            $"CYPHER 5 UNWIND $p.rows AS id MATCH ()-[x:{Names.Type(relationship)} {{id: id}}]->() USING INDEX SEEK x:{Names.Type(relationship)}(id) DELETE x");

    /// <summary>The ids of the ends, and the fact that a claim is about.</summary>
    private string Details(ElementType type) => type.Match(
        node => "null AS s, null AS t, " + (model.Claim is { } claim && claim.Type == node ? $"x.{Names.Property(claim.About)} AS about" : "null AS about"),
        _ => "s.id, t.id, null AS about");

    /// <summary>Whether there is a relationship of <c>x</c>, or a claim about it.</summary>
    private string IsReferredTo(ElementType type)
    {
        var conditions = new List<string>();
        if (type is NodeType)
            conditions.Add("EXISTS { (x)--() }");
        if (model.Claim is { } claim)
            conditions.Add($"EXISTS {{ {ClaimText.Match(claim, "x")} }}");

        return conditions.Count == 0 ? "false AS referred" : string.Join(" OR ", conditions) + " AS referred";
    }

    /// <summary>Those of the ids that lists of ids have.</summary>
    private async Task<HashSet<string>> FindReferredToAsync(ElementType type, IReadOnlyList<string> ids)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var owner in model.ElementTypes)
        {
            foreach (var field in owner.Fields.OfType<RefersToField>().Where(field => field.Target == type))
            {
                var pattern = owner.Match(node => $"(x:{Names.Label(node)})", relationship => $"()-[x:{Names.Type(relationship)}]->()");
                foreach (var chunk in Chunks.Of(ids))
                {
                    var cursor = await transaction.RunAsync(
                        $"CYPHER 5 MATCH {pattern} WHERE any(id IN x.{Names.Property(field.Ids)} WHERE id IN $p.ids) " +
                        $"UNWIND x.{Names.Property(field.Ids)} AS id WITH DISTINCT id WHERE id IN $p.ids RETURN id",
                        Chunks.WriteIds, chunk, cancellation).ConfigureAwait(false);
                    foreach (var record in await cursor.ToListAsync(cancellation).ConfigureAwait(false))
                        found.Add((string)record[0]!);
                }
            }
        }

        return found;
    }
}
