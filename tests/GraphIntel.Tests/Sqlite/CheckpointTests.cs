using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Tests.Sqlite;

/// <summary>How the write-ahead log becomes the file.</summary>
public sealed class CheckpointTests
{
    private const int Batches = 20;
    private const int BytesPerBatch = 32 << 20;

    private static GraphModel Model { get; } = ModelReader.Read("type Place @node { id: ID! name: String! }");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_much_is_written_most_of_it_is_moved_into_the_file()
    {
        using var folder = new TemporaryFolder();
        await using (var store = await TestStore.NewAsync(Model, folder.Location))
        {
            for (var batch = 0; batch < Batches; batch++)
                await store.Store.WriteAsync(new GraphBatch([], []).With(Record(batch)), Cancellation);
            // A commit itself waits for a checkpoint only with a log of 1 GiB.
            while (new FileInfo(folder.Location.Path!).Length < Batches * BytesPerBatch / 4)
                await Task.Delay(10, Cancellation);
        }

        await using var opened = await TestStore.NewAsync(Model, folder.Location);
        var keys = new List<string> { "" };
        while (await opened.Store.ReadRecordsAsync("log/", keys[^1], 1, Cancellation) is [var record])
        {
            keys.Add(record.Key);
            Assert.Equal(BytesPerBatch, record.Value.Length);
        }

        Assert.Equal(Batches, keys.Count - 1);
    }

    private static Dictionary<string, byte[]?> Record(int batch) => new() { [$"log/1/{batch:D4}"] = new byte[BytesPerBatch] };
}
