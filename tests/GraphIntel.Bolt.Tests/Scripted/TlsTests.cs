using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

public sealed class TlsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trusted_certificate_with_the_right_name_is_accepted()
    {
        using var certificate = Make("localhost");
        await using var server = Serve(certificate);
        await using var driver = GraphDatabase.Driver($"bolt+s://localhost:{server.Address.Port}", config: Trusting(certificate));
        Assert.True(driver.Encrypted);
        await using var session = driver.Session();
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
    }

    [Fact]
    public async Task An_untrusted_certificate_is_rejected()
    {
        using var certificate = Make("localhost");
        await using var server = Serve(certificate);
        await using var driver = GraphDatabase.Driver($"neo4j+s://localhost:{server.Address.Port}");
        var error = await Assert.ThrowsAsync<ServerCertificateException>(() => driver.VerifyConnectivityAsync(Cancellation));
        Assert.Contains("RemoteCertificateChainErrors", error.Message, StringComparison.Ordinal);
        Assert.False(error.IsRetriable);
        await using var direct = GraphDatabase.Driver($"bolt+s://localhost:{server.Address.Port}");
        await Assert.ThrowsAsync<ServerCertificateException>(() => direct.VerifyConnectivityAsync(Cancellation));
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_rejected()
    {
        using var certificate = Make("another.example");
        await using var server = Serve(certificate);
        await using var driver = GraphDatabase.Driver($"bolt+s://localhost:{server.Address.Port}", config: Trusting(certificate));
        var error = await Assert.ThrowsAsync<ServerCertificateException>(() => driver.VerifyConnectivityAsync(Cancellation));
        Assert.Contains("RemoteCertificateNameMismatch", error.Message, StringComparison.Ordinal);
        Assert.False(error.IsRetriable);
    }

    [Fact]
    public async Task Any_certificate_is_accepted_if_the_URI_allows_it()
    {
        using var certificate = Make("another.example");
        await using var server = Serve(certificate);
        await using var driver = GraphDatabase.Driver($"bolt+ssc://localhost:{server.Address.Port}");
        await driver.VerifyConnectivityAsync(Cancellation);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_sends_its_certificate_if_it_has_one(bool has)
    {
        using var certificate = Make("localhost");
        using var own = Make("client.example");
        var seen = new TaskCompletionSource<string?>();
        await using var server = ScriptedServer.Start(
            async peer =>
            {
                seen.SetResult(peer.ClientCertificate?.Subject);
                await peer.LogInAsync();
                await peer.ServeAsync();
            },
            certificate);
        await using var driver = GraphDatabase.Driver($"bolt+s://localhost:{server.Address.Port}", config: new DriverConfig
        {
            TrustedCertificates = [certificate],
            ClientCertificate = has ? own : null,
        });
        await driver.VerifyConnectivityAsync(Cancellation);
        Assert.Equal(has ? "CN=client.example" : null, await seen.Task);
    }

    [Fact]
    public async Task A_server_without_TLS_is_a_clear_error()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.ReadBytesAsync(5);
            await peer.RawAsync(Hex.Parse("00000000"));
            peer.Close();
        });
        await using var driver = GraphDatabase.Driver($"bolt+s://localhost:{server.Address.Port}");
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => driver.VerifyConnectivityAsync(Cancellation));
    }

    [Fact]
    public async Task A_canceled_result_keeps_an_encrypted_connection()
    {
        using var certificate = Make("localhost");
        using var cancel = new CancellationTokenSource();
        await using var server = ScriptedServer.Start(
            async peer =>
            {
                await peer.LogInAsync();
                await peer.ServeAsync(async (_, request) =>
                {
                    if (request.Tag is not Tag.PULL || cancel.IsCancellationRequested)
                        return false;
                    await cancel.CancelAsync();
                    await peer.ExpectAsync(Tag.RESET);
                    await peer.FailureAsync("Neo.TransientError.Transaction.Terminated");
                    await peer.SuccessAsync();
                    return true;
                });
            },
            certificate);
        await using var driver = GraphDatabase.Driver($"bolt+s://localhost:{server.Address.Port}", config: Trusting(certificate));
        await using var session = driver.Session();
        var cursor = await session.RunAsync("RETURN 1", cancellation: Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await cursor.FetchAsync(cancel.Token));
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        Assert.Equal(1, server.Connections);
    }

    private static ScriptedServer Serve(X509Certificate2 certificate) => ScriptedServer.Start(
        async peer =>
        {
            await peer.LogInAsync();
            await peer.ServeAsync();
        },
        certificate);

    private static DriverConfig Trusting(X509Certificate2 certificate) => new() { TrustedCertificates = [certificate] };

    private static X509Certificate2 Make(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
