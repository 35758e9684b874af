using System.Net.Sockets;
using GraphIntel.Bolt.Connections;
using GraphIntel.Bolt.Framing;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Bolt.Protocol;
using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

/// <summary>The responses to all kinds of requests, split by the network into two pieces at any byte.</summary>
public sealed class SplitTests
{
    private static readonly Dictionary<string, object?> Nothing = [];

    private static readonly byte[] Answers =
    [
        // The manifest, with NOOPs wherever they are allowed.
        .. Hex.Parse("000001FF 03 00040404 00040405 00020805 00"),
        .. Success(new { server = "Neo4j/5.26.30", connection_id = "bolt-7", hints = new Dictionary<string, object?> { ["telemetry.enabled"] = true, ["connection.recv_timeout_seconds"] = 120 } }),
        .. Hex.Parse("0027B170A1D012616476657274697365645F616464726573738F6C6F63616C686F73743A32383731370000"),
        0, 0,
        .. Success(new { rt = new { ttl = 300, db = "neo4j", servers = new object[] { new { addresses = new[] { "a:7687" }, role = "WRITE" }, new { addresses = new[] { "b:7687" }, role = "READ" } } } }),
        .. Success(Nothing), // TELEMETRY
        .. Success(Nothing), // BEGIN
        .. Hex.Parse("001FB170A387745F666972737438866669656C6473918178826462856E656F346A0000"),
        .. Hex.Parse("0011B17191B254CB000029324BFD6315C91C200000 0000 0016B17191B369C911942A8C4575726F70652F50617269730000"),
        .. Hex.Parse("000DB170A1886861735F6D6F7265C30000"),
        .. Success(new { bookmark = "b", type = "r" }), // DISCARD
        .. Success(new { bookmark = "commit" }),
        .. Peer.Frame(0x7F, Peer.Plain(new { neo4j_code = "Neo.ClientError.Statement.SyntaxError", message = "no", gql_status = "42001", description = "d", cause = new { message = "inner", gql_status = "42I06", description = "i" } })),
        .. Hex.Parse("0002B07E0000"),
        .. Success(Nothing), // RESET
        .. Success(Nothing), // BEGIN
        .. Success(Nothing), // ROLLBACK
        .. Success(Nothing), // LOGOFF
        .. Success(Nothing), // LOGON
    ];

    [Fact]
    public async Task Responses_split_at_any_byte_are_read()
    {
        for (var split = 0; split < Answers.Length; split++)
            await TalkAsync(new Pieces(Answers[..split], Answers[split..]));
    }

    [Fact]
    public async Task Responses_that_arrive_byte_by_byte_are_read() => await TalkAsync(new Pieces([.. Answers.Select(b => new[] { b })]));

    [Fact]
    public async Task Responses_truncated_at_any_byte_are_a_lost_connection()
    {
        for (var end = 0; end < Answers.Length; end++)
        {
            var error = await Xunit.Record.ExceptionAsync(() => TalkAsync(new Pieces(Answers[..end])));
            // All later requests get a received failure, until a RESET clears it.
            Assert.True(
                error is ServiceUnavailableException or EndOfStreamException or ClientException { Code: "Neo.ClientError.Statement.SyntaxError" },
                $"{end} bytes: {error}");
        }
    }

