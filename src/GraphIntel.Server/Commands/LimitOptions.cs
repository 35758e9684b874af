using System.CommandLine;
using System.Globalization;
using GraphIntel.Core.Execution;
using GraphIntel.Server.Transport;

namespace GraphIntel.Server.Commands;

/// <summary>
/// The options of <c>serve</c> that limit the resources of a request or a client. All are integers, begin with <c>--max-</c>,
/// and default to the values of <see cref="EngineOptions"/> and <see cref="TransportOptions"/>.
/// </summary>
internal sealed class LimitOptions
{
    // Planning recurses this deep on a pool thread's stack.
    private const int MaxDepth = 200;

    // A larger limit has no effect.
    private const int MaxClientLimit = 1_000_000;

    // DeepStack's stack is large enough for several times this nesting.
    private const int MaxNesting = 300;

    private static readonly EngineOptions Engine = new();
    private static readonly TransportOptions Transport = new();

    private readonly Option<long> _connections = LimitOption("--max-connections", "Maximum number of open connections.", Transport.MaxConnections);

    private readonly Option<ClientLimit?> _clientConnections = ClientLimitOption(
        "--max-client-connections", "Maximum number of open connections per client.", Transport.MaxClientConnections);

    private readonly Option<ClientLimit?> _clientRequests = ClientLimitOption(
        "--max-client-requests", "Maximum number of concurrent requests per client.", Transport.MaxClientRequests);

    private readonly Option<ClientLimit?> _requestsPerMinute = ClientLimitOption(
        "--max-requests-per-minute", "Maximum number of requests per minute and client.", Transport.MaxRequestsPerMinute);

    private readonly Option<long> _bodyBytes = LimitOption(
        "--max-body-bytes", "Maximum size of a request body, in bytes.", Transport.MaxBodyBytes, Array.MaxLength / 4);

    private readonly Option<long> _batchRequests = LimitOption(
        "--max-batch-requests", "Maximum number of requests in a batch.", Transport.MaxBatchRequests, 1000);

    private readonly Option<long> _requestLineBytes = LimitOption(
        "--max-request-line-bytes",
        "Maximum size of a request line, in bytes; it limits a document sent by GET to about the same size.",
        Transport.MaxRequestLineBytes,
        1024 * 1024);

    private readonly Option<long> _documentBytes = LimitOption(
        "--max-document-bytes", "Maximum size of a document, in bytes.", Engine.MaxDocumentBytes, Array.MaxLength / 4);

    private readonly Option<long> _tokens = LimitOption("--max-tokens", "Maximum number of tokens in a document.", Engine.Limits.Tokens);

    private readonly Option<long> _operations = LimitOption(
        "--max-operations", "Maximum number of operations in a document.", Engine.Limits.Operations, 500);

    private readonly Option<long> _fragments = LimitOption(
        "--max-fragments", "Maximum number of fragments in a document.", Engine.Limits.Fragments, 5_000);

    private readonly Option<long> _variables = LimitOption(
        "--max-variables", "Maximum number of variables in a document.", Engine.Limits.Variables, 5_000);

    private readonly Option<long> _depth = LimitOption("--max-depth", "Maximum depth of fields.", Engine.Limits.Depth, MaxDepth);

    private readonly Option<long> _nesting = LimitOption(
        "--max-nesting", "Maximum nesting of fields and fragments, with fragments expanded.", Engine.Limits.Nesting, MaxNesting);

    private readonly Option<long> _fields = LimitOption(
        "--max-fields", "Maximum number of fields in a document, with fragments expanded.", Engine.Limits.Fields);

    private readonly Option<long> _aliases = LimitOption(
        "--max-aliases", "Maximum number of aliases in a document, with fragments expanded.", Engine.Limits.Aliases);

    private readonly Option<long> _directives = LimitOption(
        "--max-directives", "Maximum number of directives in a document, with fragments expanded.", Engine.Limits.Directives);

    private readonly Option<long> _items = LimitOption(
        "--max-items",
        "Maximum number of objects that the requested pages could contain; nested pages multiply.",
        Engine.Limits.Items,
        long.MaxValue / 4);

    private readonly Option<long?> _cost = EnvironmentOption.Create<long?>(
        "--max-cost",
        "N",
        "Maximum estimated number of rows that the store reads for an operation. " +
        $"[default: {OperationLimits.CostFactor} times the nodes and relationships of the store, at least {OperationLimits.MinCost}]",
        text => Parse(text, long.MaxValue / 4),
        null);

    private readonly Option<long?> _expensive = EnvironmentOption.Create<long?>(
        "--max-expensive-operations",
        "N",
        $"Maximum number of concurrent expensive operations: those that read more than {Admission.ExpensiveRows:0} rows, or whose " +
        "statement is large or not yet planned by Neo4j. [default: half the number of processors, at least 1]",
        text => Parse(text, 1000),
        null);

    private readonly Option<long> _wait = LimitOption(
        "--max-wait", "Maximum time that an operation waits in the queue, in seconds.", (long)Engine.MaxWait.TotalSeconds, 3600);

    private readonly Option<long> _filterDepth = LimitOption(
        "--max-filter-depth", "Maximum nesting of relationships in a filter or an order.", Engine.Limits.FilterDepth, MaxDepth);

    private readonly Option<long> _planSize = LimitOption(
        "--max-plan-size", "Maximum size of the query plan; a connection counts 30.", Engine.Limits.PlanSize, long.MaxValue / 4);

    private readonly Option<long> _introspectionDepth = LimitOption(
        "--max-introspection-depth", "Maximum depth of fields in introspection.", Engine.Limits.IntrospectionDepth, MaxDepth);

