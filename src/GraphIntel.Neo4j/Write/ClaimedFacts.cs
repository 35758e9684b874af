using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>Derives the standing, the first days of claims and the attested days of facts, if their type has them, from all claims about them.</summary>
internal sealed class ClaimedFacts(GraphModel model, Transaction transaction)
{
    /// <summary>Derives these values for facts of one type.</summary>
    public async Task<DerivedFacts> DeriveAsync(ElementType type, IReadOnlyList<string> facts, CancellationToken cancellation)
    {
        var text = Text(type);
        var found = new List<string>();
        var changed = new List<string>();
        foreach (var chunk in Chunks.Of(facts))
        {
            var cursor = await transaction.RunAsync(
                text, WriteFacts, (chunk, model.Claim?.Denies), cancellation).ConfigureAwait(false);
            while (await cursor.FetchAsync(cancellation).ConfigureAwait(false))
            {
                var fact = Read(cursor, chunk, out var isChanged);
                found.Add(fact);
                if (isChanged)
                    changed.Add(fact);
            }
        }

        return new DerivedFacts(found, changed);
    }

    private static string Read(ResultCursor cursor, ArraySegment<string> facts, out bool isChanged)
    {
        var reader = cursor.CurrentValues;
        reader.ReadListHeader();
        var fact = facts[(int)reader.ReadInteger()];
        isChanged = reader.ReadBoolean();
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

    /// <summary>
    /// A statement that returns the index of each existing fact, and whether it is a node whose standing changed and is a
    /// sort property.
    /// </summary>
    private string Text(ElementType type)
    {
        var found = LookupText.Match(type, "f");
        if (!ClaimText.AppliesTo(type))
            return $"CYPHER 5 {found} RETURN i, false";

        var (withChanged, changes) = ("", new List<string>());
        var isOrder = type is NodeType node && type.Standing is { } order && OrderCopy.Of(model, node, order).Any();
        if (type.Standing is { } standing)
        {
            changes.Add($"f.{Names.Property(standing)} = standing");
            if (isOrder)
                withChanged = $"WITH i, f, standing, coalesce(f.{Names.Property(standing)} <> standing, true) AS changed ";
        }

        if (type is RelationshipType { FirstClaims: var (supporting, denying) })
            changes.Add($"f.{Names.Property(supporting)} = supported, f.{Names.Property(denying)} = denied");

        if (type is RelationshipType { Attested: { } days })
        {
            var (from, until) = ("f." + Names.Property(days.From), "f." + Names.Property(days.Until));
            changes.Add($"{from} = CASE WHEN f.{Names.AttestedGiven} THEN {from} ELSE firstMade END");
            changes.Add($"{until} = CASE WHEN f.{Names.AttestedGiven} THEN {until} ELSE lastMade END");
        }

        return $"CYPHER 5 {found} {ClaimText.Summary(model, "f")} {withChanged}" +
            $"SET {string.Join(", ", changes)} RETURN i, {(isOrder ? "changed" : "false")}";
    }
}
