using GraphIntel.Core.Errors;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphQL;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace GraphIntel.Core.Execution;

/// <summary>An operation with its plan and the values of its variables, or its errors.</summary>
internal readonly record struct PreparedOperation(
    ValidDocument Document,
    GraphQLOperationDefinition Operation,
    Inputs Inputs,
    PreparedPlan? Plan,
    IReadOnlyDictionary<string, object?> Variables,
    IReadOnlyList<GraphError> Errors,
    PlanPurpose Purpose = PlanPurpose.Response);

/// <summary>An operation that can be executed unless it has errors.</summary>
/// <param name="Operation">The operation and its plan; null without a plan.</param>
/// <param name="Bound">The values of the plan's parameters; null without a plan.</param>
/// <param name="Cost">The estimated cost.</param>
/// <param name="Errors">The errors of the operation or its arguments; null if there are none.</param>
/// <param name="Exceeded">The error if its cost exceeds a limit; else null.</param>
internal readonly record struct ReadyOperation(
    PreparedOperation Operation, BoundParameters? Bound, OperationCost Cost, IReadOnlyList<GraphError>? Errors, GraphError? Exceeded);

/// <summary>Finds or makes the plan for a document, an operation name and variables. Safe for concurrent use.</summary>
internal sealed class OperationPreparer(GraphSchema schema, IGraphStore store, EngineOptions options, Admission admission)
{
    private static readonly Dictionary<string, object?> NoVariables = [];

    private readonly DocumentCache _documents = new(schema, options);
    private readonly OperationShape _shapes = new(schema);

    /// <summary>The bytes accounted for cached documents, plans and statements.</summary>
    public long CachedBytes => _documents.Bytes;

    /// <summary>
    /// Prepares an operation. With a cached document and plan, only its variables are coerced, at once; otherwise it is parsed,
    /// validated and planned after admission.
    /// </summary>
    /// <exception cref="OperationRefusedException">
    /// The document or the operation is rejected, or was not admitted in time.
    /// </exception>
    public async ValueTask<PreparedOperation> PrepareAsync(GraphRequest request, CancellationToken cancellation)
    {
        PreparedOperation? coerced = null;
        if (_documents.TryGet(request.Query.Span, out var document))
        {
            var known = await CoerceAsync(Select(document, request), cancellation).ConfigureAwait(false);
            if (known.Errors.Count > 0)
                return known;
            if (Find(known, out _) is { } found)
                return known with { Plan = found };
            coerced = known;
        }
        await WorkerThread.SwitchAsync();
        using var lease = await admission.EnterPreparingAsync(request.Query.Length, cancellation).ConfigureAwait(false);
        if (coerced is { } ready)
            return Plan(request.Query, ready, cancellation);
        document = _documents.Parse(request.Query.Span, cancellation, out var refused)
            ?? throw new OperationRefusedException(GraphOutcome.Refused, [.. refused]);
        var validated = await ValidateAsync(request.Query, Select(document, request), cancellation).ConfigureAwait(false);
        return Plan(request.Query, validated, cancellation);
    }

