using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt;

/// <summary>Creates authentication tokens.</summary>
public static class AuthTokens
{
    /// <summary>For a server without authentication.</summary>
    public static AuthToken None { get; } = new("none", null, null);

    /// <summary>A user name and password.</summary>
    public static AuthToken Basic(string username, string password)
    {
        ArgumentNullException.ThrowIfNull(username);
        ArgumentNullException.ThrowIfNull(password);
        return new AuthToken("basic", username, password);
    }

    /// <summary>A token of a single sign-on service.</summary>
    public static AuthToken Bearer(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        return new AuthToken("bearer", null, token);
    }

    /// <summary>A Kerberos ticket in base 64.</summary>
    public static AuthToken Kerberos(string base64EncodedTicket)
    {
        ArgumentException.ThrowIfNullOrEmpty(base64EncodedTicket);
        return new AuthToken("kerberos", "", base64EncodedTicket);
    }
}

/// <summary>An authentication token. Tokens are equal if all their values are; <see cref="ToString"/> shows no credentials.</summary>
public sealed class AuthToken : IEquatable<AuthToken>
{
    private readonly string? _principal;
    private readonly string? _credentials;

    internal AuthToken(string scheme, string? principal, string? credentials) =>
        (Scheme, _principal, _credentials) = (scheme, principal, credentials);

    /// <summary>The scheme: none, basic, bearer or kerberos.</summary>
    public string Scheme { get; }

    /// <inheritdoc/>
    public bool Equals(AuthToken? other) => ReferenceEquals(this, other) || (other is not null
        && Scheme == other.Scheme && _principal == other._principal && _credentials == other._credentials);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AuthToken);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Scheme, _principal, _credentials);

    /// <summary>The scheme only.</summary>
    public override string ToString() => $"{Scheme} token";

    internal void Write(PackStreamWriter writer)
    {
        writer.WriteMapHeader(1 + (_principal is null ? 0 : 1) + (_credentials is null ? 0 : 1));
        writer.WriteString("scheme"u8);
        writer.WriteString(Scheme);
        if (_principal is not null)
        {
            writer.WriteString("principal"u8);
            writer.WriteString(_principal);
        }
        if (_credentials is not null)
        {
            writer.WriteString("credentials"u8);
            writer.WriteString(_credentials);
        }
    }
}
