using GraphIntel.Core.Model;

namespace GraphIntel.Conformance.Tests.Harness;

/// <summary>A graph that cases ask: its model, and the folder of its CSV files.</summary>
internal sealed record CaseGraph(string Folder, GraphModel Model)
{
    /// <summary>The seed's graph.</summary>
    public static CaseGraph Seed { get; } = new("seed", ModelReader.ReadDomain());

    /// <summary>Another domain through every stage: films and people.</summary>
    public static CaseGraph Films { get; } =
        new("films", ModelReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "films", "films.graphql"))));

    /// <summary>The graph of a case.</summary>
    public static CaseGraph Of(Case one) => one.Name.StartsWith("films/", StringComparison.Ordinal) ? Films : Seed;
}
