using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Starts;
using GraphIntel.Core.Search;
using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Tests.Import;

/// <summary>
/// A store in memory that merges as the interface specifies and rejects what a store rejects: a relationship whose end, and a
/// claim whose fact, is neither in the store nor in the batch.
/// </summary>
internal sealed class MemoryGraphStore(GraphModel model) : IGraphStore
{
    private readonly Dictionary<string, (ElementType Type, Dictionary<string, object?> Values)> _facts = [];
    private readonly Dictionary<RelationshipType, Dictionary<string, RelationshipEnds>> _ends = [];

    public GraphModel Model { get; } = model;

    /// <summary>The number of rows of each batch.</summary>
    public List<int> Batches { get; } = [];

    /// <summary>The number of ids looked up.</summary>
    public int LookedUp { get; private set; }

    /// <summary>Called before a batch is written.</summary>
    public Action<int> BeforeBatch { get; set; } = _ => { };

    /// <summary>Whether facts are kept; false for a test of a large import, to save memory.</summary>
    public bool KeepsFacts { get; init; } = true;

    public int Count => _facts.Count;

    /// <summary>The value of a property.</summary>
    public object? Value(string id, string property) => _facts[id].Values[property];

    public ValueTask<bool> PrepareAsync(CancellationToken cancellation) => new(true);

    public StoreConcurrency Concurrency => StoreConcurrency.OfProcessors;

    public ValueTask<GraphStatistics> ReadStatisticsAsync(CancellationToken cancellation) => ValueTask.FromResult(GraphStatistics.Empty);

    public CompiledPlan Compile(Plan plan, ReadOnlySpan<bool> cursorNulls, CancellationToken cancellation) =>
        throw new NotSupportedException("An import does not execute plans.");

    public ValueTask<WriteSummary> WriteAsync(Func<IBatchScope, ValueTask<GraphBatch>> make, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<T> TryAsync<T>(Func<IBatchScope, ValueTask<T>> work, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadRecordsAsync(string prefix, string after, int count, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask<WriteSummary> WriteAsync(GraphBatch batch, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        BeforeBatch(Batches.Count);
        var size = batch.Nodes.Sum(rows => rows.Rows.Count) + batch.Relationships.Sum(rows => rows.Rows.Count);
        Batches.Add(size);
        if (!KeepsFacts)
            return new(new WriteSummary(size, 0, 0));

        var summary = default(WriteSummary);
        foreach (var rows in batch.Nodes)
        {
            foreach (var row in rows.Rows)
                summary += Merge(rows.Type, row.Id, rows.Columns, row.Values);
        }

        foreach (var rows in batch.Relationships)
        {
            foreach (var row in rows.Rows)
            {
                if (!_facts.ContainsKey(row.Source) || !_facts.ContainsKey(row.Target))
                    throw new StoreException(StoreFailure.WriteRefused, $"{rows.Type} has a missing end");
                var id = row.Id ?? rows.Type.DeriveId(row.Source, row.Target);
                if (!_ends.TryGetValue(rows.Type, out var ends))
                    _ends.Add(rows.Type, ends = []);
                ends[id] = new RelationshipEnds(row.Id, row.Source, row.Target);
                summary += Merge(rows.Type, id, rows.Columns, row.Values);
            }
        }

        CheckClaims(batch);
        return new(summary);
    }

    public ValueTask<IReadOnlyDictionary<string, ElementType>> FindAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        LookedUp += ids.Count;
        return new(ids.Where(_facts.ContainsKey).ToDictionary(id => id, id => _facts[id].Type));
    }

    public ValueTask FindAsync(
        IReadOnlyList<(SearchIndex Index, SearchExpression Expression)> queries, int limit, SearchCandidates found, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask<IReadOnlyList<RelationshipEnds>> ReadEndsAsync(RelationshipType type, CancellationToken cancellation) =>
        new(_ends.TryGetValue(type, out var ends) ? [.. ends.Values] : []);

    public ValueTask CheckHealthAsync(CancellationToken cancellation) => default;

    public IRowCounter CompileCount(StartCount count) => throw new NotSupportedException();

    public ValueTask<IGraphReader> OpenGraphAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<string?> ReadMetadataAsync(string name, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask WriteMetadataAsync(string name, string value, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<CheckReport> CheckAsync(bool repair, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => default;

    private WriteSummary Merge(ElementType type, string id, IReadOnlyList<Property> columns, object?[] values)
    {
        Assert.Equal(columns.Count, values.Length);
        var isNew = !_facts.TryGetValue(id, out var fact);
        if (isNew)
            _facts.Add(id, fact = (type, []));
        var changed = false;
        for (var index = 0; index < values.Length; index++)
        {
            Assert.True(columns[index] != type.Standing && columns[index].Name != "id");
            fact.Values.TryGetValue(columns[index].Name, out var old);
            changed |= !Same(old, values[index]);
            fact.Values[columns[index].Name] = values[index];
        }

        return isNew ? new(1, 0, 0) : changed ? new(0, 1, 0) : new(0, 0, 1);
    }

    private void CheckClaims(GraphBatch batch)
    {
        if (Model.Claim is not { } role)
            return;
        foreach (var rows in batch.Nodes.Where(rows => rows.Type == role.Type))
        {
            foreach (var row in rows.Rows)
            {
                if (_facts[row.Id].Values[role.About.Name] is not string about || !_facts.ContainsKey(about))
                    throw new StoreException(StoreFailure.WriteRefused, $"{row.Id} is about a missing fact");
            }
        }
    }

    private static bool Same(object? left, object? right) => left is Array first && right is Array second
        ? first.Cast<object>().SequenceEqual(second.Cast<object>())
        : Equals(left, right);
}
