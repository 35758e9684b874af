using System.CommandLine;
using System.Globalization;
using GraphIntel.Core.Execution;
using GraphIntel.Server.Transport;

namespace GraphIntel.Server.Commands;

/// <summary>
/// The options of <c>serve</c> that bound what one request can cost. All are whole numbers, begin with <c>--max-</c>, and have
/// the default that the bounded part has by itself.
/// </summary>
internal sealed class LimitOptions
{
    // Beyond this many levels the recursion of parser and validation would come near the end of a thread's stack.
    private const int DeepestDepth = 200;

    private static readonly EngineOptions Engine = new();
    private static readonly TransportOptions Transport = new();

    private readonly Option<long> _bodyBytes = Limit(
        "--max-body-bytes", "Bytes of a request's body.", Transport.MaxBodyBytes, Array.MaxLength / 4);

    private readonly Option<long> _batchRequests = Limit(
        "--max-batch-requests", "Requests of one batch.", Transport.MaxBatchRequests, 1000);

    private readonly Option<long> _requestLineBytes = Limit(
        "--max-request-line-bytes", "Bytes of a request line, and so about those of a document by GET.", Transport.MaxRequestLineBytes, 1024 * 1024);

    private readonly Option<long> _documentBytes = Limit(
        "--max-document-bytes", "Bytes of a document.", Engine.MaxDocumentBytes, Array.MaxLength / 4);

    private readonly Option<long> _tokens = Limit("--max-tokens", "Tokens of a document.", Engine.Limits.Tokens);

    private readonly Option<long> _depth = Limit(
        "--max-depth", "Fields inside each other.", Engine.Limits.Depth, DeepestDepth);

    private readonly Option<long> _fields = Limit("--max-fields", "Fields of an operation, fragments opened.", Engine.Limits.Fields);

    private readonly Option<long> _aliases = Limit("--max-aliases", "Aliases of an operation, fragments opened.", Engine.Limits.Aliases);

    private readonly Option<long> _directives = Limit(
        "--max-directives", "Directives of an operation, fragments opened.", Engine.Limits.Directives);

    private readonly Option<long> _items = Limit(
        "--max-items", "Objects that the pages asked for could hold, multiplied.", Engine.Limits.Items, long.MaxValue / 4);

    private readonly Option<long> _introspectionDepth = Limit(
        "--max-introspection-depth", "Fields inside each other in introspection.", Engine.Limits.IntrospectionDepth, DeepestDepth);

    private readonly Option<long> _introspectionLists = Limit(
        "--max-introspection-lists", "Lists inside each other in introspection.", Engine.Limits.IntrospectionLists, 10);

    private readonly Option<long> _responseBytes = Limit(
        "--max-response-bytes", "Bytes of a response.", Engine.MaxResponseBytes, Array.MaxLength / 2);

    private readonly Option<long> _cachedDocuments = Limit(
        "--max-cached-documents", "Documents kept parsed, validated and planned.", Engine.MaxCachedDocuments);

    private readonly Option<long> _cachedBytes = Limit(
        "--max-cached-bytes", "Bytes of kept documents and their statements.", Engine.MaxCachedBytes, long.MaxValue / 4);

    /// <summary>All of them, in the order of a request's way.</summary>
    public IReadOnlyList<Option> All =>
    [
        _bodyBytes, _batchRequests, _requestLineBytes, _documentBytes, _tokens, _depth, _fields, _aliases, _directives, _items,
        _introspectionDepth, _introspectionLists, _responseBytes, _cachedDocuments, _cachedBytes,
    ];

    /// <summary>The bounds of the engine.</summary>
    public EngineOptions ReadEngine(ParseResult result) => new()
    {
        MaxDocumentBytes = Whole(result, _documentBytes),
        MaxResponseBytes = Whole(result, _responseBytes),
        MaxCachedDocuments = Whole(result, _cachedDocuments),
        MaxCachedBytes = result.GetRequiredValue(_cachedBytes),
        Limits = new OperationLimits
        {
            Tokens = Whole(result, _tokens),
            Depth = Whole(result, _depth),
            Fields = Whole(result, _fields),
            Aliases = Whole(result, _aliases),
            Directives = Whole(result, _directives),
            Items = result.GetRequiredValue(_items),
            IntrospectionDepth = Whole(result, _introspectionDepth),
            IntrospectionLists = Whole(result, _introspectionLists),
        },
    };

    /// <summary>The bounds of HTTP.</summary>
    public TransportOptions ReadTransport(ParseResult result) => new()
    {
        MaxBodyBytes = Whole(result, _bodyBytes),
        MaxBatchRequests = Whole(result, _batchRequests),
        // All answers of a batch together have what one alone may have.
        MaxBatchBytes = Whole(result, _responseBytes),
        MaxRequestLineBytes = Whole(result, _requestLineBytes),
    };

    private static Option<long> Limit(string name, string what, long fallback, long most = int.MaxValue) =>
        Setting.Make(name, "N", what, text => Parse(text, most), fallback);

    private static long Parse(string text, long most) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new FormatException(string.Create(
                CultureInfo.InvariantCulture, $"`{text}` is not a whole number from 1 to {most}, written in digits alone."));

    private static int Whole(ParseResult result, Option<long> option) => (int)result.GetRequiredValue(option);
}
