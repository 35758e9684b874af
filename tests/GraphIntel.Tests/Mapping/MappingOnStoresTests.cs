using CsvHelper;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Tests.Export;
using GraphIntel.Tests.Import;
using GraphIntel.Tests.Stores;
using Xunit;

namespace GraphIntel.Tests.Mapping;

/// <summary>Published data over the seed, through the included mappings, into a store and into SQLite: the same graph.</summary>
public abstract class MappingOnStoresTests : IAsyncDisposable
{
    private readonly StoreFamily _stores;
    private readonly ExportedFolder _folder = new();

    private protected MappingOnStoresTests(StoreFamily stores) => _stores = stores;

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
        return _stores.DisposeAsync();
    }

    [Fact]
    public async Task A_data_set_has_the_totals_of_its_file_and_gives_the_graph_that_it_gives_SQLite()
    {
        var path = MappedTable.Shared("ucdp-ged-syria-2016-2017.csv");
        await using (var graph = await OpenAsync())
        {
            await SeedAsync(graph.Store);
            await ImportAsync(graph.Store, ("ucdp-ged", path));
            await _folder.ExportAsync(graph.Store, "store");
            await GedSums.Of(path).AssertAsync(graph.Store);
        }

        await using var other = await MappedTable.NewAsync(ModelReader.ReadDomain());
        await SeedAsync(other.Store.Store);
        await ImportAsync(other.Store.Store, ("ucdp-ged", path));
        await _folder.ExportAsync(other.Store.Store, "sqlite");
        _folder.AssertSame("sqlite", "store");
    }

    [Fact]
    public async Task Troops_extend_the_backing_of_the_seed_whichever_data_set_comes_first()
    {
        var (troops, events) = (MappedTable.Shared("ucdp-acd-syria.csv"), SampleOfGed());
        await using (var graph = await OpenAsync())
        {
            await SeedAsync(graph.Store);
            var before = await graph.RowsAsync("BACKS", "id", "from", "until");
            await ImportAsync(graph.Store, ("ucdp-acd", troops), ("ucdp-ged", events));
            await _folder.ExportAsync(graph.Store, "troops first");
            Assert.Equal(before, await graph.RowsAsync("BACKS", "id", "from", "until"));
            Assert.Equal(20, (await graph.RowsAsync("Claim", "about", "id")).Count(row => row.StartsWith("backing:russia-government-of-syria|claim:ucdp-acd/", StringComparison.Ordinal)));
        }

        await using var other = await MappedTable.NewAsync(ModelReader.ReadDomain());
        await SeedAsync(other.Store.Store);
        await ImportAsync(other.Store.Store, ("ucdp-ged", events), ("ucdp-acd", troops));
        await _folder.ExportAsync(other.Store.Store, "events first");
        _folder.AssertSame("events first", "troops first");
    }

    private Task<TestGraph> OpenAsync() => _stores.OpenAsync(ModelReader.ReadDomain());

    private static async Task SeedAsync(IGraphStore store) =>
        Assert.True((await GraphImport.RunAsync(store, SeedTests.Folder, NoProgress.Instance, TestContext.Current.CancellationToken)).Succeeded);

    /// <summary>Imports tables one after the other; a second time changes nothing.</summary>
    private static async Task ImportAsync(IGraphStore store, params (string Mapping, string Path)[] tables)
    {
        for (var round = 0; round < 2; round++)
        {
            foreach (var (mapping, path) in tables)
            {
                await using var table = MappedTable.On(store);
                var result = await table.Set("made", "2025-06-11").Set("release", "25.1").RunFilesAsync(MappedTable.Included(mapping), path);
                Assert.Equal([], MappingReport.Errors(result));
                if (round > 0)
                    Assert.Equal((0, 0), (result.Written.Created, result.Written.Updated));
            }
        }
    }

    /// <summary>The first rows of the data set: what is compared here does not need all.</summary>
    private string SampleOfGed()
    {
        var path = _folder.PathOf("ged.csv");
        using var reader = CsvReader.FromFile(MappedTable.Shared("ucdp-ged-syria-2016-2017.csv"), new CsvReaderOptions { HasHeader = false });
        using var stream = File.Create(path);
        using var writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" });
        for (var row = 0; row < 500 && reader.Read(); row++)
            writer.WriteRecord([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return path;
    }
}

/// <inheritdoc/>
public sealed class MappingOnSqliteTests() : MappingOnStoresTests(new SqliteFamily());

/// <inheritdoc/>
[Collection(Neo4j526Collection.Name)]
public sealed class MappingOnNeo4j526Tests(Neo4j526 server) : MappingOnStoresTests(new Neo4jFamily(server));

/// <inheritdoc/>
[Long]
[Collection(Neo4j2026Collection.Name)]
public sealed class MappingOnNeo4j2026Tests(Neo4j2026 server) : MappingOnStoresTests(new Neo4jFamily(server));
