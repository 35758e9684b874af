using GraphIntel.Tests.Schema;
using GraphQL.Types;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace GraphIntel.Tests.Execution;

/// <summary>
/// FieldsInSetCanMerge and SameResponseShape, implemented literally (specification, section 5.3.2): every pair of fields of
/// every selection set, regardless of time. The library's rule ignores types inside lists, so it cannot be the reference.
/// </summary>
internal sealed class MergingAsSpecified
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = [];

    /// <summary>Whether all selection sets of a document, whose fields must be known, can be merged.</summary>
    public static bool CanMerge(GraphQLDocument document)
    {
        var rule = new MergingAsSpecified();
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
            rule._fragments.Add(fragment.FragmentName.Name.StringValue, fragment);
        return document.Definitions.All(definition => definition switch
        {
            GraphQLOperationDefinition operation => rule.SetsCanMerge(Schemas.Domain.Query, operation.SelectionSet),
            GraphQLFragmentDefinition fragment => rule.SetsCanMerge(Named(fragment.TypeCondition), fragment.SelectionSet),
            _ => true,
        });
    }

    private bool SetsCanMerge(IGraphType parent, GraphQLSelectionSet set) =>
        FieldsInSetCanMerge([(parent, set)]) && set.Selections.TrueForAll(selection => selection switch
        {
            GraphQLField { SelectionSet: { } inside } field => SetsCanMerge(NamedType(TypeOf(parent, field)), inside),
            GraphQLInlineFragment inline => SetsCanMerge(Named(inline.TypeCondition!), inline.SelectionSet),
            _ => true,
        });

    private bool FieldsInSetCanMerge(IEnumerable<(IGraphType Parent, GraphQLSelectionSet Set)> sets) =>
        Pairs(sets).All(pair =>
        {
            var ((parentA, a), (parentB, b)) = pair;
            return SameResponseShape(pair.A, pair.B)
                && ((parentA != parentB && parentA is IObjectGraphType && parentB is IObjectGraphType)
                    || (a.Name.Value == b.Name.Value && Arguments(a) == Arguments(b) && FieldsInSetCanMerge(MergedSet(pair.A, pair.B))));
        });

    private bool SameResponseShape((IGraphType Parent, GraphQLField Field) a, (IGraphType Parent, GraphQLField Field) b)
    {
        var (typeA, typeB) = (TypeOf(a.Parent, a.Field), TypeOf(b.Parent, b.Field));
        while (typeA is IProvideResolvedType wrapperA && typeB is IProvideResolvedType wrapperB && typeA.GetType() == typeB.GetType())
            (typeA, typeB) = (wrapperA.ResolvedType!, wrapperB.ResolvedType!);
        return typeA is IComplexGraphType && typeB is IComplexGraphType
            ? Pairs(MergedSet(a, b)).All(pair => SameResponseShape(pair.A, pair.B))
            : typeA.Equals(typeB);
    }

    private static IEnumerable<(IGraphType, GraphQLSelectionSet)> MergedSet(params (IGraphType Parent, GraphQLField Field)[] fields) =>
        fields.Where(field => field.Field.SelectionSet is not null)
            .Select(field => (NamedType(TypeOf(field.Parent, field.Field)), field.Field.SelectionSet!));

    /// <summary>All pairs of different fields with the same response name, fragments included.</summary>
    private IEnumerable<((IGraphType Parent, GraphQLField Field) A, (IGraphType Parent, GraphQLField Field) B)> Pairs(
        IEnumerable<(IGraphType Parent, GraphQLSelectionSet Set)> sets)
    {
        var fields = sets.SelectMany(set => Fields(set.Parent, set.Set)).Distinct().ToList();
        return from index in Enumerable.Range(0, fields.Count)
               from other in fields.Skip(index + 1)
               where Key(fields[index].Field) == Key(other.Field)
               select (fields[index], other);
    }

    private IEnumerable<(IGraphType Parent, GraphQLField Field)> Fields(IGraphType parent, GraphQLSelectionSet set) =>
        set.Selections.SelectMany(selection => selection switch
        {
            GraphQLField field => [(parent, field)],
            GraphQLInlineFragment inline => Fields(Named(inline.TypeCondition!), inline.SelectionSet),
            GraphQLFragmentSpread spread when _fragments[spread.FragmentName.Name.StringValue] is var fragment =>
                Fields(Named(fragment.TypeCondition), fragment.SelectionSet),
            _ => throw new InvalidOperationException("The documents have no other selections."),
        });

    private static string Key(GraphQLField field) => (field.Alias?.Name ?? field.Name).StringValue;

    private static string Arguments(GraphQLField field) => field.Arguments is { Count: > 0 } arguments ? new SDLPrinter().Print(arguments[0]) : "";

    private static IGraphType TypeOf(IGraphType parent, GraphQLField field) =>
        field.Name.Value == "__typename" ? Schemas.Domain.TypeNameMetaFieldType.ResolvedType! : ((IComplexGraphType)parent).GetField(field.Name.Value)!.ResolvedType!;

    private static IGraphType Named(GraphQLTypeCondition condition) => Schemas.Domain.AllTypes[condition.Type.Name.Value]!;

    private static IGraphType NamedType(IGraphType type) => type is IProvideResolvedType wrapper ? NamedType(wrapper.ResolvedType!) : type;
}
