using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphQL.Types;

namespace GraphIntel.Core.Planning;

/// <summary>Plans the root field <c>search</c>.</summary>
internal sealed class SearchPlanner(Planner planner, IReadOnlyList<NodeType> searched)
{
    private readonly PlanBuilder _builder = planner.Builder;

    public SearchSlot Plan(SelectedField field)
    {
        _builder.CountSearch(field.Context.Location);
        var ids = _builder.Parameter(ScalarKind.Id, isList: true);
        _builder.Bindings.Add(new RootSearchBinding(
            ids,
            (ScalarInput)planner.Argument(field, ArgumentNames.Query)!,
            (ScalarInput?)planner.Argument(field, ArgumentNames.Types),
            (ScalarInput?)planner.Argument(field, ArgumentNames.First),
            searched,
            field.Context.Location));
        var id = new ListedIdOperand(_builder.NextNumber());
        var offset = 1;
        var parts = new List<SearchPart>();
        foreach (var child in Children(field))
        {
            var kind = KindOf(child);
            var part = new SearchPart(child.Context, kind, child.TypeName, kind == SearchPartKind.Items ? Items(child, id) : []) { Offset = offset };
            offset += part.Items.Count(item => item.Node is not null);
            parts.Add(part);
        }
        return new SearchSlot(field.Context, ids, id, Texts(field, id), [.. parts]);
    }

    private SearchItemPart[] Items(SelectedField field, ListedIdOperand id) =>
    [
        .. Children(field).Select(child =>
        {
            var kind = ItemKindOf(child);
            return new SearchItemPart(child.Context, kind, child.TypeName, kind == SearchItemKind.Node ? Node(child, id) : null);
        }),
    ];

    private static SearchPartKind KindOf(SelectedField field) => field.Binding is not SearchResultFieldBinding result
        ? SearchPartKind.TypeName
        : result.Field switch
        {
            SearchResultField.Truncated => SearchPartKind.Truncated,
            SearchResultField.Items => SearchPartKind.Items,
        };

    private static SearchItemKind ItemKindOf(SelectedField field) => field.Binding is not SearchItemFieldBinding item
        ? SearchItemKind.TypeName
        : item.Field switch
        {
            SearchItemField.Node => SearchItemKind.Node,
            SearchItemField.Property => SearchItemKind.Property,
            SearchItemField.Text => SearchItemKind.Text,
            SearchItemField.Match => SearchItemKind.Match,
        };

    /// <summary>All types are planned, so that errors in fragments on any are found; only types that are searched can be found.</summary>
    private PolymorphicSlot Node(SelectedField field, ListedIdOperand id)
    {
        var any = planner.Polymorphic(field, id);
        return any.With(
        [
            .. any.Cases.Where(found => found.Found is NodeAlias node && searched.Contains(node.Node)).Select((found, number) => found with { Number = number }),
        ]);
    }

    private PolymorphicSlot Texts(SelectedField field, ListedIdOperand id) => new(
        field.Context,
        id,
        [
            .. searched.Select((type, number) =>
            {
                var node = _builder.Node(type);
                return new PolymorphicCase(
                    number,
                    node,
                    [.. type.Searched.Select(property => new ValueSlot(field.Context, FilterPlanner.ValueOf(node, property), property.Kind, property.IsList))]);
            }),
        ]);

    private IEnumerable<SelectedField> Children(SelectedField field)
    {
        var type = (IObjectGraphType)field.ResultType;
        return planner.Collector.Collect(type, field.Selections).Select(group => planner.Describe(type, group));
    }
}
