using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Starts;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace GraphIntel.Core.Execution;

/// <summary>A document that is valid for the schema, with the plans of its operations.</summary>
internal sealed class ValidDocument(GraphQLDocument document, LineIndex lines, int levels)
{
    private readonly ConcurrentDictionary<string, OperationPlans> _operations = new(StringComparer.Ordinal);

    public GraphQLDocument Document { get; } = document;

    /// <summary>
    /// The document for the library's rules, so that errors have positions instead of columns; see
    /// <see cref="DocumentErrors"/>.
    /// </summary>
    public GraphQLDocument WithoutText { get; } = new(document.Definitions);

    /// <summary>The lines of its text.</summary>
    public LineIndex Lines { get; } = lines;

    /// <summary>
    /// The depth to which the library recurses: nesting of selections, with fragments expanded, plus nesting of values.
    /// </summary>
    public int Levels { get; } = levels;

    /// <summary>The operation of that name, or the only one; null if there is none or the choice is ambiguous.</summary>
    public GraphQLOperationDefinition? Find(string? name)
    {
        var operations = Document.Definitions.OfType<GraphQLOperationDefinition>();
        if (name is { Length: > 0 })
            return operations.FirstOrDefault(operation => operation.Name?.Value == name);
        var two = operations.Take(2).ToList();
        return two.Count == 1 ? two[0] : null;
    }

    /// <summary>The error if <see cref="Find"/> returns null.</summary>
    public GraphError OperationNotFound(string? name)
    {
        var names = Document.Definitions.OfType<GraphQLOperationDefinition>().Select(operation => operation.Name?.StringValue).ToList();
        var message = names switch
        {
            [] => "The document has no operation: send one, such as `{ __typename }`.",
            [null] => $"`operationName` is `{name}`, and the only operation of the document has no name: omit `operationName`, or name the operation `{name}`.",
            _ when name is { Length: > 0 } => $"The document has no operation named `{name}`; it has: {string.Join(", ", names)}.",
            _ => $"The document has several operations, {string.Join(", ", names)}: name one of them in `operationName`.",
        };
        return new GraphError(message, ErrorCodes.RequestInvalid, []);
    }

    /// <summary>The cached plans of an operation.</summary>
    public OperationPlans PlansOf(GraphQLOperationDefinition operation, GraphSchema schema) =>
        _operations.GetOrAdd(operation.Name?.StringValue ?? string.Empty, _ => new OperationPlans(operation, schema));
}

/// <summary>The cached plans of an operation by the shape of its variables, each with its statements.</summary>
internal sealed class OperationPlans(GraphQLOperationDefinition operation, GraphSchema schema)
{
    /// <summary>Plans of further shapes are not cached.</summary>
    private const int MaxPlans = 64;

    private readonly ConcurrentDictionary<string, PreparedPlan> _plans = new(StringComparer.Ordinal);
    private ValidationContext? _context;
    private volatile bool _dependOnNumbers;

    /// <summary>
    /// Whether there are plans that depend on numbers, under shapes with numbers. Whether planning compares points is decided by
    /// the shape without them, so a plan under such a shape depends on none.
    /// </summary>
    public bool DependOnNumbers => _dependOnNumbers;

    /// <summary>Its variables and their types, in the order of the document.</summary>
    public IReadOnlyList<(string Name, IGraphType Type)> Variables { get; } =
    [
        .. (operation.Variables?.Items ?? []).Select(variable =>
            (variable.Variable.Name.StringValue, variable.Type.GraphTypeFromType(schema)!)),
    ];

    /// <summary>
    /// The context for coercing variables. The library searches the whole document for the uses of each variable and caches
    /// them in the context, so one is reused.
    /// </summary>
    public ValidationContext RentContext(GraphQLDocument document) =>
        Interlocked.Exchange(ref _context, null) ?? new ValidationContext { Schema = schema, Document = document, Operation = operation };

    /// <summary>Returns the context without the data of the request.</summary>
    public void ReturnContext(ValidationContext context)
    {
        context.Variables = Inputs.Empty;
        context.CancellationToken = CancellationToken.None;
        _context = context;
    }

    public PreparedPlan? Find(string shape) => _plans.GetValueOrDefault(shape);

    /// <summary>Adds a plan; false if the cache is full.</summary>
    public bool Add(string shape, PreparedPlan plan)
    {
        if (_plans.Count >= MaxPlans || !_plans.TryAdd(shape, plan))
            return false;
        _dependOnNumbers |= plan.Plan.DependsOnNumbers;
        return true;
    }
}

/// <summary>A plan and its compiled statements, one for each pattern of nulls in its cursors.</summary>
internal sealed class PreparedPlan(Plan plan, IGraphStore store, CancellationToken cancellation)
{
    // Few keys are nullable, and fewer are null in one client's pages.
    private const int MaxVariants = 3;

