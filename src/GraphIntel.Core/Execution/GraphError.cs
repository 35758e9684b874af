using GraphQLParser;

namespace GraphIntel.Core.Execution;

/// <summary>An error of a response, as section 7 of the GraphQL specification describes it.</summary>
/// <param name="Message">What was wrong and what is right.</param>
/// <param name="Code">What a program can act on: <c>extensions.code</c>.</param>
/// <param name="Locations">Where in the document, lines and columns from 1.</param>
/// <param name="Path">Where in the response: keys and indexes; null for an error of the request.</param>
internal sealed record GraphError(
    string Message, string Code, IReadOnlyList<Location> Locations, IReadOnlyList<object>? Path = null)
{
    /// <summary>What clients get to know of a store that cannot be asked: that, and not why or where.</summary>
    public static readonly GraphError StoreAway = new(
        "The database cannot be asked at the moment; the server tries again by itself. Ask again in some seconds.", ErrorCodes.StoreUnavailable, []);
}

/// <summary>The values of <c>extensions.code</c> that are ours.</summary>
internal static class ErrorCodes
{
    /// <summary>An argument's value is of the right type and still cannot be used.</summary>
    public const string ArgumentInvalid = "ARGUMENT_INVALID";

    /// <summary>The request as a whole cannot be understood: no query, unknown operation.</summary>
    public const string RequestInvalid = "REQUEST_INVALID";

    /// <summary>No document is served under that hash. As Apollo's clients know it.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>The server has no documents of its own. As Apollo's clients know it.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The server answers its own documents alone, and another was sent.</summary>
    public const string TrustedDocumentsOnly = "TRUSTED_DOCUMENTS_ONLY";

    /// <summary>A bound of the server is exceeded.</summary>
    public const string LimitExceeded = "LIMIT_EXCEEDED";

    /// <summary>The store holds no value where the schema promises one.</summary>
    public const string NullValue = "NULL_VALUE";

    /// <summary>The store could not be asked.</summary>
    public const string StoreUnavailable = "STORE_UNAVAILABLE";

    /// <summary>The store had no room for the operation at the moment.</summary>
    public const string StoreBusy = "STORE_BUSY";

    /// <summary>The store cannot answer this operation, and will not when it is asked again.</summary>
    public const string StoreRefused = "STORE_REFUSED";

    /// <summary>The time allowed ran out.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>A fault of ours.</summary>
    public const string Internal = "INTERNAL";
}
