using GraphIntel.Bolt.Routing;
using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

public sealed class RoutingTableTests
{
    private static readonly ServerAddress One = new("one", 7687);
    private static readonly ServerAddress Two = new("two", 7687);

    [Fact]
    public void A_table_is_let_go_half_a_minute_after_it_ran_out()
    {
        var time = new ManualTime();
        var tables = new RoutingTables(time);
        var (first, second) = (new TableKey("first", null), new TableKey("second", null));
        tables.Keep(first, Table(time, [One], [One], [One]));
        time.Advance(TimeSpan.FromSeconds(10 + 29));
        Assert.Equal([One, Two], tables.Keep(second, Table(time, [Two], [Two], [Two])).OrderBy(a => a.Host));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal([Two], tables.Keep(second, Table(time, [Two], [Two], [Two])));
        Assert.Null(tables.Find(first));
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
    public void A_leader_that_was_is_forgotten_as_a_writer_only()
    {
        var time = new ManualTime();
        var tables = new RoutingTables(time);
        var (first, second) = (new TableKey("first", null), new TableKey("second", null));
        tables.Keep(first, Table(time, [One], [One], [One]));
        tables.Keep(second, Table(time, [One], [One], [One]));
        tables.ForgetWriter(first, One);
        Assert.Equal((1, 0), (tables.Find(first)!.Readers.Count, tables.Find(first)!.Writers.Count));
        Assert.Single(tables.Find(second)!.Writers);
        tables.Forget(One);
        Assert.Empty(tables.Find(second)!.Servers);
    }

    private static RoutingTable Table(TimeProvider time, ServerAddress[] routers, ServerAddress[] readers, ServerAddress[] writers) =>
        new("db", readers, writers, routers, time.GetTimestamp(), TimeSpan.FromSeconds(10));
}
