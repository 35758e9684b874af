using GraphIntel.Core.Model;

namespace GraphIntel.Conformance.Tests.Harness;

/// <summary>A graph that cases ask: its model, and the folder of its CSV files.</summary>
internal sealed record CaseGraph(string Folder, GraphModel Model)
{
    /// <summary>The facts of the seed's report, which are few enough to check an answer by hand.</summary>
    public static CaseGraph Report { get; } = new("report", ModelReader.ReadDomain());

    /// <summary>The whole seed: the report, and half a year of events of UCDP GED.</summary>
    public static CaseGraph Seed { get; } = new("seed", Report.Model);

    /// <summary>Another domain through every stage: films and people.</summary>
    public static CaseGraph Films { get; } =
        new("films", ModelReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "films", "films.graphql"))));

    /// <summary>The graph of a case.</summary>
    public static CaseGraph Of(Case one) => one.Name.Split('/')[0] switch
    {
        "films" => Films,
        "seed" => Seed,
        _ => Report,
    };
}
