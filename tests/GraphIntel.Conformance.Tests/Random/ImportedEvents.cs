using GraphIntel.Conformance.Tests.Harness;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping;
using GraphIntel.Import.Mapping.Reading;
using GraphIntel.Import.Mapping.Running;
using GraphIntel.Sqlite;
using Xunit;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>The graph that the included mapping of UCDP GED makes of a small table with all its rules.</summary>
internal static class ImportedEvents
{
    /// <summary>Imports the table, and reads the graph.</summary>
    public static async Task<GraphText> ReadAsync(CancellationToken cancellation)
    {
        var repository = Path.Combine(Case.Root, "..", "..", "..");
        var folder = Path.Combine(repository, "tests", "GraphIntel.Tests", "Mapping", "included", "ucdp-ged-rules");
        var model = ReadModel.Domain.Model;
        await using var store = SqliteStore.Open(model, SqliteLocation.Memory());
        await store.PrepareAsync(cancellation);
        Assert.True((await GraphImport.RunAsync(store, Path.Combine(folder, "before"), NoProgress.Instance, cancellation)).Succeeded);
        using var table = await TableFile.OpenAsync(Path.Combine(folder, "GEDEvent_v25_1.csv"), Stream.Null, cancellation);
        var mapping = await File.ReadAllTextAsync(Path.Combine(repository, "mappings", "ucdp-ged.yaml"), cancellation);
        var result = await MappingImport.RunAsync(
            store, new MappingRequest("ucdp-ged", mapping, [table]) { Set = new Dictionary<string, string> { ["made"] = "2025-06-11" } },
            NoProgress.Instance, cancellation);
        Assert.Equal([], MappingReport.Errors(result));

        var graph = new GraphText(model);
        await using var reader = await store.OpenGraphAsync(cancellation);
        foreach (var type in model.Nodes)
        {
            await foreach (var rows in reader.ReadAsync(type, cancellation))
                graph.Nodes.AddRange(rows.Rows.Select(row => new GraphText.Node(type, row.Id) { Values = Zip(rows.Columns, row.Values) }));
        }

        foreach (var type in model.Relationships)
        {
            await foreach (var rows in reader.ReadAsync(type, cancellation))
            {
                graph.Relationships.AddRange(rows.Rows.Select(row => new GraphText.Relationship(
                    type, row.Id ?? type.DeriveId(row.Source, row.Target), row.Source, row.Target)
                { Values = Zip(rows.Columns, row.Values) }));
            }
        }

        return graph;
    }

    private static Dictionary<Core.Model.Property, object?> Zip(IReadOnlyList<Core.Model.Property> columns, object?[] values) =>
        columns.Zip(values).ToDictionary(pair => pair.First, pair => (object?)pair.Second);
}
