using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>What batches take for new, and when their rows are checked, on every store.</summary>
public abstract class BatchTests : IAsyncDisposable
{
    private readonly StoreFamily _stores;

    private protected BatchTests(StoreFamily stores) => _stores = stores;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _stores.DisposeAsync();
    }

    private const string Model =
        """
        type Event @node {
          id: ID! name: String! start: Date
          place: Place @relationship(type: "AT", direction: OUT)
          actors: [Actor!]! @relationship(type: "TOOK_PART", direction: IN, orderedBy: "name", properties: "Part")
        }
        type Part @edge(type: "TOOK_PART") { id: ID! role: String! }
        type Actor @node { id: ID! name: String! events: [Event!]! @relationship(type: "TOOK_PART", direction: OUT, orderedBy: "start", properties: "Part") }
        type Place @node { id: ID! name: String! @search }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<TestGraph> OpenAsync() => _stores.OpenAsync(Model);

    [Theory]
    [InlineData("event:1")]
    [InlineData("part:1")]
    [InlineData("at:event:1>place:a")]
    public async Task What_is_taken_for_new_and_is_stored_fails_the_write_which_can_be_made_again_with_look_ups(string stored)
    {
        await using var store = await OpenAsync();
        await store.WriteAsync(store.Nodes("Place", ["name"], ("place:a", ["Alpha"])), store.Nodes("Actor", ["name"], ("actor:a", ["Army"])));
        await store.WriteAsync(
            store.Nodes("Event", ["name"], ("event:1", ["Before"])), store.Links("AT", ("event:1", "place:a")),
            store.Links("TOOK_PART", ["role"], ("part:1", "actor:a", "event:1", ["Before"])));
        var batch = new GraphBatch(
            stored == "event:1" ? [store.Nodes("Event", ["name"], ("event:1", ["After"]))] : [store.Nodes("Event", ["name"], ("event:2", ["Other"]))],
            stored switch
            {
                "part:1" => [store.Links("TOOK_PART", ["role"], ("part:1", "actor:a", "event:1", ["After"]))],
                "event:1" => [],
                _ => [store.Links("AT", ("event:1", "place:a"))],
            });
        var failure = await Assert.ThrowsAsync<StoreException>(() => WriteAsync(takesForNew: true).AsTask());
        Assert.Equal(StoreFailure.Exists, failure.Failure);
        Assert.Equal(["event:1|Before"], await store.RowsAsync("Event", "id", "name"));
        Assert.Equal(["part:1|Before"], await store.RowsAsync("TOOK_PART", "id", "role"));
        var written = await WriteAsync(takesForNew: false);
        Assert.Equal(1, written.Updated + written.Unchanged);
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));

        ValueTask<WriteSummary> WriteAsync(bool takesForNew) => store.Store.WriteAsync(
            scope =>
            {
                if (takesForNew)
                    scope.TakeForNew(["event:1", "event:2", "part:1", "at:event:1>place:a"]);
                return ValueTask.FromResult(batch);
            },
            Cancellation);
    }

    [Fact]
    public async Task What_is_taken_for_new_and_is_new_is_written_with_its_copies()
    {
        await using var store = await OpenAsync();
        await store.Store.WriteAsync(
            scope =>
            {
                scope.TakeForNew(["event:1", "part:1", "at:event:1>place:a"]);
                return ValueTask.FromResult(new GraphBatch(
                    [
                        store.Nodes("Place", ["name"], ("place:a", ["Alpha"])), store.Nodes("Actor", ["name"], ("actor:a", ["Army"])),
                        store.Nodes("Event", ["name", "start"], ("event:1", ["One", new DateOnly(2016, 5, 1)])),
                    ],
                    [store.Links("AT", ("event:1", "place:a")), store.Links("TOOK_PART", ["role"], ("part:1", "actor:a", "event:1", ["ARMED"]))]));
            },
            Cancellation);
        Assert.Equal(["part:1|Army|2016-05-01"], await store.RowsAsync("TOOK_PART", "id", TestGraph.SourceOrder, TestGraph.TargetOrder));
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
    }

    [Fact]
    public async Task What_is_taken_for_new_and_written_twice_in_a_batch_is_found_the_second_time()
    {
        await using var store = await OpenAsync();
        var written = await store.Store.WriteAsync(
            scope =>
            {
                scope.TakeForNew(["place:a", "event:1", "at:event:1>place:a", "part:1"]);
                return ValueTask.FromResult(new GraphBatch(
                    [
                        store.Nodes("Place", ["name"], ("place:a", ["Alpha"])), store.Nodes("Actor", ["name"], ("actor:a", ["Army"])),
                        store.Nodes("Event", ["name"], ("event:1", ["Before"])), store.Nodes("Event", ["name", "start"], ("event:1", ["After", new DateOnly(2016, 5, 1)])),
                    ],
                    [
                        store.Links("AT", ("event:1", "place:a")), store.Links("AT", ("event:1", "place:a")),
                        store.Links("TOOK_PART", ["role"], ("part:1", "actor:a", "event:1", ["Before"])),
                        store.Links("TOOK_PART", ["role"], ("part:1", "actor:a", "event:1", ["After"])),
                    ]));
            },
            Cancellation);
        Assert.Equal((5, 2, 1), ((int)written.Created, (int)written.Updated, (int)written.Unchanged));
        Assert.Equal(["event:1|After|2016-05-01"], await store.RowsAsync("Event", "id", "name", "start"));
        Assert.Equal(["part:1|After"], await store.RowsAsync("TOOK_PART", "id", "role"));
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
    }

    [Fact]
    public async Task Batches_of_one_transaction_see_those_before_and_are_written_together_or_not_at_all()
    {
        await using var store = await OpenAsync();
        var batches = await WriteAsync("a", refused: null);
        Assert.Equal(Enumerable.Range(0, batches).Select(number => $"event:a{number}"), await store.RowsAsync("Event", "id"));
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));

        await Assert.ThrowsAsync<StoreException>(() => WriteAsync("b", refused: batches - 1));
        Assert.Equal(batches, await store.CountAsync("Place"));
        Assert.Equal(batches, await WriteAsync("b", refused: null));
        Assert.Equal(2 * batches, await store.CountAsync("Place"));
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));

        // Each batch has an event at a place of its own, and reads the places of those before.
        async Task<int> WriteAsync(string name, int? refused)
        {
            var made = 0;
            await store.Store.WriteBatchesAsync(
                async (scope, number) =>
                {
                    if (number == 3)
                        return null;
                    made = number + 1;
                    Assert.Equal(number, (await scope.ReadAsync(store.Model.Nodes.Single(type => type.Name == "Place"), [.. Enumerable.Range(0, 3).Select(place => $"place:{name}{place}")])).Count);
                    return new GraphBatch(
                        [
                            store.Nodes("Place", ["name"], ($"place:{name}{number}", [number == refused ? null : "Alpha"])),
                            store.Nodes("Event", ["name"], ($"event:{name}{number}", ["One"])),
                        ],
                        [store.Links("AT", ($"event:{name}{number}", $"place:{name}{number}"))]);
                },
                Cancellation);
            return made;
        }
    }

    [Fact]
    public async Task A_row_that_is_wrong_by_itself_is_the_first_error_though_rows_are_checked_while_they_are_written()
    {
        await using var store = await OpenAsync();
        // An end is missing, too.
        var message = await store.RefusalAsync(
            store.Nodes("Event", ["name"], ("event:1", ["1"])), store.Links("AT", ("event:1", "place:none")),
            store.Links("TOOK_PART", ["role"], ("part:1", "actor:none", "event:1", [7])));
        Assert.Contains("role", message, StringComparison.Ordinal);
        Assert.Empty(await store.RowsAsync("Event", "id"));
    }
}

/// <inheritdoc/>
public sealed class SqliteBatchTests() : BatchTests(new SqliteFamily());

/// <inheritdoc/>
[Collection(Neo4j526Collection.Name)]
public sealed class BatchOnNeo4j526Tests(Neo4j526 server) : BatchTests(new Neo4jFamily(server));

/// <inheritdoc/>
[Collection(Neo4j2026Collection.Name)]
public sealed class BatchOnNeo4j2026Tests(Neo4j2026 server) : BatchTests(new Neo4jFamily(server));
