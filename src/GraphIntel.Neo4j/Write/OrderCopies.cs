using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>The copies of node properties in whose order relationships are read.</summary>
internal sealed class OrderCopies(BatchWriter batch)
{
    /// <summary>Whether some relationship is read in the order of the property.</summary>
    public bool Has(NodeType node, Property property) => batch.Model.Relationships.Any(
        relationship => IsTargets(relationship, node, property) || IsSources(relationship, node, property));

    /// <summary>Brings the copies up to date after the property of these nodes has changed.</summary>
    public async Task RefreshAsync(NodeType node, Property property, IReadOnlyList<string> ids)
    {
        foreach (var relationship in batch.Model.Relationships)
        {
            if (IsTargets(relationship, node, property))
                await RefreshAsync(node, property, $"<-[r:{Names.Type(relationship)}]-", Names.TargetOrder, ids).ConfigureAwait(false);
            if (IsSources(relationship, node, property))
                await RefreshAsync(node, property, $"-[r:{Names.Type(relationship)}]->", Names.SourceOrder, ids).ConfigureAwait(false);
        }
    }

    private async Task RefreshAsync(NodeType node, Property property, string step, string copy, IReadOnlyList<string> ids)
    {
        var label = Names.Label(node);
        await batch.RunAsync(
            $"CYPHER 5 UNWIND $p.rows AS id MATCH (n:{label} {{id: id}}) USING INDEX n:{label}(id) " +
            $"MATCH (n){step}() SET r.{copy} = n.{Names.Property(property)}",
            ids, static (writer, id) => writer.WriteString(id)).ConfigureAwait(false);
    }

    private static bool IsTargets(RelationshipType relationship, NodeType node, Property property) =>
        relationship.Target == node && relationship.TargetOrder == property;

    private static bool IsSources(RelationshipType relationship, NodeType node, Property property) =>
        relationship.Source == node && relationship.SourceOrder == property;
}
