namespace GraphIntel.Bolt;

/// <summary>
/// An error in the communication with a server. The message has Neo4j's code and GQL status, but nothing of a statement or
/// its parameters, so it can be logged; the server's message is in <see cref="ServerMessage"/>.
/// </summary>
public class Neo4jException : Exception
{
    private readonly bool _retriable;

    /// <summary>An error of the client.</summary>
    public Neo4jException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error of the client that wraps one of the server, with its code and message.</summary>
    private protected Neo4jException(string message, Neo4jException cause)
        : base(message, cause)
    {
        Code = cause.Code;
        ServerMessage = cause.ServerMessage;
        GqlStatus = cause.GqlStatus;
        GqlStatusDescription = cause.GqlStatusDescription;
        GqlDiagnosticRecord = cause.GqlDiagnosticRecord;
    }

    internal Neo4jException(ServerFailure failure)
        : base(failure.Describe(), failure.Cause)
    {
        Code = failure.Code;
        ServerMessage = failure.Message;
        GqlStatus = failure.GqlStatus;
        GqlStatusDescription = failure.Description;
        GqlDiagnosticRecord = failure.DiagnosticRecord;
        _retriable = failure.IsRetriable;
    }

    /// <summary>Neo4j's code, such as <c>Neo.ClientError.Statement.SyntaxError</c>; null for an error of the client.</summary>
    public string? Code { get; }

    /// <summary>
    /// The GQL status, five characters; null for an error of the client. Neo4j 5.26 returns 50N42 for most errors; before
    /// Bolt 5.7, servers return none, and 50N42 is used.
    /// </summary>
    public string? GqlStatus { get; }

    /// <summary>The description of the GQL status. It can contain values: do not log it.</summary>
    public string? GqlStatusDescription { get; }

    /// <summary>The diagnostic record of the GQL status, with defaults filled in; null if there is no status.</summary>
    public IReadOnlyDictionary<string, object?>? GqlDiagnosticRecord { get; }

    /// <summary>The server's message. It can contain the statement and parameters: do not log it.</summary>
    public string? ServerMessage { get; }

    /// <summary>Whether a retry in a new transaction can succeed.</summary>
    public virtual bool IsRetriable => _retriable;
}

/// <summary>An error in a statement, in its parameters or in the use of the API; a retry fails, too.</summary>
public class ClientException : Neo4jException
{
    /// <summary>An error of the client.</summary>
    public ClientException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal ClientException(ServerFailure failure)
        : base(failure)
    {
    }
}

/// <summary>A transient error, such as a deadlock; a retry may succeed.</summary>
public sealed class TransientException : Neo4jException
{
    internal TransientException(ServerFailure failure)
        : base(failure)
    {
    }
}

/// <summary>An internal error of the server.</summary>
public sealed class DatabaseException : Neo4jException
{
    internal DatabaseException(ServerFailure failure)
        : base(failure)
    {
    }
}

/// <summary>No server responds, or the connection was lost.</summary>
public class ServiceUnavailableException : Neo4jException
{
    /// <summary>An error of the client.</summary>
    public ServiceUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override bool IsRetriable => true;
}

/// <summary>
/// The connection was lost after COMMIT was sent: it is unknown whether the transaction was committed, so it is not retried.
/// </summary>
public sealed class IncompleteCommitException : ServiceUnavailableException
{
    internal IncompleteCommitException(Exception? innerException)
        : base("The connection was lost while the transaction was committed: it is unknown whether it was committed.", innerException)
    {
    }

    /// <inheritdoc/>
    public override bool IsRetriable => false;
}

/// <summary>The session's server is unavailable or no longer has the role; a retry uses another server.</summary>
public sealed class SessionExpiredException : Neo4jException
{
    internal SessionExpiredException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Wraps a server's error about its role, such as <c>Neo.ClientError.Cluster.NotALeader</c>, with its code.</summary>
    internal SessionExpiredException(string message, Neo4jException cause)
        : base(message, cause)
    {
    }

    /// <inheritdoc/>
    public override bool IsRetriable => true;
}

/// <summary>The protocol versions do not match, or a message violates the protocol.</summary>
public sealed class ProtocolException : Neo4jException
{
    /// <summary>An error of the client.</summary>
    public ProtocolException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal ProtocolException(ServerFailure failure)
        : base(failure)
    {
    }
}

/// <summary>
/// A received message exceeds <see cref="DriverConfig.MaxMessageSize"/> or, together with those of the driver's other
/// connections, <see cref="DriverConfig.MaxReceiveBytes"/>. Its connection is closed.
/// </summary>
public sealed class ReceiveLimitException : Neo4jException
{
    private readonly bool _isShared;

    internal ReceiveLimitException(string message, bool isShared)
        : base(message) => _isShared = isShared;

    /// <summary>Whether the total limit was exceeded, which has capacity again when other messages are done.</summary>
    public override bool IsRetriable => _isShared;
}

/// <summary>The transaction has ended; it accepts no more statements.</summary>
public sealed class TransactionClosedException : ClientException
{
    internal TransactionClosedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Whether a retry in another transaction can succeed.</summary>
    public override bool IsRetriable => InnerException is Neo4jException { IsRetriable: true };
}

/// <summary>The result was already consumed.</summary>
public sealed class ResultConsumedException : ClientException
{
    internal ResultConsumedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

/// <summary>A value is out of the range of the requested .NET type.</summary>
public sealed class ValueOverflowException : ClientException
{
    internal ValueOverflowException(string message)
        : base(message)
    {
    }

    internal static ValueOverflowException For(string kind, string value, string type, string range) =>
        new($"The {kind} {value} is out of the range of {type}, {range}.");
}

/// <summary>A value has more precision than the requested .NET type.</summary>
public sealed class ValueTruncationException : ClientException
{
    internal ValueTruncationException(string message)
        : base(message)
    {
    }

    internal static ValueTruncationException For(string kind, string value, string type) =>
        new($"The {kind} {value} has more precision than {type}.");
}
