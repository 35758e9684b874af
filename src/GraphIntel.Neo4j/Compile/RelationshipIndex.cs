using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// The index in which the relationships of a node stand in the order of the node at the other end: its page is read from
/// the index alone, however many relationships the node has. Expanding would read them all.
/// </summary>
internal sealed class RelationshipIndex
{
    private readonly RelationshipType _type;
    private readonly Property _order;
    private readonly bool _isOutward;

    private RelationshipIndex(RelationshipType type, Property order, bool isOutward, bool descending)
    {
        _type = type;
        _order = order;
        _isOutward = isOutward;
        Descending = descending;
    }

    /// <summary>The way in which it is read.</summary>
    public bool Descending { get; }

    /// <summary>
    /// The index for a page; null where there is none for its order, or where another way is shorter. A value that may be
    /// missing is not in the index.
    /// </summary>
    public static RelationshipIndex? Of(HopSource hop, IReadOnlyList<SortKey> keys)
    {
        var type = hop.Followed.Relationship;
        var order = hop.Direction switch
        {
            Direction.Out => type.TargetOrder,
            Direction.In => type.SourceOrder,
            _ => null,
        };
        return order is { IsRequired: true }
            && keys[0].Value is PropertyOperand first && first.Of == hop.Node && first.Property == order
            && keys.Skip(1).All(key => key.Value is IdOperand && key.Descending == keys[0].Descending)
            && !hop.Where.NamesOne(hop.Node)
                ? new RelationshipIndex(type, order, hop.Direction == Direction.Out, keys[0].Descending)
                : null;
    }

    /// <summary>How a statement names it.</summary>
    public string Hint(string relationship) =>
        $"{relationship}:{Names.Type(_type)}({string.Join(", ", Properties)})";

    /// <summary>The conditions by which Neo4j takes it: one for each of its properties.</summary>
    public IEnumerable<string> Conditions(string relationship, string originId) =>
        Properties.Select((property, index) => $"{relationship}.{property} {(index == 0 ? $"= {originId}" : "IS NOT NULL")}");

    /// <summary>The order in which it stands.</summary>
    public IEnumerable<string> Order(string relationship) => Properties.Select(property => $"{relationship}.{property}");

    /// <summary>The node at the other end, of which the index has a part.</summary>
    public Place OtherEnd(string relationship, string node) => new CopiedPlace(node, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Names.Property(_order)] = $"{relationship}.{(_isOutward ? Names.TargetOrder : Names.SourceOrder)}",
        [Names.Id] = $"{relationship}.{(_isOutward ? Names.TargetId : Names.SourceId)}",
    });

    private IEnumerable<string> Properties => Names.OrderIndex(_isOutward);
}
