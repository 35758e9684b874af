using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
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
    private readonly (int From, int Until) _valid;
    private readonly (int From, int Until) _attested;

    public RelationshipWriter(BatchWriter batch, RelationshipRows rows)
    {
        _batch = batch;
        _rows = rows;
        _type = rows.Type;
        _missing = MissingColumns.Of(_type, rows.Columns);
        _valid = Find(_type.Valid);
        _attested = Find(_type.Attested);
        _plain = [.. Enumerable.Range(0, rows.Columns.Count).Where(i => i != _attested.From && i != _attested.Until)];
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
        CheckDays(row, Given(row, _valid.From), Given(row, _valid.Until), _type.Valid);
        var attested = new AttestedDays(Given(row, _attested.From), Given(row, _attested.Until));
        Bind(insert, row, source, target, attested);
        if (insert.Run() == 0)
            return false;
        CheckDays(row, attested.From, attested.Until, _type.Attested);
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
            throw Refusal.Because(
                $"{RowCheck.Name(_type, row)} is new and lacks {MissingColumns.Name(_missing)}, which every {_type.Name} must have.");
        }

        var (oldSource, oldTarget) = (select.Int64(0), select.Int64(1));
        var moved = oldSource != source || oldTarget != target;
        var changed = false;
        var column = 2;
        foreach (var i in _plain)
            changed |= !StoredValue.Matches(select, ref column, _rows.Columns[i], row.Values[i]);
        if (_type.Valid is not null)
        {
            var from = _valid.From < 0 ? select.Text(column) : Given(row, _valid.From);
            var until = _valid.Until < 0 ? select.Text(column + 1) : Given(row, _valid.Until);
            CheckDays(row, from, until, _type.Valid);
            column += 2;
        }

        var attested = _type.Attested is null ? default : Merge(row, AttestedDays.Read(select, column));
        select.Reset();
        if (!moved && !changed && !attested.Changed)
            return false;

        CheckDays(row, attested.Days.From, attested.Days.Until, _type.Attested);
        var update = moved ? _statements.Move : _statements.Update;
        Bind(update, row, source, target, attested.Days);
        update.Run();
        if (moved)
            _batch.Ends.Moved(_type, (oldSource, oldTarget), (source, target));
        if (attested.Changed && !attested.Days.IsGiven)
            _batch.Facts.Touch(row.Id ?? _type.DeriveId(row.Source, row.Target), claim: null);
        return true;
    }

    /// <summary>
    /// The attested days after the row: what it gives, else what was given before. Derived days stay out of it: they are
    /// kept as they are while nothing is given, and derived again once nothing is given any more.
    /// </summary>
    private (AttestedDays Days, bool Changed) Merge(RelationshipRow row, AttestedDays stored)
    {
        var given = stored.IsGiven ? stored : default;
        var merged = new AttestedDays(
            _attested.From < 0 ? given.From : Given(row, _attested.From),
            _attested.Until < 0 ? given.Until : Given(row, _attested.Until));
        if (!merged.IsGiven && !stored.IsGiven)
            return (stored, false);
        return (merged, merged != stored);
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
            attested.Bind(statement, index);
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
        ?? throw Refusal.Because($"{RowCheck.Name(_type, row)}: there is no {type.Name} {Refusal.Show(id)}.");

    private void CheckDays(RelationshipRow row, string? from, string? until, (Property From, Property Until)? days)
    {
        if (from is not null && until is not null && string.CompareOrdinal(from, until) > 0)
        {
            throw Refusal.Because(
                $"{RowCheck.Name(_type, row)}: {days!.Value.From.Name} ({from}) is after {days.Value.Until.Name} ({until}).");
        }
    }

    private static string? Given(RelationshipRow row, int index) =>
        index >= 0 && row.Values[index] is DateOnly day ? ListText.DayText(day) : null;

    private (int From, int Until) Find((Property From, Property Until)? days) =>
        days is { } pair ? (Find(pair.From), Find(pair.Until)) : (-1, -1);

    private int Find(Property property)
    {
        for (var i = 0; i < _rows.Columns.Count; i++)
        {
            if (_rows.Columns[i] == property)
                return i;
        }

        return -1;
    }
}
