using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Sqlite.Connection;

namespace GraphIntel.Sqlite.Write;

/// <summary>Merges the relationships of one type into their table.</summary>
internal sealed class RelationshipWriter
{
    private readonly BatchWriter _batch;
    private readonly RelationshipRows _rows;
    private readonly RelationshipType _type;
    private readonly Property[] _missing;
    private readonly int[] _plain;
    private readonly Property[] _stays;
    private readonly RelationshipStatements _statements;
    private readonly DayColumns _valid;
    private readonly DayColumns _attested;

    public RelationshipWriter(BatchWriter batch, RelationshipRows rows)
    {
        _batch = batch;
        _rows = rows;
        _type = rows.Type;
        _missing = MissingColumns.Of(_type, rows.Columns);
        _valid = new DayColumns(rows, _type.Valid);
        _attested = new DayColumns(rows, _type.Attested);
        _plain = [.. Enumerable.Range(0, rows.Columns.Count).Where(i => !_attested.Contains(i))];
        _stays = [.. _plain.Select(i => rows.Columns[i])];
        _statements = new RelationshipStatements(batch.Statements, _type, _stays, insert: _missing.Length == 0);
    }

    /// <summary>Writes the rows.</summary>
    public WriteSummary Write()
    {
        long created = 0, updated = 0;
        foreach (var row in _rows.Rows)
        {
            _batch.NextRow();
            var source = KeyOf(_type.Source, row.Source, row);
            var target = KeyOf(_type.Target, row.Target, row);
            if (Insert(row, source, target))
                created++;
            else if (Update(row, source, target))
                updated++;
        }

        return new WriteSummary(created, updated, _rows.Rows.Count - created - updated);
    }

    private bool Insert(RelationshipRow row, long source, long target)
    {
        if (_statements.Insert is not { } insert)
            return false;
        var (from, until) = _valid.Given(row);
        _valid.Check(row, from, until);
        var (first, last) = _attested.Given(row);
        var attested = new AttestedDays(first, last);
        Bind(insert, row, source, target, attested);
        if (insert.Run() == 0)
            return false;
        _attested.Check(row, first, last);
        _batch.Ends.Created(_type, source, target);
        return true;
    }

    private bool Update(RelationshipRow row, long source, long target)
    {
        var select = _statements.Select;
        BindKey(select, row, source, target);
        if (!select.Step())
        {
            select.Reset();
            throw Refusal.Lacks(RowCheck.Name(_type, row), _type, _missing);
        }

        var (oldSource, oldTarget) = (select.Int64(0), select.Int64(1));
        var moved = oldSource != source || oldTarget != target;
        var changed = false;
        var column = 2;
        foreach (var i in _plain)
            changed |= !StoredValue.Matches(select, ref column, _rows.Columns[i], row.Values[i]);
        if (_type.Valid is not null)
        {
            var (from, until) = _valid.Over(
                row, StoredValue.Day(select.Text(column)), StoredValue.Day(select.Text(column + 1)));
            _valid.Check(row, from, until);
            column += 2;
        }

        var attested = _type.Attested is null ? default : StoredValue.ReadAttested(select, column).Merge(_attested, row);
        select.Reset();
        if (!moved && !changed && !attested.Changed)
            return false;

        _attested.Check(row, attested.Days.From, attested.Days.Until);
        var update = moved ? _statements.Move : _statements.Update;
        Bind(update, row, source, target, attested.Days);
        update.Run();
        if (moved)
            _batch.Ends.Moved(_type, (oldSource, oldTarget), (source, target));
        if (attested.Changed && !attested.Days.IsGiven)
            _batch.Facts.Touch(row.Id ?? _type.DeriveId(row.Source, row.Target), claim: null);
        return true;
    }

    private void Bind(Statement statement, RelationshipRow row, long source, long target, AttestedDays attested)
    {
        BindKey(statement, row, source, target);
        statement.Bind(1, source);
        statement.Bind(2, target);
        var index = RelationshipStatements.FirstValue;
        foreach (var i in _plain)
            index = StoredValue.Bind(statement, index, _rows.Columns[i], row.Values[i]);
        if (_type.Attested is not null)
            StoredValue.Bind(statement, index, attested);
    }

    private void BindKey(Statement statement, RelationshipRow row, long source, long target)
    {
        if (_type.Id is not null)
        {
            statement.Bind(RelationshipStatements.Id, row.Id);
            return;
        }

        statement.Bind(1, source);
        statement.Bind(2, target);
    }

    private long KeyOf(NodeType type, string id, RelationshipRow row) => _batch.Keys.Find(type, id)
        ?? throw Refusal.NoEnd(_type, row, type, id);
}
