using System.Text;
using System.Text.Json;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphQL;
using GraphQL.Validation;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace GraphIntel.Core.Execution;

/// <summary>
/// A request -> a response: document cache, validation, variables, plan, statement, one write. Safe for concurrent use.
/// </summary>
internal sealed class GraphEngine(GraphSchema schema, IGraphStore store, EngineOptions options)
{
    private readonly DocumentCache _documents = new(schema, options);
    private readonly OperationShape _shapes = new(schema);
    private readonly Introspection _introspection = new(schema);

    /// <summary>Answers a request. Errors of every kind are in the response; only a cancellation by the caller is thrown.</summary>
    public async ValueTask<EngineResponse> ExecuteAsync(GraphRequest request, CancellationToken cancellation)
    {
        if (DocumentMeasure.CheckBytes(request.Query.Length, options) is { } tooLong)
            return EngineResponse.Refuse(tooLong);
        if (request.Variables is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined) })
            return EngineResponse.Refuse(new GraphError("`variables` must be an object of values by name.", ErrorCodes.RequestInvalid, []));
        try
        {
            return await AnswerAsync(request, cancellation).ConfigureAwait(false);
        }
        catch (GraphQLSyntaxErrorException error)
        {
            return EngineResponse.Refuse(Convert(error));
        }
        catch (GraphQLMaxDepthExceededException)
        {
            return EngineResponse.Refuse(DocumentMeasure.TooDeep(Encoding.UTF8.GetString(request.Query.Span), options.Limits));
        }
    }

    private async ValueTask<EngineResponse> AnswerAsync(GraphRequest request, CancellationToken cancellation)
    {
        var isKnown = _documents.TryGet(request.Query.Span, out var document);
        if (!isKnown)
            await WorkerThread.SwitchAsync();
        if (!isKnown && (document = _documents.Parse(request.Query.Span, out var tooLarge)) is null)
            return EngineResponse.Refuse(tooLarge!);
        if (document!.Find(request.OperationName) is not { } operation)
            return EngineResponse.Refuse(UnknownOperation(document, request.OperationName));
        if (operation.Operation != OperationType.Query)
        {
            return EngineResponse.Refuse(
                operation.Operation == OperationType.Mutation ? GraphOutcome.RefusedMutation : GraphOutcome.Refused,
                new GraphError("The graph is read here and not written: only `query` operations are answered.", ErrorCodes.RequestInvalid, []));
        }
        if (document.Check(operation, options.Limits) is { } exceeded)
            return EngineResponse.Refuse(exceeded);

        var inputs = request.Variables is { ValueKind: JsonValueKind.Object } given ? VariableReader.Read(given) : Inputs.Empty;
        var (prepared, variables, mistakes) =
            await PlanAsync(request.Query, document, isKnown, operation, inputs, cancellation).ConfigureAwait(false);
        if (prepared is null)
            return EngineResponse.Refuse([.. mistakes!]);

        var bound = prepared.Plan.Bind(variables);
        if (bound.Errors is { } refused)
            return EngineResponse.Refuse([.. refused]);
        if (PlanCost.Of(prepared.Plan, bound) is var items && items > options.Limits.Items)
        {
            return EngineResponse.Refuse(OperationLimits.Exceeded(
                "objects to answer at the most, pages multiplied", items, options.Limits.Items, "Ask for smaller pages with `first`, or in parts."));
        }
        var slots = prepared.Plan.Slots.OfType<IntrospectionSlot>();
        IReadOnlyDictionary<string, byte[]>? introspection = null;
        if (slots.Any())
        {
            await WorkerThread.SwitchAsync();
            introspection = await _introspection.AnswerAsync(document, operation, slots, inputs, cancellation).ConfigureAwait(false);
        }
        return await RunAsync(prepared, bound, introspection, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Plans the operations of a valid document before anybody asks them, and lets the store get ready for their statements:
    /// in the shapes of <see cref="SampleVariables"/>.
    /// </summary>
    /// <exception cref="StoreException">The store could not get ready.</exception>
    public async ValueTask PrimeAsync(ReadOnlyMemory<byte> text, CancellationToken cancellation)
    {
        if (!_documents.TryGet(text.Span, out var document) && (document = _documents.Parse(text.Span, out _)) is null)
            return;
        foreach (var operation in document.Document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            foreach (var inputs in SampleVariables.Of(operation, document.PlansOf(operation, schema)))
            {
                // What was validated is kept, and perhaps another's: its plans are the ones that requests find.
                var isKnown = _documents.TryGet(text.Span, out var kept);
                var (prepared, _, _) = await PlanAsync(
                    text, kept ?? document, isKnown, operation, inputs, cancellation).ConfigureAwait(false);
                if (prepared is { Plan.NeedsStore: true })
                    await prepared.PrimeAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The plan for a shape of the variables, made where it is not there yet; else what is wrong.</summary>
    private async ValueTask<(PreparedPlan?, IReadOnlyDictionary<string, object?>, IEnumerable<GraphError>?)> PlanAsync(
        ReadOnlyMemory<byte> text,
        ValidDocument document,
        bool isKnown,
        GraphQLOperationDefinition operation,
        Inputs inputs,
        CancellationToken cancellation)
    {
        // The types of the variables are there only in what is valid.
        var known = isKnown ? document.PlansOf(operation, schema) : null;
        var (variables, mistakes) = known is not null
            ? await CoerceAsync(known, document, operation, inputs, cancellation).ConfigureAwait(false)
            : await ValidateAsync(text, document, operation, inputs, cancellation).ConfigureAwait(false);
        if (mistakes is not null)
            return (null, variables, mistakes);

        var plans = known ?? document.PlansOf(operation, schema);
        var shape = _shapes.Of(plans.Variables, variables);
        var prepared = plans.Find(shape);
        if (prepared is null)
        {
            var (plan, errors) = Planner.Make(schema, document.Document, operation, variables);
            if (plan is null)
                return (null, variables, errors);
            prepared = new PreparedPlan(plan, store);
            if (plans.Add(shape, prepared))
                _documents.Grow(text.Span, prepared.Bytes + (shape.Length * 2));
        }
        return (prepared, variables, null);
    }

    private static GraphError UnknownOperation(ValidDocument document, string? name)
    {
        var operations = document.Document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        var names = string.Join(", ", operations.Select(operation => operation.Name?.StringValue).OfType<string>());
        var message = operations.Count == 0 ? "The document has no operation: ask something, such as `{ __typename }`."
            : name is { Length: > 0 } ? $"The document has no operation named `{name}`; it has: {names}."
            : $"Say with `operationName` which operation to run; the document has: {names}.";
        return new GraphError(message, ErrorCodes.RequestInvalid, []);
    }

    private async ValueTask<(IReadOnlyDictionary<string, object?>, IEnumerable<GraphError>?)> ValidateAsync(
        ReadOnlyMemory<byte> text, ValidDocument document, GraphQLOperationDefinition operation, Inputs inputs, CancellationToken cancellation)
    {
        var result = await _documents.ValidateAsync(text, document, operation, inputs, cancellation).ConfigureAwait(false);
        return (Values(result.Variables), result.IsValid ? null : result.Errors.Select(Convert));
    }

    private static async ValueTask<(IReadOnlyDictionary<string, object?>, IEnumerable<GraphError>?)> CoerceAsync(
        OperationPlans plans, ValidDocument document, GraphQLOperationDefinition operation, Inputs inputs, CancellationToken cancellation)
    {
        if (operation.Variables is null or { Count: 0 })
            return (NoVariables, null);
        var context = plans.RentContext(document.Document);
        context.Variables = inputs;
        context.CancellationToken = cancellation;
        var (variables, errors) = await context.GetVariablesValuesAsync().ConfigureAwait(false);
        plans.ReturnContext(context);
        return (Values(variables), errors is { Count: > 0 } ? errors.Select(Convert) : null);
    }

    private static readonly Dictionary<string, object?> NoVariables = [];

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

    /// <summary>A mistake against the grammar, as it is answered.</summary>
    public static GraphError Convert(GraphQLSyntaxErrorException error) => new(error.Description, "SYNTAX_ERROR", [error.Location]);

    /// <summary>A mistake that a validation rule or a variable's type found, as it is answered.</summary>
    public static GraphError Convert(ExecutionError error)
    {
        // What a scalar says of a value it cannot read stands inside, or nowhere for a value in the document.
        var reason = error.InnerException is FormatException inside ? inside.Message
            : error.Message.Contains("Expected type 'Date'", StringComparison.Ordinal) ? DateType.Expected
            : null;
        var message = reason is null ? error.Message : $"{error.Message.TrimEnd('.')}. {reason}";
        return new GraphError(message, error.Code ?? ErrorCodes.RequestInvalid, error.Locations is null ? [] : [.. error.Locations]);
    }

    private async ValueTask<EngineResponse> RunAsync(
        PreparedPlan prepared, BoundParameters bound, IReadOnlyDictionary<string, byte[]>? introspection, CancellationToken cancellation)
    {
        var output = new ResponseBuffer { MaxLength = options.MaxResponseBytes };
        try
        {
            output.Write("{\"data\":"u8);
            using var run = new PlanRun(prepared.Plan, bound, output) { Introspection = introspection };
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(options.Timeout);
            var failure = await ExecuteAsync(prepared, run, limit.Token, cancellation).ConfigureAwait(false);
            if (failure is null && run.Errors is null)
            {
                output.Write((byte)'}');
                return new EngineResponse(output, GraphOutcome.Executed);
            }
            return WithErrors(output, failure, run.Errors);
        }
        catch
        {
            output.Dispose();
            throw;
        }
    }

    private async ValueTask<GraphError?> ExecuteAsync(
        PreparedPlan prepared, PlanRun run, CancellationToken limited, CancellationToken caller)
    {
        var path = run.Plan.Slots.FirstOrDefault(slot => slot.ValueCount > 0)?.ResponseKey;
        GraphError Failure(string message, string code) => new(message, code, [], path is null ? null : [path]);
        try
        {
            if (run.Plan.NeedsStore)
                await prepared.StatementFor(run.Bound).ExecuteAsync(run, limited).ConfigureAwait(false);
            else
                ConstantWriter.Write(run);
            // The buffer grows in steps and looks at the bound at each of them.
            return run.Output.Length <= options.MaxResponseBytes ? null : throw new ResponseTooLargeException(options.MaxResponseBytes);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return Failure(
                $"The operation took longer than {options.Timeout.TotalSeconds:0.#} seconds: ask for less at once.", ErrorCodes.Timeout);
        }
        catch (ResponseTooLargeException error)
        {
            return Failure($"The response would have more than {error.MaxLength} bytes: ask for smaller pages.", ErrorCodes.LimitExceeded);
        }
        catch (StoreException error)
        {
            return error.Failure switch
            {
                StoreFailure.NotAdmitted => GraphError.StoreAway with { Path = path is null ? null : [path] },
                StoreFailure.Busy => Failure(error.Message, ErrorCodes.StoreBusy),
                StoreFailure.Refused => Failure(error.Message, ErrorCodes.StoreRefused),
                StoreFailure.Timeout => Failure(error.Message, ErrorCodes.Timeout),
                StoreFailure.TooComplex => Failure(error.Message, ErrorCodes.LimitExceeded),
                _ => Failure(error.Message, ErrorCodes.StoreUnavailable),
            };
        }
    }

    private static EngineResponse WithErrors(ResponseBuffer data, GraphError? failure, IReadOnlyList<GraphError>? errors)
    {
        var output = new ResponseBuffer();
        var all = failure is null ? errors! : [failure];
        output.Write("{\"errors\":"u8);
        ErrorWriter.Write(output, all);
        output.Write((byte)',');
        output.Write(failure is null ? data.Written[1..] : "\"data\":null"u8);
        output.Write((byte)'}');
        data.Dispose();
        return new EngineResponse(output, GraphOutcome.Executed, all);
    }
}
