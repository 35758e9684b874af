using GraphIntel.Core.Storage.Merging;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>The statement that updates copies of a sort property.</summary>
internal static class OrderCopyText
{
    /// <summary>Sets the copy on the relationships of the nodes whose ids are the rows.</summary>
    public static string Refresh(OrderCopy copy)
    {
        var label = Names.Label(copy.Node);
        var type = Names.Type(copy.Relationship);
        var (step, name) = copy.OfSource ? ($"-[r:{type}]->", Names.SourceOrder) : ($"<-[r:{type}]-", Names.TargetOrder);
        return $"CYPHER 5 UNWIND $p.rows AS id MATCH (n:{label} {{id: id}}) USING INDEX SEEK n:{label}(id) " +
            $"MATCH (n){step}() SET r.{name} = n.{Names.Property(copy.Property)}";
    }
}
