using GraphIntel.Core.Planning;

namespace GraphIntel.Neo4j.Compile;

/// <summary>A statement, and the plan's parameters that it uses, in the order of their keys in the map.</summary>
internal sealed record CypherStatement(string Text, IReadOnlyList<Parameter> Parameters);
