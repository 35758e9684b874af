using System.Net;
using System.Net.Sockets;
using GraphIntel.Bolt.Routing;
using Xunit;
using static GraphIntel.Bolt.Tests.Scripted.Cluster;

namespace GraphIntel.Bolt.Tests.Scripted;

/// <summary>A seed whose host name resolves to several servers, such as a headless service in Kubernetes.</summary>
public sealed class SeedNameTests
{
    private static readonly IPAddress First = IPAddress.Loopback;
    private static readonly IPAddress Second = IPAddress.Parse("127.0.0.2");

    [Theory]
    [InlineData("Neo.ClientError.Procedure.ProcedureNotFound")]
    [InlineData("Neo.TransientError.General.DatabaseUnavailable")]
    public async Task If_one_of_them_returns_no_table_the_others_are_queried(string code)
    {
        await using var first = ScriptedServer.Serve((peer, request) => RefuseAsync(peer, request, code));
        await using var second = await ServeOnSamePortAsync(first);
        await using var driver = Driver(first, First, Second);
        Assert.Equal("second", await QueryAsync(driver, AccessMode.Read));
        Assert.Equal((1, 1), (Routes(first), Routes(second)));
        // The table has another name for the second server than the seed; the connection that returned the table is not used
        // any more.
        Assert.DoesNotContain(((RoutingSource)driver.Source).Pools, p => p.Address.Ip is not null);
    }

    [Fact]
    public async Task The_one_that_was_reached_by_the_name_is_not_queried_again()
    {
        await using var first = ScriptedServer.Serve((peer, request) => RefuseAsync(peer, request, "Neo.TransientError.General.DatabaseUnavailable"));
        await using var driver = Driver(first, First, Second);
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => QueryAsync(driver, AccessMode.Read));
        Assert.Equal(1, Routes(first));
    }

    [Fact]
    public async Task A_permanent_error_is_reported_also_if_the_others_are_unreachable()
    {
        await using var first = ScriptedServer.Serve((peer, request) => RefuseAsync(peer, request, "Neo.ClientError.Procedure.ProcedureNotFound"));
        await using var driver = Driver(first, First, Second);
        var error = await Assert.ThrowsAsync<ClientException>(() => QueryAsync(driver, AccessMode.Read));
        Assert.Equal("Neo.ClientError.Procedure.ProcedureNotFound", error.Code);
    }

    [Fact]
    public async Task A_name_that_cannot_be_resolved_does_not_change_the_error()
    {
        await using var first = ScriptedServer.Serve((peer, request) => RefuseAsync(peer, request, "Neo.TransientError.General.DatabaseUnavailable"));
        await using var driver = GraphDatabase.Driver($"neo4j://localhost:{first.Address.Port}", config: new DriverConfig
        {
            ResolveHost = (_, _) => throw new SocketException((int)SocketError.HostNotFound),
        });
        var error = await Assert.ThrowsAsync<ServiceUnavailableException>(() => QueryAsync(driver, AccessMode.Read));
        Assert.Contains("localhost", error.Message, StringComparison.Ordinal);
    }

    private static Driver Driver(ScriptedServer seed, params IPAddress[] addresses) => GraphDatabase.Driver(
        $"neo4j://localhost:{seed.Address.Port}",
        config: new DriverConfig { ResolveHost = (_, _) => Task.FromResult(addresses) });

    /// <summary>A second server at another IP address with the same port, as servers with the same host name have.</summary>
    private static async Task<ScriptedServer> ServeOnSamePortAsync(ScriptedServer first)
    {
        var endPoint = new IPEndPoint(Second, first.Address.Port);
        try
        {
            return ScriptedServer.Serve(AnswerAsync, endPoint: endPoint);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressNotAvailable)
        {
            await first.DisposeAsync();
            Assert.Skip("This system has no second loopback address.");
            throw;
        }
    }

    private static async Task<bool> AnswerAsync(Peer peer, Request request)
    {
        if (request.Tag is not Tag.PULL)
            return false;
        await peer.RecordAsync("second");
        await peer.SuccessAsync();
        return true;
    }

    private static async Task<bool> RefuseAsync(Peer peer, Request request, string code)
    {
        if (request.Tag is not Tag.ROUTE)
            return false;
        await peer.FailUntilResetAsync(code);
        return true;
    }
}
