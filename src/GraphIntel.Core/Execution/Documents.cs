using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace GraphIntel.Core.Execution;

/// <summary>A document that is valid for the schema, with the plans of its operations.</summary>
internal sealed class ValidDocument(GraphQLDocument document)
{
    private readonly ConcurrentDictionary<string, OperationPlans> _operations = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, GraphError?> _measured = new(StringComparer.Ordinal);

    public GraphQLDocument Document { get; } = document;

    /// <summary>What of an operation exceeds the limits; null where nothing does. Measured once.</summary>
    public GraphError? Check(GraphQLOperationDefinition operation, OperationLimits limits) => _measured.GetOrAdd(
        operation.Name?.StringValue ?? string.Empty, static (_, given) => DocumentMeasure.Check(given.Document, given.operation, given.limits), (Document, operation, limits));

    /// <summary>The operation of that name, or the only one; null where there is none or it is not clear which.</summary>
    public GraphQLOperationDefinition? Find(string? name)
    {
        var operations = Document.Definitions.OfType<GraphQLOperationDefinition>();
        if (name is { Length: > 0 })
            return operations.FirstOrDefault(operation => operation.Name?.Value == name);
        var two = operations.Take(2).ToList();
        return two.Count == 1 ? two[0] : null;
    }

    /// <summary>The plans of an operation.</summary>
    public OperationPlans PlansOf(GraphQLOperationDefinition operation, GraphSchema schema) =>
        _operations.GetOrAdd(operation.Name?.StringValue ?? string.Empty, _ => new OperationPlans(operation, schema));
}

/// <summary>One operation's plans by the shape of the variables, each with its statements.</summary>
internal sealed class OperationPlans(GraphQLOperationDefinition operation, GraphSchema schema)
{
    /// <summary>More shapes than this of one operation, and a plan is made for the request alone.</summary>
    private const int MaxPlans = 64;

    private readonly ConcurrentDictionary<string, PreparedPlan> _plans = new(StringComparer.Ordinal);
    private ValidationContext? _context;

    /// <summary>Its variables and their types, in the order of the document.</summary>
    public IReadOnlyList<(string Name, IGraphType Type)> Variables { get; } =
    [
        .. (operation.Variables?.Items ?? []).Select(variable =>
            (variable.Variable.Name.StringValue, variable.Type.GraphTypeFromType(schema)!)),
    ];

    /// <summary>
    /// What the library coerces variables with. It looks for where each variable is used, in the whole document, and remembers
    /// it: so one is kept.
    /// </summary>
    public ValidationContext RentContext(GraphQLDocument document) =>
        Interlocked.Exchange(ref _context, null) ?? new ValidationContext { Schema = schema, Document = document, Operation = operation };

    /// <summary>Takes it back, without what is a request's.</summary>
    public void ReturnContext(ValidationContext context)
    {
        context.Variables = Inputs.Empty;
        context.CancellationToken = CancellationToken.None;
        _context = context;
    }

    public PreparedPlan? Find(string shape) => _plans.GetValueOrDefault(shape);

    /// <summary>Keeps a plan; false where there are too many already.</summary>
    public bool Add(string shape, PreparedPlan plan) => _plans.Count < MaxPlans && _plans.TryAdd(shape, plan);
}

/// <summary>A plan and its statements, one for each pattern of nulls in its cursors.</summary>
internal sealed class PreparedPlan(Plan plan, IGraphStore store)
{
    private readonly CompiledPlan _usual = store.Compile(plan, []);
    private readonly ConcurrentDictionary<string, CompiledPlan> _others = new(StringComparer.Ordinal);

    public Plan Plan { get; } = plan;

    /// <summary>About how many bytes the plan and its usual statement take.</summary>
    public long Bytes => _usual.Statement.Length * 4L;

    /// <summary>Lets the store get ready for the usual statement.</summary>
    public ValueTask PrimeAsync(CancellationToken cancellation) => _usual.PrimeAsync(cancellation);

    /// <summary>The statement for these parameters.</summary>
    public CompiledPlan StatementFor(BoundParameters bound)
    {
        if (bound.CursorNulls.IsEmpty)
            return _usual;
        var nulls = bound.CursorNulls.ToArray();
        var key = string.Create(nulls.Length, nulls, (text, source) =>
        {
            for (var index = 0; index < text.Length; index++)
                text[index] = source[index] ? '1' : '0';
        });
        // Each null of each key at most doubles the statements; few keys can be null.
        const int MaxOthers = 32;
        if (_others.TryGetValue(key, out var found))
            return found;
        var made = store.Compile(Plan, nulls);
        if (_others.Count < MaxOthers)
            _others.TryAdd(key, made);
        return made;
    }
}

/// <summary>Texts -> validated documents, kept by their bytes.</summary>
internal sealed class DocumentCache(GraphSchema schema, EngineOptions options)
{
    // What a field adds to the parser's depth: itself and its selection. What else nests, values and types, has the rest.
    private const int DepthOfField = 2;
    private const int DepthOfValues = 28;
    private const int LeastDepth = 128;

    private static readonly DocumentValidator Validator = new();

    private readonly BoundedCache<ValidDocument> _documents = new(options.MaxCachedDocuments, options.MaxCachedBytes);

    public bool TryGet(ReadOnlySpan<byte> text, [NotNullWhen(true)] out ValidDocument? document) => _documents.TryGet(text, out document);

    /// <summary>
    /// Parses a text; a syntax error is a <see cref="GraphQLParser.Exceptions.GraphQLSyntaxErrorException"/>. A text with too
    /// many tokens is refused before.
    /// </summary>
    public ValidDocument? Parse(ReadOnlySpan<byte> text, out GraphError? tooLarge)
    {
        var source = Encoding.UTF8.GetString(text);
        tooLarge = DocumentMeasure.CheckTokens(source, options.Limits);
        return tooLarge is not null ? null : new ValidDocument(Parse(source, options.Limits));
    }

    /// <summary>Parses a text as deep as the limits allow.</summary>
    public static GraphQLDocument Parse(string source, OperationLimits limits) => GraphQLParser.Parser.Parse(source, new()
    {
        Ignore = GraphQLParser.IgnoreOptions.Comments,
        MaxDepth = Math.Max(LeastDepth, (limits.Depth * DepthOfField) + DepthOfValues),
    });

    /// <summary>Validates a document and the variables for one of its operations; keeps it where it is valid.</summary>
    public async ValueTask<IValidationResult> ValidateAsync(
        ReadOnlyMemory<byte> text, ValidDocument document, GraphQLOperationDefinition operation, Inputs variables, CancellationToken cancellation)
    {
        var result = await Validator.ValidateAsync(new ValidationOptions
        {
            Schema = schema,
            Document = document.Document,
            Operation = operation,
            Variables = variables,
            CancellationToken = cancellation,
        }).ConfigureAwait(false);
        if (result.IsValid)
            _documents.Add(text.Span, document, text.Length * 20L);
        return result;
    }

    /// <summary>Accounts for a plan that a kept document holds.</summary>
    public void Grow(ReadOnlySpan<byte> text, long bytes) => _documents.Grow(text, bytes);
}
