using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Bolt.Connections;

/// <summary>Opens connections: the socket, TLS, the handshake, the login.</summary>
internal sealed class Connector(DriverConfig config, BoltUri uri, Watchdog watchdog)
{
    // A host that is gone without a word is noticed two minutes after the last one; systems take two hours unless told.
    private const int KeepAliveSeconds = 60;
    private const int KeepAliveInterval = 10;
    private const int KeepAliveRetries = 6;

    public async ValueTask<Connection> OpenAsync(ServerAddress address, AuthToken token, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(config.ConnectionTimeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        var certificate = new CertificateCheck();
        var socket = MakeSocket();
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, either.Token).ConfigureAwait(false);
            var plain = new NetworkStream(socket, ownsSocket: true);
            var stream = await EncryptAsync(plain, address, certificate, either.Token).ConfigureAwait(false);
            var version = await Handshake.NegotiateAsync(stream, config.OfferManifest, either.Token).ConfigureAwait(false);
            var connection = new Connection(socket, stream, address, version, config.ResetTimeout, config.MaxMessageSize);
            return await LogOnAsync(connection, token, either.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            socket.Dispose();
            cancellation.ThrowIfCancellationRequested();
            if (timeout.IsCancellationRequested)
            {
                var seconds = config.ConnectionTimeout.TotalSeconds;
                throw new ServiceUnavailableException(
                    string.Create(CultureInfo.InvariantCulture, $"{address} did not answer within {seconds} seconds."), e);
            }
            throw e switch
            {
                EndOfStreamException => new ServiceUnavailableException(
                    $"{address} closed the connection during the handshake; it may speak no Bolt, or want TLS (+s).", e),
                System.Security.Authentication.AuthenticationException when certificate.Errors != SslPolicyErrors.None =>
                    new ServerCertificateException(
                        $"The certificate of {address} does not prove that it is that server: {certificate.Errors}.", e),
                System.Security.Authentication.AuthenticationException =>
                    new ServiceUnavailableException($"{address} did not agree on TLS; it may want none.", e),
                IOException or SocketException => new ServiceUnavailableException($"{address} cannot be reached: {e.Message}", e),
                _ => e,
            };
        }
    }

    /// <summary>A socket that sends at once, and asks whether the other end is still there.</summary>
    internal static Socket MakeSocket()
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
            // Until the login is done there is nothing worth keeping: whoever stops waiting closes the connection.
            using var abort = cancellation.UnsafeRegister(
                static connection => ((Connection)connection!).Break("The login was not waited for.", null), connection);
            var hello = new Hello(
                connection.Version, config.UserAgent ?? Hello.DefaultUserAgent, uri.RoutingContext, config.NotificationFilter);
            await connection.LogOnAsync(hello, token).ConfigureAwait(false);
            watchdog.Watch(connection);
            return connection;
        }
        catch
        {
            // After a failure here the server accepts no farewell.
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

    /// <summary>Remembers what was wrong with a certificate, so that the error can name it.</summary>
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
