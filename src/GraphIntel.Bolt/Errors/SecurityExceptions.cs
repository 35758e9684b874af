namespace GraphIntel.Bolt;

/// <summary>The server rejected the request for security reasons.</summary>
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

/// <summary>The server rejected the credentials.</summary>
public sealed class AuthenticationException : SecurityException
{
    internal AuthenticationException(ServerFailure failure)
        : base(failure)
    {
    }

    /// <summary>Whether the driver has, or can request, another token.</summary>
    public override bool IsRetriable => HasOtherToken;

    internal bool HasOtherToken { get; set; }
}

/// <summary>The server's authorization data of the user has expired; another login refreshes it.</summary>
public sealed class AuthorizationException : SecurityException
{
    internal AuthorizationException(ServerFailure failure)
        : base(failure)
    {
    }
}

/// <summary>The token of the login has expired.</summary>
public sealed class TokenExpiredException : SecurityException
{
    internal TokenExpiredException(ServerFailure failure)
        : base(failure)
    {
    }

    /// <summary>Whether the driver has, or can request, another token.</summary>
    public override bool IsRetriable => HasOtherToken;

    internal bool HasOtherToken { get; set; }
}

/// <summary>The user does not have the required privileges.</summary>
public sealed class ForbiddenException : SecurityException
{
    internal ForbiddenException(ServerFailure failure)
        : base(failure)
    {
    }
}

/// <summary>The server's certificate is not valid for its address.</summary>
public sealed class ServerCertificateException : SecurityException
{
    internal ServerCertificateException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>The database does not exist.</summary>
public sealed class FatalDiscoveryException : ClientException
{
    internal FatalDiscoveryException(ServerFailure failure)
        : base(failure)
    {
    }
}

/// <summary>A bookmark is not valid on this server.</summary>
public sealed class InvalidBookmarkException : ClientException
{
    internal InvalidBookmarkException(ServerFailure failure)
        : base(failure)
    {
    }
}
