using GraphIntel.Bolt;
using GraphIntel.Core.Storage;

namespace GraphIntel.Neo4j.Connection;

/// <summary>
/// Turns what goes wrong between this process and Neo4j into failures of a store. Neo4j's own words can quote a statement or a
/// value, so they stay inside, for a log that may have them; its codes hold neither.
/// </summary>
internal static class Neo4jFailure
{
    private const string TryAgain = "Try again.";
    private const string Finds = "`graphintel check --store neo4j` finds such values.";

    /// <summary>The failure that stands for the error.</summary>
    public static StoreException Translate(Neo4jException error)
    {
        var (failure, message) = Describe(error);
        return new StoreException(failure, message, error);
    }

    /// <summary>What is said of a value that is not what the model says of its property.</summary>
    public static StoreException Stray(Exception? inner = null) => new(
        StoreFailure.Refused,
        "The database holds a value of another kind than the model gives its property: another tool wrote it. " + Finds,
        inner);

    private static (StoreFailure Failure, string Message) Describe(Neo4jException error) => error switch
    {
        AuthenticationException => NotAdmitted("Neo4j did not accept the log-in: the user or the password is not the right one."),
        ForbiddenException => Refused("The user may not do this in Neo4j: it lacks the rights."),
        FatalDiscoveryException => NotAdmitted("Neo4j has no database of the name that was given."),
        TokenExpiredException => NotAdmitted("What proved the user to Neo4j has expired."),

        // These words are the client's own and hold nothing of a statement.
        ServerCertificateException or ProtocolException { Code: null } => NotAdmitted(error.Message),
        ClientException { Code: null, InnerException: TimeoutException } => (
            StoreFailure.Busy, "The database has as many operations under way as it may, and none of them ended in time. Ask again in some seconds."),
        SecurityException { Code: "Neo.ClientError.Security.AuthenticationRateLimit" } => Unavailable(
            "Neo4j takes no log-in for some seconds, because too many had a wrong password."),
        SecurityException => NotAdmitted($"Neo4j refused the user ({error.Code})."),
        TransactionClosedException { InnerException: Neo4jException cause } => Describe(cause),
        ServiceUnavailableException or SessionExpiredException => Unavailable(
            "Neo4j does not answer, or the connection to it was lost. " + TryAgain),
        _ => DescribeCode(error.Code),
    };

    private static (StoreFailure Failure, string Message) DescribeCode(string? code) => code switch
    {
        "Neo.ClientError.Transaction.TransactionTimedOut" or
        "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration" => (
            StoreFailure.Timeout, "Neo4j needed more time than the operation was allowed."),
        "Neo.ClientError.Transaction.Terminated" or "Neo.ClientError.Transaction.LockClientStopped" => Unavailable(
            "Neo4j was told to end the operation. " + TryAgain),
        "Neo.TransientError.General.DatabaseUnavailable" => Unavailable(
            "Neo4j answers, but its database is not up. " + TryAgain),
        "Neo.ClientError.Cluster.NotALeader" or
        "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" or
        "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase" => Unavailable(
            "Neo4j's database takes no writes here and now. " + TryAgain),
        "Neo.TransientError.General.TransactionOutOfMemoryError" or
        "Neo.TransientError.General.MemoryPoolOutOfMemoryError" or
        "Neo.TransientError.General.OutOfMemoryError" => Unavailable("Neo4j had not enough memory for the operation."),
        "Neo.TransientError.General.StackOverFlowError" => (
            StoreFailure.TooComplex, "The operation nests too deeply for Neo4j: ask in parts."),
        "Neo.ClientError.Schema.ConstraintValidationFailed" => (
            StoreFailure.WriteRefused, "What was to be written breaks a constraint of the Neo4j database."),

        // The statements fit the model's values: these come from others.
        "Neo.ClientError.Statement.ArgumentError" or
        "Neo.ClientError.Statement.TypeError" or
        "Neo.ClientError.Statement.ArithmeticError" => Refused(
            $"Neo4j met a value that the operation cannot be done with ({code}): another tool may have written it. {Finds}"),
        null => Unavailable("The exchange with Neo4j failed."),
        _ when code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) => Unavailable(
            $"Neo4j could not do it this time ({code}). {TryAgain}"),
        // Waiting makes no statement better.
        _ when code.StartsWith("Neo.ClientError.Statement.", StringComparison.Ordinal) => Refused(
            $"Neo4j does not take a statement of this server ({code}): is it of a version that the server knows?"),
        _ => Unavailable($"Neo4j could not do it ({code})."),
    };

    private static (StoreFailure Failure, string Message) Unavailable(string message) => (StoreFailure.Unavailable, message);

    private static (StoreFailure Failure, string Message) NotAdmitted(string message) => (StoreFailure.NotAdmitted, message);

    private static (StoreFailure Failure, string Message) Refused(string message) => (StoreFailure.Refused, message);
}
