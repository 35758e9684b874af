using GraphIntel.Core.Schema;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace GraphIntel.Core.Planning;

/// <summary>One field of a response: the fields of the document merged into it, and what the schema says of it.</summary>
/// <param name="Parent">The object type on which it is selected.</param>
/// <param name="Definition">The field's definition.</param>
/// <param name="Fields">The merged fields of the document; their arguments are the same.</param>
/// <param name="Context">What the response needs of it.</param>
internal sealed record SelectedField(
    IObjectGraphType Parent, FieldType Definition, IReadOnlyList<GraphQLField> Fields, FieldContext Context)
{
    /// <summary>What the field stands for; null for <c>__typename</c> and the introspection fields.</summary>
    public FieldBinding? Binding { get; } = Definition.Name.StartsWith("__", StringComparison.Ordinal) ? null : FieldBinding.Of(Definition);

    /// <summary>The part of a connection that it is; null where it is none.</summary>
    public ConnectionPart? Part => (Binding as ConnectionPartBinding)?.Part;

    /// <summary>What is selected of it.</summary>
    public IEnumerable<GraphQLSelectionSet?> Selections => Fields.Select(selected => selected.SelectionSet);

    /// <summary>Its type without the wrappers.</summary>
    public IGraphType ResultType => Definition.ResolvedType!.GetNamedType();
}
