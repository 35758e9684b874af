using GraphIntel.Bolt.Protocol;
using GraphIntel.Bolt.Sessions;

namespace GraphIntel.Bolt;

public sealed partial class Session
{
    /// <summary>The read transaction whose end was not awaited yet.</summary>
    private ReadExchange? _exchange;

    /// <summary>
    /// Runs several statements in one read transaction: BEGIN, the statements and COMMIT are sent in one write, and all
    /// records are requested at once. Results arrive, and must be read, in the order of the statements; statements after one
    /// that failed do not run. Never retried.
    /// </summary>
    /// <param name="queries">The statements in Cypher, each with the state for its parameters.</param>
    /// <param name="parameters">Writes the parameters of a statement to the message.</param>
    /// <param name="config">The configuration of the transaction.</param>
    /// <param name="cancellation">Cancels the transaction on the server.</param>
    public async Task<IReadOnlyList<ResultCursor>> ReadTogetherAsync<TState>(
        IReadOnlyList<(string Query, TState State)> queries, ParameterWriter<TState> parameters, TransactionConfig? config = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(parameters);
        foreach (var (query, _) in queries)
            ArgumentException.ThrowIfNullOrEmpty(query, nameof(queries));
        if (queries.Count == 0)
            return [];
        var lease = await AcquireAsync(AccessMode.Read, cancellation).ConfigureAwait(false);
        var commit = new CommitResponse();
        var exchange = new ReadExchange(lease, commit, AddBookmark);
        var cursors = new ResultCursor[queries.Count];
        try
        {
            await StartAsync(lease, new ApiUse(TelemetryApi.ExplicitTransaction), cancellation).ConfigureAwait(false);
            var connection = lease.Connection;
            connection.Add(new Begin(CreateExtra(lease, config), connection.Version), new BeginResponse(OnDatabase(lease)));
            for (var i = 0; i < cursors.Length; i++)
            {
                var (query, state) = queries[i];
                cursors[i] = AddRun(
                    lease, exchange, query, new WrittenParameters<TState>(parameters, state), extra: null, Pull.All, out _);
                exchange.Add(cursors[i]);
            }
            connection.Add(default(Commit), commit);
            connection.Flush();
        }
        catch
        {
            await lease.ReleaseAsync(needsReset: false).ConfigureAwait(false);
            throw;
        }
        _exchange = exchange;
        return cursors;
    }
}
