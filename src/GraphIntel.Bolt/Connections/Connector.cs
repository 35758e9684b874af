using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using GraphIntel.Bolt.Framing;
using GraphIntel.Bolt.Pool;
using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Bolt.Connections;

/// <summary>Opens connections: socket, TLS, handshake and login.</summary>
internal sealed class Connector(DriverConfig config, BoltUri uri, Watchdog watchdog)
{
    // A host that disappears is detected after two minutes; the default of operating systems is two hours.
    private const int KeepAliveSeconds = 60;
    private const int KeepAliveInterval = 10;
    private const int KeepAliveRetries = 6;

    private readonly ReceiveBudget _receiveBudget = new(config.MaxReceiveBytes);

    public async ValueTask<Connection> OpenAsync(
        ServerAddress address, AuthToken token, AcquisitionTimeout acquisition, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(acquisition.Remaining(address));
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        // The connection timeout applies until TLS is established.
        using var connecting = CancellationTokenSource.CreateLinkedTokenSource(linked.Token);
        connecting.CancelAfter(config.ConnectionTimeout);
        var certificate = new CertificateCheck();
        var socket = CreateSocket();
        var isEstablished = false;
        try
        {
            await socket.ConnectAsync(address.EndPoint, connecting.Token).ConfigureAwait(false);
            var plain = new NetworkStream(socket, ownsSocket: true);
            var stream = await EncryptAsync(plain, address, certificate, connecting.Token).ConfigureAwait(false);
            connecting.CancelAfter(Timeout.InfiniteTimeSpan);
            isEstablished = true;
            var version = await Handshake.NegotiateAsync(stream, config.OfferManifest, linked.Token).ConfigureAwait(false);
            var connection = new Connection(
                socket, stream, address, version, config.ResetTimeout, new ChunkReader(config.MaxMessageSize, _receiveBudget));
            return await LogOnAsync(connection, token, linked.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            socket.Dispose();
            cancellation.ThrowIfCancellationRequested();
            // An error from the server is more useful than a timeout.
            if (e is Neo4jException { Code: not null })
                throw;
            if (timeout.IsCancellationRequested)
                throw acquisition.Exceeded(address, e);
            if (!isEstablished && connecting.IsCancellationRequested)
            {
                var seconds = config.ConnectionTimeout.TotalSeconds;
                throw new ServiceUnavailableException(
                    string.Create(CultureInfo.InvariantCulture, $"{address} did not respond within {seconds} seconds."), e);
            }
            throw e switch
            {
                EndOfStreamException => new ServiceUnavailableException(
                    $"{address} closed the connection during the handshake; it may not be a Bolt server, or require TLS (+s).", e),
                System.Security.Authentication.AuthenticationException when certificate.Errors != SslPolicyErrors.None =>
                    new ServerCertificateException(
                        $"The certificate of {address} is not valid: {certificate.Errors}.", e),
                System.Security.Authentication.AuthenticationException =>
                    new ServiceUnavailableException($"The TLS handshake with {address} failed; it may not support TLS.", e),
                IOException or SocketException => new ServiceUnavailableException($"{address} is unreachable: {e.Message}", e),
                _ => e,
            };
        }
    }

    /// <summary>A socket without send delay and with TCP keep-alive.</summary>
    internal static Socket CreateSocket()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveInterval);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAliveRetries);
        return socket;
    }

    private async ValueTask<Connection> LogOnAsync(Connection connection, AuthToken token, CancellationToken cancellation)
    {
        try
        {
            // A canceled login closes the connection: there is nothing to keep yet.
            using var abort = cancellation.UnsafeRegister(
                static connection => ((Connection)connection!).Break("The login was canceled.", null), connection);
            var hello = new Hello(
                connection.Version, config.UserAgent ?? Hello.DefaultUserAgent, uri.RoutingContext, config.NotificationFilter);
            await connection.LogOnAsync(hello, token).ConfigureAwait(false);
            watchdog.Watch(connection);
            return connection;
        }
        catch
        {
            // After a failed login the server accepts no GOODBYE.
            connection.Break("The login failed.", null);
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask<Stream> EncryptAsync(
        NetworkStream plain, ServerAddress address, CertificateCheck check, CancellationToken cancellation)
    {
        if (uri.Encryption is Encryption.None)
            return plain;
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = address.Host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            RemoteCertificateValidationCallback = (_, _, _, errors) => check.Accept(errors, uri.Encryption),
        };
        if (config.ClientCertificate is not null)
            options.ClientCertificates = [config.ClientCertificate];
        if (config.TrustedCertificates is { } trusted)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(trusted);
        }
        var encrypted = new SslStream(plain);
        await encrypted.AuthenticateAsClientAsync(options, cancellation).ConfigureAwait(false);
        return encrypted;
    }

    /// <summary>Records the errors of a certificate, for the exception.</summary>
    private sealed class CertificateCheck
    {
        public SslPolicyErrors Errors { get; private set; }

        public bool Accept(SslPolicyErrors errors, Encryption encryption)
        {
            Errors = encryption is Encryption.AnyCertificate ? SslPolicyErrors.None : errors;
            return Errors == SslPolicyErrors.None;
        }
    }
}
