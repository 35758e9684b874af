using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Neo4j.Write;

/// <summary>Reads and writes the relationships of one merge.</summary>
internal sealed class RelationshipWriter(BatchStatements statements, RelationshipMerge merge)
{
    private readonly RelationshipStatements _texts = new(merge);

    /// <summary>The statements that create relationships, and how many these should create.</summary>
    private IReadOnlyList<ResultCursor> _creating = [];
    private long _expected;

    /// <summary>Reads the stored relationships of the merge, and which of the others are stored in the opposite direction.</summary>
    public async Task ReadAsync()
    {
        await statements.ReadAsync(_texts.Read, [.. merge.MayBeStored.Select(one => one.Id)], ReadRelationship).ConfigureAwait(false);
        if (!merge.Type.IsSymmetric)
            return;
        await statements.ReadAsync(
            LookupText.Of(merge.Type),
            [.. merge.MayBeStored.Select(one => merge.Type.DeriveId(one.Row.Target, one.Row.Source))],
            (offset, cursor) => merge.MayBeStored[offset + LookupText.ReadPosition(cursor)].IsMirrored = true).ConfigureAwait(false);
    }

    /// <summary>Creates, moves and updates relationships; none is created where an end does not exist.</summary>
    public async Task WriteAsync()
    {
        MergedRelationship[] created = [.. merge.Created];
        MergedRelationship[] moved = [.. merge.Moved];
        _expected = created.Length + moved.Length;
        _creating =
        [
            .. await statements.SendAsync(_texts.Create, created, WriteRow).ConfigureAwait(false),
            .. await statements.SendAsync(_texts.Move, moved, WriteRow).ConfigureAwait(false),
        ];
        if (_texts.Update is { } update)
            await statements.SendAsync(update, [.. merge.Changed], WriteRow).ConfigureAwait(false);
    }

    /// <summary>Whether all were created: all ends exist.</summary>
    public async Task<bool> HasCreatedAllAsync() => await statements.CountCreatedAsync(_creating).ConfigureAwait(false) == _expected;

    private void ReadRelationship(int offset, ResultCursor cursor)
    {
        var type = merge.Type;
        var reader = cursor.CurrentValues;
        reader.ReadListHeader();
        var relationship = merge.MayBeStored[offset + (int)reader.ReadInteger()];
        var ends = (reader.ReadString(), reader.ReadString());
        var differs = false;
        for (var i = 0; i < merge.Columns.Count; i++)
            differs |= !StoredValue.Matches(reader.ReadRaw(), merge.Columns[i], merge.Value(relationship.Row, i), statements.Scratch);
        var dates = StoredValue.ReadDays(ref reader, merge.OtherDates.Count);
        var attested = type.Attested is null
            ? default
            : new AttestedDays(
                StoredValue.ReadDay(ref reader), StoredValue.ReadDay(ref reader), IsGiven: !reader.TryReadNull() && reader.ReadBoolean());
        relationship.SetStored(ends, differs, dates, attested);
    }

    private void WriteRow(PackStreamWriter writer, MergedRelationship relationship)
    {
        var hasDays = merge.Type.Attested is not null;
        writer.WriteListHeader(merge.Columns.Count + (hasDays ? 6 : 3));
        writer.WriteString(relationship.Id);
        writer.WriteString(relationship.Source);
        writer.WriteString(relationship.Target);
        for (var i = 0; i < merge.Columns.Count; i++)
            StoredValue.Write(writer, merge.Columns[i], merge.Value(relationship.Row, i));
        if (!hasDays)
            return;
        StoredValue.WriteDay(writer, relationship.Attested.From);
        StoredValue.WriteDay(writer, relationship.Attested.Until);
        if (relationship.Attested.IsGiven)
            writer.WriteBoolean(true);
        else
            writer.WriteNull();
    }
}
