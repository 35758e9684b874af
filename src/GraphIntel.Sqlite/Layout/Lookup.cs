using GraphIntel.Core.Model;

namespace GraphIntel.Sqlite.Layout;

/// <summary>Pieces of statements that find a row by the whole of a key.</summary>
internal static class Lookup
{
    /// <summary>An expression for a node's property, by a parameter that holds the node's key.</summary>
    public static string NodeProperty(NodeType node, Property property, string keyParameter) =>
        $"(SELECT {Names.Column(property)} FROM {Names.Table(node)} WHERE {Names.Key} = {keyParameter})";

    /// <summary>
    /// A condition for the relationships between two nodes, whose keys are parameters. The copied order stands between the two
    /// in the table's key: without it, all relationships of the one end would be read.
    /// </summary>
    public static string ByEnds(RelationshipType type, string sourceParameter, string targetParameter)
    {
        var ends = $"{Names.Source} = {sourceParameter} AND {Names.Target} = {targetParameter}";
        return type.TargetOrder is { IsRequired: true } order
            ? $"{ends} AND {Names.TargetOrder} = {NodeProperty(type.Target, order, targetParameter)}"
            : ends;
    }
}
