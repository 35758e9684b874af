namespace GraphIntel.Bolt;

/// <summary>The contents of a FAILURE message, and its translation to an exception.</summary>
internal sealed record ServerFailure(
    string? Code, string? Message, string? GqlStatus, string? Description, IReadOnlyDictionary<string, object?>? DiagnosticRecord,
    Neo4jException? Cause)
{
    public const string NotALeader = "Neo.ClientError.Cluster.NotALeader";
    public const string ForbiddenOnReadOnlyDatabase = "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase";
    public const string DatabaseUnavailable = "Neo.TransientError.General.DatabaseUnavailable";
    public const string AuthorizationExpired = "Neo.ClientError.Security.AuthorizationExpired";
    public const string TokenExpired = "Neo.ClientError.Security.TokenExpired";
    public const string Unauthorized = "Neo.ClientError.Security.Unauthorized";

    /// <summary>Servers return transient codes for two permanent failures: the work was stopped on purpose.</summary>
    public static string? Rename(string? code) => code switch
    {
        "Neo.TransientError.Transaction.Terminated" => "Neo.ClientError.Transaction.Terminated",
        "Neo.TransientError.Transaction.LockClientStopped" => "Neo.ClientError.Transaction.LockClientStopped",
        _ => code,
    };

    public bool IsRetriable => Code is AuthorizationExpired || (Code?.StartsWith("Neo.TransientError.", StringComparison.Ordinal) ?? false);

    /// <summary>A message that contains neither the statement nor a value.</summary>
    public string Describe()
    {
        var name = Code ?? "no code";
        var status = GqlStatus is null ? "" : $", GQL status {GqlStatus}";
        return $"{Kind()}: {name}{status}. See ServerMessage for the server's message.";
    }

    public Neo4jException ToException() => Code switch
    {
        Unauthorized => new AuthenticationException(this),
        AuthorizationExpired => new AuthorizationException(this),
        TokenExpired => new TokenExpiredException(this),
        "Neo.ClientError.Security.Forbidden" => new ForbiddenException(this),
        "Neo.ClientError.Database.DatabaseNotFound" => new FatalDiscoveryException(this),
        "Neo.ClientError.Transaction.InvalidBookmark" or "Neo.ClientError.Transaction.InvalidBookmarkMixture" =>
            new InvalidBookmarkException(this),
        null => new Neo4jException(this),
        _ when Code.StartsWith("Neo.ClientError.Security.", StringComparison.Ordinal) => new SecurityException(this),
        _ when Code.StartsWith("Neo.ClientError.Request.", StringComparison.Ordinal) => new ProtocolException(this),
        _ when Code.StartsWith("Neo.ClientError.", StringComparison.Ordinal) => new ClientException(this),
        _ when Code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) => new TransientException(this),
        _ => new DatabaseException(this),
    };

    private string Kind() => Code switch
    {
        Unauthorized => "The server rejected the user name or password",
        _ when IsRetriable => "The server reported a transient error",
        _ when Code?.StartsWith("Neo.ClientError.", StringComparison.Ordinal) ?? false => "The server rejected the request",
        _ => "The server failed",
    };
}
