using System.Text;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>The thread that executes a request; the caller's may be an I/O thread that serves many sockets.</summary>
public sealed class WorkerThreadTests
{
    private const string Known = "{ actors { totalCount } }";

    [Fact]
    public async Task A_cached_document_is_executed_on_the_callers_thread()
    {
        await using var asked = new Asked();
        await asked.QueryAsync(Known);
        Assert.Equal(asked.Caller, await asked.QueryAsync(Known));
    }

    [Theory]
    [InlineData(Known)]
    [InlineData("{ actors {")]
    public async Task A_new_document_is_prepared_on_a_pool_thread(string query)
    {
        await using var asked = new Asked();
        Assert.NotEqual(asked.Caller, await asked.QueryAsync(query));
    }

    [Fact]
    public async Task Introspection_always_runs_on_a_pool_thread()
    {
        await using var asked = new Asked();
        for (var time = 0; time < 2; time++)
            Assert.NotEqual(asked.Caller, await asked.QueryAsync("{ __schema { queryType { name } } }"));
    }

    /// <summary>Executes from one thread, like an I/O thread.</summary>
    private sealed class Asked : IAsyncDisposable
    {
        private readonly StubStore _store = new("[[3]]");
        private readonly GraphEngine _engine;
        private readonly BlockingThread _thread = new();

        public Asked() => _engine = new GraphEngine(SchemaBuilder.Build(ModelReader.ReadDomain()), _store, new EngineOptions());

        public int Caller => _thread.Id;

        /// <summary>The thread on which the response was ready.</summary>
        public async Task<int> QueryAsync(string query)
        {
            var answered = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            _thread.Run(() => _ = AnswerAsync(query, answered));
            return await answered.Task.WaitAsync(TestContext.Current.CancellationToken);
        }

        public ValueTask DisposeAsync()
        {
            _thread.Dispose();
            return _store.DisposeAsync();
        }

        private async Task AnswerAsync(string query, TaskCompletionSource<int> answered)
        {
            try
            {
                using var response = await _engine.ExecuteAsync(
                    new GraphRequest(Encoding.UTF8.GetBytes(query)), TestContext.Current.CancellationToken).ConfigureAwait(false);
                answered.SetResult(Environment.CurrentManagedThreadId);
            }
            catch (Exception error)
            {
                answered.SetException(error);
            }
        }
    }

    /// <summary>A thread outside the pool that runs its work items in order.</summary>
    private sealed class BlockingThread : IDisposable
    {
        private readonly System.Collections.Concurrent.BlockingCollection<Action> _work = [];
        private readonly Thread _thread;

        public BlockingThread()
        {
            _thread = new Thread(() =>
            {
                foreach (var action in _work.GetConsumingEnumerable())
                    action();
            })
            { IsBackground = true };
            _thread.Start();
        }

        public int Id => _thread.ManagedThreadId;

        public void Run(Action action) => _work.Add(action);

        public void Dispose()
        {
            _work.CompleteAdding();
            _thread.Join();
            _work.Dispose();
        }
    }
}
