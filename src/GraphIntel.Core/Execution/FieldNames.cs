using GraphIntel.Core.Values;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Errors;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Validates that selected fields exist (specification, section 5.3.1). The library's rule suggests similar names of the same
/// type; this one also finds a node's field that was selected on the connection or on its edge.
/// </summary>
internal sealed class FieldNames : ValidationRuleBase, INodeVisitor
{
    private const string Nodes = "nodes";

    // The fields of connections and edges that contain nodes, the shortest path first.
    private static readonly string[] Inner = [Nodes, "node", "edges"];

    private INodeVisitor _library = null!;

    /// <inheritdoc/>
    public override async ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        _library = (await FieldsOnCorrectType.Instance.GetPreNodeVisitorAsync(context).ConfigureAwait(false))!;
        return this;
    }

    /// <inheritdoc/>
    public ValueTask EnterAsync(ASTNode node, ValidationContext context)
    {
        if (node is not GraphQLField field || context.TypeInfo.GetParentType()?.GetNamedType() is not IObjectGraphType type)
            return _library.EnterAsync(node, context);
        if (context.TypeInfo.GetFieldDef() is null)
            context.ReportError(new FieldsOnCorrectTypeError(context, field, type, [], Suggest(field.Name.StringValue, type)));
        return default;
    }

    /// <inheritdoc/>
    public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;

    private static IReadOnlyList<string> Suggest(string name, IObjectGraphType type)
    {
        var inside = Inner.Where(field => type.GetField(field)?.ResolvedType?.GetNamedType() is IObjectGraphType inner && inner.HasField(name));
        if (inside.FirstOrDefault() is { } found)
            return [$"{found} {{ {name} }}"];
        var similar = SimilarNames.Find(name, type.Fields.Select(field => field.Name));
        return similar.Count == 0 && type.HasField(Nodes) ? [Nodes] : similar;
    }
}
