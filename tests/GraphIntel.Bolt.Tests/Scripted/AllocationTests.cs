using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

/// <summary>Measures allocations of the whole process, so nothing else may run meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}

[Collection(Alone.Name)]
public sealed class AllocationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reading_a_records_bytes_allocates_nothing()
    {
        const int count = 20_000;
        var records = Enumerable.Range(0, count).SelectMany(i => Peer.Frame(0x71, new List<object?> { (long)i, "text" })).ToArray();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.PULL)
                return false;
            await peer.RawAsync(records);
            await peer.SuccessAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        long bytes = 0;
        for (var round = 0; round < 2; round++)
        {
            var cursor = await session.RunAsync("UNWIND ...", cancellation: Cancellation);
            var before = GC.GetTotalAllocatedBytes();
            long sum = 0;
            var wrong = false;
            while (await cursor.FetchAsync(Cancellation))
            {
                var reader = cursor.CurrentValues;
                wrong |= reader.ReadListHeader() != 2;
                sum += reader.ReadInteger();
                wrong |= !reader.ReadUtf8String().SequenceEqual("text"u8);
            }
            bytes = GC.GetTotalAllocatedBytes() - before;
            Assert.False(wrong);
            Assert.Equal((long)count * (count - 1) / 2, sum);
        }
        // Reads and their continuations may allocate; a record may not.
        Assert.InRange(bytes, 0, count * 4);
    }
}
