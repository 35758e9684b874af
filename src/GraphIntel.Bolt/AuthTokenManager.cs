using GraphIntel.Bolt.Pool;

namespace GraphIntel.Bolt;

/// <summary>Makes token managers.</summary>
public static class AuthTokenManagers
{
    /// <summary>One token that stays.</summary>
    public static AuthTokenManager Static(AuthToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new AuthTokenManager(_ => ValueTask.FromResult(new AuthTokenAndExpiration(token, null)), isRenewable: false);
    }

    /// <summary>
    /// Tokens that a service gives for a time. The provider is asked when there is none yet, when the last one has run out, and
    /// after a server refused it; connections that are open log on again with the new one.
    /// </summary>
    public static AuthTokenManager Renewable(Func<CancellationToken, ValueTask<AuthTokenAndExpiration>> provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new AuthTokenManager(provider, isRenewable: true);
    }
}

/// <summary>A token and when it runs out; null for never.</summary>
public sealed record AuthTokenAndExpiration(AuthToken Token, DateTimeOffset? Expiry);

/// <summary>Keeps the token that connections log on with.</summary>
public sealed class AuthTokenManager
{
    private readonly Func<CancellationToken, ValueTask<AuthTokenAndExpiration>> _provider;
    private readonly Turnstile _asking = new(1);
    private volatile AuthTokenAndExpiration? _current;

    internal AuthTokenManager(Func<CancellationToken, ValueTask<AuthTokenAndExpiration>> provider, bool isRenewable)
    {
        _provider = provider;
        IsRenewable = isRenewable;
    }

    internal bool IsRenewable { get; }

    internal ValueTask<AuthToken> GetTokenAsync(TimeProvider time, CancellationToken cancellation) =>
        Fresh(time) is { } token ? ValueTask.FromResult(token) : AskAsync(time, cancellation);

    /// <summary>Forgets a token that a server refused, unless there is a newer one already.</summary>
    internal void Refuse(AuthToken? token)
    {
        if (IsRenewable && _current is { } current && current.Token.Equals(token))
            _current = null;
    }

    private AuthToken? Fresh(TimeProvider time) =>
        _current is { } current && (current.Expiry is not { } expiry || time.GetUtcNow() < expiry) ? current.Token : null;

    private async ValueTask<AuthToken> AskAsync(TimeProvider time, CancellationToken cancellation)
    {
        await _asking.EnterAsync(Timeout.InfiniteTimeSpan, time, cancellation).ConfigureAwait(false);
        try
        {
            if (Fresh(time) is { } token)
                return token;
            var given = await _provider(cancellation).ConfigureAwait(false);
            _current = given;
            return given.Token;
        }
        finally
        {
            _asking.Leave();
        }
    }
}
