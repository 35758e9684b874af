namespace GraphIntel.Bolt;

/// <summary>What a FAILURE says, and the exception that stands for it.</summary>
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

    /// <summary>Servers name two lasting failures as transient ones: the work was stopped on purpose.</summary>
    public static string? Rename(string? code) => code switch
    {
        "Neo.TransientError.Transaction.Terminated" => "Neo.ClientError.Transaction.Terminated",
        "Neo.TransientError.Transaction.LockClientStopped" => "Neo.ClientError.Transaction.LockClientStopped",
        _ => code,
    };

    public bool IsRetriable => Code is AuthorizationExpired || (Code?.StartsWith("Neo.TransientError.", StringComparison.Ordinal) ?? false);

    /// <summary>The failure in words that quote neither the statement nor a value.</summary>
    public string Describe()
    {
        var name = Code ?? "no code";
        var status = GqlStatus is null ? "" : $", GQL status {GqlStatus}";
        return $"{Kind()}: {name}{status}. The server's own words are in ServerMessage.";
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
        Unauthorized => "The server does not accept the user or the password",
        _ when IsRetriable => "The server could not do it this time",
        _ when Code?.StartsWith("Neo.ClientError.", StringComparison.Ordinal) ?? false => "The server refused",
        _ => "The server failed",
    };
}
