using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

public sealed class LoginTests
{
    private const string Password = "hush-hush-4711";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, false, null)]
    [InlineData(2, false, "notifications_disabled_categories")]
    [InlineData(3, true, "notifications_disabled_categories")]
    [InlineData(5, true, "notifications_disabled_categories")]
    [InlineData(6, true, "notifications_disabled_classifications")]
    [InlineData(8, true, "notifications_disabled_classifications")]
    public async Task Hello_has_the_fields_of_its_version(int minor, bool hasAgent, string? filterKey)
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.HandshakeAsync(minor);
            var hello = (await peer.ExpectAsync(Tag.HELLO)).Map(0);
            Assert.StartsWith("GraphIntel.Bolt/", (string)hello["user_agent"]!, StringComparison.Ordinal);
            Assert.Equal(hasAgent, hello.ContainsKey("bolt_agent"));
            Assert.DoesNotContain("routing", hello.Keys);
            Assert.Equal(filterKey is not null, hello.TryGetValue("notifications_minimum_severity", out var severity));
            Assert.Equal(filterKey is null ? null : "WARNING", severity);
            if (filterKey is not null)
                Assert.Equal(new List<object?> { "HINT", "GENERIC" }, hello[filterKey]);
            Assert.DoesNotContain("credentials", hello.Keys);
            await peer.SuccessAsync();
            await peer.ExpectAsync(Tag.LOGON);
            await peer.SuccessAsync();
            await peer.ServeAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig
        {
            NotificationFilter = new NotificationFilter
            {
                MinimumSeverity = NotificationSeverity.Warning,
                DisabledClassifications = [NotificationClassification.Hint, NotificationClassification.Generic],
            },
        });
        await driver.VerifyConnectivityAsync(Cancellation);
    }

    public static TheoryData<string, string> Tokens => new()
    {
        { "none", "scheme=none" },
        { "basic", $"scheme=basic,principal=neo4j,credentials={Password}" },
        { "bearer", $"scheme=bearer,credentials={Password}" },
        { "kerberos", $"scheme=kerberos,principal=,credentials={Password}" },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task Every_scheme_logs_on_with_its_own_fields(string scheme, string expected)
    {
        var token = scheme switch
        {
            "basic" => AuthTokens.Basic("neo4j", Password),
            "bearer" => AuthTokens.Bearer(Password),
            "kerberos" => AuthTokens.Kerberos(Password),
            _ => AuthTokens.None,
        };
        Assert.DoesNotContain(Password, token.ToString(), StringComparison.Ordinal);
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.HandshakeAsync();
            await peer.ExpectAsync(Tag.HELLO);
            await peer.SuccessAsync();
            var logon = (await peer.ExpectAsync(Tag.LOGON)).Map(0);
            Assert.Equal(expected, string.Join(',', logon.Select(p => $"{p.Key}={p.Value}")));
            await peer.SuccessAsync();
            await peer.ServeAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, token);
        await driver.VerifyConnectivityAsync(Cancellation);
    }

    [Fact]
    public async Task Hello_and_logon_are_sent_in_one_write()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.HandshakeAsync();
            await peer.ExpectAsync(Tag.HELLO, Tag.LOGON);
            Assert.Equal(1, peer.Reads);
            await peer.SuccessAsync();
            await peer.SuccessAsync();
            await peer.ServeAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await driver.VerifyConnectivityAsync(Cancellation);
    }

    [Fact]
    public async Task A_wrong_password_is_rejected_and_not_in_the_error()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.HandshakeAsync();
            await peer.ExpectAsync(Tag.HELLO);
            await peer.SuccessAsync();
            await peer.ExpectAsync(Tag.LOGON);
            await peer.FailureAsync("Neo.ClientError.Security.Unauthorized");
            peer.Close();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, AuthTokens.Basic("neo4j", Password));
        var error = await Assert.ThrowsAsync<AuthenticationException>(() => driver.VerifyConnectivityAsync(Cancellation));
        Assert.Equal("Neo.ClientError.Security.Unauthorized", error.Code);
        Assert.False(error.IsRetriable);
        Assert.DoesNotContain(Password, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_rejected_hello_the_client_closes()
    {
        var closed = new TaskCompletionSource();
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.HandshakeAsync();
            await peer.ExpectAsync(Tag.HELLO);
            await peer.FailureAsync("Neo.ClientError.Request.Invalid");
            await peer.IgnoredAsync();
            await peer.DrainAsync();
            closed.SetResult();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await Assert.ThrowsAsync<ProtocolException>(() => driver.VerifyConnectivityAsync(Cancellation));
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
    }

    [Fact]
    public async Task Another_user_logs_on_to_the_same_connection()
    {
        var logons = new List<string>();
        await using var server = ScriptedServer.Serve((_, request) =>
        {
            if (request.Tag is Tag.LOGON)
                logons.Add((string)request.Map(0)["principal"]!);
            return Task.FromResult(false);
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, AuthTokens.Basic("first", Password));
        foreach (var user in new[] { null, "second", "second", null })
        {
            await using var session = driver.Session(new SessionConfig { AuthToken = user is null ? null : AuthTokens.Basic(user, Password) });
            await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
        }
        Assert.Equal(["second", "first"], logons);
        Assert.Equal(1, server.Connections);
        Assert.Equal(["RUN", "PULL", "LOGOFF", "RUN", "PULL", "RUN", "PULL", "LOGOFF", "RUN", "PULL"], server.Requests);
    }

    [Fact]
    public async Task An_expired_token_is_renewed_and_the_work_retried()
    {
        var given = 0;
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN || peer.Number > 1)
                return false;
            await peer.FailureAsync("Neo.ClientError.Security.TokenExpired");
            await peer.ExpectAsync(Tag.PULL);
            await peer.IgnoredAsync();
            peer.Close();
            return true;
        });
        var manager = AuthTokenManagers.Renewable(_ => ValueTask.FromResult(new AuthTokenAndExpiration(AuthTokens.Bearer($"token {++given}"), null)));
        await using var driver = GraphDatabase.Driver(new Uri(server.Bolt), manager, new DriverConfig { Time = new ManualTime(skipsWaits: true) });
        await using var session = driver.Session();
        Assert.Equal(1L, await session.ExecuteReadAsync(
            async tx => (await (await tx.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0].As<long>(), cancellation: Cancellation));
        Assert.Equal(2, given);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_rejected_token_is_renewed_and_the_work_retried(bool atLogin)
    {
        var given = 0;
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.HandshakeAsync();
            await peer.ExpectAsync(Tag.HELLO);
            await peer.SuccessAsync();
            var token = (string)(await peer.ExpectAsync(Tag.LOGON)).Map(0)["credentials"]!;
            if (token != "token 1" || !atLogin)
                await peer.SuccessAsync();
            if (token == "token 1")
            {
                if (!atLogin)
                    await peer.ExpectAsync(Tag.BEGIN, Tag.RUN);
                await peer.FailureAsync("Neo.ClientError.Security.Unauthorized");
                peer.Close();
                return;
            }
            await peer.ServeAsync();
        });
        var manager = AuthTokenManagers.Renewable(_ => ValueTask.FromResult(new AuthTokenAndExpiration(AuthTokens.Bearer($"token {++given}"), null)));
        await using var driver = GraphDatabase.Driver(new Uri(server.Bolt), manager, new DriverConfig { Time = new ManualTime(skipsWaits: true) });
        await using var session = driver.Session();
        Assert.Equal(1L, await session.ExecuteReadAsync(
            async tx => (await (await tx.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0].As<long>(), cancellation: Cancellation));
        Assert.Equal(2, given);
    }

    [Theory]
    [InlineData("Neo.ClientError.Security.Unauthorized")]
    [InlineData("Neo.ClientError.Security.TokenExpired")]
    public async Task A_provider_that_returns_a_rejected_token_again_is_not_called_forever(string code)
    {
        var given = 0;
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.HandshakeAsync();
            await peer.ExpectAsync(Tag.HELLO, Tag.LOGON);
            await peer.SuccessAsync();
            await peer.FailureAsync(code);
            peer.Close();
        });
        var manager = AuthTokenManagers.Renewable(_ =>
        {
            given++;
            return ValueTask.FromResult(new AuthTokenAndExpiration(AuthTokens.Bearer("the same"), null));
        });
        await using var driver = GraphDatabase.Driver(new Uri(server.Bolt), manager, new DriverConfig { Time = new ManualTime(skipsWaits: true) });
        await using var session = driver.Session();
        var error = await Assert.ThrowsAnyAsync<SecurityException>(() => session.ExecuteReadAsync(
            tx => tx.RunAsync("RETURN 1", cancellation: Cancellation), cancellation: Cancellation));
        Assert.Equal((code, false), (error.Code, error.IsRetriable));
        Assert.Equal((2, 2), (given, server.Connections));
    }

    [Fact]
    public async Task A_token_is_kept_after_other_errors()
    {
        var given = 0;
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.BEGIN || peer.Number > 1)
                return false;
            await peer.FailUntilResetAsync("Neo.ClientError.Security.Forbidden");
            return true;
        });
        var manager = AuthTokenManagers.Renewable(_ => ValueTask.FromResult(new AuthTokenAndExpiration(AuthTokens.Bearer($"token {++given}"), null)));
        await using var driver = GraphDatabase.Driver(new Uri(server.Bolt), manager);
        await using var session = driver.Session();
        Assert.False((await Assert.ThrowsAsync<ForbiddenException>(() => session.BeginTransactionAsync(cancellation: Cancellation))).IsRetriable);
        await driver.VerifyConnectivityAsync(Cancellation);
        Assert.Equal(1, given);
    }

    [Theory]
    [InlineData("http://localhost", "scheme 'http'")]
    [InlineData("bolt+x://localhost", "scheme 'bolt+x'")]
    [InlineData("bolt://user:hush-hush-4711@localhost", "pass them as an AuthToken")]
    [InlineData("bolt://localhost/?policy=x", "only allowed with the scheme neo4j")]
    [InlineData("neo4j://localhost/?a=1&a=2", "'a' twice")]
    [InlineData("neo4j://localhost/?address=x", "which the driver sets")]
    [InlineData("neo4j://localhost/?a=", "name=value")]
    [InlineData("neo4j://localhost/movies", "path")]
    [InlineData("hush-hush-4711", "is not valid")]
    public void An_invalid_URI_is_rejected_without_its_secrets_in_the_error(string uri, string named)
    {
        var error = Assert.Throws<ArgumentException>(() => GraphDatabase.Driver(uri));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_token_is_renewed_before_it_is_rejected()
    {
        var time = new ManualTime();
        var given = 0;
        await using var server = ScriptedServer.Serve();
        var manager = AuthTokenManagers.Renewable(_ =>
            ValueTask.FromResult(new AuthTokenAndExpiration(AuthTokens.Bearer($"token {++given}"), time.GetUtcNow().AddMinutes(10))));
        await using var driver = GraphDatabase.Driver(new Uri(server.Bolt), manager, new DriverConfig { Time = time });
        foreach (var (minutes, expected) in new[] { (0, 1), (9, 1), (2, 2), (10, 3) })
        {
            time.Advance(TimeSpan.FromMinutes(minutes));
            await driver.VerifyConnectivityAsync(Cancellation);
            Assert.Equal(expected, given);
        }
        Assert.Equal(2, server.Requests.Count(r => r == nameof(Tag.LOGOFF)));
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_sessions_expired_token_is_not_renewed_by_the_driver()
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN)
                return false;
            await peer.FailUntilResetAsync("Neo.ClientError.Security.TokenExpired");
            return true;
        });
        var manager = AuthTokenManagers.Renewable(_ => ValueTask.FromResult(new AuthTokenAndExpiration(AuthTokens.Bearer("the driver's"), null)));
        await using var driver = GraphDatabase.Driver(new Uri(server.Bolt), manager);
        await using var own = driver.Session(new SessionConfig { AuthToken = AuthTokens.Bearer("its own") });
        Assert.False((await Assert.ThrowsAsync<TokenExpiredException>(() => own.RunAsync("RETURN 1", cancellation: Cancellation))).IsRetriable);
        await using var session = driver.Session();
        Assert.True((await Assert.ThrowsAsync<TokenExpiredException>(() => session.RunAsync("RETURN 1", cancellation: Cancellation))).IsRetriable);
    }

    [Theory]
    [InlineData("bolt://localhost", "localhost:7687", "None", false)]
    [InlineData("bolt+s://db.example:17687", "db.example:17687", "Verified", false)]
    [InlineData("bolt+ssc://[::1]", "[::1]:7687", "AnyCertificate", false)]
    [InlineData("neo4j://[2001:db8::7]:7688", "[2001:db8::7]:7688", "None", true)]
    [InlineData("neo4j+s://db.example", "db.example:7687", "Verified", true)]
    [InlineData("neo4j+ssc://db.example/?policy=eu", "db.example:7687", "AnyCertificate", true)]
    public void A_URI_has_address_encryption_and_routing(string uri, string address, string encryption, bool routes)
    {
        var parsed = Connections.BoltUri.Parse(new Uri(uri));
        Assert.Equal((address, encryption), (parsed.Address.ToString(), parsed.Encryption.ToString()));
        Assert.Equal(routes ? address : null, parsed.RoutingContext?["address"]);
    }
}
