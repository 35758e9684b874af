using Xunit;

namespace GraphIntel.Server.Tests.Clients;

/// <summary>The examples and the tools of others against the real server. The tests themselves are with the npm packages.</summary>
public sealed class ClientTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("examples/relay")]
    [InlineData("examples/apollo")]
    public async Task An_example_front_end_is_typed_from_the_schema_builds_and_shows_what_is_so(string folder)
    {
        var package = await NodePackage.RestoreAsync(folder);
        await package.RunAsync(server.Endpoint, "test");
        await package.RunAsync(server.Endpoint, "exec", "--", "vite", "build", "--logLevel", "warn");
    }

    [Fact]
    public async Task The_tools_of_others_accept_the_schema_and_the_transport()
    {
        var package = await NodePackage.RestoreAsync("tests/clients");
        await package.RunAsync(server.Endpoint, "test");
    }
}
