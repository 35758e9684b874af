using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

/// <summary>Helpers for routing tests.</summary>
internal static class Cluster
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A server that returns its name for every statement, and the test's current routing table.</summary>
    public static ScriptedServer Member(string name, Func<object?> table, Func<Peer, Request, Task<bool>>? handler = null) =>
        ScriptedServer.Serve(async (peer, request) =>
        {
            if (handler is not null && await handler(peer, request))
                return true;
            switch (request.Tag)
            {
                case Tag.ROUTE when table() is { } current:
                    await peer.SuccessAsync(current);
                    return true;
                case Tag.ROUTE:
                    await peer.FailUntilResetAsync("Neo.ClientError.Procedure.ProcedureNotFound");
                    return true;
                case Tag.PULL:
                    await peer.RecordAsync(name);
                    await peer.SuccessAsync();
                    return true;
                default:
                    return false;
            }
        });

    public static async Task<string> QueryAsync(Driver driver, AccessMode mode, string? database = "neo4j")
    {
        await using var session = driver.Session(new SessionConfig { DefaultAccessMode = mode, Database = database });
        return (await (await session.RunAsync("RETURN name", cancellation: Cancellation)).SingleAsync(Cancellation))[0].As<string>();
    }

    public static int Routes(params ScriptedServer[] servers) => servers.Sum(s => s.Requests.Count(r => r == nameof(Tag.ROUTE)));
}
