using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using GraphIntel.Bolt.Framing;
using GraphIntel.Bolt.PackStream;
using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

/// <summary>The server side of one connection.</summary>
internal sealed class Peer(ScriptedServer server, int number, Socket socket) : IDisposable
{
    private readonly ChunkReader _chunks = new(int.MaxValue, new ReceiveBudget(long.MaxValue));
    private Stream _stream = new NetworkStream(socket, ownsSocket: true);

    /// <summary>The number of the connection, from 1.</summary>
    public int Number => number;

    /// <summary>The address of its server.</summary>
    public ServerAddress Address => server.Address;

    /// <summary>The number of reads for the last request; a request in one write arrives in one read.</summary>
    public int Reads { get; private set; }

    /// <summary>The client's certificate; null for none.</summary>
    public X509Certificate? ClientCertificate => (_stream as SslStream)?.RemoteCertificate;

    public async Task EncryptAsync(X509Certificate2 certificate)
    {
#pragma warning disable CA5359 // Clients are asked for a certificate and need none; what they show is the test's to look at.
        var encrypted = new SslStream(_stream, leaveInnerStreamOpen: false, (_, _, _, _) => true);
#pragma warning restore CA5359
        _stream = encrypted;
        await encrypted.AuthenticateAsServerAsync(certificate, clientCertificateRequired: true, checkCertificateRevocation: false);
    }

    public async Task<byte[]> ReadOfferAsync()
    {
        var offer = new byte[20];
        await _stream.ReadExactlyAsync(offer);
        Assert.Equal(Hex.Parse("6060B017"), offer[..4]);
        return offer[4..];
    }

    public async Task<byte[]> ReadBytesAsync(int count)
    {
        var bytes = new byte[count];
        await _stream.ReadExactlyAsync(bytes);
        return bytes;
    }

    public async Task HandshakeAsync(int minor = 8)
    {
        await ReadOfferAsync();
        await RawAsync([0, 0, (byte)minor, 5]);
    }

    public async Task LogInAsync(int minor = 8, object? hints = null)
    {
        await HandshakeAsync(minor);
        await ExpectAsync(Tag.HELLO);
        await SuccessAsync(new Dictionary<string, object?> { ["server"] = "Neo4j/5.26.30", ["connection_id"] = $"bolt-{number}", ["hints"] = hints ?? new Dictionary<string, object?>() });
        await ExpectAsync(Tag.LOGON);
        await SuccessAsync();
    }

    /// <summary>Responds until the client sends GOODBYE.</summary>
    public async Task ServeAsync(Func<Peer, Request, Task<bool>>? handler = null)
    {
        while (true)
        {
            var request = await ReadAsync();
            if (request.Tag is Tag.GOODBYE)
                return;
            if (handler is null || !await handler(this, request))
                await AnswerAsync(request);
        }
    }

    /// <summary>Success, with one record of the number 1 for every statement.</summary>
    public async Task AnswerAsync(Request request)
    {
        switch (request.Tag)
        {
            case Tag.RUN:
                await SuccessAsync(new { fields = new[] { "x" }, t_first = 1 });
                break;
            case Tag.PULL:
                await RecordAsync(1);
                await SuccessAsync(new { type = "r", t_last = 1, db = "neo4j" });
                break;
            case Tag.ROUTE:
                await SuccessAsync(Table(server.Address));
                break;
            default:
                await SuccessAsync();
                break;
        }
    }

    /// <summary>A routing table with one server for all roles.</summary>
    public static object Table(ServerAddress all, long ttl = 300) => Table([all], [all], [all], ttl);

    public static object Table(
        ServerAddress[] routers, ServerAddress[] readers, ServerAddress[] writers, long ttl = 300, string? db = "neo4j") => new
        {
            rt = new
            {
                ttl,
                db,
                servers = new object[]
                {
                    new { addresses = writers.Select(a => a.ToString()).ToArray(), role = "WRITE" },
                    new { addresses = readers.Select(a => a.ToString()).ToArray(), role = "READ" },
                    new { addresses = routers.Select(a => a.ToString()).ToArray(), role = "ROUTE" },
                },
            },
        };

