using GraphIntel.Bolt.Pool;

namespace GraphIntel.Bolt;

/// <summary>Creates token managers.</summary>
public static class AuthTokenManagers
{
    /// <summary>A manager with one fixed token.</summary>
    public static AuthTokenManager Static(AuthToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new AuthTokenManager(_ => ValueTask.FromResult(new AuthTokenAndExpiration(token, null)), isRenewable: false);
    }

    /// <summary>
    /// A manager of tokens with a limited lifetime. The provider is called if there is no token yet, if the last one has
    /// expired, and after a server rejected it; open connections then log on with the new one.
    /// </summary>
    public static AuthTokenManager Renewable(Func<CancellationToken, ValueTask<AuthTokenAndExpiration>> provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new AuthTokenManager(provider, isRenewable: true);
    }
}

/// <summary>A token and its expiry; null for never.</summary>
public sealed record AuthTokenAndExpiration(AuthToken Token, DateTimeOffset? Expiry);

/// <summary>Provides the token with which connections log on.</summary>
public sealed class AuthTokenManager
{
    private readonly Func<CancellationToken, ValueTask<AuthTokenAndExpiration>> _provider;
    private readonly bool _isRenewable;
    private readonly FairSemaphore _providerLock = new(1);
    private readonly Lock _gate = new();
    private volatile AuthTokenAndExpiration? _current;

    /// <summary>The last token that a server rejected.</summary>
    private AuthToken? _rejected;

    /// <summary>Whether the provider returned it again after it was rejected.</summary>
    private bool _isRejectedAgain;

    internal AuthTokenManager(Func<CancellationToken, ValueTask<AuthTokenAndExpiration>> provider, bool isRenewable)
    {
        _provider = provider;
        _isRenewable = isRenewable;
    }

    internal ValueTask<AuthToken> GetTokenAsync(TimeProvider time, CancellationToken cancellation) =>
        CurrentToken(time) is { } token ? ValueTask.FromResult(token) : RequestTokenAsync(time, cancellation);

    /// <summary>Discards a token that a server rejected, unless there is a newer one already.</summary>
    /// <returns>
    /// Whether another token is possible. After a provider returned a rejected token again, it is not: a retry would fail
    /// again.
    /// </returns>
    internal bool Reject(AuthToken? token)
    {
        if (!_isRenewable)
            return false;
        lock (_gate)
        {
            if (_current is { } current)
            {
                if (!current.Token.Equals(token))
                    return true;
                _current = null;
                _isRejectedAgain = current.Token.Equals(_rejected);
                _rejected = current.Token;
            }
            return !_isRejectedAgain || !Equals(token, _rejected);
        }
    }

    private AuthToken? CurrentToken(TimeProvider time) =>
        _current is { } current && (current.Expiry is not { } expiry || time.GetUtcNow() < expiry) ? current.Token : null;

    private async ValueTask<AuthToken> RequestTokenAsync(TimeProvider time, CancellationToken cancellation)
    {
        await _providerLock.EnterAsync(Timeout.InfiniteTimeSpan, time, cancellation).ConfigureAwait(false);
        try
        {
            if (CurrentToken(time) is { } token)
                return token;
            var provided = await _provider(cancellation).ConfigureAwait(false);
            _current = provided;
            return provided.Token;
        }
        finally
        {
            _providerLock.Leave();
        }
    }
}
