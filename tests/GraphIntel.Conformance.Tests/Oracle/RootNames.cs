using GraphIntel.Core.Model;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>The root fields of a type: a node type, or a relationship type with an @edge type.</summary>
internal static class RootNames
{
    /// <summary>The field for one and the field for many; null for a relationship type without an @edge type.</summary>
    public static (string? Singular, string? Plural) Of(ElementType type) => type.Match<(string?, string?)>(
        node => (node.Singular, node.Plural), relationship => (relationship.Singular, relationship.Plural));
}
