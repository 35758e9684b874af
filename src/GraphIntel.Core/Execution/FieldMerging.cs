using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Validates that fields with the same response key can be merged (specification, section 5.3.2). The library compares all
/// pairs of fields and fragments; here a field is compared with the first of its group, which suffices because every comparison
/// is an equality. See decision 15.
/// </summary>
internal sealed class FieldMerging : ValidationRuleBase, INodeVisitor
{
    // A field can be visited once for each group of types. Front ends need a small part of this.
    private const int MaxSteps = 50_000;

    private readonly Dictionary<ROM, GraphQLFragmentDefinition> _fragments = [];
    private readonly ArgumentText _arguments = new();
    private ValidationContext _context = null!;
    private int _steps;

    /// <inheritdoc/>
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        _context = context;
        foreach (var fragment in context.Document.Definitions.OfType<GraphQLFragmentDefinition>())
            _fragments.TryAdd(fragment.FragmentName.Name.Value, fragment);
        return new(this);
    }

    /// <inheritdoc/>
    public ValueTask EnterAsync(ASTNode node, ValidationContext context)
    {
        if (node is not GraphQLOperationDefinition { Operation: OperationType.Query } operation)
            return default;
        var fields = Collect([new Selected(context.Schema.Query, operation.SelectionSet)]);
        if (CheckShapes(fields))
            CheckSameFields(fields);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;

    /// <summary>Whether all fields with the same response key, on any parent types, have the same shape, recursively.</summary>
    private bool CheckShapes(Dictionary<ROM, List<Use>> fields)
    {
        foreach (var (key, uses) in fields)
        {
            for (var index = 1; index < uses.Count; index++)
            {
                if (uses[0].Type is { } first && uses[index].Type is { } other && !HaveSameShape(first, other))
                    return Report(key, uses[0], uses[index], $"they return the conflicting types {first} and {other}");
            }
            if (!CheckShapes(Collect(SubSelections(uses))))
                return false;
        }
        return true;
    }

    /// <summary>
    /// Whether fields with the same response key on overlapping parent types are the same field with the same arguments,
    /// recursively.
    /// </summary>
    private bool CheckSameFields(Dictionary<ROM, List<Use>> fields)
    {
        foreach (var (key, uses) in fields)
        {
            foreach (var group in GroupByParent(uses))
            {
                for (var index = 1; index < group.Count; index++)
                {
                    if (Difference(group[0].Field, group[index].Field) is { } difference)
                        return Report(key, group[0], group[index], difference);
                }
                if (!CheckSameFields(Collect(SubSelections(group))))
                    return false;
            }
        }
        return true;
    }

    private string? Difference(GraphQLField one, GraphQLField other) =>
        ReferenceEquals(one, other) ? null
        : one.Name.Value != other.Name.Value ? $"`{one.Name.StringValue}` and `{other.Name.StringValue}` are different fields"
        : _arguments.Of(one) != _arguments.Of(other) ? "they have different arguments"
        : null;

    /// <summary>
    /// Groups the uses that can apply to the same object: those on each object type with those on interfaces.
    /// </summary>
    private static IEnumerable<List<Use>> GroupByParent(List<Use> uses)
    {
        if (uses.Count == 1 || uses.TrueForAll(use => use.Parent == uses[0].Parent))
            return [uses];
        var ofInterfaces = uses.Where(use => use.Parent is not IObjectGraphType);
        var groups = uses.Where(use => use.Parent is IObjectGraphType).GroupBy(use => use.Parent).Select(group => group.Concat(ofInterfaces).ToList());
        return groups.Any() ? groups : [[.. ofInterfaces]];
    }

    private static IEnumerable<Selected> SubSelections(List<Use> uses) =>
        uses.Where(use => use.Field.SelectionSet is not null).Select(use => new Selected(NamedType(use.Type), use.Field.SelectionSet!));

    /// <summary>Fields by response key with fragments expanded, each once: a fragment cannot conflict with itself.</summary>
    private Dictionary<ROM, List<Use>> Collect(IEnumerable<Selected> selections)
    {
        var fields = new Dictionary<ROM, List<Use>>();
        var seen = new HashSet<ROM>();
        var open = new Queue<Selected>(selections);
        while (open.TryDequeue(out var selected))
        {
            foreach (var node in selected.Selections.Selections)
            {
                if (++_steps > MaxSteps)
                    throw new FieldMergingException();
                switch (node)
                {
                    case GraphQLField field:
                        var key = field.Alias is null ? field.Name.Value : field.Alias.Name.Value;
                        if (!fields.TryGetValue(key, out var uses))
                            fields.Add(key, uses = []);
                        uses.Add(new Use(selected.Type, field, TypeOf(selected.Type, field.Name.Value)));
                        break;
                    case GraphQLInlineFragment { TypeCondition: null } inline:
                        open.Enqueue(selected with { Selections = inline.SelectionSet });
                        break;
                    case GraphQLInlineFragment inline:
                        open.Enqueue(new Selected(Named(inline.TypeCondition), inline.SelectionSet));
                        break;
                    case GraphQLFragmentSpread spread:
                        var name = spread.FragmentName.Name.Value;
                        if (seen.Add(name) && _fragments.TryGetValue(name, out var fragment))
                            open.Enqueue(new Selected(Named(fragment.TypeCondition), fragment.SelectionSet));
                        break;
                }
            }
        }
        return fields;
    }

    private IGraphType? Named(GraphQLTypeCondition condition) => _context.Schema.AllTypes[condition.Type.Name.Value];

    private IGraphType? TypeOf(IGraphType? parent, ROM field) =>
        field == _context.Schema.TypeNameMetaFieldType.Name ? _context.Schema.TypeNameMetaFieldType.ResolvedType
        : field == _context.Schema.SchemaMetaFieldType.Name ? _context.Schema.SchemaMetaFieldType.ResolvedType
        : field == _context.Schema.TypeMetaFieldType.Name ? _context.Schema.TypeMetaFieldType.ResolvedType
        : (parent as IComplexGraphType)?.GetField(field)?.ResolvedType;

    private static IGraphType? NamedType(IGraphType? type) => type switch
    {
        NonNullGraphType required => NamedType(required.ResolvedType),
        ListGraphType list => NamedType(list.ResolvedType),
        _ => type,
    };

    private static bool HaveSameShape(IGraphType one, IGraphType other) => (one, other) switch
    {
        (NonNullGraphType a, NonNullGraphType b) => HaveSameShape(a.ResolvedType!, b.ResolvedType!),
        (NonNullGraphType, _) or (_, NonNullGraphType) => false,
        (ListGraphType a, ListGraphType b) => HaveSameShape(a.ResolvedType!, b.ResolvedType!),
        (ListGraphType, _) or (_, ListGraphType) => false,
        (ScalarGraphType, _) or (_, ScalarGraphType) => one.Equals(other),
        _ => true,
    };

    private bool Report(ROM key, Use one, Use other, string reason)
    {
        var message = $"Fields `{key}` conflict because {reason}. Use different aliases on the fields to fetch both.";
        _context.ReportError(new ValidationError(_context.Document.Source, "5.3.2", message, one.Field, other.Field)
        {
            Code = "OVERLAPPING_FIELDS_CAN_BE_MERGED",
        });
        return false;
    }

    /// <summary>A selection and its parent type; null if the type is unknown, which another rule reports.</summary>
    private sealed record Selected(IGraphType? Type, GraphQLSelectionSet Selections);

    /// <summary>A field selected on a parent type.</summary>
    private sealed record Use(IGraphType? Parent, GraphQLField Field, IGraphType? Type);
}

/// <summary>Checking whether fields can be merged takes more steps than allowed.</summary>
internal sealed class FieldMergingException : Exception;
