using System.Collections.Frozen;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Compile;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Derived;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Check;

/// <summary>
/// The properties of which some node or relationship has a value that the model does not allow: a missing required value, or
/// a value of another type. Pages sorted by such a property are compiled without the index, so that no row is lost; see
/// decision 36. The database is scanned at the start and every few minutes.
/// </summary>
internal sealed class IrregularProperties(GraphModel model, Neo4jDatabase database) : IAsyncDisposable
{
    /// <summary>How long the start waits for the first scan; the scan of a large graph continues alongside the first requests.</summary>
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan MinPause = TimeSpan.FromMinutes(5);

    /// <summary>The pause after a scan, as a multiple of the scan's duration: limits the load on the database.</summary>
    private const int PauseFactor = 50;

    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private volatile FrozenSet<Property> _found = [];
    private Task? _loop;

    /// <summary>The properties, as of the last scan. A new set object if they changed.</summary>
    public FrozenSet<Property> Found => _found;

    /// <summary>Starts the scans and waits a short time for the first one.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var first = ScanAsync(_end.Token);
        lock (_gate)
            _loop ??= LoopAsync();
        try
        {
            await first.WaitAsync(StartTimeout, cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is TimeoutException or StoreException)
        {
            // The previous result stays in use until a scan succeeds.
        }
    }

    /// <summary>Scans all types.</summary>
    public async Task ScanAsync(CancellationToken cancellation)
    {
        var found = new HashSet<Property>();
        foreach (var type in model.ElementTypes)
        {
            Property[] keys = [.. type.Properties.Where(property =>
                property is { IsList: false, IsId: false, IsHidden: false, Kind: not ScalarKind.Point } && property != type.Standing)];
            if (keys.Length == 0)
                continue;
            var record = await database.ReadAsync(
                async transaction =>
                {
                    var cursor = await transaction.RunAsync(Text(type, keys), Parameters.Of(null), cancellation).ConfigureAwait(false);
                    return await cursor.SingleAsync(cancellation).ConfigureAwait(false);
                },
                cancellation).ConfigureAwait(false);
            for (var index = 0; index < keys.Length; index++)
            {
                if (record[index] is true)
                    found.Add(keys[index]);
            }
        }

        if (!_found.SetEquals(found))
            _found = found.ToFrozenSet();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        if (_loop is not null)
            await _loop.ConfigureAwait(false);
        _end.Dispose();
    }

    private static string Text(ElementType type, IEnumerable<Property> keys) =>
        $"CYPHER 5 MATCH {DerivedValues.Pattern(type)} RETURN {string.Join(", ", keys.Select(key => $"count(CASE WHEN {Condition(key)} THEN 1 END) > 0"))}";

    private static string Condition(Property key)
    {
        var value = "x." + Names.Property(key);
        var irregular = $"NOT {KeyText.IsOfType(value, key.Kind)}";
        return key.IsRequired ? irregular : $"{value} IS NOT NULL AND {irregular}";
    }

    private async Task LoopAsync()
    {
        var pause = MinPause;
        while (true)
        {
            try
            {
                await Task.Delay(pause, _end.Token).ConfigureAwait(false);
                var start = TimeProvider.System.GetTimestamp();
                await ScanAsync(_end.Token).ConfigureAwait(false);
                var longPause = TimeProvider.System.GetElapsedTime(start) * PauseFactor;
                pause = longPause > MinPause ? longPause : MinPause;
            }
            catch (OperationCanceledException) when (_end.IsCancellationRequested)
            {
                return;
            }
            catch (StoreException)
            {
                // The database is unavailable or being prepared: the previous result stays in use.
            }
        }
    }
}
