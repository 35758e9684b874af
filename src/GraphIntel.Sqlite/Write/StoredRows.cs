using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;
using GraphIntel.Sqlite.Read;

namespace GraphIntel.Sqlite.Write;

/// <summary>Reads nodes and relationships by their ids.</summary>
/// <param name="statements">The statements.</param>
/// <param name="keys">The cached keys of nodes.</param>
/// <param name="beforeRow">Called before each of them.</param>
internal sealed class StoredRows(StatementCache statements, NodeKeys keys, Action beforeRow)
{
    /// <summary>Those that exist.</summary>
    public Dictionary<string, StoredRow> Read(ElementType type, IReadOnlyCollection<string> ids)
    {
        var found = new Dictionary<string, StoredRow>(StringComparer.Ordinal);
        if (statements.IsEmpty(type))
            return found;
        var columns = GivenProperties.Of(type);
        var relationship = type as RelationshipType;
        var (ends, key) = relationship is null
            ? (Names.Key + ", NULL", $"{Names.Id} = ?1")
            : ($"{Names.Source}, {Names.Target}", relationship.Id is null ? Lookup.ByEnds(relationship, "?1", "?2") : $"{Names.Id} = ?1");
        var select = statements.Get($"SELECT {ends}{GivenValues.Text("", type, columns)} FROM {Names.Table(type)} WHERE {key}");
        foreach (var id in ids)
        {
            beforeRow();
            if (!Bind(select, relationship, id))
                continue;
            if (select.Step())
                found[id] = Read(select, relationship, columns);
            select.Reset();
        }

        return found;
    }

    private StoredRow Read(Statement row, RelationshipType? type, Property[] columns) => new(
        type is null ? "" : keys.IdOf(type.Source, row.Int64(0)),
        type is null ? "" : keys.IdOf(type.Target, row.Int64(1)),
        GivenValues.Read(row, 2, columns));

    private bool Bind(Statement select, RelationshipType? type, string id)
    {
        if (type is not { Id: null })
        {
            select.Bind(1, id);
            return true;
        }

        if (DerivedId.Split(type, id) is not var (source, target)
            || keys.Find(type.Source, source) is not { } sourceKey || keys.Find(type.Target, target) is not { } targetKey)
        {
            return false;
        }

        select.Bind(1, sourceKey);
        select.Bind(2, targetKey);
        return true;
    }
}
