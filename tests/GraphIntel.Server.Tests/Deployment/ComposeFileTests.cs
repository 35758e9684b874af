using System.Text.RegularExpressions;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Server.Tests.CommandLine;
using Xunit;
using YamlDotNet.RepresentationModel;
using static GraphIntel.Server.Tests.Deployment.ComposeFile;

namespace GraphIntel.Server.Tests.Deployment;

/// <summary>The content of docker-compose.yml, checked without Docker.</summary>
public sealed partial class ComposeFileTests
{
    private static readonly YamlMappingNode Compose = ComposeFile.Root;
    private static readonly YamlMappingNode Server = ComposeFile.Server;
    private static readonly YamlMappingNode Neo4j = ComposeFile.Neo4j;

    [Fact]
    public void Neo4j_has_the_version_that_is_tested_a_health_check_and_a_named_volume()
    {
        Assert.Equal($"neo4j:{Neo4jServer.LongTerm}-community", Text(Neo4j, "image"));
        var check = Map(Neo4j, "healthcheck");
        Assert.Contains("cypher-shell", Text(check, "test"), StringComparison.Ordinal);
        Assert.All(new[] { "interval", "timeout", "start_period" }, name => Assert.Matches(@"\A\d+s\z", Text(check, name)));
        var volume = Assert.Single(List(Neo4j, "volumes")).Split(':');
        Assert.Equal("/data", volume[1]);
        Assert.Contains(volume[0], Map(Compose, "volumes").Children.Keys.Select(key => ((YamlScalarNode)key).Value));
    }

    [Fact]
    public void Neo4j_gets_no_variable_that_its_image_would_take_for_a_setting()
    {
        foreach (var name in Map(Neo4j, "environment").Children.Keys.Select(key => ((YamlScalarNode)key).Value!))
            Assert.Matches(@"\ANEO4J_(AUTH|(server|dbms|db)_\w+)\z", name);
    }

    [Fact]
    public void The_server_waits_for_neo4j_and_can_do_no_more_than_it_needs()
    {
        Assert.Equal("service_healthy", Text(Map(Map(Server, "depends_on"), "neo4j"), "condition"));
        Assert.Equal("true", Text(Server, "read_only"));
        Assert.Equal(["/tmp"], List(Server, "tmpfs"));
        Assert.Equal(["ALL"], List(Server, "cap_drop"));
        Assert.Equal(["no-new-privileges:true"], List(Server, "security_opt"));
        Assert.Equal(["no-new-privileges:true"], List(Neo4j, "security_opt"));
        Assert.Equal(".", Text(Server, "build"));
    }

    [Fact]
    public void The_server_gets_the_URI_of_neo4j_and_its_settings()
    {
        Assert.Equal(["serve", "--store", "neo4j", "--seed", "default"], List(Server, "command"));
        Assert.Equal("bolt://neo4j:7687", Text(Map(Server, "environment"), "NEO4J_URI"));
    }

    [Fact]
    public void The_service_name_and_configured_host_names_are_allowed()
    {
        Assert.Contains(Text(Server, "hostname"), Map(Compose, "services").Children.Keys.Select(key => ((YamlScalarNode)key).Value));
        foreach (var name in (string[])["GRAPHINTEL_ALLOWED_HOSTS", "GRAPHINTEL_TRUSTED_PROXIES"])
            Assert.Equal($"${{{name}:-}}", Text(Map(Server, "environment"), name));
    }

    [Fact]
    public void Ports_are_published_on_loopback_only_and_match_the_listen_addresses()
    {
        foreach (var port in List(Server, "ports").Concat(List(Neo4j, "ports")))
            Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal);
        var inside = Assert.Single(List(Server, "ports")).Split(':')[^1];
        Assert.Equal("8080", inside);
        var dockerfile = DockerfileText.Read(Repository.PathOf("Dockerfile")).Stages[^1].Steps;
        Assert.Contains(dockerfile, step => step.Name == "ENV" && step.Arguments.Contains($"GRAPHINTEL_URLS=http://+:{inside}", StringComparison.Ordinal));
        Assert.Contains(dockerfile, step => step.Name == "EXPOSE" && step.Arguments == inside);
    }

    [Fact]
    public void A_password_has_no_default_and_a_missing_one_is_reported()
    {
        var text = File.ReadAllText(Repository.PathOf("docker-compose.yml"));
        var uses = Password().Matches(text);
        Assert.Equal(2, uses.Count);
        Assert.All(uses, use => Assert.StartsWith(":?", use.Groups[1].Value, StringComparison.Ordinal));
        Assert.Equal(["NEO4J_PASSWORD="], File.ReadAllLines(Repository.PathOf(".env.example")).Where(line => line.Length > 0 && line[0] != '#'));
        Assert.Contains(".env", File.ReadAllLines(Repository.PathOf(".gitignore")));
    }

    [GeneratedRegex(@"\$\{NEO4J_PASSWORD([^}]*)\}")]
    private static partial Regex Password();
}
