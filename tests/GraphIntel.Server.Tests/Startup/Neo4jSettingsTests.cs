using System.Net;
using GraphIntel.Neo4j;
using GraphIntel.Server.Startup;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace GraphIntel.Server.Tests.Startup;

public sealed class Neo4jSettingsTests
{
    private const string Secret = "open-sesame";

    private static Neo4jOptions Read(params (string Name, string? Value)[] settings) => Neo4jSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Name, pair => pair.Value)).Build());

    private static string Refusal(params (string Name, string? Value)[] settings)
    {
        var message = Assert.Throws<FormatException>(() => Read(settings)).Message;
        Assert.DoesNotContain(Secret, message, StringComparison.Ordinal);
        return message;
    }

    [Fact]
    public void The_default_user_is_neo4j()
    {
        var options = Read(("NEO4J_URI", "bolt://db:7687"), ("NEO4J_PASSWORD", Secret));
        Assert.Equal(("bolt://db:7687", "neo4j", Secret, null, true), (options.Uri, options.User, options.Password, options.Database, options.CreatesSchema));
    }

    [Fact]
    public void Without_user_and_password_there_is_no_authentication() =>
        Assert.Null(Read(("NEO4J_URI", "bolt://db:7687"), ("NEO4J_USER", ""), ("NEO4J_PASSWORD", "")).User);

    [Fact]
    public void Configuration_applies_where_no_variable_is_set()
    {
        var options = Read(
            ("Neo4j:Uri", "neo4j+s://db.example.org"), ("Neo4j:User", "reader"), ("Neo4j:Password", Secret), ("Neo4j:Database", "intel"),
            ("Neo4j:Connections", "20"), ("NEO4J_USER", "writer"));
        Assert.Equal(("neo4j+s://db.example.org", "writer", Secret, "intel", 20), (options.Uri, options.User, options.Password, options.Database, options.Connections));
    }

    [Fact]
    public void The_text_of_the_options_does_not_contain_the_password() =>
        Assert.DoesNotContain(Secret, Read(("NEO4J_URI", "bolt://db:7687"), ("NEO4J_PASSWORD", Secret)).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("bolt://neo4j:open-sesame@db:7687", "must not contain")]
    [InlineData("neo4j:open-sesame@db:7687", "must not contain")]
    [InlineData("http://db:7474", "is not a valid Neo4j URI")]
    [InlineData("open-sesame", "is not a valid Neo4j URI")]
    [InlineData("db:7687", "is not a valid Neo4j URI")]
    [InlineData("bolt://", "is not a valid Neo4j URI")]
    [InlineData("bolt://db:7687/open-sesame", "NEO4J_DATABASE")]
    [InlineData("bolt://db:7687?policy=open-sesame", "query string (`?`)")]
    public void An_invalid_URI_is_rejected_and_not_quoted(string uri, string reason) =>
        Assert.Contains(reason, Refusal(("NEO4J_URI", uri), ("NEO4J_PASSWORD", "x")), StringComparison.Ordinal);

    [Fact]
    public void Appsettings_apply_where_no_variable_is_set()
    {
        using var folder = new TemporaryFolder();
        folder.Write("appsettings.json", $$"""{"Logging": {"LogLevel": { } }, "Neo4j": {"Uri": "neo4j://from-file:7687", "Password": "{{Secret}}", "Connections": 7} }""");
        var options = Neo4jSettings.Load(folder.Path);
        // The machine's own variables take precedence.
        static string Expected(string variable, string inFile) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? given : inFile;
        Assert.Equal(
            (Expected("NEO4J_URI", "neo4j://from-file:7687"), Expected("NEO4J_PASSWORD", Secret), 7),
            (options.Uri, options.Password, options.Connections));
    }

    [Theory]
    [InlineData("""{"Neo4j": {"Password": "open-sesame" """)]
    [InlineData("""["open-sesame"]""")]
    public void An_unreadable_file_is_named_and_not_quoted(string text)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("appsettings.json", text);
        var message = Assert.Throws<FormatException>(() => Neo4jSettings.Load(folder.Path)).Message;
        Assert.Contains(path, message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_can_have_the_name_of_the_configuration()
    {
        using var folder = new TemporaryFolder();
        // Nothing listens on port 1.
        await using var server = GraphIntelProcess.Start(
            folder.Path, ["serve", "--urls", "http://127.0.0.1:0", "--store", "neo4j"], ("Neo4j__Uri", "bolt://127.0.0.1:1"));
        var endpoint = await server.EndpointAsync();
        using var client = new HttpClient();
        using var health = await client.GetAsync(new Uri(endpoint, "/health/ready"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        while (!server.Output.Contains("Neo4j at 127.0.0.1:1 is unavailable", StringComparison.Ordinal))
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_user_without_a_password_is_rejected() =>
        Assert.Contains("NEO4J_PASSWORD", Refusal(("NEO4J_URI", "bolt://db"), ("NEO4J_USER", "neo4j")), StringComparison.Ordinal);

    [Theory]
    [InlineData("system", "administrative database")]
    [InlineData("no", "3 to 63")]
    [InlineData("two words", "3 to 63")]
    public void An_invalid_database_name_is_rejected(string database, string reason) => Assert.Contains(
        reason, Refusal(("NEO4J_URI", "bolt://db"), ("NEO4J_PASSWORD", Secret), ("NEO4J_DATABASE", database)), StringComparison.Ordinal);

    [Theory]
    [InlineData("0")]
    [InlineData("many")]
    public void An_invalid_number_of_connections_is_rejected(string connections) => Assert.Contains(
        "1 to 1000", Refusal(("NEO4J_URI", "bolt://db"), ("NEO4J_CONNECTIONS", connections)), StringComparison.Ordinal);
}
