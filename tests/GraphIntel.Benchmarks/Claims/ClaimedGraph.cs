using System.Globalization;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;

namespace GraphIntel.Benchmarks.Claims;

/// <summary>
/// The generated graph with claims about its relationships: none about a fifth of them, up to three about the others, a tenth of
/// them denials, by 20 sources. It is the same in every run.
/// </summary>
internal sealed class ClaimedGraph(GraphModel model, int events)
{
    // Few, since Neo4j finds the claims of a fact slowly among many that the same transaction wrote.
    private const int BatchSize = 1_000;

    private readonly Random _random = new(20_170_603);
    private readonly ClaimRole _claim = model.Claim!;

    /// <summary>The number of sources.</summary>
    public const int Sources = 20;

    /// <summary>The id of a source.</summary>
    public static string Source(int number) => "source:" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes the graph into an empty store; returns the number of claims.</summary>
    public async Task<int> WriteAsync(IGraphStore store)
    {
        var graph = new GeneratedGraph(model, events);
        await graph.WriteAsync(store);
        var source = _claim.Source!.Target;
        await store.WriteAsync(
            new GraphBatch(
                [new NodeRows(
                    source, Columns(source, "name", "kind"),
                    [.. Enumerable.Range(0, Sources).Select(number => new NodeRow(Source(number), [$"Source {number}", "MONITOR"]))])],
                []),
            CancellationToken.None);
        var count = 0;
        foreach (var claims in graph.Claimable.SelectMany(about => Enumerable.Repeat(about, Count())).Chunk(BatchSize))
        {
            await WriteAsync(store, claims, count);
            count += claims.Length;
        }
        return count;
    }

    private int Count() => _random.Next(10) switch
    {
        < 2 => 0,
        < 6 => 1,
        < 9 => 2,
        _ => 3,
    };

    private async Task WriteAsync(IGraphStore store, string[] about, int first)
    {
        string Id(int index) => _claim.Type.IdPrefix + ":" + (first + index).ToString(CultureInfo.InvariantCulture);
        var claims = about.Select((fact, index) => new NodeRow(
            Id(index),
            [fact, _random.Next(10) == 0 ? _claim.Denies : "SUPPORTS", GeneratedGraph.FirstDay.AddDays(_random.Next(GeneratedGraph.Days)), "Said so"]));
        var sources = about.Select((_, index) => new RelationshipRow(null, Id(index), Source(_random.Next(Sources)), []));
        await store.WriteAsync(
            new GraphBatch(
                [new NodeRows(_claim.Type, Columns(_claim.Type, _claim.About.Name, _claim.Stance.Name, _claim.Made.Name, "statement"), [.. claims])],
                [new RelationshipRows(_claim.Source!.Relationship, [], [.. sources])]),
            CancellationToken.None);
    }

    private static List<Property> Columns(ElementType type, params string[] names) => [.. names.Select(name => type.FindProperty(name)!)];
}
