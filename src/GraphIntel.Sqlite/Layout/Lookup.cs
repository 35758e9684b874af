using GraphIntel.Core.Model;
using GraphIntel.Sqlite.Connection;

namespace GraphIntel.Sqlite.Layout;

/// <summary>Expressions for lookups by key, and a check for empty tables.</summary>
internal static class Lookup
{
    /// <summary>Whether the table of a type is empty.</summary>
    public static bool IsEmpty(this StatementCache statements, ElementType type) =>
        statements.Get($"SELECT 1 FROM {Names.Table(type)} LIMIT 1").Scalar() is null;

    /// <summary>An expression for a node's property, by a parameter with the node's key.</summary>
    public static string NodeProperty(NodeType node, Property property, string keyParameter) =>
        $"(SELECT {Names.Column(property)} FROM {Names.Table(node)} WHERE {Names.Key} = {keyParameter})";

    /// <summary>
    /// A condition for the relationships between two nodes, whose keys are parameters. The sort copy is between the two in
    /// the table's key: without it, all relationships of one end would be read.
    /// </summary>
    public static string ByEnds(RelationshipType type, string sourceParameter, string targetParameter)
    {
        var ends = $"{Names.Source} = {sourceParameter} AND {Names.Target} = {targetParameter}";
        return type.TargetOrder is { IsRequired: true } order
            ? $"{ends} AND {Names.TargetOrder} = {NodeProperty(type.Target, order, targetParameter)}"
            : ends;
    }
}
