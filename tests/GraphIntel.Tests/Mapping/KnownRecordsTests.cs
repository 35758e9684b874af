using GraphIntel.Import.Mapping.Ledger;
using Xunit;

namespace GraphIntel.Tests.Mapping;

/// <summary>What an import knows of the records of its tables without reading them.</summary>
public sealed class KnownRecordsTests
{
    private static readonly string Shared = RecordKeys.Shared("events", "place:a");
    private static readonly string Row = RecordKeys.Row("events", "1");

    private readonly KnownRecords _known = new(["events"]);

    [Fact]
    public void What_was_not_written_is_not_there()
    {
        Assert.True(_known.TryFind(Row, out var row));
        Assert.Null(row);
        Assert.True(_known.TryFind(Shared, out var shared));
        Assert.Null(shared);
    }

    [Fact]
    public void Records_of_other_tables_and_kinds_are_read()
    {
        Assert.False(_known.TryFind(RecordKeys.Row("places", "1"), out _));
        Assert.False(_known.TryFind(RecordKeys.Shared("places", "place:a"), out _));
        Assert.False(_known.TryFind(RecordKeys.Import(1), out _));
    }

    [Fact]
    public void What_rows_share_is_remembered_and_a_row_is_read_again()
    {
        _known.Add(new Dictionary<string, byte[]?> { [Shared] = [1], [Row] = [2] });
        Assert.True(_known.TryFind(Shared, out var shared));
        Assert.Equal([1], shared!);
        Assert.False(_known.TryFind(Row, out _));
    }

    [Fact]
    public void What_was_removed_is_read_again()
    {
        _known.Add(new Dictionary<string, byte[]?> { [Shared] = [1] });
        _known.Add(new Dictionary<string, byte[]?> { [Shared] = null });
        Assert.False(_known.TryFind(Shared, out _));
    }

    [Fact]
    public void Of_many_records_those_that_are_used_again_and_again_are_not_forgotten()
    {
        var often = RecordKeys.Shared("events", "actor:a");
        _known.Add(new Dictionary<string, byte[]?> { [Shared] = [1], [often] = [2] });
        for (var batch = 0; batch < 40; batch++)
        {
            AddReports(batch);
            Assert.True(_known.TryFind(often, out var record));
            Assert.Equal([2], record!);
        }

        // Another is read again.
        Assert.False(_known.TryFind(Shared, out _));
    }

    [Fact]
    public void A_record_that_changes_after_a_while_is_known_with_its_last_value()
    {
        _known.Add(new Dictionary<string, byte[]?> { [Shared] = [1] });
        for (var batch = 0; batch < 12; batch++)
            AddReports(batch);
        _known.Add(new Dictionary<string, byte[]?> { [Shared] = [4] });
        Assert.True(_known.TryFind(Shared, out var record));
        Assert.Equal([4], record!);
    }

    /// <summary>Adds the records of a batch of reports, which are used once.</summary>
    private void AddReports(int batch) => _known.Add(Enumerable.Range(0, 5_000).ToDictionary(
        number => RecordKeys.Shared("events", $"report:{batch}/{number}"), byte[]? (_) => [3]));
}