    private static async Task TalkAsync(Pieces network)
    {
        var version = await Handshake.NegotiateAsync(network, offerManifest: true, CancellationToken.None);
        Assert.Equal(new BoltVersion(5, 8), version);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var connection = new Connection(socket, network, new ServerAddress("localhost", 7687), version, TimeSpan.FromMinutes(1), new ChunkReader(int.MaxValue, new ReceiveBudget(long.MaxValue)));
        try
        {
            await connection.LogOnAsync(new Hello(version, "test", null, null), AuthTokens.Basic("neo4j", "hush"));
            Assert.Equal(("Neo4j/5.26.30", true), (connection.Server.Agent, connection.Server.WantsTelemetry));

            var route = await QueryAsync(connection, new Route(new Dictionary<string, string>(), [], "neo4j", null), new RouteResponse());
            Assert.Equal(["a:7687"], route.Writers);
            Assert.Equal(["b:7687"], route.Readers);

            await QueryAsync(connection, new Telemetry(TelemetryApi.ExplicitTransaction), new Response());
            await QueryAsync(connection, new Begin(new Extra(), version), new Response());
            var run = await QueryAsync(connection, new Run<ObjectParameters>("RETURN 1", new ObjectParameters(null), null, version), new RunResponse());
            Assert.Equal(["x"], run.Fields);
            var stream = await QueryAsync(connection, new Pull(2, null), new StreamResponse());
            Assert.True(stream.HasMore);
            var records = new List<string?>();
            while (stream.TryReadBuffered())
                records.Add(First(stream.Current.Span));
            Assert.Equal(["12:34:56.000000789+02:00", "1970-01-01T01:15:00.000000042Z[Europe/Paris]"], records);
            stream.Continue();
            Assert.Equal("b", (await QueryAsync(connection, new Discard(null), stream)).Bookmark);
            Assert.Equal("commit", (await QueryAsync(connection, default(Commit), new CommitResponse())).Bookmark);

            run = new RunResponse();
            stream = new StreamResponse();
            connection.Add(new Run<ObjectParameters>("BAD", new ObjectParameters(null), new Extra(), version), run);
            connection.Add(new Pull(-1, null), stream);
            connection.Flush();
            await connection.WaitAsync(stream, CancellationToken.None);
            Assert.Equal(("42001", "42I06"), (run.Error!.GqlStatus, ((Neo4jException)run.Error.InnerException!).GqlStatus));
            Assert.True(stream.IsIgnored);
            await connection.ResetAsync(CancellationToken.None);
            Assert.False(connection.HasFailed);

            await QueryAsync(connection, new Begin(new Extra(), version), new Response());
            await QueryAsync(connection, default(Rollback), new Response());
            await connection.LogOnAgainAsync(AuthTokens.Basic("jane", "hush"), TimeSpan.FromMinutes(1), CancellationToken.None);
            Assert.True(connection.IsIdle);
        }
        finally
        {
            await connection.DisposeAsync();
        }
    }

    private static async Task<TResponse> QueryAsync<TMessage, TResponse>(Connection connection, TMessage message, TResponse response)
        where TMessage : struct, IMessage
        where TResponse : Response
    {
        await connection.ReadyAsync(CancellationToken.None);
        connection.Add(message, response);
        connection.Flush();
        await connection.WaitAsync(response, CancellationToken.None);
        response.ThrowIfFailed();
        return response;
    }

    private static string? First(ReadOnlySpan<byte> record)
    {
        var reader = new PackStreamReader(record);
        Assert.Equal(1, reader.ReadListHeader());
        return reader.ReadValue()!.ToString();
    }

    private static byte[] Success(object metadata) => Peer.Frame(0x70, Peer.Plain(metadata));

    /// <summary>A network that accepts all data and returns one piece for each read, then ends.</summary>
    private sealed class Pieces(params byte[][] pieces) : Stream
    {
        private readonly Queue<ReadOnlyMemory<byte>> _pieces = new(pieces.Where(p => p.Length > 0).Select(p => new ReadOnlyMemory<byte>(p)));

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_pieces.TryPeek(out var piece))
                return ValueTask.FromResult(0);
            var count = Math.Min(piece.Length, buffer.Length);
            piece[..count].CopyTo(buffer);
            _pieces.Dequeue();
            if (count == piece.Length)
                return ValueTask.FromResult(count);
            // The part that did not fit comes first again.
            var rest = _pieces.ToArray();
            _pieces.Clear();
            foreach (var next in rest.Prepend(piece[count..]))
                _pieces.Enqueue(next);
            return ValueTask.FromResult(count);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => default;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
