using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace GraphIntel.Core.Planning;

/// <summary>
/// Collects the fields of a selection for an object type: fragments expanded, <c>@skip</c> and <c>@include</c> applied, fields
/// with the same response key grouped (specification, section 6.3.2).
/// </summary>
internal sealed class FieldCollector
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments;
    private readonly IReadOnlyDictionary<string, object?> _variables;
    private readonly HashSet<ASTNode> _applied = [];
    private readonly List<(ASTNode Fragment, GraphQLTypeCondition Condition, GraphQLSelectionSet Selection)> _skipped = [];

    public FieldCollector(GraphQLDocument document, IReadOnlyDictionary<string, object?> variables)
    {
        _variables = variables;
        _fragments = document.Definitions.OfType<GraphQLFragmentDefinition>()
            .ToDictionary(fragment => fragment.FragmentName.Name.StringValue, StringComparer.Ordinal);
    }

    /// <summary>Fields grouped by response key, in the order of the response.</summary>
    public IReadOnlyList<List<GraphQLField>> Collect(IObjectGraphType type, IEnumerable<GraphQLSelectionSet?> selections)
    {
        var groups = new List<List<GraphQLField>>();
        var byKey = new Dictionary<ROM, List<GraphQLField>>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var selection in selections)
            Collect(type, selection, groups, byKey, visited);
        return groups;
    }

    private void Collect(
        IObjectGraphType type,
        GraphQLSelectionSet? selection,
        List<List<GraphQLField>> groups,
        Dictionary<ROM, List<GraphQLField>> byKey,
        HashSet<string> visited)
    {
        foreach (var node in selection?.Selections ?? [])
        {
            if (!IsIncluded((IHasDirectivesNode)node))
                continue;
            switch (node)
            {
                case GraphQLField field:
                    var key = field.Alias is null ? field.Name.Value : field.Alias.Name.Value;
                    if (!byKey.TryGetValue(key, out var group))
                    {
                        group = [];
                        byKey.Add(key, group);
                        groups.Add(group);
                    }
                    group.Add(field);
                    break;
                case GraphQLInlineFragment inline:
                    if (Applies(inline, inline.TypeCondition, inline.SelectionSet, type))
                        Collect(type, inline.SelectionSet, groups, byKey, visited);
                    break;
                case GraphQLFragmentSpread spread:
                    var fragment = _fragments[spread.FragmentName.Name.StringValue];
                    if (visited.Add(fragment.FragmentName.Name.StringValue) && Applies(fragment, fragment.TypeCondition, fragment.SelectionSet, type))
                        Collect(type, fragment.SelectionSet, groups, byKey, visited);
                    break;
            }
        }
    }

    /// <summary>
    /// Fragments that applied to no type so far, each returned once. They return no data, but errors in their arguments must be
    /// reported.
    /// </summary>
    public IReadOnlyList<(GraphQLTypeCondition Condition, GraphQLSelectionSet Selection)> TakeUnreached()
    {
        var unreached = _skipped.Where(skipped => _applied.Add(skipped.Fragment)).Select(skipped => (skipped.Condition, skipped.Selection)).ToList();
        _skipped.Clear();
        return unreached;
    }

    private bool Applies(ASTNode fragment, GraphQLTypeCondition? condition, GraphQLSelectionSet selection, IObjectGraphType type)
    {
        if (Applies(condition, type))
        {
            _applied.Add(fragment);
            return true;
        }
        if (!_applied.Contains(fragment))
            _skipped.Add((fragment, condition!, selection));
        return false;
    }

    private static bool Applies(GraphQLTypeCondition? condition, IObjectGraphType type) =>
        condition is null
        || condition.Type.Name.Value == type.Name
        || type.ResolvedInterfaces.Any(candidate => condition.Type.Name.Value == candidate.Name);

    private bool IsIncluded(IHasDirectivesNode node) =>
        !Condition(node, "skip", false) && Condition(node, "include", true);

    private bool Condition(IHasDirectivesNode node, string directive, bool otherwise)
    {
        var found = node.Directives?.Items.FirstOrDefault(candidate => candidate.Name.Value == directive);
        if (found is null)
            return otherwise;
        var value = found.Arguments!.Items.Single(argument => argument.Name.Value == "if").Value;
        return value is GraphQLVariable variable ? (bool)_variables[variable.Name.StringValue]! : ((GraphQLBooleanValue)value).BoolValue;
    }
}
