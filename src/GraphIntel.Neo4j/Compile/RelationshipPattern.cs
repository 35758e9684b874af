using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// The pattern that matches all relationships of a type. An end that a condition or a sort key refers to is a variable of the
/// pattern, so that Neo4j can start there; any other end is not read.
/// </summary>
internal sealed class RelationshipPattern(CypherCompiler compiler, RelationshipAlias relationship)
{
    private string? _source;
    private string? _target;

    /// <summary>Binds an end to its variable in the pattern.</summary>
    public void Bind(EndSource end)
    {
        var variable = end.IsSource
            ? _source ??= compiler.VariableOf(end.Node)
            : _target ??= compiler.VariableOf(end.Node);
        compiler.Bind(end.Node.Number, new VariableBinding(variable));
    }

    /// <summary>
    /// Conditions that the ends bound so far have ids: Neo4j uses an index only if the statement requires all its properties.
    /// </summary>
    public IEnumerable<string> RequirePresent() =>
        new[] { _source, _target }.OfType<string>().Select(variable => $"{variable}.{Names.Id} IS NOT NULL");

    /// <inheritdoc/>
    public override string ToString()
    {
        var type = relationship.Relationship;
        return $"({End(_source, type.Source)})-[{compiler.VariableOf(relationship)}:{Names.Type(type)}]->({End(_target, type.Target)})";
    }

    private static string End(string? variable, NodeType type) => variable is null ? "" : $"{variable}:{Names.Label(type)}";
}