    /// <summary>
    /// Plans the operations of a valid document in advance and lets the store prepare their statements, for the shapes of
    /// <see cref="SampleVariables"/>.
    /// </summary>
    /// <exception cref="StoreException">The store could not prepare a statement.</exception>
    public async ValueTask PrimeAsync(ReadOnlyMemory<byte> text, CancellationToken cancellation)
    {
        if (!_documents.TryGet(text.Span, out var document) && (document = _documents.Parse(text.Span, cancellation, out _)) is null)
            return;
        foreach (var operation in document.Document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            foreach (var inputs in SampleVariables.Of(operation, document.PlansOf(operation, schema)))
            {
                // A concurrent request may have cached its own document, whose plans are the ones that requests find.
                var isKnown = _documents.TryGet(text.Span, out var kept);
                var sample = new PreparedOperation(kept ?? document, operation, inputs, null, NoVariables, []);
                var prepared = Plan(
                    text,
                    isKnown
                        ? await CoerceAsync(sample, cancellation).ConfigureAwait(false)
                        : await ValidateAsync(text, sample, cancellation).ConfigureAwait(false),
                    cancellation);
                if (prepared.Plan is { Plan.NeedsStore: true } plan)
                    await plan.PrimeAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The operation that a request selects; throws unless it is a query.</summary>
    private PreparedOperation Select(ValidDocument document, GraphRequest request)
    {
        var operation = document.Find(request.OperationName) ?? throw new OperationRefusedException(document.OperationNotFound(request.OperationName));
        if (operation.Operation != OperationType.Query)
        {
            throw new OperationRefusedException(
                operation.Operation == OperationType.Mutation ? GraphOutcome.RefusedMutation : GraphOutcome.Refused,
                new GraphError("Only queries are supported.", ErrorCodes.RequestInvalid, []));
        }
        var inputs = request.Variables is { ValueKind: System.Text.Json.JsonValueKind.Object } given ? VariableReader.Read(given, options.Limits.VariableObjects) : Inputs.Empty;
        return new PreparedOperation(document, operation, inputs, null, NoVariables, [], request.Purpose);
    }

    /// <summary>The cached plan for the shape of an operation's variables; null if there is none.</summary>
    private PreparedPlan? Find(PreparedOperation given, out string shape)
    {
        var plans = given.Document.PlansOf(given.Operation, schema);
        shape = ShapeOf(plans, given, withNumbers: false);
        return plans.Find(shape) ?? (plans.DependOnNumbers ? plans.Find(ShapeOf(plans, given, withNumbers: true)) : null);
    }

    /// <summary>The shape of the variables, which begins with the purpose unless that is the response.</summary>
    private string ShapeOf(OperationPlans plans, PreparedOperation given, bool withNumbers)
    {
        var shape = _shapes.Of(plans.Variables, given.Variables, withNumbers);
        return given.Purpose == PlanPurpose.Response ? shape : $"{given.Purpose}: {shape}";
    }

    /// <summary>Adds the plan of an operation, cached or new, or its errors.</summary>
    private PreparedOperation Plan(ReadOnlyMemory<byte> text, PreparedOperation given, CancellationToken cancellation)
    {
        if (given.Errors.Count > 0)
            return given;
        if (Find(given, out var shape) is { } kept)
            return given with { Plan = kept };
        var (plan, diagnostics) = Planner.Create(
            schema, given.Document.Document, given.Operation, given.Variables, given.Purpose, cancellation);
        if (plan is null)
            return given with { Errors = diagnostics };
        if (options.Limits.Check(plan) is { } tooLarge)
            return given with { Errors = [tooLarge] };
        var prepared = new PreparedPlan(plan, store, cancellation);
        var plans = given.Document.PlansOf(given.Operation, schema);
        if (plan.DependsOnNumbers)
            shape = ShapeOf(plans, given, withNumbers: true);
        if (plans.Add(shape, prepared))
            _documents.Grow(text.Span, prepared.Bytes + (shape.Length * sizeof(char)));
        return given with { Plan = prepared };
    }

    /// <summary>Validates a new document and coerces the variables of an operation.</summary>
    private async ValueTask<PreparedOperation> ValidateAsync(ReadOnlyMemory<byte> text, PreparedOperation given, CancellationToken cancellation)
    {
        var (variables, errors) = await _documents.ValidateAsync(
            text, given.Document, given.Operation, given.Inputs, cancellation).ConfigureAwait(false);
        return given with { Variables = Values(variables), Errors = errors };
    }

    /// <summary>Coerces the variables of an operation of a valid document.</summary>
    private async ValueTask<PreparedOperation> CoerceAsync(PreparedOperation given, CancellationToken cancellation)
    {
        if (given.Operation.Variables is null or { Count: 0 })
            return given;
        var plans = given.Document.PlansOf(given.Operation, schema);
        var context = plans.RentContext(given.Document.WithoutText);
        context.Variables = given.Inputs;
        context.CancellationToken = cancellation;
        var (variables, errors) = await DocumentRules.CoerceAsync(given.Document, context).ConfigureAwait(false);
        plans.ReturnContext(context);
        return given with
        {
            Variables = Values(variables),
            Errors = errors is { Count: > 0 } ? [.. DocumentErrors.Convert(errors, given.Document.Lines)] : [],
        };
    }

    private static Dictionary<string, object?> Values(Variables? variables)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var variable in variables ?? Variables.None)
        {
            if (variable.ValueSpecified || variable.IsDefault)
                values[variable.Name] = variable.Value;
        }
        return values;
    }
}
