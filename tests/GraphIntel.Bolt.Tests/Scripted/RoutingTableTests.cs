using GraphIntel.Bolt.Pool;
using GraphIntel.Bolt.Routing;
using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

public sealed class RoutingTableTests
{
    private static readonly ServerAddress One = new("one", 7687);
    private static readonly ServerAddress Two = new("two", 7687);

    [Fact]
    public void A_table_is_purged_half_a_minute_after_it_expired()
    {
        var time = new ManualTime();
        var tables = new RoutingTables(time);
        var (first, second) = (TableKey.Of("first"), TableKey.Of("second"));
        tables.Store(first, Table(time, [One], [One], [One], "first"));
        time.Advance(TimeSpan.FromSeconds(10 + 29));
        Assert.NotNull(tables.Find(first));
        tables.Store(second, Table(time, [Two], [Two], [Two], "second"));
        Assert.Equal([One, Two], tables.Servers.OrderBy(a => a.Host));
        time.Advance(TimeSpan.FromSeconds(2));
        // It is no longer used, whether it was purged yet or not.
        Assert.Null(tables.Find(first));
        tables.Store(second, Table(time, [Two], [Two], [Two], "second"));
        Assert.Equal([Two], tables.Servers);
    }

    [Fact]
    public void A_table_is_stale_past_its_time_without_routers_and_without_a_server_for_the_mode()
    {
        var time = new ManualTime();
        var table = Table(time, [One], [Two], []);
        Assert.False(table.IsStale(AccessMode.Read, time));
        Assert.True(table.IsStale(AccessMode.Write, time));
        Assert.True(table.Without(One).IsStale(AccessMode.Read, time));
        Assert.True(table.Without(Two).IsStale(AccessMode.Read, time));
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.True(table.IsStale(AccessMode.Read, time));
    }

    [Fact]
    public void A_former_leader_is_removed_only_as_a_writer()
    {
        var time = new ManualTime();
        var tables = new RoutingTables(time);
        var (first, second) = (TableKey.Of("first"), TableKey.Of("second"));
        tables.Store(first, Table(time, [One], [One], [One], "first"));
        tables.Store(second, Table(time, [One], [One], [One], "second"));
        tables.RemoveWriter(first, One);
        Assert.Equal((1, 0), (tables.Find(first)!.Readers.Count, tables.Find(first)!.Writers.Count));
        Assert.Single(tables.Find(second)!.Writers);
        tables.Remove(One);
        Assert.Empty(tables.Find(second)!.Servers);
    }

    [Fact]
    public void A_home_database_is_also_known_by_its_name_and_changes_under_both()
    {
        var time = new ManualTime();
        var tables = new RoutingTables(time);
        var home = new TableKey(null, null, null);
        tables.Store(home, Table(time, [One], [One], [One, Two], "movies"));
        Assert.Equal(tables.Find(home), tables.Find(TableKey.Of("movies")));
        tables.RemoveWriter(home, One);
        Assert.Equal([Two], tables.Find(TableKey.Of("movies"))!.Writers);
        tables.RemoveWriter(TableKey.Of("movies"), Two);
        Assert.Empty(tables.Find(home)!.Writers);
    }

    [Fact]
    public void Every_user_has_a_home_database_of_its_own()
    {
        var keys = new[] { null, AuthTokens.Basic("jane", "hush"), AuthTokens.Basic("john", "hush") }
            .Select(token => TableKey.Of(new Target(AccessMode.Read, null, [], null, token))).ToList();
        Assert.Equal(3, keys.Distinct().Count());
        Assert.Single(new[] { null, AuthTokens.Basic("jane", "hush") }.Select(token => TableKey.Of(new Target(AccessMode.Read, "movies", [], null, token))).Distinct());
    }

    private static RoutingTable Table(
        TimeProvider time, ServerAddress[] routers, ServerAddress[] readers, ServerAddress[] writers, string database = "db") =>
        new(database, readers, writers, routers, time.GetTimestamp(), TimeSpan.FromSeconds(10));
}
