using System.Text;
using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Rules;

/// <summary>What a writer says when a row breaks a rule of the model.</summary>
internal static class Refusal
{
    private const int LongestShown = 100;
    private const int LongestShownCycle = 6;

    /// <summary>The failure; the whole batch is rolled back.</summary>
    public static StoreException Because(string reason) => new(StoreFailure.WriteRefused, reason);

    /// <summary>A text of the input as a message may show it: quoted, control characters escaped, cut where it is long.</summary>
    public static string Show(string text)
    {
        var shown = new StringBuilder("'");
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, LongestShown)))
        {
            if (char.IsControl(character) || char.IsSurrogate(character))
                shown.Append($"\\u{(int)character:x4}");
            else
                shown.Append(character);
        }

        return shown.Append(text.Length > LongestShown ? "...'" : "'").ToString();
    }

    /// <summary>A row is new and does not give all that it must.</summary>
    /// <param name="fact">The node or relationship as <see cref="Show"/> or <see cref="RowCheck.Name(RelationshipType, RelationshipRow)"/> names it.</param>
    /// <param name="type">Its type.</param>
    /// <param name="missing">What it does not give.</param>
    public static StoreException Lacks(string fact, FactType type, IEnumerable<Property> missing) => Because(
        $"{fact} is new and lacks {string.Join(", ", missing.Select(property => property.Name))}, which every {type.Name} must have.");

    /// <summary>A relationship starts or ends at a node that is not there.</summary>
    public static StoreException NoEnd(RelationshipType type, RelationshipRow row, NodeType end, string id) =>
        Because($"{RowCheck.Name(type, row)}: there is no {end.Name} {Show(id)}.");

    /// <summary>A node has several relationships of a type of which the model allows one.</summary>
    public static StoreException MoreThanOne(RelationshipType type, string end, string one, string other) => Because(
        $"{Show(end)} would have more than one {type.Type}: with {Show(one)} and with {Show(other)}; the model allows one.");

    /// <summary>A hierarchy leads from a node back to it.</summary>
    public static StoreException Cycle(RelationshipType type, IReadOnlyList<string> ids) =>
        Because($"{type.Type} would lead {ShowCycle(ids)}: a hierarchy may not have a cycle.");

    /// <summary>A cycle as a message shows it.</summary>
    public static string ShowCycle(IReadOnlyList<string> ids) =>
        $"from {string.Join(" to ", ids.Take(LongestShownCycle).Select(Show))}{(ids.Count > LongestShownCycle ? " ..." : "")} " +
        "and back to the first";

    /// <summary>A claim speaks of what cannot be claimed. <paramref name="claim"/> is null where it has no name in the batch.</summary>
    public static StoreException NoFact(GraphModel model, string? claim, string fact) => Because(
        $"{Claim(claim)} is about {Show(fact)}, which is no fact: a claim is about a relationship or about " +
        $"{string.Join(", ", model.Nodes.Where(node => node.IsFact).Select(node => node.Name))}.");

    /// <summary>A claim speaks of a fact that is not there.</summary>
    public static StoreException NoSuchFact(string? claim, string fact) =>
        Because($"{Claim(claim)} is about {Show(fact)}, which is not there.");

    private static string Claim(string? claim) => claim is null ? "A claim" : Show(claim);
}
