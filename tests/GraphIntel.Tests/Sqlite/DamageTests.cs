using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Connection;
using SQLitePCL;
using Xunit;

namespace GraphIntel.Tests.Sqlite;

/// <summary>A file that is damaged outside of what a health check reads.</summary>
public sealed class DamageTests
{
    private const string Model = "type Place @node { id: ID! name: String! }";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Damage_found_by_a_statement_is_reported_by_the_health_check()
    {
        using var folder = new TemporaryFolder();
        await using (var filled = await TestStore.NewAsync(ModelReader.Read(Model), folder.Location))
        {
            await filled.WriteAsync(filled.Nodes(
                "Place", ["name"], [.. Enumerable.Range(0, 5_000).Select(number => ($"place:{number}", new object?[] { new string('x', 100) }))]));
        }

        Corrupt(folder.Location.Path!);
        await using var store = await TestStore.NewAsync(ModelReader.Read(Model), folder.Location);
        await store.Store.CheckHealthAsync(Cancellation);
        var met = await Assert.ThrowsAsync<StoreException>(() => store.ReadAsync("SELECT count(name || id) FROM \"n_Place\" WHERE name <> 'y'"));
        Assert.Contains("damaged", met.Message, StringComparison.Ordinal);
        for (var time = 0; time < 2; time++)
        {
            var told = await Assert.ThrowsAsync<StoreException>(() => store.Store.CheckHealthAsync(Cancellation).AsTask());
            Assert.Equal((StoreFailure.Unavailable, met.Message), (told.Failure, told.Message));
        }
    }

    [Fact]
    public void A_temporary_failure_is_cleared_when_a_check_finds_the_file_intact()
    {
        var time = new StoppedTime();
        var damage = new FileDamage(time);
        var checks = 0;
        damage.Record(raw.SQLITE_BUSY);
        damage.ThrowIfDamaged(() => throw new InvalidOperationException("nothing is to be checked"));
        damage.Record(raw.SQLITE_IOERR | (1 << 8));
        Assert.Throws<StoreException>(() => damage.ThrowIfDamaged(() => Check(isSound: false)));
        Assert.Throws<StoreException>(() => damage.ThrowIfDamaged(() => Check(isSound: true)));
        Assert.Equal(1, checks);
        time.Now += FileDamage.CheckPause.Ticks;
        damage.ThrowIfDamaged(() => Check(isSound: true));
        damage.ThrowIfDamaged(() => Check(isSound: false));
        Assert.Equal(2, checks);

        bool Check(bool isSound)
        {
            checks++;
            return isSound;
        }
    }

    [Theory]
    [InlineData(raw.SQLITE_CORRUPT, "damaged")]
    [InlineData(raw.SQLITE_CORRUPT | (2 << 8), "damaged")]
    [InlineData(raw.SQLITE_NOTADB, "no longer a SQLite database")]
    [InlineData(raw.SQLITE_IOERR, "could not be read or written")]
    public void Each_kind_of_damage_has_its_own_message(int code, string words)
    {
        var damage = new FileDamage(TimeProvider.System);
        damage.Record(code);
        var told = Assert.Throws<StoreException>(() => damage.ThrowIfDamaged(() => false));
        Assert.Equal(StoreFailure.Unavailable, told.Failure);
        Assert.Contains(words, told.Message, StringComparison.Ordinal);
    }

    /// <summary>Overwrites pages in the middle of the file, which contain rows.</summary>
    private static void Corrupt(string path)
    {
        const int Page = 8192;
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        var garbage = new byte[Page];
        Array.Fill(garbage, (byte)0xAA);
        for (var page = 20; page < file.Length / Page; page++)
        {
            file.Position = (long)page * Page;
            file.Write(garbage);
        }
    }

    private sealed class StoppedTime : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now;
    }
}
