using Xunit;

namespace GraphIntel.Server.Tests.Clients;

/// <summary>The examples and other GraphQL tools with the real server. The tests themselves are in the npm packages.</summary>
public sealed class ClientTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("examples/relay")]
    [InlineData("examples/apollo")]
    public async Task An_example_front_end_generates_types_from_the_schema_builds_and_shows_correct_data(string folder)
    {
        var package = await NodePackage.RestoreAsync(folder);
        await package.RunAsync(server.Endpoint, "test");
        await package.RunAsync(server.Endpoint, "exec", "--", "vite", "build", "--logLevel", "warn");
    }

    [Fact]
    public async Task The_sources_of_the_pages_pass_their_own_tests_and_rules()
    {
        var package = await NodePackage.RestoreAsync("src/GraphIntel.Web");
        await package.RunAsync(server.Endpoint, "test");
        await package.RunAsync(server.Endpoint, "run", "lint");
    }

    [Fact]
    public async Task Other_GraphQL_tools_accept_the_schema_and_the_transport()
    {
        var package = await NodePackage.RestoreAsync("tests/clients");
        await package.RunAsync(server.Endpoint, "test");
    }
}
