using GraphIntel.Core.Schema;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace GraphIntel.Core.Planning;

/// <summary>A field of a response: the fields of the document merged into it, and its definition.</summary>
/// <param name="Parent">The object type on which it is selected.</param>
/// <param name="Definition">The field's definition.</param>
/// <param name="Fields">The merged fields of the document; their arguments are the same.</param>
/// <param name="Context">Its properties in the response.</param>
internal sealed record SelectedField(
    IObjectGraphType Parent, FieldType Definition, IReadOnlyList<GraphQLField> Fields, FieldContext Context)
{
    /// <summary>The binding of the field; null for <c>__typename</c> and the introspection fields.</summary>
    public FieldBinding? Binding { get; } = Definition.Name.StartsWith("__", StringComparison.Ordinal) ? null : FieldBinding.Of(Definition);

    /// <summary>The value of the field if it is <c>__typename</c>.</summary>
    public string TypeName => Parent.Name;

    /// <summary>The selection sets of the merged fields.</summary>
    public IEnumerable<GraphQLSelectionSet?> Selections => Fields.Select(selected => selected.SelectionSet);

    /// <summary>Its type without the wrappers.</summary>
    public IGraphType ResultType => Definition.ResolvedType!.GetNamedType();
}
