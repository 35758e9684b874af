using GraphQLParser;

namespace GraphIntel.Core.Errors;

/// <summary>An error in a response (GraphQL specification, section 7).</summary>
/// <param name="Message">What is wrong, and what is expected.</param>
/// <param name="Code"><c>extensions.code</c>, for programs.</param>
/// <param name="Locations">Lines and columns in the document, from 1.</param>
/// <param name="Path">Keys and indexes in the response; null for a request error.</param>
internal sealed record GraphError(
    string Message, string Code, IReadOnlyList<Location> Locations, IReadOnlyList<object>? Path = null)
{
    /// <summary>The error for clients when the store is unavailable; the reason and the address are only logged.</summary>
    public static readonly GraphError StoreUnavailable = new(
        "The database is unavailable; retry in a few seconds.", ErrorCodes.StoreUnavailable, []);
}

/// <summary>The server's own values of <c>extensions.code</c>.</summary>
internal static class ErrorCodes
{
    /// <summary>An argument's value has the right type and is not valid.</summary>
    public const string ArgumentInvalid = "ARGUMENT_INVALID";

    /// <summary>The document does not parse.</summary>
    public const string SyntaxError = "SYNTAX_ERROR";

    /// <summary>The request is not valid as a whole: no query, unknown operation.</summary>
    public const string RequestInvalid = "REQUEST_INVALID";

    /// <summary>The request names a host that is not allowed.</summary>
    public const string HostNotAllowed = "HOST_NOT_ALLOWED";

    /// <summary>The client exceeded its request rate.</summary>
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>No document has that hash. Apollo's code.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>The server has no trusted documents. Apollo's code.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The server executes only trusted documents, and another was sent.</summary>
    public const string TrustedDocumentsOnly = "TRUSTED_DOCUMENTS_ONLY";

    /// <summary>A limit of the server is exceeded.</summary>
    public const string LimitExceeded = "LIMIT_EXCEEDED";

    /// <summary>The store holds no value for a non-null field.</summary>
    public const string NullValue = "NULL_VALUE";

    /// <summary>The store holds a value outside the field's type.</summary>
    public const string ValueInvalid = "VALUE_INVALID";

    /// <summary>The store is unavailable.</summary>
    public const string StoreUnavailable = "STORE_UNAVAILABLE";

    /// <summary>The store is busy; the operation can be retried.</summary>
    public const string StoreBusy = "STORE_BUSY";

    /// <summary>The store cannot execute this operation; a retry does not help.</summary>
    public const string StoreRefused = "STORE_REFUSED";

    /// <summary>The time limit is exceeded.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>The response omits further errors.</summary>
    public const string MoreErrors = "MORE_ERRORS";

    /// <summary>A defect of the server.</summary>
    public const string Internal = "INTERNAL";
}