    public async Task<Request> ReadAsync()
    {
        ReadOnlyMemory<byte> message;
        while (!_chunks.TryRead(out message))
        {
            var count = await _stream.ReadAsync(_chunks.GetMemory());
            Reads++;
            if (count == 0)
                throw new EndOfStreamException();
            _chunks.Advance(count);
        }
        var request = Parse(message.Span);
        server.Log.Enqueue($"{number} {request.Tag}");
        return request;
    }

    public async Task<Request> ExpectAsync(Tag tag)
    {
        var request = await ReadAsync();
        Assert.Equal(tag, request.Tag);
        return request;
    }

    public async Task ExpectAsync(params Tag[] tags)
    {
        foreach (var tag in tags)
            await ExpectAsync(tag);
    }

    public Task SuccessAsync(object? metadata = null) => SendAsync(0x70, Plain(metadata ?? new { }));

    public Task FailureAsync(string code, string message = "It failed.") => SendAsync(0x7F, Plain(new { code, message }));

    public Task FailureAsync(object metadata) => SendAsync(0x7F, Plain(metadata));

    /// <summary>Sends a failure, ignores all requests until RESET, and confirms that.</summary>
    public async Task FailUntilResetAsync(string code)
    {
        await FailureAsync(code);
        while ((await ReadAsync()).Tag is not Tag.RESET)
            await IgnoredAsync();
        await SuccessAsync();
    }

    public Task IgnoredAsync() => RawAsync(Hex.Parse("0002B07E0000"));

    public Task RecordAsync(params object?[] values) => SendAsync(0x71, values);

    public Task NoopAsync() => RawAsync([0, 0]);

    public async Task RawAsync(byte[] bytes)
    {
        await _stream.WriteAsync(bytes);
        await _stream.FlushAsync();
    }

    /// <summary>Closes the connection immediately; unread bytes make that a reset, as from a killed server.</summary>
    public void Close() => socket.Close(0);

    public void Dispose()
    {
        Close();
        _stream.Dispose();
        _chunks.Dispose();
    }

    /// <summary>Reads until the client closes.</summary>
    public async Task DrainAsync()
    {
        var rest = new byte[4096];
        while (await _stream.ReadAsync(rest) > 0)
        {
            // The data is ignored.
        }
    }

    /// <summary>A message on the wire.</summary>
    public static byte[] Frame(byte tag, params object?[] fields)
    {
        using var chunks = new ChunkWriter();
        chunks.BeginMessage();
        var writer = new PackStreamWriter(chunks);
        writer.WriteStructureHeader(tag, fields.Length);
        foreach (var field in fields)
            writer.WriteValue(field);
        chunks.EndMessage();
        return chunks.Written.ToArray();
    }

    /// <summary>Converts anonymous objects to dictionaries, at any depth.</summary>
    public static object? Plain(object? value) => value switch
    {
        null or string or bool or long or int or double or byte[] or LocalDate => value,
        Dictionary<string, object?> map => map.ToDictionary(p => p.Key, p => Plain(p.Value)),
        Array list => list.Cast<object?>().Select(Plain).ToList(),
        System.Collections.IList list => list,
        _ => value.GetType().GetProperties().ToDictionary(p => p.Name, p => Plain(p.GetValue(value))),
    };

    private static Request Parse(ReadOnlySpan<byte> message)
    {
        var reader = new PackStreamReader(message);
        var count = reader.ReadStructureHeader(out var tag);
        var fields = new List<object?>();
        for (var i = 0; i < count; i++)
            fields.Add(reader.ReadValue());
        Assert.True(reader.AtEnd);
        return new Request((Tag)tag, fields);
    }

    private Task SendAsync(byte tag, object? field) => RawAsync(Frame(tag, field));
}
