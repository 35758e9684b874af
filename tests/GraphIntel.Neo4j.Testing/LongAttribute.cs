using Xunit.v3;

namespace GraphIntel.Neo4j.Testing;

/// <summary>
/// Marks tests of the long lane, which <c>dotnet test</c> leaves out unless GRAPHINTEL_LANE is <c>long</c> or <c>all</c>: what
/// repeats quick tests on another server, or takes minutes.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class LongAttribute : Attribute, ITraitAttribute
{
    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Lane", "Long")];
}