    private readonly Option<long> _introspectionLists = LimitOption(
        "--max-introspection-lists", "Maximum nesting of lists in introspection.", Engine.Limits.IntrospectionLists, 10);

    private readonly Option<long> _introspectionObjects = LimitOption(
        "--max-introspection-objects",
        "Maximum estimated number of objects that introspection returns.",
        Engine.Limits.IntrospectionObjects,
        long.MaxValue / 4);

    private readonly Option<long> _exportRows = LimitOption(
        "--max-export-rows", "Maximum number of rows of an export as CSV or GeoJSON.", Engine.MaxExportRows, int.MaxValue - 1);

    private readonly Option<long> _responseBytes = LimitOption(
        "--max-response-bytes", "Maximum size of a response, in bytes.", Engine.MaxResponseBytes, Array.MaxLength / 2);

    private readonly Option<long> _pendingBytes = LimitOption(
        "--max-pending-bytes", "Maximum size of all requests and responses in flight, in bytes.", Engine.MaxPendingBytes, long.MaxValue / 4);

    private readonly Option<long> _cachedDocuments = LimitOption(
        "--max-cached-documents", "Maximum number of cached documents: parsed, validated and planned.", Engine.MaxCachedDocuments);

    private readonly Option<long> _cachedBytes = LimitOption(
        "--max-cached-bytes", "Maximum memory of cached documents, plans and statements, in bytes.", Engine.MaxCachedBytes, long.MaxValue / 4);

    /// <summary>All options, in the order in which a request meets their limits.</summary>
    public IReadOnlyList<Option> All =>
    [
        _connections, _clientConnections, _clientRequests, _requestsPerMinute,
        _bodyBytes, _batchRequests, _requestLineBytes, _documentBytes, _tokens, _operations, _fragments, _variables, _depth, _nesting, _fields,
        _aliases, _directives, _items, _filterDepth, _planSize, _cost, _expensive, _wait,
        _introspectionDepth, _introspectionLists, _introspectionObjects, _exportRows, _responseBytes, _pendingBytes, _cachedDocuments, _cachedBytes,
    ];

    /// <summary>The limits of the engine.</summary>
    public EngineOptions ReadEngine(ParseResult result) => new()
    {
        MaxDocumentBytes = Int(result, _documentBytes),
        MaxExportRows = Int(result, _exportRows),
        MaxResponseBytes = Int(result, _responseBytes),
        MaxPendingBytes = result.GetRequiredValue(_pendingBytes),
        MaxCachedDocuments = Int(result, _cachedDocuments),
        MaxCachedBytes = result.GetRequiredValue(_cachedBytes),
        MaxWait = TimeSpan.FromSeconds(result.GetRequiredValue(_wait)),
        ExpensiveOperations = (int?)result.GetValue(_expensive),
        Limits = new OperationLimits
        {
            Tokens = Int(result, _tokens),
            Operations = Int(result, _operations),
            Fragments = Int(result, _fragments),
            Variables = Int(result, _variables),
            Depth = Int(result, _depth),
            Nesting = Int(result, _nesting),
            Fields = Int(result, _fields),
            Aliases = Int(result, _aliases),
            Directives = Int(result, _directives),
            Items = result.GetRequiredValue(_items),
            Cost = result.GetValue(_cost),
            FilterDepth = Int(result, _filterDepth),
            PlanSize = result.GetRequiredValue(_planSize),
            IntrospectionDepth = Int(result, _introspectionDepth),
            IntrospectionLists = Int(result, _introspectionLists),
            IntrospectionObjects = result.GetRequiredValue(_introspectionObjects),
        },
    };

    /// <summary>The limits of the HTTP transport.</summary>
    public TransportOptions ReadTransport(ParseResult result) => new()
    {
        MaxBodyBytes = Int(result, _bodyBytes),
        MaxBatchRequests = Int(result, _batchRequests),
        // All results of a batch together may be as large as a single response.
        MaxBatchBytes = Int(result, _responseBytes),
        MaxRequestLineBytes = Int(result, _requestLineBytes),
        MaxConnections = Int(result, _connections),
        MaxClientConnections = result.GetValue(_clientConnections) ?? Transport.MaxClientConnections,
        MaxClientRequests = result.GetValue(_clientRequests) ?? Transport.MaxClientRequests,
        MaxRequestsPerMinute = result.GetValue(_requestsPerMinute) ?? Transport.MaxRequestsPerMinute,
    };

    private static Option<long> LimitOption(string name, string description, long defaultValue, long max = int.MaxValue) =>
        EnvironmentOption.Create(name, "N", description, text => Parse(text, max), defaultValue);

    private static Option<ClientLimit?> ClientLimitOption(
        string name, string description, ClientLimit defaultValue) => EnvironmentOption.Create<ClientLimit?>(
        name,
        "N|none",
        string.Create(CultureInfo.InvariantCulture, $"{description} [default: {defaultValue.Remote}; none for clients on this machine]"),
        text => ParseClientLimit(text),
        null);

    private static ClientLimit ParseClientLimit(string text)
    {
        if (text == "none")
            return ClientLimit.ForAll(ClientLimit.Unlimited);
        try
        {
            return ClientLimit.ForAll((int)Parse(text, MaxClientLimit));
        }
        catch (FormatException error)
        {
            throw new FormatException($"{error.Message.TrimEnd('.')}, or `none`.");
        }
    }

    private static long Parse(string text, long max) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max
            ? number
            : throw new FormatException(string.Create(
                CultureInfo.InvariantCulture, $"`{text}` is not valid: expected an integer from 1 to {max}, digits only."));

    private static int Int(ParseResult result, Option<long> option) => (int)result.GetRequiredValue(option);
}
