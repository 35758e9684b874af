using GraphIntel.Core.Model;
using GraphIntel.Import.Graph.Reading;

namespace GraphIntel.Import.Graph;

/// <summary>
/// The order in which files are written. A relationship is written after its ends, and a claim after its fact, which can be a
/// relationship: so nodes, relationships, claims, and the relationships of claims.
/// </summary>
internal static class WriteOrder
{
    /// <summary>The files in the order of writing.</summary>
    public static IEnumerable<GraphFile> Of(IEnumerable<GraphFile> files, GraphModel model) =>
        files.OrderBy(file => Stage(file.Type, model));

    /// <summary>Whether one end of the relationship is a claim.</summary>
    public static bool IsOfClaims(RelationshipType type, GraphModel model) =>
        model.Claim is { } claim && (type.Source == claim.Type || type.Target == claim.Type);

    private static int Stage(ElementType type, GraphModel model) => type switch
    {
        RelationshipType relationship => IsOfClaims(relationship, model) ? 3 : 1,
        _ => type == model.Claim?.Type ? 2 : 0,
    };
}
