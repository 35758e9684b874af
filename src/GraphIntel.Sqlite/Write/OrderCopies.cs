using GraphIntel.Core.Model;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Write;

/// <summary>The copies of node properties in whose order relationships are read.</summary>
internal sealed class OrderCopies(GraphModel model, StatementCache statements)
{
    /// <summary>Brings the copies up to date after the property of a node has changed.</summary>
    public void Refresh(NodeType node, Property property, long key)
    {
        foreach (var relationship in model.Relationships)
        {
            if (relationship.Target == node && relationship.TargetOrder == property)
                Refresh(relationship, Names.TargetOrder, Names.Target, node, property, key);
            if (relationship.Source == node && relationship.SourceOrder == property)
                Refresh(relationship, Names.SourceOrder, Names.Source, node, property, key);
        }
    }

    private void Refresh(
        RelationshipType relationship, string copy, string end, NodeType node, Property property, long key)
    {
        var update = statements.Get(
            $"UPDATE {Names.Table(relationship)} SET {copy} = {Lookup.NodeProperty(node, property, "?1")} WHERE {end} = ?1");
        update.Bind(1, key);
        update.Run();
    }
}
