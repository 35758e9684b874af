using System.CommandLine;
using System.Diagnostics;
using System.Text.RegularExpressions;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Benchmarks.Neo4j;
using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Search;

/// <summary>Measures searches by each kind of match over many names and titles, and what keys add to an import.</summary>
internal static class SearchCommand
{
    private const string Writing = "writing";

    private static readonly Option<string> Store = new("--store") { Description = "sqlite or neo4j.", DefaultValueFactory = _ => "sqlite" };
    private static readonly Option<int> Names = new("--names") { Description = "Number of names.", DefaultValueFactory = _ => 120_000 };
    private static readonly Option<int> Titles = new("--titles") { Description = "Number of titles.", DefaultValueFactory = _ => 200_000 };
    private static readonly Option<int> Queries = new("--queries") { Description = "Number of queries of each kind.", DefaultValueFactory = _ => 200 };
    private static readonly Option<int> Rounds = new("--rounds") { Description = "Number of measurements of each query.", DefaultValueFactory = _ => 3 };

    private static readonly Option<string> Only = new("--only")
    {
        Description = $"A regular expression; only kinds that match it, such as 'name TYPO', and '{Writing}'.",
        DefaultValueFactory = _ => "",
    };

    public static Command Create()
    {
        var command = new Command(
            "search",
            "Measures searches in process beside their look-ups alone, in Neo4j through the Bolt client alone, and what keys add to an import into SQLite.")
        {
            Store, Names, Titles, Queries, Rounds, Only,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments)
    {
        // The table is wide, and a redirected output has no width.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 150);
        var texts = new SearchTexts(arguments.GetValue(Names), arguments.GetValue(Titles));
        var only = new Regex(arguments.GetValue(Only)!);
        var isNeo4j = arguments.GetValue(Store) == "neo4j";
        if (!isNeo4j && only.IsMatch(Writing))
            await WriteTimes.RunAsync(arguments.GetValue(Rounds));
        var groups = SearchQueries.All(texts, arguments.GetValue(Queries)).Where(group => only.IsMatch(group.Name)).ToList();
        if (groups.Count == 0)
            return 0;
        var schema = SchemaBuilder.Build(ModelReader.ReadDomain());
        if (isNeo4j)
        {
            await using var server = await BenchmarkServer.FindAsync();
            await using var store = server.Open(schema.Model);
            await store.PrepareAsync(CancellationToken.None);
            await LoadAsync(store, texts);
            await using var driver = server.Driver();
            var session = new SessionConfig { Database = server.Database, DefaultAccessMode = AccessMode.Read };
            await new SearchTimes(schema, store, lookups => RawLookups.RunAsync(driver, session, lookups), arguments.GetValue(Rounds)).RunAsync(groups);
            return 0;
        }

        await using var graph = await BenchmarkStore.CreateAsync(schema.Model);
        await LoadAsync(graph.Store, texts);
        await graph.ReopenAsync();
        await new SearchTimes(schema, graph.Store, lookups => new LookupRecorder(graph.Store).RunAsync(lookups), arguments.GetValue(Rounds)).RunAsync(groups);
        return 0;
    }

    private static async Task LoadAsync(IGraphStore store, SearchTexts texts)
    {
        var watch = Stopwatch.StartNew();
        foreach (var batch in new SearchGraph(store.Model).Batches(texts))
            await store.WriteAsync(batch, CancellationToken.None);
        AnsiConsole.WriteLine($"{texts.Names.Count:#,0} names and {texts.Titles.Count:#,0} titles, written in {watch.Elapsed.TotalSeconds:0.0} s.");
    }
}
