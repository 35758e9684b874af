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
    public void The_user_is_neo4j_where_there_is_a_password_alone()
    {
        var options = Read(("NEO4J_URI", "bolt://db:7687"), ("NEO4J_PASSWORD", Secret));
        Assert.Equal(("bolt://db:7687", "neo4j", Secret, null, true), (options.Uri, options.User, options.Password, options.Database, options.MakesSchema));
    }

    [Fact]
    public void Nobody_logs_on_where_there_is_neither_user_nor_password() =>
        Assert.Null(Read(("NEO4J_URI", "bolt://db:7687"), ("NEO4J_USER", ""), ("NEO4J_PASSWORD", "")).User);

    [Fact]
    public void Configuration_gives_what_no_variable_gives()
    {
        var options = Read(
            ("Neo4j:Uri", "neo4j+s://db.example.org"), ("Neo4j:User", "reader"), ("Neo4j:Password", Secret), ("Neo4j:Database", "intel"),
            ("Neo4j:Connections", "20"), ("NEO4J_USER", "writer"));
        Assert.Equal(("neo4j+s://db.example.org", "writer", Secret, "intel", 20), (options.Uri, options.User, options.Password, options.Database, options.Connections));
    }

    [Fact]
    public void A_password_is_not_part_of_what_the_options_say_of_themselves() =>
        Assert.DoesNotContain(Secret, Read(("NEO4J_URI", "bolt://db:7687"), ("NEO4J_PASSWORD", Secret)).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("bolt://neo4j:open-sesame@db:7687", "take it out")]
    [InlineData("neo4j:open-sesame@db:7687", "take it out")]
    [InlineData("http://db:7474", "is not the address of a Neo4j")]
    [InlineData("open-sesame", "is not the address of a Neo4j")]
    [InlineData("db:7687", "is not the address of a Neo4j")]
    [InlineData("bolt://", "is not the address of a Neo4j")]
    [InlineData("bolt://db:7687/open-sesame", "NEO4J_DATABASE")]
    [InlineData("bolt://db:7687?policy=open-sesame", "behind `?`")]
    public void An_address_that_is_none_is_refused_and_not_quoted(string uri, string reason) =>
        Assert.Contains(reason, Refusal(("NEO4J_URI", uri), ("NEO4J_PASSWORD", "x")), StringComparison.Ordinal);

    [Fact]
    public void A_file_beside_the_program_says_what_no_variable_does()
    {
        using var folder = new TemporaryFolder();
        folder.Write("appsettings.json", $$"""{"Logging": {"LogLevel": { } }, "Neo4j": {"Uri": "neo4j://from-file:7687", "Password": "{{Secret}}", "Connections": 7} }""");
        var options = Neo4jSettings.Load(folder.Path);
        // The variables of the desk win.
        static string Expected(string variable, string inFile) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? given : inFile;
        Assert.Equal(
            (Expected("NEO4J_URI", "neo4j://from-file:7687"), Expected("NEO4J_PASSWORD", Secret), 7),
            (options.Uri, options.Password, options.Connections));
    }

    [Theory]
    [InlineData("""{"Neo4j": {"Password": "open-sesame" """)]
    [InlineData("""["open-sesame"]""")]
    public void A_file_that_cannot_be_read_is_named_and_not_quoted(string text)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("appsettings.json", text);
        var message = Assert.Throws<FormatException>(() => Neo4jSettings.Load(folder.Path)).Message;
        Assert.Contains(path, message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_can_be_written_as_configuration_has_it()
    {
        using var folder = new TemporaryFolder();
        // Nobody listens at port 1.
        await using var server = GraphIntelProcess.Start(
            folder.Path, ["serve", "--urls", "http://127.0.0.1:0", "--store", "neo4j"], ("Neo4j__Uri", "bolt://127.0.0.1:1"));
        var endpoint = await server.EndpointAsync();
        using var client = new HttpClient();
        using var health = await client.GetAsync(new Uri(endpoint, "/health/ready"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        while (!server.Output.Contains("Neo4j at 127.0.0.1:1 is away", StringComparison.Ordinal))
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_user_without_a_password_is_refused() =>
        Assert.Contains("NEO4J_PASSWORD", Refusal(("NEO4J_URI", "bolt://db"), ("NEO4J_USER", "neo4j")), StringComparison.Ordinal);

    [Theory]
    [InlineData("system", "keeps its users")]
    [InlineData("no", "3 to 63")]
    [InlineData("two words", "3 to 63")]
    public void A_database_that_holds_no_graph_is_refused(string database, string reason) => Assert.Contains(
        reason, Refusal(("NEO4J_URI", "bolt://db"), ("NEO4J_PASSWORD", Secret), ("NEO4J_DATABASE", database)), StringComparison.Ordinal);

    [Theory]
    [InlineData("0")]
    [InlineData("many")]
    public void A_number_of_connections_that_is_none_is_refused(string connections) => Assert.Contains(
        "1 to 1000", Refusal(("NEO4J_URI", "bolt://db"), ("NEO4J_CONNECTIONS", connections)), StringComparison.Ordinal);
}
