namespace GraphIntel.Bolt;

/// <summary>The server refused for a reason of security.</summary>
public class SecurityException : Neo4jException
{
    internal SecurityException(ServerFailure failure)
        : base(failure)
    {
    }

    internal SecurityException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>The server does not accept the credentials.</summary>
public sealed class AuthenticationException : SecurityException
{
    internal AuthenticationException(ServerFailure failure)
        : base(failure)
    {
    }
}

/// <summary>What the server knows of the user's rights is out of date; a new connection gets them afresh.</summary>
public sealed class AuthorizationException : SecurityException
{
    internal AuthorizationException(ServerFailure failure)
        : base(failure)
    {
    }
}

/// <summary>The token that was logged on with has expired.</summary>
public sealed class TokenExpiredException : SecurityException
{
    internal TokenExpiredException(ServerFailure failure)
        : base(failure)
    {
    }

    /// <summary>Whether the driver can get a newer token by itself.</summary>
    public override bool IsRetriable => IsRenewable;

    internal bool IsRenewable { get; set; }
}

/// <summary>The user may not do this.</summary>
public sealed class ForbiddenException : SecurityException
{
    internal ForbiddenException(ServerFailure failure)
        : base(failure)
    {
    }
}

/// <summary>The server's certificate does not prove that it is the server that was asked for.</summary>
public sealed class ServerCertificateException : SecurityException
{
    internal ServerCertificateException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>The database that was asked for does not exist.</summary>
public sealed class FatalDiscoveryException : ClientException
{
    internal FatalDiscoveryException(ServerFailure failure)
        : base(failure)
    {
    }
}

/// <summary>A bookmark is not one of this server's.</summary>
public sealed class InvalidBookmarkException : ClientException
{
    internal InvalidBookmarkException(ServerFailure failure)
        : base(failure)
    {
    }
}
