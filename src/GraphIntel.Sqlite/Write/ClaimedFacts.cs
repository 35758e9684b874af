using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Write;

/// <summary>
/// The facts whose claims a batch changed. Each must be there; its standing and its attested days, where its type has them,
/// are derived again from all its claims.
/// </summary>
internal sealed class ClaimedFacts(GraphModel model, StatementCache statements, NodeKeys keys, OrderCopies copies)
{
    private readonly Dictionary<string, string?> _touched = new(StringComparer.Ordinal);

    /// <summary>Notes a fact to be looked at, and the claim that speaks of it, if it is for a claim.</summary>
    public void Touch(string fact, string? claim) => _touched.TryAdd(fact, claim);

    /// <summary>Refuses claims about what is no fact, and derives what claims decide.</summary>
    public void Settle(CancellationToken cancellation)
    {
        foreach (var (fact, claim) in _touched)
        {
            cancellation.ThrowIfCancellationRequested();
            var type = model.TypeOfId(fact);
            if (type is not { IsFact: true })
                throw Refusal.NoFact(model, claim, fact);
            if (!(type is NodeType node ? SettleNode(node, fact) : SettleRelationship((RelationshipType)type, fact)))
                throw Refusal.NoSuchFact(claim, fact);
        }

        _touched.Clear();
    }

    /// <summary>The ids of all facts of a type whose standing or attested days are not what their claims come to.</summary>
    public List<string> FindWrong(FactType type, CancellationToken cancellation)
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
        ];
        var select = statements.Get($"SELECT {string.Join(", ", columns)} FROM {from}");
        var wrong = new List<string>();
        while (select.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            var fact = ends is { Id: null } ? ends.DeriveId(select.Text(0)!, select.Text(1)!) : select.Text(0)!;
            var summary = Summarise(fact);
            var isDerived = days is not null && select.Int64(5) == 0;
            if ((type.Standing is not null && select.Text(2) != summary.Standing)
                || (isDerived && select.Text(3) != StoredValue.DayText(summary.FirstMade))
                || (isDerived && select.Text(4) != StoredValue.DayText(summary.LastMade)))
            {
                wrong.Add(fact);
            }
        }

        select.Reset();
        return wrong;
    }

    /// <summary>The ids of all claims about no fact that is there.</summary>
    public List<string> FindLoose(ClaimRole claim, CancellationToken cancellation)
    {
        var select = statements.Get($"SELECT {Names.Id}, {Names.Column(claim.About)} FROM {Names.Table(claim.Type)}");
        var loose = new List<string>();
        while (select.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            if (select.Text(1) is { } about && !IsThere(about))
                loose.Add(select.Text(0)!);
        }

        select.Reset();
        return loose;
    }

    private bool IsThere(string fact) => model.TypeOfId(fact) is { IsFact: true } type
        && (type is NodeType node ? keys.Find(node, fact) is not null : IsThere((RelationshipType)type, fact));

    private bool IsThere(RelationshipType type, string fact)
    {
        var select = statements.Get($"SELECT 1 FROM {Names.Table(type)} WHERE {Locate(type)}");
        return BindLocation(select, type, fact) && select.Scalar() is not null;
    }

    private bool SettleNode(NodeType type, string fact)
    {
        if (keys.Find(type, fact) is not { } key)
            return false;
        if (type.Standing is { } standing)
        {
            var update = statements.Get(
                $"UPDATE {Names.Table(type)} SET {Names.Column(standing)} = ?2 " +
                $"WHERE {Names.Key} = ?1 AND {Names.Column(standing)} IS NOT ?2");
            update.Bind(1, key);
            update.Bind(2, Summarise(fact).Standing);
            if (update.Run() > 0)
                copies.Refresh(type, standing, key);
        }

        return true;
    }

    private bool SettleRelationship(RelationshipType type, string fact)
    {
        if (!IsThere(type, fact))
            return false;
        if (type.Standing is null && type.Attested is null)
            return true;

        var (locate, summary) = (Locate(type), Summarise(fact));
        if (type.Standing is { } standing)
        {
            var update = statements.Get(
                $"UPDATE {Names.Table(type)} SET {Names.Column(standing)} = ?3 " +
                $"WHERE {locate} AND {Names.Column(standing)} IS NOT ?3");
            BindLocation(update, type, fact);
            update.Bind(3, summary.Standing);
            update.Run();
        }

        if (type.Attested is { } days)
        {
            var (from, until) = (Names.Column(days.From), Names.Column(days.Until));
            var update = statements.Get(
                $"UPDATE {Names.Table(type)} SET {from} = ?3, {until} = ?4 " +
                $"WHERE {locate} AND {Names.AttestedGiven} = 0 AND ({from} IS NOT ?3 OR {until} IS NOT ?4)");
            BindLocation(update, type, fact);
            update.Bind(3, StoredValue.DayText(summary.FirstMade));
            update.Bind(4, StoredValue.DayText(summary.LastMade));
            update.Run();
        }

        return true;
    }

    /// <summary>A condition for the relationship of an id, to which <see cref="BindLocation"/> gives the values.</summary>
    private static string Locate(RelationshipType type) => type.Id is null ? Lookup.ByEnds(type, "?1", "?2") : $"{Names.Id} = ?1";

    private bool BindLocation(Statement statement, RelationshipType type, string fact)
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

    /// <summary>What the claims about a fact come to; a claim that speaks of one property does not count.</summary>
    private ClaimSummary Summarise(string fact)
    {
        if (model.Claim is not { } claim)
            return ClaimSummary.None;
        var (stance, made) = (Names.Column(claim.Stance), Names.Column(claim.Made));
        var wholeFact = claim.Field is null ? "" : $" AND {Names.Column(claim.Field)} IS NULL";
        var select = statements.Get(
            $"SELECT count(*) FILTER (WHERE {stance} IS NOT ?2), count(*) FILTER (WHERE {stance} IS ?2), " +
            $"min({made}) FILTER (WHERE {stance} IS NOT ?2), max({made}) FILTER (WHERE {stance} IS NOT ?2) " +
            $"FROM {Names.Table(claim.Type)} WHERE {Names.Column(claim.About)} = ?1{wholeFact}");
        select.Bind(1, fact);
        select.Bind(2, claim.Denies);
        select.Step();
        var summary = ClaimSummary.Of(
            select.Int64(0), select.Int64(1), StoredValue.Day(select.Text(2)), StoredValue.Day(select.Text(3)));
        select.Reset();
        return summary;
    }
}
