using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Read;

/// <summary>Looks up nodes and relationships by their ids, and reads the ends of relationships.</summary>
internal sealed class FactFinder(GraphModel model, Reader reader)
{
    private const int CancellationCheckInterval = 1024;

    /// <summary>Those of the ids that exist, with their types.</summary>
    public Dictionary<string, ElementType> Find(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        reader.BeginSnapshot();
        var found = new Dictionary<string, ElementType>(StringComparer.Ordinal);
        var count = 0;
        foreach (var id in ids)
        {
            if (++count % CancellationCheckInterval == 0)
                cancellation.ThrowIfCancellationRequested();
            if (model.TypeOfId(id) is { } type && Exists(type, id))
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
            CheckCancellation(ends.Count, cancellation);
            ends.Add(new RelationshipEnds(
                type.Id is null ? null : select.Text(2), sources[select.Int64(0)], targets[select.Int64(1)]));
        }

        return ends;
    }

    /// <summary>Ids by key, read once: relationships refer to their ends by key.</summary>
    private Dictionary<long, string> Ids(NodeType type, CancellationToken cancellation)
    {
        var select = reader.Statement($"SELECT {Names.Key}, {Names.Id} FROM {Names.Table(type)}");
        var ids = new Dictionary<long, string>();
        while (select.Step())
        {
            CheckCancellation(ids.Count, cancellation);
            ids.Add(select.Int64(0), select.Text(1)!);
        }

        return ids;
    }

    private bool Exists(ElementType type, string id)
    {
        if (type is RelationshipType { Id: null } relationship)
            return Exists(relationship, id);
        var select = reader.Statement($"SELECT 1 FROM {Names.Table(type)} WHERE {Names.Id} = ?1");
        select.Bind(1, id);
        return select.Scalar() is not null;
    }

    private bool Exists(RelationshipType type, string id)
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

    private static void CheckCancellation(int rows, CancellationToken cancellation)
    {
        if (rows % CancellationCheckInterval == 0)
            cancellation.ThrowIfCancellationRequested();
    }
}
