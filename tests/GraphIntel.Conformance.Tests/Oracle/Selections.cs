using GraphQLParser.AST;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>Which fields of a document are asked of an object.</summary>
internal sealed class Selections(GraphQLDocument document, Dictionary<string, object?> variables)
{
    /// <summary>The fragment that a spread names.</summary>
    public GraphQLFragmentDefinition Fragment(GraphQLFragmentSpread spread) => document.Definitions
        .OfType<GraphQLFragmentDefinition>()
        .Single(fragment => fragment.FragmentName.Name.StringValue == spread.FragmentName.Name.StringValue);

    /// <summary>What <c>@skip</c> and <c>@include</c> say.</summary>
    public bool IsIncluded(ASTNode selection) => ((IHasDirectivesNode)selection).Directives?.Items
        .All(directive => directive.Name.StringValue switch
        {
            "skip" => Inputs.ReadArguments(directive.Arguments, variables)["if"] is false,
            "include" => Inputs.ReadArguments(directive.Arguments, variables)["if"] is true,
            _ => true,
        }) ?? true;

    /// <summary>The fields asked of an object of these type names, by response key in the order of first mention.</summary>
    public List<(string Key, List<GraphQLField> Fields)> Collect(IEnumerable<GraphQLSelectionSet> sets, IReadOnlyList<string> types)
    {
        var result = new List<(string Key, List<GraphQLField> Fields)>();
        foreach (var set in sets)
            Collect(set, types, result);
        return result;
    }

    private void Collect(GraphQLSelectionSet set, IReadOnlyList<string> types, List<(string Key, List<GraphQLField> Fields)> result)
    {
        foreach (var selection in set.Selections.Where(IsIncluded))
        {
            switch (selection)
            {
                case GraphQLField field:
                    var key = (field.Alias?.Name ?? field.Name).StringValue;
                    var known = result.Find(entry => entry.Key == key);
                    if (known.Fields is not null)
                        known.Fields.Add(field);
                    else
                        result.Add((key, [field]));
                    break;
                case GraphQLInlineFragment inline when Applies(inline.TypeCondition, types):
                    Collect(inline.SelectionSet, types, result);
                    break;
                case GraphQLFragmentSpread spread when Applies(Fragment(spread).TypeCondition, types):
                    Collect(Fragment(spread).SelectionSet, types, result);
                    break;
            }
        }
    }

    private static bool Applies(GraphQLTypeCondition? condition, IReadOnlyList<string> types) =>
        condition is null || types.Contains(condition.Type.Name.StringValue);
}
