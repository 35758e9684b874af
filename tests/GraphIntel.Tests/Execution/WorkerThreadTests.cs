using System.Text;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>On whose thread a request is worked on: the caller's may be one that serves many sockets.</summary>
public sealed class WorkerThreadTests
{
    private const string Known = "{ actors { totalCount } }";

    [Fact]
    public async Task A_document_that_is_known_is_answered_on_the_callers_thread()
    {
        await using var asked = new Asked();
        await asked.AskAsync(Known);
        Assert.Equal(asked.Caller, await asked.AskAsync(Known));
    }

    [Theory]
    [InlineData(Known)]
    [InlineData("{ actors {")]
    public async Task A_document_that_is_new_is_worked_on_by_the_pool(string query)
    {
        await using var asked = new Asked();
        Assert.NotEqual(asked.Caller, await asked.AskAsync(query));
    }

    [Fact]
    public async Task Introspection_is_worked_on_by_the_pool_each_time()
    {
        await using var asked = new Asked();
        for (var time = 0; time < 2; time++)
            Assert.NotEqual(asked.Caller, await asked.AskAsync("{ __schema { queryType { name } } }"));
    }

    /// <summary>Asks from one thread, as a socket's would.</summary>
    private sealed class Asked : IAsyncDisposable
    {
        private readonly CannedStore _store = new("[[3]]");
        private readonly GraphEngine _engine;
        private readonly BlockingThread _thread = new();

        public Asked() => _engine = new GraphEngine(SchemaBuilder.Build(ModelReader.ReadDomain()), _store, new EngineOptions());

        public int Caller => _thread.Id;

        /// <summary>The thread on which the answer was ready.</summary>
        public async Task<int> AskAsync(string query)
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

    /// <summary>A thread that is none of the pool's, and runs what it is given in turn.</summary>
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
