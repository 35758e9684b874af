using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Merging;

/// <summary>A copy of a node's property on its relationships, by which they are ordered.</summary>
/// <param name="Relationship">The type of the relationships.</param>
/// <param name="OfSource">Whether it is a property of their source; otherwise of their target.</param>
internal readonly record struct OrderCopy(RelationshipType Relationship, bool OfSource)
{
    /// <summary>The type of the node.</summary>
    public NodeType Node => OfSource ? Relationship.Source : Relationship.Target;

    /// <summary>The property.</summary>
    public Property Property => (OfSource ? Relationship.SourceOrder : Relationship.TargetOrder)!;

    /// <summary>The copies of a property, in the order of the model.</summary>
    public static IEnumerable<OrderCopy> Of(GraphModel model, NodeType node, Property property)
    {
        foreach (var relationship in model.Relationships)
        {
            if (relationship.Target == node && relationship.TargetOrder == property)
                yield return new OrderCopy(relationship, OfSource: false);
            if (relationship.Source == node && relationship.SourceOrder == property)
                yield return new OrderCopy(relationship, OfSource: true);
        }
    }
}
