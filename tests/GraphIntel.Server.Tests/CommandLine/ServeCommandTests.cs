using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using GraphIntel.Server.Tests.Http;
using Xunit;

namespace GraphIntel.Server.Tests.CommandLine;

public sealed class ServeCommandTests : IDisposable
{
    // The first example of the playground.
    private const string WhoBacksThoseWhoFought = """
        { place(id: "place:maskanah") { name ancestors { nodes { name kind } }
            events(first: 5, order: [{start: DESC}]) { totalCount nodes { title start subKind
              participants { edges { role node { name
                backers(asOf: "2017-06-04") { edges { kinds from node { name } claims { nodes { stance source { name } } } } } } } } } } } }
        """;

    private static readonly string[] FreePort = ["--urls", "http://127.0.0.1:0"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static async Task<JsonElement> QueryAsync(Uri endpoint, string document)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsync(
            endpoint, Requests.Post(Requests.Query(document)).Content, TestContext.Current.CancellationToken);
        using var body = JsonDocument.Parse(await response.TextAsync());
        return body.RootElement.GetProperty("data").Clone();
    }

    [Fact]
    public async Task Without_arguments_it_seeds_the_default_store_and_answers_the_first_query()
    {
        // Without a command and a store: the default store, in an empty data folder.
        var data = _folder.File("data");
        await using var server = GraphIntelProcess.Start(_folder.Path, FreePort, ("XDG_DATA_HOME", data), ("HOME", _folder.Path));
        var endpoint = await server.EndpointAsync();
        Assert.Contains($"GraphIntel is ready: {endpoint}", server.Output, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(_folder.Path, "graph.db", SearchOption.AllDirectories));

        var place = (await QueryAsync(endpoint, WhoBacksThoseWhoFought)).GetProperty("place");
        Assert.Equal("Maskanah", place.GetProperty("name").GetString());
        Assert.Equal(25, place.GetProperty("events").GetProperty("totalCount").GetInt32());
        Assert.Equal("2017-06-09", place.GetProperty("events").GetProperty("nodes")[0].GetProperty("start").GetString());

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
        var film = (await QueryAsync(await server.EndpointAsync(), """
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
            Assert.Contains("Seeded the store", first.Output, StringComparison.Ordinal);
        }
        _folder.Write("other/nodes/Actor.csv", "id:ID,name,kind\nactor:a,A,STATE\n");
        await using var second = GraphIntelProcess.Start(_folder.Path, [.. arguments, "--seed", _folder.File("other")]);
        var places = await QueryAsync(await second.EndpointAsync(), "{ places(first: 1) { totalCount nodes { id } } }");
        Assert.Equal(250, places.GetProperty("places").GetProperty("totalCount").GetInt32());
        Assert.Contains("The store is not new", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_was_started_without_a_seed_stays_empty()
    {
        string[] arguments = ["serve", .. FreePort, "--store", _folder.Store()];
        foreach (var more in (string[][])[["--seed", "none"], []])
        {
            await using var server = GraphIntelProcess.Start(_folder.Path, [.. arguments, .. more]);
            var places = await QueryAsync(await server.EndpointAsync(), "{ places(first: 1) { totalCount nodes { id } } }");
            Assert.Equal(0, places.GetProperty("places").GetProperty("totalCount").GetInt32());
        }
    }

    [Fact]
    public async Task A_seed_with_errors_stops_the_start_and_a_valid_one_can_follow()
    {
        _folder.Write("seed/nodes/Actor.csv", "id:ID,name,kind\nactor:a,A,NO_SUCH_KIND\n");
        string[] arguments = ["serve", .. FreePort, "--store", _folder.Store()];
        var (exitCode, _, error) = await GraphIntelProcess.RunAsync(_folder.Path, [.. arguments, "--seed", _folder.File("seed")]);
        Assert.Equal(2, exitCode);
        Assert.Contains("nodes/Actor.csv:2:", error, StringComparison.Ordinal);
        await using var server = GraphIntelProcess.Start(_folder.Path, arguments);
        Assert.Equal("Maskanah", (await QueryAsync(await server.EndpointAsync(), WhoBacksThoseWhoFought)).GetProperty("place").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Settings_can_come_from_the_environment_and_all_log_lines_can_be_json()
    {
        await using var server = GraphIntelProcess.Start(
            _folder.Path, ["serve"],
            ("GRAPHINTEL_URLS", "http://127.0.0.1:0"), ("GRAPHINTEL_STORE", "sqlite::memory:"), ("GRAPHINTEL_LOG_FORMAT", "json"),
            ("GRAPHINTEL_SEED", "none"));
        await QueryAsync(await server.EndpointAsync(), "{ __typename }");
        await server.TerminateAsync();
        Assert.Equal(0, await server.EndAsync());
        var lines = server.Output.Split('\n');
        Assert.All(lines, line => JsonDocument.Parse(line).Dispose());
        Assert.Contains(lines, line => line.Contains("POST /graphql 200", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_port_in_use_is_reported_with_what_to_do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";
        var (exitCode, output, error) = await GraphIntelProcess.RunAsync(
            _folder.Path, ["serve", "--urls", url, "--store", "sqlite::memory:", "--seed", "none"]);
        Assert.Equal(1, exitCode);
        Assert.Equal("", output);
        Assert.Contains($"another process listens on {url}", error, StringComparison.Ordinal);
        Assert.Contains("--urls http://localhost:5081", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_is_reported()
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
    [InlineData("--store", "neo4j://localhost", "set the URI in NEO4J_URI")]
    [InlineData("--store", "sqlite:", "no file path")]
    [InlineData("--urls", "https://localhost:5001", "only http is supported")]
    [InlineData("--urls", "localhost", "not a valid address")]
    [InlineData("--urls", "http://localhost:0", "http://127.0.0.1:0")]
    [InlineData("--timeout", "0", "a number of seconds")]
    [InlineData("--timeout", "NaN", "a number of seconds")]
    [InlineData("--log-format", "xml", "`text` or `json`")]
    [InlineData("--seed", "nowhere", "does not exist")]
    [InlineData("--cors", "example.org", "is not an origin")]
    [InlineData("--cors", "https://example.org/path", "is not an origin")]
    [InlineData("--max-depth", "0", "an integer from 1 to 200")]
    [InlineData("--max-fields", "-1", "an integer from 1 to 2147483647")]
    [InlineData("--max-items", "1e6", "an integer from 1 to")]
    [InlineData("--max-body-bytes", "99999999999999999999", "an integer from 1 to")]
    [InlineData("--max-requests-per-minute", "0", "an integer from 1 to 1000000")]
    [InlineData("--max-client-requests", "many", "an integer from 1 to 1000000, digits only, or `none`")]
    [InlineData("--allowed-hosts", "https://graph.example.org", "without scheme and port")]
    [InlineData("--trusted-proxies", "proxy", "an IP address")]
    [InlineData("--such", "a thing", "--such")]
    public async Task An_invalid_option_is_reported_with_what_is_expected(string option, string value, string reason)
    {
        var (exitCode, _, error) = await GraphIntelProcess.RunAsync(_folder.Path, ["serve", option, value]);
        Assert.Equal(1, exitCode);
        Assert.Contains(option, error, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invalid_variable_is_reported_by_its_name()
    {
        var (exitCode, _, error) = await GraphIntelProcess.RunAsync(_folder.Path, ["serve"], ("GRAPHINTEL_TIMEOUT", "soon"));
        Assert.Equal(1, exitCode);
        Assert.Contains("GRAPHINTEL_TIMEOUT: `soon`", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_takes_precedence_over_the_environment()
    {
        await using var server = GraphIntelProcess.Start(
            _folder.Path, ["serve", .. FreePort, "--store", "sqlite::memory:", "--max-depth", "2"],
            ("GRAPHINTEL_MAX_DEPTH", "1"), ("GRAPHINTEL_MAX_ALIASES", "1"));
        var endpoint = await server.EndpointAsync();
        await QueryAsync(endpoint, "{ places { totalCount } }");
        using var client = new HttpClient();
        foreach (var (document, reason) in new[]
        {
            ("{ places { nodes { name } } }", "Operation depth 3 exceeds the limit of 2"),
            ("{ a: __typename b: __typename }", "2 aliases, with fragments expanded; at most 1"),
        })
        {
            using var response = await client.PostAsync(
                endpoint, Requests.Post(Requests.Query(document)).Content, TestContext.Current.CancellationToken);
            Assert.Contains(reason, await response.ErrorAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Hosts_and_limits_of_clients_come_from_options_and_the_environment()
    {
        await using var server = GraphIntelProcess.Start(
            _folder.Path,
            ["serve", .. FreePort, "--store", "sqlite::memory:", "--seed", "none", "--allowed-hosts", "a.example", "--allowed-hosts", "*.b.example"],
            ("GRAPHINTEL_MAX_REQUESTS_PER_MINUTE", "3"), ("GRAPHINTEL_TRUSTED_PROXIES", "127.0.0.1"),
            ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"));
        var endpoint = await server.EndpointAsync();
        using var client = new HttpClient();
        foreach (var (host, status) in new[]
        {
            ("a.example", HttpStatusCode.OK), ("x.b.example", HttpStatusCode.OK), ("localhost", HttpStatusCode.OK),
            ("c.example", HttpStatusCode.MisdirectedRequest), ("a.example", HttpStatusCode.TooManyRequests),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, endpoint + "?query={__typename}");
            request.Headers.Host = host;
            request.Headers.Add("X-Forwarded-For", "203.0.113.9, 198.51.100.7");
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(status, response.StatusCode);
        }
    }

    [Fact]
    public async Task Help_names_every_option_its_default_and_its_variable()
    {
        var (exitCode, output, _) = await GraphIntelProcess.RunAsync(_folder.Path, ["--help"]);
        Assert.Equal(0, exitCode);
        foreach (var name in (string[])["urls", "store", "model", "seed", "timeout", "log-format", "cors", "allowed-hosts", "trusted-proxies"])
        {
            Assert.Contains($"--{name} <", output, StringComparison.Ordinal);
            Assert.Contains("GRAPHINTEL_" + name.ToUpperInvariant().Replace('-', '_'), output, StringComparison.Ordinal);
        }
        Assert.Contains("http://localhost:5080", output, StringComparison.Ordinal);
        Assert.Contains("GRAPHINTEL_MAX_DEPTH", output, StringComparison.Ordinal);
        Assert.Contains("[default: 500000]", output, StringComparison.Ordinal);
        Assert.Contains("[default: 3000; none for clients on this machine]", string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("contentRoot", output, StringComparison.Ordinal);
    }
}
