using GraphIntel.Core.Model;

namespace GraphIntel.Conformance.Tests.Harness;

/// <summary>The seed's graph.</summary>
public sealed class SeededGraph() : ImportedGraph(ModelReader.ReadDomain(), "seed");
