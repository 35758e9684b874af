using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Write;

/// <summary>Reads and writes the relationships of a batch.</summary>
/// <param name="statements">The statements.</param>
/// <param name="keys">The cached keys of nodes.</param>
/// <param name="beforeRow">Called before each relationship.</param>
internal sealed class RelationshipWriter(StatementCache statements, NodeKeys keys, Action beforeRow)
{
    /// <summary>Reads the stored relationships of the merge, and which of the others are stored in the opposite direction.</summary>
    public void Read(RelationshipMerge merge)
    {
        if (statements.IsEmpty(merge.Type))
            return;
        var texts = new RelationshipStatements(merge);
        var select = statements.Get(texts.Select);
        var mirror = texts.Mirror is { } text ? statements.Get(text) : null;
        foreach (var relationship in merge.MayBeStored)
        {
            beforeRow();
            if (!BindKey(select, merge.Type, relationship.Row))
                continue;
            if (select.Step())
                Read(merge, relationship, select);
            select.Reset();
            if (mirror is not null && !relationship.IsStored && BindKey(mirror, merge.Type, relationship.Row))
                relationship.IsMirrored = mirror.Scalar() is not null;
        }
    }

    /// <summary>Creates, moves and updates relationships; false, with some of it done, if an end does not exist.</summary>
    public bool Write(RelationshipMerge merge)
    {
        var texts = new RelationshipStatements(merge);
        return Run(texts.Insert, merge, merge.Created, texts.FirstCopy)
            && Run(texts.Move, merge, merge.Moved, texts.FirstCopy)
            && Run(texts.Update, merge, merge.Changed);
    }

    private void Read(RelationshipMerge merge, MergedRelationship relationship, Statement stored)
    {
        var type = merge.Type;
        var row = relationship.Row;
        var ends = (
            IdOf(type.Source, stored.Int64(0), row.Source),
            IdOf(type.Target, stored.Int64(1), row.Target));
        var differs = false;
        var column = RelationshipStatements.FirstReadColumn;
        for (var i = 0; i < merge.Columns.Count; i++)
            differs |= !StoredValue.Matches(stored, ref column, merge.Columns[i], merge.Value(row, i));
        var dates = StoredValue.ReadDays(stored, ref column, merge.OtherDates.Count);
        relationship.SetStored(ends, differs, dates, type.Attested is null ? default : StoredValue.ReadAttested(stored, column));
    }

    private bool Run(string? text, RelationshipMerge merge, IEnumerable<MergedRelationship> relationships, int? firstCopy = null)
    {
        var statement = default(Statement);
        foreach (var relationship in relationships)
        {
            beforeRow();
            if (keys.Find(merge.Type.Source, relationship.Source) is not { } source
                || keys.Find(merge.Type.Target, relationship.Target) is not { } target)
            {
                return false;
            }

            statement ??= statements.Get(text!);
            Bind(statement, merge, relationship, source, target);
            if (firstCopy is { } copy)
                BindCopies(statement, copy, merge.Type, source, target);
            statement.Run();
        }

        return true;
    }

    private static void Bind(Statement statement, RelationshipMerge merge, MergedRelationship relationship, long source, long target)
    {
        var row = relationship.Row;
        statement.Bind(1, source);
        statement.Bind(2, target);
        if (merge.Type.Id is not null)
            statement.Bind(RelationshipStatements.Id, row.Id);
        var index = RelationshipStatements.FirstValue;
        for (var i = 0; i < merge.Columns.Count; i++)
            index = StoredValue.Bind(statement, index, merge.Columns[i], merge.Value(row, i));
        if (merge.Type.Attested is not null)
            StoredValue.Bind(statement, index, relationship.Attested);
    }

    private void BindCopies(Statement statement, int index, RelationshipType type, long source, long target)
    {
        if (type.TargetOrder is { } targetOrder)
            index = StoredValue.Bind(statement, index, targetOrder, keys.ValueOf(type.Target, targetOrder, target));
        if (type.SourceOrder is { } sourceOrder)
            StoredValue.Bind(statement, index, sourceOrder, keys.ValueOf(type.Source, sourceOrder, source));
    }

    /// <summary>The id of a key; the expected id is tried first.</summary>
    private string IdOf(NodeType type, long key, string expected) => keys.Find(type, expected) == key ? expected : keys.IdOf(type, key);

    /// <summary>Binds the key of a stored relationship; false if an end does not exist.</summary>
    private bool BindKey(Statement statement, RelationshipType type, RelationshipRow row)
    {
        if (type.Id is not null)
        {
            statement.Bind(RelationshipStatements.Id, row.Id);
            return true;
        }

        if (keys.Find(type.Source, row.Source) is not { } source || keys.Find(type.Target, row.Target) is not { } target)
            return false;
        statement.Bind(1, source);
        statement.Bind(2, target);
        return true;
    }
}
