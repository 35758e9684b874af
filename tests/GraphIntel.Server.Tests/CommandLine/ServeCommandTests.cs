using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using GraphIntel.Server.Tests.Http;
using Xunit;

namespace GraphIntel.Server.Tests.CommandLine;

public sealed class ServeCommandTests : IDisposable
{
    // ../design/questions.md, 1.
    private const string WhoBacksThoseWhoFought = """
        { place(id: "place:maskanah") { name ancestors { nodes { name kind } }
            events(first: 5, order: [{start: DESC}]) { totalCount nodes { title start subKind
              participants { edges { role node { name
                backers(asOf: "2017-06-04") { edges { kinds from node { name } claims { nodes { stance source { name } } } } } } } } } } } }
        """;

    private static readonly string[] FreePort = ["--urls", "http://127.0.0.1:0"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static async Task<JsonElement> AskAsync(Uri endpoint, string document)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsync(
            endpoint, Requests.Post(Requests.Query(document)).Content, TestContext.Current.CancellationToken);
        using var body = JsonDocument.Parse(await response.TextAsync());
        return body.RootElement.GetProperty("data").Clone();
    }

    [Fact]
    public async Task A_newcomer_starts_it_without_arguments_of_a_store_and_asks_the_first_question()
    {
        // No command, no store: the default one, in a data folder that is empty.
        var data = _folder.File("data");
        await using var server = GraphIntelProcess.Start(_folder.Path, FreePort, ("XDG_DATA_HOME", data), ("HOME", _folder.Path));
        var endpoint = await server.EndpointAsync();
        Assert.Contains($"GraphIntel is ready: {endpoint}", server.Output, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(_folder.Path, "graph.db", SearchOption.AllDirectories));

        var place = (await AskAsync(endpoint, WhoBacksThoseWhoFought)).GetProperty("place");
        Assert.Equal("Maskanah", place.GetProperty("name").GetString());
        Assert.Equal(3, place.GetProperty("events").GetProperty("totalCount").GetInt32());
        Assert.Equal("2017-06-04", place.GetProperty("events").GetProperty("nodes")[0].GetProperty("start").GetString());

        await server.TerminateAsync();
        Assert.Equal(0, await server.EndAsync());
        Assert.Equal("", server.Error);
    }

    [Fact]
    public async Task Another_domain_is_served_from_its_model_and_its_own_seed()
    {
        await using var server = GraphIntelProcess.Start(
            _folder.Path,
            [
                "serve", .. FreePort, "--store", _folder.Store(),
                "--model", Repository.PathOf("tests/GraphIntel.Tests/Model/films.graphql"),
                "--seed", Repository.PathOf("tests/GraphIntel.Conformance.Tests/films"),
            ]);
        var film = (await AskAsync(await server.EndpointAsync(), """
            { film(id: "film:few-dollars") { title sequelOf { title } cast { edges { roles node { name } } } } }
            """)).GetProperty("film");
        Assert.Equal("For a Few Dollars More", film.GetProperty("title").GetString());
        Assert.Equal("A Fistful of Dollars", film.GetProperty("sequelOf").GetProperty("title").GetString());
        Assert.NotEqual(0, film.GetProperty("cast").GetProperty("edges").GetArrayLength());
    }

