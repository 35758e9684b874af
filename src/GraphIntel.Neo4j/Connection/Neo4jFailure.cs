using GraphIntel.Bolt;
using GraphIntel.Core.Storage;

namespace GraphIntel.Neo4j.Connection;

/// <summary>
/// Translates errors of the Bolt client and of Neo4j to errors of a store. Neo4j's messages can quote a statement or a value,
/// so they are only in the inner exception; its codes contain neither.
/// </summary>
internal static class Neo4jFailure
{
    private const string TryAgain = "Try again.";
    private const string CheckHint = "`graphintel check --store neo4j` lists such values.";

    /// <summary>The store's error for an error of the client.</summary>
    public static StoreException Translate(Neo4jException error)
    {
        var (failure, message) = Describe(error);
        return new StoreException(failure, message, error);
    }

    /// <summary>The error for a stored value whose type does not match the model.</summary>
    public static StoreException UnexpectedValueType(Exception? inner = null) => new(
        StoreFailure.Refused,
        "The database contains a value whose type does not match the model: another tool wrote it. " + CheckHint,
        inner);

    private static (StoreFailure Failure, string Message) Describe(Neo4jException error) => error switch
    {
        AuthenticationException => AccessDenied("Neo4j rejected the login: the user name or password is wrong."),
        ForbiddenException => Refused("The Neo4j user does not have the required privileges."),
        FatalDiscoveryException => AccessDenied("Neo4j has no database with the configured name."),
        TokenExpiredException => AccessDenied("The Neo4j authentication token has expired."),

        ReceiveLimitException { IsRetriable: true } => (
            StoreFailure.Busy, "The results being received have reached their total size limit. Retry in a few seconds."),
        ReceiveLimitException => (StoreFailure.TooComplex, "The database's result exceeds the size limit: request smaller pages, or split the operation."),

        // The messages of these errors come from the client and quote no statement.
        ServerCertificateException or ProtocolException { Code: null } => AccessDenied(error.Message),
        ClientException { Code: null, InnerException: TimeoutException } => (
            StoreFailure.Busy, "All connections to the database are in use, and none became free in time. Retry in a few seconds."),
        SecurityException { Code: "Neo.ClientError.Security.AuthenticationRateLimit" } => Unavailable(
            "Neo4j rejects logins for a few seconds, after too many with a wrong password."),
        SecurityException => AccessDenied($"Neo4j rejected the user ({error.Code})."),
        TransactionClosedException { InnerException: Neo4jException cause } => Describe(cause),
        ServiceUnavailableException or SessionExpiredException { Code: null } => Unavailable(
            "Neo4j does not respond, or the connection was lost. " + TryAgain),
        _ => DescribeCode(error.Code),
    };

    private static (StoreFailure Failure, string Message) DescribeCode(string? code) => code switch
    {
        "Neo.ClientError.Transaction.TransactionTimedOut" or
        "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration" => (
            StoreFailure.Timeout, "The operation exceeded its time limit in Neo4j."),
        "Neo.ClientError.Transaction.Terminated" or "Neo.ClientError.Transaction.LockClientStopped" => Unavailable(
            "The operation was terminated in Neo4j. " + TryAgain),
        "Neo.TransientError.General.DatabaseUnavailable" => Unavailable(
            "Neo4j responds, but the database is unavailable. " + TryAgain),
        "Neo.ClientError.Cluster.NotALeader" or
        "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" or
        "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase" => Unavailable(
            "The Neo4j database does not accept writes at the moment. " + TryAgain),
        "Neo.TransientError.General.TransactionOutOfMemoryError" or
        "Neo.TransientError.General.MemoryPoolOutOfMemoryError" or
        "Neo.TransientError.General.OutOfMemoryError" => Unavailable("Neo4j did not have enough memory for the operation."),
        "Neo.TransientError.General.StackOverFlowError" => (
            StoreFailure.TooComplex, "The operation is nested too deeply for Neo4j: split it into several operations."),
        "Neo.ClientError.Schema.ConstraintValidationFailed" => (
            StoreFailure.Exists, "The write violates a constraint of the Neo4j database."),

        // The statements match the types of the model: other tools wrote such values.
        "Neo.ClientError.Statement.ArgumentError" or
        "Neo.ClientError.Statement.TypeError" or
        "Neo.ClientError.Statement.ArithmeticError" => Refused(
            $"Neo4j found a value of an unexpected type ({code}): another tool may have written it. {CheckHint}"),
        // The only procedures that are called are those of full-text indexes.
        "Neo.ClientError.Procedure.ProcedureCallFailed" => Refused(
            $"Neo4j cannot search: a full-text index of the model is missing, or is not complete yet: `graphintel check --store neo4j` names it."),
        null => Unavailable("The communication with Neo4j failed."),
        _ when code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) => Unavailable(
            $"Neo4j reported a transient error ({code}). {TryAgain}"),
        // A retry would fail, too.
        _ when code.StartsWith("Neo.ClientError.Statement.", StringComparison.Ordinal) => Refused(
            $"Neo4j rejected a statement of this server ({code}): its version may not be supported."),
        _ => Unavailable($"Neo4j reported an error ({code})."),
    };

    private static (StoreFailure Failure, string Message) Unavailable(string message) => (StoreFailure.Unavailable, message);

    private static (StoreFailure Failure, string Message) AccessDenied(string message) => (StoreFailure.AccessDenied, message);

    private static (StoreFailure Failure, string Message) Refused(string message) => (StoreFailure.Refused, message);
}
