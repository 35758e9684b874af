using GraphIntel.Bolt;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Connection;
using Xunit;

namespace GraphIntel.Tests.Neo4j;

/// <summary>The translation of Neo4j's errors.</summary>
public sealed class FailureTests
{
    private const string Secret = "MATCH (n {name: 'SECRET'})";

    [Theory]
    [InlineData("Neo.ClientError.Security.Unauthorized", nameof(StoreFailure.AccessDenied))]
    [InlineData("Neo.ClientError.Security.TokenExpired", nameof(StoreFailure.AccessDenied))]
    [InlineData("Neo.ClientError.Security.CredentialsExpired", nameof(StoreFailure.AccessDenied))]
    [InlineData("Neo.ClientError.Security.AuthenticationRateLimit", nameof(StoreFailure.Unavailable))]
    [InlineData("Neo.ClientError.Security.Forbidden", nameof(StoreFailure.Refused))]
    [InlineData("Neo.ClientError.Database.DatabaseNotFound", nameof(StoreFailure.AccessDenied))]
    [InlineData("Neo.ClientError.Transaction.TransactionTimedOut", nameof(StoreFailure.Timeout))]
    [InlineData("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", nameof(StoreFailure.Timeout))]
    [InlineData("Neo.TransientError.Transaction.Terminated", nameof(StoreFailure.Unavailable))]
    [InlineData("Neo.ClientError.Transaction.InvalidBookmark", nameof(StoreFailure.Unavailable))]
    [InlineData("Neo.TransientError.Transaction.BookmarkTimeout", nameof(StoreFailure.Unavailable))]
    [InlineData("Neo.TransientError.Transaction.DeadlockDetected", nameof(StoreFailure.Unavailable))]
    [InlineData("Neo.TransientError.General.DatabaseUnavailable", nameof(StoreFailure.Unavailable))]
    [InlineData("Neo.TransientError.General.MemoryPoolOutOfMemoryError", nameof(StoreFailure.Unavailable))]
    [InlineData("Neo.TransientError.General.StackOverFlowError", nameof(StoreFailure.TooComplex))]
    [InlineData("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", nameof(StoreFailure.Unavailable))]
    [InlineData("Neo.ClientError.Cluster.NotALeader", nameof(StoreFailure.Unavailable))]
    [InlineData("Neo.ClientError.Schema.ConstraintValidationFailed", nameof(StoreFailure.Exists))]
    [InlineData("Neo.ClientError.Statement.SyntaxError", nameof(StoreFailure.Refused))]
    [InlineData("Neo.DatabaseError.General.UnknownError", nameof(StoreFailure.Unavailable))]
    [InlineData("Neo.Something.Nobody.Knows", nameof(StoreFailure.Unavailable))]
    [InlineData(null, nameof(StoreFailure.Unavailable))]
    public void A_code_is_translated_to_a_failure_without_neo4js_message(string? code, string expected)
    {
        var cause = new ServerFailure("Neo.ClientError.Statement.TypeError", Secret, "22N01", Secret, null, null).ToException();
        var error = new ServerFailure(
            ServerFailure.Rename(code), Secret, "50N42", Secret, new Dictionary<string, object?> { ["parameter"] = Secret }, cause).ToException();
        var failure = Neo4jFailure.Translate(error);
        Assert.Equal(expected, failure.Failure.ToString());
        Assert.DoesNotContain("SECRET", failure.Message, StringComparison.Ordinal);
        Assert.Same(error, failure.InnerException);
        // The text in a log contains nothing of it either.
        Assert.DoesNotContain("SECRET", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_transaction_closed_by_a_failure_reports_that_failure()
    {
        var cause = new ServerFailure("Neo.ClientError.Security.Forbidden", Secret, null, null, null, null).ToException();
        Assert.Equal(StoreFailure.Refused, Neo4jFailure.Translate(new TransactionClosedException("It failed.", cause)).Failure);
    }

    [Fact]
    public void A_server_that_is_no_longer_the_leader_is_not_reported_as_unreachable()
    {
        var cause = new ServerFailure("Neo.ClientError.Cluster.NotALeader", Secret, null, null, null, null).ToException();
        var failure = Neo4jFailure.Translate(new SessionExpiredException("10.0.0.7:7687 no longer accepts writes.", cause));
        Assert.Equal(StoreFailure.Unavailable, failure.Failure);
        Assert.Contains("does not accept writes", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("10.0.0.7", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_connection_is_reported_without_an_address()
    {
        var failure = Neo4jFailure.Translate(new ServiceUnavailableException("10.0.0.7:7687 is unreachable."));
        Assert.Equal(StoreFailure.Unavailable, failure.Failure);
        Assert.DoesNotContain("10.0.0.7", failure.Message, StringComparison.Ordinal);
    }
}
