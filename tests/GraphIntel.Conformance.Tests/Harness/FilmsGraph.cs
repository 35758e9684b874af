using GraphIntel.Core.Model;

namespace GraphIntel.Conformance.Tests.Harness;

/// <summary>Another domain through every stage: films and people, in the folder <c>films</c>.</summary>
public sealed class FilmsGraph() : ImportedGraph(
    ModelReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "films", "films.graphql"))), "films");
