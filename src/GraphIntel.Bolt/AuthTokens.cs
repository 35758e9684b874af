using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt;

/// <summary>Makes the tokens that prove a user to a server.</summary>
public static class AuthTokens
{
    /// <summary>For a server that asks for no proof.</summary>
    public static AuthToken None { get; } = new("none", null, null);

    /// <summary>A user's name and password.</summary>
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

/// <summary>What proves a user to a server. Two are equal when all of it is; none of it shows in <see cref="ToString"/>.</summary>
public sealed class AuthToken : IEquatable<AuthToken>
{
    private readonly string? _principal;
    private readonly string? _credentials;

    internal AuthToken(string scheme, string? principal, string? credentials) =>
        (Scheme, _principal, _credentials) = (scheme, principal, credentials);

    /// <summary>The way of the proof: none, basic, bearer, kerberos.</summary>
    public string Scheme { get; }

    /// <inheritdoc/>
    public bool Equals(AuthToken? other) => ReferenceEquals(this, other) || (other is not null
        && Scheme == other.Scheme && _principal == other._principal && _credentials == other._credentials);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AuthToken);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Scheme, _principal, _credentials);

    /// <summary>The scheme alone.</summary>
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
