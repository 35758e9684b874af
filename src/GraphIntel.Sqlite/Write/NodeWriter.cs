using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;
using SQLitePCL;

namespace GraphIntel.Sqlite.Write;

/// <summary>Merges the nodes of one type into their table.</summary>
internal sealed class NodeWriter
{
    private readonly BatchWriter _batch;
    private readonly NodeRows _rows;
    private readonly NodeType _type;
    private readonly Property[] _missing;
    private readonly Statement? _insert;
    private readonly Statement _select;
    private readonly Statement? _update;
    private readonly Statement[] _selfRows;
    private readonly List<Property> _changed = [];
    private readonly int _about;

    public NodeWriter(BatchWriter batch, NodeRows rows)
    {
        _batch = batch;
        _rows = rows;
        _type = rows.Type;
        var table = Names.Table(_type);
        string[] columns = [.. rows.Columns.SelectMany(StoredValue.Columns)];
        _missing = MissingColumns.Of(_type, rows.Columns);
        if (_missing.Length == 0)
        {
            _insert = batch.Statements.Get(
                $"INSERT INTO {table} ({string.Join(", ", [Names.Id, .. columns])}) " +
                $"VALUES ({string.Join(", ", Enumerable.Range(1, columns.Length + 1).Select(i => $"?{i}"))}) " +
                $"ON CONFLICT ({Names.Id}) DO NOTHING");
        }

        _select = batch.Statements.Get(
            $"SELECT {string.Join(", ", [Names.Key, .. columns])} FROM {table} WHERE {Names.Id} = ?1");
        if (columns.Length > 0)
        {
            _update = batch.Statements.Get(
                $"UPDATE {table} SET {string.Join(", ", columns.Select((column, i) => $"{column} = ?{i + 2}"))} " +
                $"WHERE {Names.Key} = ?1");
        }

        _selfRows = [.. batch.Model.Relationships
            .Where(relationship => relationship.Source == _type && Names.HasClosure(relationship))
            .Select(relationship => batch.Statements.Get($"INSERT INTO {Names.Closure(relationship)} VALUES (?1, ?1, 0)"))];
        _about = batch.Model.Claim is { } claim && claim.Type == _type ? IndexOf(rows.Columns, claim.About) : -1;
    }

    /// <summary>Writes the rows.</summary>
    public WriteSummary Write()
    {
        long created = 0, updated = 0;
        foreach (var row in _rows.Rows)
        {
            _batch.NextRow();
            if (Insert(row))
                created++;
            else if (Update(row))
                updated++;
        }

        return new WriteSummary(created, updated, _rows.Rows.Count - created - updated);
    }

    private bool Insert(NodeRow row)
    {
        if (_insert is null)
            return false;
        _insert.Bind(1, row.Id);
        BindValues(_insert, row);
        if (_insert.Run() == 0)
            return false;

        var key = raw.sqlite3_last_insert_rowid(_batch.Connection);
        _batch.Keys.Add(_type, row.Id, key);
        foreach (var selfRow in _selfRows)
        {
            selfRow.Bind(1, key);
            selfRow.Run();
        }

        if (_about >= 0 && row.Values[_about] is string about)
            _batch.Facts.Touch(about, row.Id);
        return true;
    }

    private bool Update(NodeRow row)
    {
        _select.Bind(1, row.Id);
        if (!_select.Step())
        {
            _select.Reset();
            throw Refusal.Lacks(Refusal.Show(row.Id), _type, _missing);
        }

        var key = _select.Int64(0);
        _changed.Clear();
        var column = 1;
        for (var i = 0; i < row.Values.Length; i++)
        {
            if (!StoredValue.Matches(_select, ref column, _rows.Columns[i], row.Values[i]))
                _changed.Add(_rows.Columns[i]);
        }

        _select.Reset();
        _batch.Keys.Add(_type, row.Id, key);
        if (_changed.Count == 0 || _update is null)
            return false;

        var speaks = _batch.Model.Claim is { } claim && claim.Type == _type && _changed.Exists(property =>
            property == claim.About || property == claim.Field || property == claim.Stance || property == claim.Made);
        if (speaks)
            TouchFact(key, row.Id);
        _update.Bind(1, key);
        BindValues(_update, row);
        _update.Run();
        if (speaks)
            TouchFact(key, row.Id);
        foreach (var property in _changed)
            _batch.Copies.Refresh(_type, property, key);
        return true;
    }

    /// <summary>Notes the fact of a claim: before the change the one it spoke of, after it the one it speaks of.</summary>
    private void TouchFact(long key, string id)
    {
        var select = _batch.Statements.Get(
            $"SELECT {Names.Column(_batch.Model.Claim!.About)} FROM {Names.Table(_type)} WHERE {Names.Key} = ?1");
        select.Bind(1, key);
        if (select.Step() && select.Text(0) is { } about)
            _batch.Facts.Touch(about, id);
        select.Reset();
    }

    private void BindValues(Statement statement, NodeRow row)
    {
        var index = 2;
        for (var i = 0; i < row.Values.Length; i++)
            index = StoredValue.Bind(statement, index, _rows.Columns[i], row.Values[i]);
    }

    private static int IndexOf(IReadOnlyList<Property> columns, Property property)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] == property)
                return i;
        }

        return -1;
    }
}
