using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Write;

/// <summary>Derives the standing, the first days of claims and the attested days of facts, if their type has them, from all claims about them.</summary>
internal sealed class ClaimedFacts(GraphModel model, StatementCache statements, NodeKeys keys)
{
    /// <summary>Derives these values for facts of one type.</summary>
    public DerivedFacts Derive(ElementType type, IReadOnlyList<string> facts, CancellationToken cancellation)
    {
        var found = new List<string>();
        var changed = new List<string>();
        foreach (var fact in facts)
        {
            cancellation.ThrowIfCancellationRequested();
            var exists = type is NodeType node
                ? Derive(node, fact, changed)
                : Derive((RelationshipType)type, fact);
            if (exists)
                found.Add(fact);
        }

        return new DerivedFacts(found, changed);
    }

    /// <summary>The ids of all facts of a type with a value that does not match their claims.</summary>
    public List<string> FindOutdated(ElementType type, CancellationToken cancellation)
    {
        var ends = type as RelationshipType;
        var days = ends?.Attested;
        var from = ends is { Id: null }
            ? $"{Names.Table(type)} x JOIN {Names.Table(ends.Source)} s ON s.{Names.Key} = x.{Names.Source} " +
                $"JOIN {Names.Table(ends.Target)} t ON t.{Names.Key} = x.{Names.Target}"
            : $"{Names.Table(type)} x";
        string[] columns =
        [
            ends is { Id: null } ? $"s.{Names.Id}, t.{Names.Id}" : $"x.{Names.Id}, NULL",
            type.Standing is { } standing ? "x." + Names.Column(standing) : "NULL",
            days is var (first, last) ? $"x.{Names.Column(first)}, x.{Names.Column(last)}, x.{Names.AttestedGiven}" : "NULL, NULL, 0",
            ends?.FirstClaims is var (supporting, denying) ? $"x.{Names.Column(supporting)}, x.{Names.Column(denying)}" : "NULL, NULL",
        ];
        var select = statements.Get($"SELECT {string.Join(", ", columns)} FROM {from}");
        var outdated = new List<string>();
        while (select.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            var fact = ends is { Id: null } ? ends.DeriveId(select.Text(0)!, select.Text(1)!) : select.Text(0)!;
            var summary = Summarize(fact);
            var isDerived = days is not null && select.Int64(5) == 0;
            if ((type.Standing is not null && select.Text(2) != summary.Standing)
                || (isDerived && select.Text(3) != StoredValue.DayText(summary.FirstSupport))
                || (isDerived && select.Text(4) != StoredValue.DayText(summary.LastSupport))
                || (ends?.FirstClaims is not null && select.Text(6) != StoredValue.DayText(summary.FirstSupport))
                || (ends?.FirstClaims is not null && select.Text(7) != StoredValue.DayText(summary.FirstDenial)))
            {
                outdated.Add(fact);
            }
        }

        select.Reset();
        return outdated;
    }

    /// <summary>The ids of all claims about facts that do not exist.</summary>
    public List<string> FindOrphaned(ClaimRole claim, CancellationToken cancellation)
    {
        var select = statements.Get($"SELECT {Names.Id}, {Names.Column(claim.About)} FROM {Names.Table(claim.Type)}");
        var orphaned = new List<string>();
        while (select.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            if (select.Text(1) is { } about && !Exists(about))
                orphaned.Add(select.Text(0)!);
        }

        select.Reset();
        return orphaned;
    }

    private bool Exists(string fact) => model.TypeOfId(fact) is { IsFact: true } type
        && (type is NodeType node ? keys.Find(node, fact) is not null : Exists((RelationshipType)type, fact));

    private bool Exists(RelationshipType type, string fact)
    {
        var select = statements.Get($"SELECT 1 FROM {Names.Table(type)} WHERE {ById(type)}");
        return BindId(select, type, fact) && select.Scalar() is not null;
    }

