using System.Net;
using GraphIntel.Server.Startup;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace GraphIntel.Server.Tests.CommandLine;

/// <summary>The program started by ASP.NET Core's test host, with the test host's arguments.</summary>
public sealed class TestHostTests
{
    [Fact]
    public async Task The_test_host_of_asp_net_core_can_start_the_program()
    {
        Environment.SetEnvironmentVariable("GRAPHINTEL_STORE", "sqlite::memory:");
        try
        {
            await using var host = new WebApplicationFactory<ServeSettings>();
            using var client = host.CreateClient();
            using var response = await client.GetAsync(
                new Uri("/graphql?query={place(id:%22place:maskanah%22){name}}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(
                "{\"data\":{\"place\":{\"name\":\"Maskanah\"}}}",
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            Environment.SetEnvironmentVariable("GRAPHINTEL_STORE", null);
        }
    }
}
