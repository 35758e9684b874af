using GraphIntel.Core.Model;
using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <content>The input types of aggregates: orders of groups.</content>
internal sealed partial class InputTypes
{
    /// <summary><c>EventGroupSortInput</c>: by the key, the number of members, or a summary of the members.</summary>
    public InputObjectGraphType GroupSort(ElementType members) =>
        Make(members.Name + "GroupSortInput", $"A sort key for groups of {members.Name} objects.", sort =>
        {
            sort.AddField(Input(ArgumentNames.Key, SortDirection, "By the value, or by the id of the node."));
            sort.AddField(Input(ArgumentNames.Count, SortDirection, "By the number of members."));
            foreach (var property in members.Summarized)
                sort.AddField(Input(property.Name, SummarySort(property.Kind), $"By a summary of `{property.Name}`."));
        }, oneOf: true);

    /// <summary><c>IntSummarySortInput</c></summary>
    private InputObjectGraphType SummarySort(ScalarKind kind) =>
        Make($"{kind}SummarySortInput", "A sort key from a summary.", sort =>
        {
            foreach (var value in AggregateTypes.SummaryValuesOf(kind))
                sort.AddField(Input(AggregateTypes.NameOf(value), SortDirection, AggregateTypes.DescriptionOf(value)));
        }, oneOf: true);
}