    private readonly CompiledPlan _default = store.Compile(plan, [], cancellation);
    private readonly ConcurrentDictionary<string, CompiledPlan> _variants = new(StringComparer.Ordinal);

    // Few of the combinations of alternatives and bounds occur.
    private const int MaxStarts = 4;

    private readonly ConcurrentDictionary<string, PreparedPlan> _starting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(int Alternative, int Read, int Most), IRowCounter> _counters = new();

    public Plan Plan { get; } = plan;

    /// <summary>Other ways to read its connections.</summary>
    public IReadOnlyList<StartAlternative> Starts { get; } = StartAlternative.Of(plan);

    /// <summary>
    /// An upper estimate of the bytes of the plan and its statements, including those for cursors with nulls.
    /// </summary>
    public long Bytes => DocumentMemory.OfPlan(_default.Statement.Length, (Plan.CursorKeyCount > 0 ? MaxVariants + 1 : 1) * (Starts.Count > 0 ? MaxStarts + 1 : 1));

    /// <summary>Lets the store prepare the default statement.</summary>
    public ValueTask PrimeAsync(CancellationToken cancellation) => _default.PrimeAsync(cancellation);

    /// <summary>A counter that is read for the choice of an alternative.</summary>
    /// <param name="start">The alternative.</param>
    /// <param name="read">The number of the count among those of the alternative.</param>
    /// <param name="count">What it counts.</param>
    public IRowCounter CounterOf(StartAlternative start, int read, StartCount count)
    {
        var key = (start.Number, read, count.Most);
        if (_counters.TryGetValue(key, out var known))
            return known;
        var compiled = store.CompileCount(count);
        if (_counters.Count < MaxStarts * Starts.Count)
            _counters.TryAdd(key, compiled);
        return compiled;
    }

    /// <summary>The plan with these alternatives, and the bounds of their rows.</summary>
    public PreparedPlan StartingWith(IReadOnlyList<(StartAlternative Start, int Rows)> chosen, CancellationToken cancellation)
    {
        var key = string.Join(' ', chosen.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Start.Number}:{one.Rows}")));
        if (_starting.TryGetValue(key, out var known))
            return known;
        var made = new PreparedPlan(chosen.Aggregate(Plan, (plan, one) => one.Start.Apply(plan, one.Rows)), store, cancellation);
        if (_starting.Count < MaxStarts)
            _starting.TryAdd(key, made);
        return made;
    }

    /// <summary>The statement for these parameters.</summary>
    public CompiledPlan StatementFor(BoundParameters bound, CancellationToken cancellation)
    {
        if (bound.CursorNulls.IsEmpty)
            return _default;
        var nulls = bound.CursorNulls.ToArray();
        var key = string.Create(nulls.Length, nulls, (text, source) =>
        {
            for (var index = 0; index < text.Length; index++)
                text[index] = source[index] ? '1' : '0';
        });
        if (_variants.TryGetValue(key, out var found))
            return found;
        var made = store.Compile(Plan, nulls, cancellation);
        if (_variants.Count < MaxVariants)
            _variants.TryAdd(key, made);
        return made;
    }
}

/// <summary>A cache of validated documents by the bytes of their text.</summary>
internal sealed class DocumentCache(GraphSchema schema, EngineOptions options)
{
    private readonly DocumentReader _reader = new(schema, options);

    private readonly BoundedCache<ValidDocument> _documents = new(options.MaxCachedDocuments, options.MaxCachedBytes);

    public bool TryGet(ReadOnlySpan<byte> text, [NotNullWhen(true)] out ValidDocument? document) => _documents.TryGet(text, out document);

    /// <summary>Parses a text within the limits; null with errors if it is rejected.</summary>
    public ValidDocument? Parse(ReadOnlySpan<byte> text, CancellationToken cancellation, out IReadOnlyList<GraphError> errors) =>
        _reader.Read(text, cancellation, out errors);

    /// <summary>Validates a document and the variables for one of its operations; caches it if there is no error.</summary>
    public async ValueTask<(Variables? Variables, IReadOnlyList<GraphError> Errors)> ValidateAsync(
        ReadOnlyMemory<byte> text, ValidDocument document, GraphQLOperationDefinition operation, Inputs variables, CancellationToken cancellation)
    {
        var result = await DocumentRules.ValidateAsync(schema, document, operation, variables, cancellation).ConfigureAwait(false);
        if (result.Errors.Count == 0)
            _documents.Add(text.Span, document, DocumentMemory.Of(text.Span));
        return result;
    }

    /// <summary>The bytes accounted for.</summary>
    public long Bytes => _documents.Bytes;

    /// <summary>Accounts for a plan of a cached document.</summary>
    public void Grow(ReadOnlySpan<byte> text, long bytes) => _documents.Grow(text, bytes);
}
