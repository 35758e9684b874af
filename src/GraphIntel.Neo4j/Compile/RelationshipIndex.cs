using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// The index that has the relationships of a node in the order of the node at the other end: a page is read from the index
/// alone, however many relationships the node has. Expanding would read them all.
/// </summary>
internal sealed class RelationshipIndex
{
    private readonly RelationshipType _type;
    private readonly Property _order;
    private readonly bool _isOutward;

    private RelationshipIndex(RelationshipType type, Property order, bool isOutward)
    {
        _type = type;
        _order = order;
        _isOutward = isOutward;
    }

    /// <summary>
    /// The index for a page; null if no index has its order, or if the page is filtered to one node. A missing value is not
    /// in the index.
    /// </summary>
    public static RelationshipIndex? Of(HopSource hop, IReadOnlyList<SortKey> keys)
    {
        return hop.Ordered is { IsRequired: true } order
            && keys[0] is { IsIrregular: false, Value: PropertyOperand first } && first.Of == hop.Node && first.Property == order
            && keys.Skip(1).All(key => key.Value is IdOperand && key.Descending == keys[0].Descending)
            && !hop.Where.RestrictsToId(hop.Node)
                ? new RelationshipIndex(hop.Followed.Relationship, order, hop.Direction == Direction.Out)
                : null;
    }

    /// <summary>The index in a USING INDEX hint.</summary>
    public string Hint(string relationship) =>
        $"{relationship}:{Names.Type(_type)}({string.Join(", ", Properties)})";

    /// <summary>The conditions that make Neo4j use it: one for each of its properties.</summary>
    public IEnumerable<string> Conditions(string relationship, string originId) =>
        Properties.Select((property, index) => $"{relationship}.{property} {(index == 0 ? $"= {originId}" : "IS NOT NULL")}");

    /// <summary>The expressions that it is sorted by.</summary>
    public IEnumerable<string> Order(string relationship) => Properties.Select(property => $"{relationship}.{property}");

    /// <summary>The binding of the node at the other end; the index contains copies of some of its properties.</summary>
    public AliasBinding OtherEnd(string relationship, string node) => new CopiedBinding(node, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Names.Property(_order)] = $"{relationship}.{(_isOutward ? Names.TargetOrder : Names.SourceOrder)}",
        [Names.Id] = $"{relationship}.{(_isOutward ? Names.TargetId : Names.SourceId)}",
    });

    private IEnumerable<string> Properties => Names.OrderIndex(_isOutward);
}
