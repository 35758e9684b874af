using System.Globalization;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphIntel.Tests.Planning;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>What paths and neighborhoods look at: bounded work, also around nodes with very many relationships.</summary>
public sealed class TraverserTests : IAsyncDisposable
{
    private const string Super = "actor:super";

    private readonly MemoryTraversal _graph = new();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _graph.DisposeAsync();

    [Fact]
    public async Task A_neighborhood_of_a_supernode_is_cut_after_so_many_relationships()
    {
        AddEvents(Super, PageLimits.MaxTraversed + 50_000);
        var (found, nodes, relationships) = await FindAsync($"{{ neighborhood(of: \"{Super}\", depth: 2) {{ nodes {{ id }} relationships {{ id }} }} }}");
        Assert.True(found.IsTruncated);
        Assert.Equal([Super, .. Enumerable.Range(0, 99).Select(Event)], nodes);
        Assert.Equal(Enumerable.Range(0, 99).Select(number => Participation(Super, number)), relationships);
        Assert.InRange(_graph.Looked, 1, PageLimits.MaxTraversed + 1_000);
    }

    [Fact]
    public async Task A_neighborhood_of_many_relationships_has_the_first_nodes_by_id()
    {
        AddEvents(Super, 30_000);
        _graph.Add("BACKS", "actor:b", Super, "backing:1");
        _graph.Add("BACKS", "actor:b", Super, "backing:2");
        var (found, nodes, relationships) = await FindAsync($"{{ neighborhood(of: \"{Super}\", maxNodes: 4) {{ nodes {{ id }} relationships {{ id }} }} }}");
        Assert.True(found.IsTruncated);
        Assert.Equal([Super, "actor:b", Event(0), Event(1)], nodes);
        Assert.Equal(["backing:1", "backing:2", Participation(Super, 0), Participation(Super, 1)], relationships);
    }

    [Fact]
    public async Task A_neighborhood_that_is_just_large_enough_is_not_truncated()
    {
        AddEvents(Super, 5);
        Assert.False((await FindAsync($"{{ neighborhood(of: \"{Super}\", maxNodes: 6) {{ truncated }} }}")).Found.IsTruncated);
        Assert.True((await FindAsync($"{{ neighborhood(of: \"{Super}\", maxNodes: 5) {{ truncated }} }}")).Found.IsTruncated);
    }

    [Fact]
    public async Task A_path_is_walked_from_the_end_with_fewer_relationships()
    {
        AddEvents(Super, 80_000);
        _graph.Add("PARTICIPATED_IN", "actor:a", Event(70_000), Participation("actor:a", 70_000));
        var (found, nodes, _) = await FindAsync($"{{ paths(from: \"{Super}\", to: \"actor:a\", maxLength: 2) {{ items {{ nodes {{ id }} }} }} }}");
        Assert.False(found.IsTruncated);
        Assert.Equal([Super, Event(70_000), "actor:a"], nodes);
        Assert.DoesNotContain(Super, _graph.Expanded.Keys);
        Assert.InRange(_graph.Looked, 1, 10);
        Assert.InRange(_graph.Attempted, 0, 2 * 1_001);
    }

    [Fact]
    public async Task Paths_between_supernodes_are_cut_after_so_many_relationships()
    {
        AddEvents(Super, PageLimits.MaxTraversed + 1);
        AddEvents("actor:other", PageLimits.MaxTraversed + 1, from: 1_000_000);
        var (found, nodes, _) = await FindAsync($"{{ paths(from: \"{Super}\", to: \"actor:other\", maxLength: 8) {{ items {{ length }} }} }}");
        Assert.True(found.IsTruncated);
        Assert.Empty(nodes);
        Assert.InRange(_graph.Looked, 1, PageLimits.MaxTraversed);
        Assert.InRange(_graph.Attempted, 0, 20_000);
    }

    [Fact]
    public async Task Each_node_is_expanded_once_and_a_level_at_a_time()
    {
        for (var number = 0; number < 40; number++)
        {
            _graph.Add("BACKS", Actor(number), Actor((number + 1) % 40), $"backing:{number}");
            _graph.Add("BACKS", Actor(number), Actor((number + 7) % 40), $"backing:more-{number}");
        }
        var (found, _, _) = await FindAsync($"{{ paths(from: \"{Actor(0)}\", to: \"{Actor(20)}\", maxLength: 8, first: 100) {{ items {{ length }} }} }}");
        Assert.All(_graph.Expanded.Values, times => Assert.Equal(1, times));
        Assert.InRange(_graph.Reads, 1, 8);
        Assert.NotEmpty(((PathSearch)found).Paths);
    }

    [Fact]
    public async Task Nothing_longer_is_read_once_there_are_enough_paths()
    {
        AddEvents("actor:a", 3);
        AddEvents("actor:b", 3);
        for (var number = 0; number < 3; number++)
            AddEvents(Actor(number), 3);
        var (found, _, _) = await FindAsync("{ paths(from: \"actor:a\", to: \"actor:b\", maxLength: 8, first: 2) { items { length } } }");
        Assert.True(found.IsTruncated);
        Assert.Equal([2, 2], ((PathSearch)found).Paths.Select(path => path.Relationships.Length));
        Assert.Equal(2, _graph.Reads);
    }

    [Fact]
    public async Task Dead_ends_around_a_hub_end()
    {
        // Every walk of an even length to the end leads through the hub twice.
        _graph.Add("BACKS", "actor:start", "actor:hub", "backing:start");
        _graph.Add("BACKS", "actor:hub", "actor:end", "backing:end");
        for (var number = 0; number < 40_000; number++)
            _graph.Add("BACKS", "actor:hub", Actor(number), $"backing:{number}");
        var (found, _, _) = await FindAsync("{ paths(from: \"actor:start\", to: \"actor:end\", maxLength: 8) { items { length } } }");
        Assert.Equal([2], ((PathSearch)found).Paths.Select(path => path.Relationships.Length));
    }

    [Fact]
    public async Task A_request_that_is_given_up_stops()
    {
        AddEvents("actor:a", 100);
        AddEvents("actor:b", 100, from: 200);
        using var cancellation = new CancellationTokenSource();
        _graph.OnRead = cancellation.Cancel;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            FindAsync("{ paths(from: \"actor:a\", to: \"actor:b\", maxLength: 8) { items { length } } }", cancellation.Token));
        Assert.Equal(1, _graph.Reads);
    }

    private void AddEvents(string actor, int count, int from = 0)
    {
        for (var number = from; number < from + count; number++)
            _graph.Add("PARTICIPATED_IN", actor, Event(number), Participation(actor, number));
    }

    private static string Actor(int number) => "actor:" + Text(number);

    private static string Event(int number) => "event:" + Text(number);

    private static string Participation(string actor, int number) => $"participation:{actor[6..]}-{Text(number)}";

    private static string Text(int number) => number.ToString("0000000", CultureInfo.InvariantCulture);

    private async Task<(TraversalSearch Found, string[] Nodes, string[] Relationships)> FindAsync(string query, CancellationToken? cancellation = null)
    {
        var planned = await Planned.ReadAsync(query);
        var bound = planned.Plan().Bind(planned.Variables);
        Assert.Null(bound.Errors);
        await Traverser.TraverseAsync(_graph, bound.Traversals!, bound, log: null, cancellation ?? TestContext.Current.CancellationToken);
        var search = bound.Traversals!.Single();
        return (search, (string[])bound.Values[search.Nodes.Index]!, (string[])bound.Values[search.Relationships.Index]!);
    }
}