    /// <summary>
    /// Derives the standing of a node, and adds the node to <paramref name="changed"/> if it changed; false if the node does
    /// not exist.
    /// </summary>
    private bool Derive(NodeType type, string fact, List<string> changed)
    {
        if (keys.Find(type, fact) is not { } key)
            return false;
        if (type.Standing is { } standing)
        {
            var update = statements.Get(
                $"UPDATE {Names.Table(type)} SET {Names.Column(standing)} = ?2 " +
                $"WHERE {Names.Key} = ?1 AND {Names.Column(standing)} IS NOT ?2");
            update.Bind(1, key);
            update.Bind(2, Summarize(fact).Standing);
            if (update.Run() > 0)
                changed.Add(fact);
        }

        return true;
    }

    /// <summary>Derives the values of a relationship; false if it does not exist.</summary>
    private bool Derive(RelationshipType type, string fact)
    {
        if (!Exists(type, fact))
            return false;
        if (type.Standing is null && type.Attested is null)
            return true;

        var (byId, summary) = (ById(type), Summarize(fact));
        if (type is { Standing: { } standing, FirstClaims: var (supporting, denying) })
        {
            var (derived, supported, denied) = (Names.Column(standing), Names.Column(supporting), Names.Column(denying));
            var update = statements.Get(
                $"UPDATE {Names.Table(type)} SET {derived} = ?3, {supported} = ?4, {denied} = ?5 " +
                $"WHERE {byId} AND ({derived} IS NOT ?3 OR {supported} IS NOT ?4 OR {denied} IS NOT ?5)");
            BindId(update, type, fact);
            update.Bind(3, summary.Standing);
            StoredValue.Bind(update, 4, summary.FirstSupport);
            StoredValue.Bind(update, 5, summary.FirstDenial);
            update.Run();
        }

        if (type.Attested is { } days)
        {
            var (from, until) = (Names.Column(days.From), Names.Column(days.Until));
            var update = statements.Get(
                $"UPDATE {Names.Table(type)} SET {from} = ?3, {until} = ?4 " +
                $"WHERE {byId} AND {Names.AttestedGiven} = 0 AND ({from} IS NOT ?3 OR {until} IS NOT ?4)");
            BindId(update, type, fact);
            StoredValue.Bind(update, 3, summary.FirstSupport);
            StoredValue.Bind(update, 4, summary.LastSupport);
            update.Run();
        }

        return true;
    }

    /// <summary>A condition for a relationship by id, with parameters for <see cref="BindId"/>.</summary>
    private static string ById(RelationshipType type) => type.Id is null ? Lookup.ByEnds(type, "?1", "?2") : $"{Names.Id} = ?1";

    private bool BindId(Statement statement, RelationshipType type, string fact)
    {
        if (type.Id is not null)
        {
            statement.Bind(1, fact);
            return true;
        }

        if (DerivedId.Split(type, fact) is not var (source, target)
            || keys.Find(type.Source, source) is not { } sourceKey
            || keys.Find(type.Target, target) is not { } targetKey)
        {
            return false;
        }

        statement.Bind(1, sourceKey);
        statement.Bind(2, targetKey);
        return true;
    }

    /// <summary>Summarizes the claims about a fact; claims about a single property do not count.</summary>
    private ClaimSummary Summarize(string fact)
    {
        if (model.Claim is not { } claim)
            return ClaimSummary.None;
        var (stance, made) = (Names.Column(claim.Stance), Names.Column(claim.Made));
        var wholeFact = claim.Field is null ? "" : $" AND {Names.Column(claim.Field)} IS NULL";
        var select = statements.Get(
            $"SELECT min({made}) FILTER (WHERE {stance} IS NOT ?2), max({made}) FILTER (WHERE {stance} IS NOT ?2), " +
            $"min({made}) FILTER (WHERE {stance} IS ?2) " +
            $"FROM {Names.Table(claim.Type)} WHERE {Names.Column(claim.About)} = ?1{wholeFact}");
        select.Bind(1, fact);
        select.Bind(2, claim.Denies);
        select.Step();
        var summary = ClaimSummary.Of(
            StoredValue.Day(select.Text(0)), StoredValue.Day(select.Text(1)), StoredValue.Day(select.Text(2)));
        select.Reset();
        return summary;
    }
}