    [Fact]
    public async Task A_store_is_seeded_once()
    {
        string[] arguments = ["serve", .. FreePort, "--store", _folder.Store()];
        await using (var first = GraphIntelProcess.Start(_folder.Path, arguments))
        {
            await first.EndpointAsync();
            Assert.Contains("The store now holds the seed", first.Output, StringComparison.Ordinal);
        }
        _folder.Write("other/nodes/Actor.csv", "id:ID,name,kind\nactor:a,A,STATE\n");
        await using var second = GraphIntelProcess.Start(_folder.Path, [.. arguments, "--seed", _folder.File("other")]);
        var places = await AskAsync(await second.EndpointAsync(), "{ places(first: 1) { totalCount nodes { id } } }");
        Assert.Equal(22, places.GetProperty("places").GetProperty("totalCount").GetInt32());
        Assert.Contains("The store is not new", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_was_begun_empty_stays_so()
    {
        string[] arguments = ["serve", .. FreePort, "--store", _folder.Store()];
        foreach (var more in (string[][])[["--seed", "none"], []])
        {
            await using var server = GraphIntelProcess.Start(_folder.Path, [.. arguments, .. more]);
            var places = await AskAsync(await server.EndpointAsync(), "{ places(first: 1) { totalCount nodes { id } } }");
            Assert.Equal(0, places.GetProperty("places").GetProperty("totalCount").GetInt32());
        }
    }

    [Fact]
    public async Task A_seed_with_mistakes_starts_nothing_and_a_right_one_can_follow()
    {
        _folder.Write("seed/nodes/Actor.csv", "id:ID,name,kind\nactor:a,A,NO_SUCH_KIND\n");
        string[] arguments = ["serve", .. FreePort, "--store", _folder.Store()];
        var (exitCode, _, error) = await GraphIntelProcess.RunAsync(_folder.Path, [.. arguments, "--seed", _folder.File("seed")]);
        Assert.Equal(2, exitCode);
        Assert.Contains("nodes/Actor.csv:2:", error, StringComparison.Ordinal);
        await using var server = GraphIntelProcess.Start(_folder.Path, arguments);
        Assert.Equal("Maskanah", (await AskAsync(await server.EndpointAsync(), WhoBacksThoseWhoFought)).GetProperty("place").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Settings_can_come_from_the_environment_and_logs_be_json_throughout()
    {
        await using var server = GraphIntelProcess.Start(
            _folder.Path, ["serve"],
            ("GRAPHINTEL_URLS", "http://127.0.0.1:0"), ("GRAPHINTEL_STORE", "sqlite::memory:"), ("GRAPHINTEL_LOG_FORMAT", "json"),
            ("GRAPHINTEL_SEED", "none"));
        await AskAsync(await server.EndpointAsync(), "{ __typename }");
        await server.TerminateAsync();
        Assert.Equal(0, await server.EndAsync());
        var lines = server.Output.Split('\n');
        Assert.All(lines, line => JsonDocument.Parse(line).Dispose());
        Assert.Contains(lines, line => line.Contains("POST /graphql 200", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_port_in_use_is_said_with_what_to_do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";
        var (exitCode, output, error) = await GraphIntelProcess.RunAsync(
            _folder.Path, ["serve", "--urls", url, "--store", "sqlite::memory:", "--seed", "none"]);
        Assert.Equal(1, exitCode);
        Assert.Equal("", output);
        Assert.Contains($"already listens at {url}", error, StringComparison.Ordinal);
        Assert.Contains("--urls http://localhost:5081", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_is_said_so()
    {
        _folder.Write("other.db", "This is not a database at all, but it is long enough to be looked at as one.");
        foreach (var store in (string[])[_folder.Store("none/graph.db"), _folder.Store("other.db"), $"sqlite:{_folder.Path}"])
        {
            var (exitCode, output, error) = await GraphIntelProcess.RunAsync(_folder.Path, ["serve", .. FreePort, "--store", store]);
            Assert.Equal(3, exitCode);
            Assert.Equal("", output);
            Assert.Single(error.Split('\n'));
        }
    }

    [Theory]
    [InlineData("--store", "postgres://localhost", "`sqlite:PATH`, `sqlite::memory:` or `neo4j`")]
    [InlineData("--store", "neo4j", "set NEO4J_URI, such as `neo4j://localhost:7687`")]
    [InlineData("--store", "neo4j://localhost", "its address is given as NEO4J_URI")]
    [InlineData("--store", "sqlite:", "the path of a file")]
    [InlineData("--urls", "https://localhost:5001", "put a proxy in front")]
    [InlineData("--urls", "localhost", "not an address")]
    [InlineData("--urls", "http://localhost:0", "http://127.0.0.1:0")]
    [InlineData("--timeout", "0", "number of seconds")]
    [InlineData("--timeout", "NaN", "number of seconds")]
    [InlineData("--log-format", "xml", "`text` or `json`")]
    [InlineData("--seed", "nowhere", "there is no folder")]
    [InlineData("--cors", "example.org", "is not an origin")]
    [InlineData("--cors", "https://example.org/path", "is not an origin")]
    [InlineData("--max-depth", "0", "a whole number from 1 to 200")]
    [InlineData("--max-fields", "-1", "a whole number from 1 to 2147483647")]
    [InlineData("--max-items", "1e6", "a whole number from 1 to")]
    [InlineData("--max-body-bytes", "99999999999999999999", "a whole number from 1 to")]
    [InlineData("--such", "a thing", "--such")]
    public async Task A_wrong_option_is_said_with_what_is_right(string option, string value, string reason)
    {
        var (exitCode, _, error) = await GraphIntelProcess.RunAsync(_folder.Path, ["serve", option, value]);
        Assert.Equal(1, exitCode);
        Assert.Contains(option, error, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_variable_is_called_by_its_name()
    {
        var (exitCode, _, error) = await GraphIntelProcess.RunAsync(_folder.Path, ["serve"], ("GRAPHINTEL_TIMEOUT", "soon"));
        Assert.Equal(1, exitCode);
        Assert.Contains("GRAPHINTEL_TIMEOUT: `soon`", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_come_from_the_command_line_before_the_environment()
    {
        await using var server = GraphIntelProcess.Start(
            _folder.Path, ["serve", .. FreePort, "--store", "sqlite::memory:", "--max-depth", "2"],
            ("GRAPHINTEL_MAX_DEPTH", "1"), ("GRAPHINTEL_MAX_ALIASES", "1"));
        var endpoint = await server.EndpointAsync();
        await AskAsync(endpoint, "{ places { totalCount } }");
        using var client = new HttpClient();
        foreach (var (document, reason) in new[]
        {
            ("{ places { nodes { name } } }", "3 fields inside each other; at most 2"),
            ("{ a: __typename b: __typename }", "2 aliases; at most 1"),
        })
        {
            using var response = await client.PostAsync(
                endpoint, Requests.Post(Requests.Query(document)).Content, TestContext.Current.CancellationToken);
            Assert.Contains(reason, await response.ErrorAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Help_names_every_option_its_default_and_its_variable()
    {
        var (exitCode, output, _) = await GraphIntelProcess.RunAsync(_folder.Path, ["--help"]);
        Assert.Equal(0, exitCode);
        foreach (var name in (string[])["urls", "store", "model", "seed", "timeout", "log-format", "cors"])
        {
            Assert.Contains($"--{name} <", output, StringComparison.Ordinal);
            Assert.Contains("GRAPHINTEL_" + name.ToUpperInvariant().Replace('-', '_'), output, StringComparison.Ordinal);
        }
        Assert.Contains("http://localhost:5080", output, StringComparison.Ordinal);
        Assert.Contains("GRAPHINTEL_MAX_DEPTH", output, StringComparison.Ordinal);
        Assert.Contains("[default: 500000]", output, StringComparison.Ordinal);
        Assert.DoesNotContain("contentRoot", output, StringComparison.Ordinal);
    }
}
