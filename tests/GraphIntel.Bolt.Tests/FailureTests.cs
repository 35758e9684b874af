using GraphIntel.Bolt.Protocol;
using Xunit;

namespace GraphIntel.Bolt.Tests;

public sealed class FailureTests
{
    [Theory]
    [InlineData("Neo.ClientError.Statement.SyntaxError", typeof(ClientException), false)]
    [InlineData("Neo.ClientError.Schema.ConstraintValidationFailed", typeof(ClientException), false)]
    [InlineData("Neo.ClientError.Security.Unauthorized", typeof(AuthenticationException), false)]
    [InlineData("Neo.ClientError.Security.AuthenticationRateLimit", typeof(SecurityException), false)]
    [InlineData("Neo.ClientError.Security.AuthorizationExpired", typeof(AuthorizationException), true)]
    [InlineData("Neo.ClientError.Security.TokenExpired", typeof(TokenExpiredException), false)]
    [InlineData("Neo.ClientError.Security.Forbidden", typeof(ForbiddenException), false)]
    [InlineData("Neo.ClientError.Database.DatabaseNotFound", typeof(FatalDiscoveryException), false)]
    [InlineData("Neo.ClientError.Transaction.InvalidBookmark", typeof(InvalidBookmarkException), false)]
    [InlineData("Neo.ClientError.Request.Invalid", typeof(ProtocolException), false)]
    [InlineData("Neo.TransientError.Transaction.DeadlockDetected", typeof(TransientException), true)]
    [InlineData("Neo.TransientError.General.DatabaseUnavailable", typeof(TransientException), true)]
    [InlineData("Neo.TransientError.Transaction.Terminated", typeof(ClientException), false)]
    [InlineData("Neo.TransientError.Transaction.LockClientStopped", typeof(ClientException), false)]
    [InlineData("Neo.DatabaseError.General.UnknownError", typeof(DatabaseException), false)]
    [InlineData("Something.New", typeof(DatabaseException), false)]
    public void A_failure_is_classified_by_its_code_in_all_versions(string code, Type type, bool retriable)
    {
        var old = Failure.Read(Hex.Of(new Dictionary<string, object?> { ["code"] = code, ["message"] = "SECRET" })).ToException();
        var young = Failure.Read(Hex.Of(new Dictionary<string, object?>
        {
            ["neo4j_code"] = code,
            ["message"] = "SECRET",
            ["gql_status"] = "50N42",
            ["description"] = "SECRET",
        })).ToException();
        foreach (var error in new[] { old, young })
        {
            Assert.IsType(type, error);
            Assert.Equal(retriable, error.IsRetriable);
            Assert.Equal("SECRET", error.ServerMessage);
            Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal);
            Assert.Contains(error.Code!, error.Message, StringComparison.Ordinal);
        }
        Assert.Equal(("50N42", "50N42"), (old.GqlStatus, young.GqlStatus));
        Assert.Equal("error: general processing exception - unexpected error. SECRET", old.GqlStatusDescription);
        Assert.Equal(young.GqlDiagnosticRecord, old.GqlDiagnosticRecord);
    }

    [Fact]
    public void Endless_causes_are_truncated()
    {
        var metadata = new Dictionary<string, object?> { ["gql_status"] = "22000" };
        for (var i = 0; i < 200; i++)
            metadata = new Dictionary<string, object?> { ["gql_status"] = "22000", ["cause"] = metadata };
        var depth = 0;
        for (Exception? error = Failure.Read(Hex.Of(metadata)).ToException(); error is not null; error = error.InnerException)
            depth++;
        Assert.InRange(depth, 2, 40);
    }

    [Theory]
    [InlineData("Neo.ClientError\nadmin logged on", "42001")]
    [InlineData("Neo.ClientError.Statement.SyntaxError", "42001\nadmin logged on")]
    [InlineData(null, "<script>")]
    public void An_invalid_code_is_not_in_the_message(string? code, string status)
    {
        code ??= new string('N', 1_000_000);
        var error = Failure.Read(Hex.Of(new Dictionary<string, object?> { ["neo4j_code"] = code, ["gql_status"] = status })).ToException();
        Assert.InRange(error.Message.Length, 10, 300);
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain("admin", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("<", error.Message, StringComparison.Ordinal);
    }
}
