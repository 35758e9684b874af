using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

public sealed class HandshakeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task All_versions_from_5_1_to_5_8_are_supported(int minor)
    {
        await using var server = ScriptedServer.Serve(minor: minor);
        await using var driver = GraphDatabase.Driver(server.Bolt);
        Assert.Equal($"5.{minor}", (await driver.GetServerInfoAsync(Cancellation)).ProtocolVersion);
        await using var session = driver.Session();
        var cursor = await session.RunAsync("RETURN 1", cancellation: Cancellation);
        Assert.Equal(1L, (await cursor.SingleAsync(Cancellation))[0]);
    }

    [Theory]
    [InlineData("03 00040404 00020805 00010106 00", 8)]
    [InlineData("02 00000105 00030605 00", 6)]
    [InlineData("01 00090905 00", 8)]
    [InlineData("8100 00080805 8001", 8)]
    public async Task The_highest_common_version_is_chosen_from_a_manifest(string manifest, int minor)
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            Assert.Equal(Hex.Parse("000001FF"), (await peer.ReadOfferAsync())[..4]);
            await peer.RawAsync([.. Hex.Parse("000001FF"), .. Hex.Parse(manifest)]);
            Assert.Equal([0, 0, (byte)minor, 5, 0], await peer.ReadBytesAsync(5));
            await peer.ExpectAsync(Tag.HELLO);
            await peer.SuccessAsync();
            await peer.ExpectAsync(Tag.LOGON);
            await peer.SuccessAsync();
            await peer.ServeAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        Assert.Equal($"5.{minor}", (await driver.GetServerInfoAsync(Cancellation)).ProtocolVersion);
    }

    [Theory]
    [InlineData("00000000", "does not support Bolt 5.1 to 5.8")]
    [InlineData("48545450", "HTTP")]
    [InlineData("00000106", "00000106")]
    [InlineData("00000005", "00000005")]
    [InlineData("00020805", "00020805")]
    [InlineData("000001FF 01 00010106 00", "does not support Bolt 5.1 to 5.8")]
    [InlineData("000001FF FFFFFFFFFFFFFFFFFFFF", "63 bits")]
    [InlineData("000001FF FF7F", "16383 version ranges")]
    public async Task A_server_without_a_common_version_is_a_clear_error(string answer, string named)
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.ReadOfferAsync();
            await peer.RawAsync(Hex.Parse(answer));
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        var error = await Assert.ThrowsAsync<ProtocolException>(() => driver.VerifyConnectivityAsync(Cancellation));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_closes_during_the_handshake_is_unavailable()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.ReadOfferAsync();
            peer.Close();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => driver.VerifyConnectivityAsync(Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_server_that_hangs_while_a_connection_opens_is_unavailable(int stage)
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            if (stage > 0)
                await peer.HandshakeAsync();
            if (stage > 1)
                await peer.ExpectAsync(Tag.HELLO);
            if (stage > 1)
                await peer.SuccessAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { ConnectionAcquisitionTimeout = TimeSpan.FromMilliseconds(300) });
        var error = await Assert.ThrowsAsync<ServiceUnavailableException>(() => driver.VerifyConnectivityAsync(Cancellation));
        Assert.Contains("within 0.3 seconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_without_a_listener_is_unavailable()
    {
        var server = ScriptedServer.Serve();
        await server.DisposeAsync();
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => driver.VerifyConnectivityAsync(Cancellation));
    }
}
