using System.Text;
using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Rules;

/// <summary>Errors of rows that violate a rule of the model.</summary>
internal static class WriteErrors
{
    private const int MaxShown = 100;
    private const int MaxShownCycle = 6;

    /// <summary>The reason why a relationship cannot exist in both directions.</summary>
    public const string UndirectedIsUnique = "it is undirected, so only one is allowed between the same two nodes";

    /// <summary>An error with this reason; the whole batch is rolled back.</summary>
    public static StoreException Invalid(string reason) => new(StoreFailure.WriteRefused, reason);

    /// <summary>
    /// Quotes a text of the input for a message: on one line, truncated, with control characters and unpaired surrogates
    /// escaped.
    /// </summary>
    public static string Show(string text)
    {
        var shown = new StringBuilder("'");
        var end = Math.Min(text.Length, MaxShown);
        for (var at = 0; at < end; at++)
        {
            if (at + 1 < end && char.IsSurrogatePair(text[at], text[at + 1]))
                shown.Append(text, at++, 2);
            else if (char.IsControl(text[at]) || char.IsSurrogate(text[at]))
                shown.Append($"\\u{(int)text[at]:x4}");
            else
                shown.Append(text[at]);
        }

        return shown.Append(text.Length > MaxShown ? "...'" : "'").ToString();
    }

    /// <summary>Two dates in the wrong order.</summary>
    public static string DescribeOrder(Property first, DateOnly from, Property last, DateOnly until) =>
        $"{first.Name} ({from:yyyy-MM-dd}) is after {last.Name} ({until:yyyy-MM-dd})";

    /// <summary>A new row without values for required properties.</summary>
    /// <param name="fact">
    /// The name of the node or relationship, from <see cref="Show"/> or <see cref="RowCheck.Name(RelationshipType,
    /// RelationshipRow)"/>.
    /// </param>
    /// <param name="type">Its type.</param>
    /// <param name="missing">The missing properties.</param>
    public static StoreException MissingProperties(string fact, ElementType type, IEnumerable<Property> missing) => Invalid(
        $"{fact} is new and must have {string.Join(", ", missing.Select(property => property.Name))}, which {type.Name} requires.");

    /// <summary>A relationship starts or ends at a node that does not exist.</summary>
    public static StoreException EndNotFound(RelationshipType type, RelationshipRow row, NodeType end, string id) =>
        Invalid($"{RowCheck.Name(type, row)}: the {end.Name} {Show(id)} does not exist.");

    /// <summary>A node has several relationships of a type where the model allows one.</summary>
    public static StoreException MoreThanOne(RelationshipType type, string end, string one, string other) => Invalid(
        $"{Show(end)} would have more than one {type.Type}, with {Show(one)} and {Show(other)}; the model allows one.");

    /// <summary>An undirected relationship exists already in the other direction.</summary>
    public static StoreException DuplicateInReverse(RelationshipType type, RelationshipRow row) => Invalid(
        $"{Show(type.DeriveId(row.Source, row.Target))} is the same {type.Type} as {Show(type.DeriveId(row.Target, row.Source))}: " +
        $"{UndirectedIsUnique}.");

    /// <summary>A hierarchy has a cycle.</summary>
    public static StoreException Cycle(RelationshipType type, IReadOnlyList<string> ids) => Invalid(DescribeCycle(type, ids) + ".");

    /// <summary>Describes a cycle through these nodes.</summary>
    public static string DescribeCycle(RelationshipType type, IReadOnlyList<string> ids) =>
        $"{type.Type} would form a cycle from {string.Join(" to ", ids.Take(MaxShownCycle).Select(Show))}" +
        $"{(ids.Count > MaxShownCycle ? " ..." : "")} and back to the first; a hierarchy must not have cycles";

    /// <summary>
    /// A claim is about something that is not a fact. <paramref name="claim"/> is null if the batch does not contain it.
    /// </summary>
    public static StoreException NotAFact(GraphModel model, string? claim, string fact) => Invalid(
        $"{Claim(claim)} is about {Show(fact)}, which is not a fact: a claim must be about a relationship or one of " +
        $"{string.Join(", ", model.Nodes.Where(node => node.IsFact).Select(node => node.Name))}.");

    /// <summary>A claim is about a fact that does not exist.</summary>
    public static StoreException FactNotFound(string? claim, string fact) =>
        Invalid($"{Claim(claim)} is about {Show(fact)}, which does not exist.");

    private static string Claim(string? claim) => claim is null ? "A claim" : Show(claim);
}
