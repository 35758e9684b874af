namespace GraphIntel.Bolt;

/// <summary>
/// Whatever goes wrong between this client and a server. The message carries Neo4j's code and GQL status and nothing that a
/// statement or its parameters held, so it can be logged; the server's own words are in <see cref="ServerMessage"/>.
/// </summary>
public class Neo4jException : Exception
{
    private readonly bool _retriable;

    /// <summary>An error of this client's own.</summary>
    public Neo4jException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
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

    /// <summary>Neo4j's code, such as <c>Neo.ClientError.Statement.SyntaxError</c>; null for an error of this client's own.</summary>
    public string? Code { get; }

    /// <summary>The GQL status, five characters; null where the server gave none. 5.26 gives 50N42 for most errors.</summary>
    public string? GqlStatus { get; }

    /// <summary>The description of the GQL status. It can quote values: keep it out of logs.</summary>
    public string? GqlStatusDescription { get; }

    /// <summary>What the server says of the GQL status, with the defaults filled in; null where it gave no status.</summary>
    public IReadOnlyDictionary<string, object?>? GqlDiagnosticRecord { get; }

    /// <summary>The server's own message. It can quote the statement and the parameters' values: keep it out of logs.</summary>
    public string? ServerMessage { get; }

    /// <summary>Whether the same work can succeed when it is done again in a new transaction.</summary>
    public virtual bool IsRetriable => _retriable;
}

/// <summary>The statement, its parameters or the way they were used is at fault; the same again fails again.</summary>
public class ClientException : Neo4jException
{
    /// <summary>An error of this client's own.</summary>
    public ClientException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal ClientException(ServerFailure failure)
        : base(failure)
    {
    }
}

/// <summary>The server could not do it this time, a deadlock for example; the same again may succeed.</summary>
public sealed class TransientException : Neo4jException
{
    internal TransientException(ServerFailure failure)
        : base(failure)
    {
    }
}

/// <summary>The server failed by a fault of its own.</summary>
public sealed class DatabaseException : Neo4jException
{
    internal DatabaseException(ServerFailure failure)
        : base(failure)
    {
    }
}

/// <summary>No server answers, or the connection to it was lost.</summary>
public class ServiceUnavailableException : Neo4jException
{
    /// <summary>An error of this client's own.</summary>
    public ServiceUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override bool IsRetriable => true;
}

/// <summary>The connection was lost after COMMIT was sent: nobody knows whether the transaction took effect, so it is not retried.</summary>
public sealed class IncompleteCommitException : ServiceUnavailableException
{
    internal IncompleteCommitException(Exception? innerException)
        : base("The connection was lost while the transaction was committed: whether it took effect is unknown.", innerException)
    {
    }

    /// <inheritdoc/>
    public override bool IsRetriable => false;
}

/// <summary>The server of a cluster that this session used is gone or changed its part; a new transaction finds another.</summary>
public sealed class SessionExpiredException : Neo4jException
{
    internal SessionExpiredException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override bool IsRetriable => true;
}

/// <summary>The two sides do not speak the same protocol, or one of them broke its rules.</summary>
public sealed class ProtocolException : Neo4jException
{
    /// <summary>An error of this client's own.</summary>
    public ProtocolException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal ProtocolException(ServerFailure failure)
        : base(failure)
    {
    }
}

/// <summary>The transaction has ended, so it takes no more statements.</summary>
public sealed class TransactionClosedException : ClientException
{
    internal TransactionClosedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Whether what ended it was such that the same work can succeed in another transaction.</summary>
    public override bool IsRetriable => InnerException is Neo4jException { IsRetriable: true };
}

/// <summary>The result was read to its end or thrown away.</summary>
public sealed class ResultConsumedException : ClientException
{
    internal ResultConsumedException(string message)
        : base(message)
    {
    }
}

/// <summary>A value does not fit the .NET type that was asked for.</summary>
public sealed class ValueOverflowException : ClientException
{
    internal ValueOverflowException(string message)
        : base(message)
    {
    }

    internal static ValueOverflowException For(string kind, string value, string type, string range) =>
        new($"The {kind} {value} does not fit {type}, which holds {range}.");
}

/// <summary>A value is finer than the .NET type that was asked for.</summary>
public sealed class ValueTruncationException : ClientException
{
    internal ValueTruncationException(string message)
        : base(message)
    {
    }

    internal static ValueTruncationException For(string kind, string value, string type) =>
        new($"The {kind} {value} is finer than {type} can hold.");
}
