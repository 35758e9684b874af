using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;
using SQLitePCL;

namespace GraphIntel.Sqlite.Write;

/// <summary>Deletes nodes and relationships to which nothing refers.</summary>
/// <param name="model">The model.</param>
/// <param name="connection">The connection of the statements.</param>
/// <param name="statements">The statements.</param>
/// <param name="keys">The cached keys of nodes.</param>
/// <param name="beforeRow">Called before each node or relationship.</param>
internal sealed class Deletion(GraphModel model, sqlite3 connection, StatementCache statements, NodeKeys keys, Action beforeRow)
{
    /// <summary>Deletes nodes.</summary>
    public DeletedRows Run(NodeType type, IReadOnlyList<string> ids)
    {
        var referred = ReferredTo(type);
        Statement[] referrers = [.. Referrers(type).Select(statements.Get)];
        var about = model.Claim is { } claim && claim.Type == type ? statements.Get($"SELECT {Names.Column(claim.About)} FROM {Names.Table(type)} WHERE {Names.Key} = ?1") : null;
        var delete = statements.Get($"DELETE FROM {Names.Table(type)} WHERE {Names.Key} = ?1");
        Statement[] closures = [.. model.Relationships.Where(relationship => relationship.Source == type && Names.HasClosure(relationship))
            .Select(relationship => statements.Get($"DELETE FROM {Names.Closure(relationship)} WHERE {Names.Ancestor} = ?1 OR {Names.Descendant} = ?1"))];
        var (deleted, kept, removed) = (new List<DeletedRow>(), new List<string>(), new List<(long, string)>());
        foreach (var id in ids)
        {
            beforeRow();
            if (keys.Find(type, id) is not { } key)
                continue;
            if (referred.Contains(id) || Array.Exists(referrers, select => HasRow(select, key, id)))
            {
                kept.Add(id);
                continue;
            }

            deleted.Add(new DeletedRow(id, null, null, about is null ? null : TextOf(about, key)));
            removed.Add((key, id));
            foreach (var statement in closures.Append(delete))
            {
                statement.Bind(1, key);
                statement.Run();
            }

            keys.Remove(type, id);
        }

        if (type.Searched.Count > 0 && removed.Count > 0)
            new SearchedNodes(type, connection, statements).Remove(removed);
        return new DeletedRows(deleted, kept);
    }

    /// <summary>Deletes relationships.</summary>
    public DeletedRows Run(RelationshipType type, IReadOnlyList<string> ids)
    {
        var key = type.Id is null ? Lookup.ByEnds(type, "?1", "?2") : $"{Names.Id} = ?1";
        var select = statements.Get($"SELECT {Names.Source}, {Names.Target} FROM {Names.Table(type)} WHERE {key}");
        var delete = statements.Get($"DELETE FROM {Names.Table(type)} WHERE {key}");
        var claims = model.Claim is { } claim ? statements.Get(ClaimAbout(claim, "?1")) : null;
        var (deleted, kept) = (new List<DeletedRow>(), new List<string>());
        foreach (var id in ids)
        {
            beforeRow();
            if (!Bind(select, type, id))
                continue;
            var ends = select.Step() ? (Source: keys.IdOf(type.Source, select.Int64(0)), Target: keys.IdOf(type.Target, select.Int64(1))) : default;
            select.Reset();
            if (ends.Source is null)
                continue;
            claims?.Bind(1, id);
            if (claims?.Scalar() is not null)
            {
                kept.Add(id);
                continue;
            }

            Bind(delete, type, id);
            delete.Run();
            deleted.Add(new DeletedRow(id, ends.Source, ends.Target, null));
        }

        return new DeletedRows(deleted, kept);
    }

    private bool Bind(Statement statement, RelationshipType type, string id)
    {
        if (type.Id is not null)
        {
            statement.Bind(1, id);
            return true;
        }

        if (DerivedId.Split(type, id) is not var (source, target)
            || keys.Find(type.Source, source) is not { } sourceKey || keys.Find(type.Target, target) is not { } targetKey)
        {
            return false;
        }

        statement.Bind(1, sourceKey);
        statement.Bind(2, targetKey);
        return true;
    }

    /// <summary>Statements that find a relationship of a node, or what holds its id; parameters: 1 the key, 2 the id.</summary>
    private IEnumerable<string> Referrers(NodeType type)
    {
        foreach (var relationship in model.Relationships)
        {
            if (relationship.Source == type)
                yield return $"SELECT 1 FROM {Names.Table(relationship)} WHERE {Names.Source} = ?1 AND ?2 IS NOT NULL LIMIT 1";
            if (relationship.Target == type)
                yield return $"SELECT 1 FROM {Names.Table(relationship)} WHERE {Names.Target} = ?1 AND ?2 IS NOT NULL LIMIT 1";
        }

        if (model.Claim is { } claim)
            yield return ClaimAbout(claim, "?2") + " AND ?1 IS NOT NULL";
    }

    private static string ClaimAbout(ClaimRole claim, string parameter) =>
        $"SELECT 1 FROM {Names.Table(claim.Type)} WHERE {Names.Column(claim.About)} = {parameter}";

    /// <summary>The ids of nodes of a type that lists of ids have.</summary>
    private HashSet<string> ReferredTo(NodeType type)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var owner in model.ElementTypes)
        {
            foreach (var field in owner.Fields.OfType<RefersToField>().Where(field => field.Target == type))
            {
                var column = Names.Column(field.Ids);
                var select = statements.Get(
                    $"SELECT DISTINCT e.value FROM {Names.Table(owner)} x JOIN json_each(CASE WHEN json_valid(x.{column}) THEN x.{column} END) e");
                while (select.Step())
                {
                    if (select.Text(0) is { } id)
                        ids.Add(id);
                }

                select.Reset();
            }
        }

        return ids;
    }

    private static bool HasRow(Statement select, long key, string id)
    {
        select.Bind(1, key);
        select.Bind(2, id);
        return select.Scalar() is not null;
    }

    private static string? TextOf(Statement select, long key)
    {
        select.Bind(1, key);
        var text = select.Step() ? select.Text(0) : null;
        select.Reset();
        return text;
    }
}
