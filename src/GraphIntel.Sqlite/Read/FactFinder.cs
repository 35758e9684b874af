using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Read;

/// <summary>Looks nodes and relationships up by their ids, and lists the ends of relationships.</summary>
internal sealed class FactFinder(GraphModel model, Reader reader)
{
    private const int RowsBetweenLooks = 1024;

    /// <summary>Of these ids, those that are there.</summary>
    public Dictionary<string, FactType> Find(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        reader.BeginSnapshot();
        var found = new Dictionary<string, FactType>(StringComparer.Ordinal);
        var looks = 0;
        foreach (var id in ids)
        {
            if (++looks % RowsBetweenLooks == 0)
                cancellation.ThrowIfCancellationRequested();
            if (model.TypeOfId(id) is { } type && IsThere(type, id))
                found[id] = type;
        }

        return found;
    }

    /// <summary>The ends of every relationship of a type.</summary>
    public List<RelationshipEnds> ReadEnds(RelationshipType type, CancellationToken cancellation)
    {
        reader.BeginSnapshot();
        var sources = Ids(type.Source, cancellation);
        var targets = type.Source == type.Target ? sources : Ids(type.Target, cancellation);
        var select = reader.Statement(
            $"SELECT {Names.Source}, {Names.Target}{(type.Id is null ? "" : ", " + Names.Id)} FROM {Names.Table(type)}");
        var ends = new List<RelationshipEnds>();
        while (select.Step())
        {
            Look(ends.Count, cancellation);
            ends.Add(new RelationshipEnds(
                type.Id is null ? null : select.Text(2), sources[select.Int64(0)], targets[select.Int64(1)]));
        }

        return ends;
    }

    /// <summary>A relationship names each of its ends by key: their ids are read once, not once a relationship.</summary>
    private Dictionary<long, string> Ids(NodeType type, CancellationToken cancellation)
    {
        var select = reader.Statement($"SELECT {Names.Key}, {Names.Id} FROM {Names.Table(type)}");
        var ids = new Dictionary<long, string>();
        while (select.Step())
        {
            Look(ids.Count, cancellation);
            ids.Add(select.Int64(0), select.Text(1)!);
        }

        return ids;
    }

    private bool IsThere(FactType type, string id)
    {
        if (type is RelationshipType { Id: null } relationship)
            return IsThere(relationship, id);
        var select = reader.Statement($"SELECT 1 FROM {Names.Table(type)} WHERE {Names.Id} = ?1");
        select.Bind(1, id);
        return select.Scalar() is not null;
    }

    private bool IsThere(RelationshipType type, string id)
    {
        if (DerivedId.Split(type, id) is not var (source, target)
            || Key(type.Source, source) is not { } sourceKey
            || Key(type.Target, target) is not { } targetKey)
        {
            return false;
        }

        var select = reader.Statement(
            $"SELECT 1 FROM {Names.Table(type)} WHERE {Lookup.ByEnds(type, "?1", "?2")}");
        select.Bind(1, sourceKey);
        select.Bind(2, targetKey);
        return select.Scalar() is not null;
    }

    private long? Key(NodeType type, string id)
    {
        var select = reader.Statement($"SELECT {Names.Key} FROM {Names.Table(type)} WHERE {Names.Id} = ?1");
        select.Bind(1, id);
        return select.Scalar();
    }

    private static void Look(int rows, CancellationToken cancellation)
    {
        if (rows % RowsBetweenLooks == 0)
            cancellation.ThrowIfCancellationRequested();
    }
}
