using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>
/// The facts whose claims a batch changed. Each must be there; its standing and its attested days, where its type has them,
/// are derived again from all its claims.
/// </summary>
internal sealed class ClaimedFacts(BatchWriter batch)
{
    private readonly Dictionary<string, string?> _touched = new(StringComparer.Ordinal);

    /// <summary>Notes a fact to be looked at, and the claim that speaks of it, if it is for a claim.</summary>
    public void Touch(string fact, string? claim) => _touched.TryAdd(fact, claim);

    /// <summary>Refuses claims about what is no fact, and derives what claims decide.</summary>
    public async Task SettleAsync()
    {
        var model = batch.Model;
        var unseen = new HashSet<string>(_touched.Keys, StringComparer.Ordinal);
        foreach (var facts in _touched.Keys.GroupBy(model.TypeOfId))
        {
            if (facts.Key is { IsFact: true } type)
                await SettleAsync(type, [.. facts], unseen).ConfigureAwait(false);
        }

        foreach (var (fact, claim) in _touched)
        {
            if (!unseen.Contains(fact))
                continue;
            throw model.TypeOfId(fact) is { IsFact: true }
                ? Refusal.NoSuchFact(claim, fact)
                : Refusal.NoFact(model, claim, fact);
        }

        _touched.Clear();
    }

    private async Task SettleAsync(FactType type, string[] facts, HashSet<string> unseen)
    {
        var restanding = new List<string>();
        foreach (var chunk in Chunks.Of(facts))
        {
            var cursor = await batch.Transaction.RunAsync(
                Text(type), WriteFacts, (chunk, batch.Model.Claim?.Denies), batch.Cancellation).ConfigureAwait(false);
            while (await cursor.FetchAsync(batch.Cancellation).ConfigureAwait(false))
            {
                var fact = Read(cursor, chunk, out var stoodOtherwise);
                unseen.Remove(fact);
                if (stoodOtherwise)
                    restanding.Add(fact);
            }
        }

        if (restanding.Count > 0)
            await batch.Copies.RefreshAsync((NodeType)type, type.Standing!, restanding).ConfigureAwait(false);
    }

    private static string Read(ResultCursor cursor, ArraySegment<string> facts, out bool stoodOtherwise)
    {
        var reader = cursor.CurrentValues;
        reader.ReadListHeader();
        var fact = facts[(int)reader.ReadInteger()];
        stoodOtherwise = reader.ReadBoolean();
        return fact;
    }

    private static void WriteFacts(PackStreamWriter writer, (ArraySegment<string> Facts, string? Denies) state)
    {
        writer.WriteMapHeader(1);
        writer.WriteString("p"u8);
        writer.WriteMapHeader(2);
        writer.WriteString("denies"u8);
        writer.WriteString(state.Denies ?? "");
        writer.WriteString("ids"u8);
        writer.WriteListHeader(state.Facts.Count);
        foreach (var fact in state.Facts)
            writer.WriteString(fact);
    }

    /// <summary>Gives the index of each fact that is there, and whether it is a node whose standing, an order, is another now.</summary>
    private string Text(FactType type)
    {
        var found = LookupText.Match(type, "f");
        if (!ClaimText.Decide(type))
            return $"CYPHER 5 {found} RETURN i, false";

        var (kept, changes) = ("", new List<string>());
        var isOrder = type is NodeType node && type.Standing is { } order && batch.Copies.Has(node, order);
        if (type.Standing is { } standing)
        {
            changes.Add($"f.{Names.Property(standing)} = standing");
            if (isOrder)
                kept = $"WITH i, f, standing, coalesce(f.{Names.Property(standing)} <> standing, true) AS changed ";
        }

        if (type is RelationshipType { Attested: { } days })
        {
            var (from, until) = ("f." + Names.Property(days.From), "f." + Names.Property(days.Until));
            changes.Add($"{from} = CASE WHEN f.{Names.AttestedGiven} THEN {from} ELSE firstMade END");
            changes.Add($"{until} = CASE WHEN f.{Names.AttestedGiven} THEN {until} ELSE lastMade END");
        }

        return $"CYPHER 5 {found} {ClaimText.Summary(batch.Model, "f")} {kept}" +
            $"SET {string.Join(", ", changes)} RETURN i, {(isOrder ? "changed" : "false")}";
    }
}
