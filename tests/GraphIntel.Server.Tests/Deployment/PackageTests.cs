using System.Net.Http.Json;
using System.Text.Json;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Server.Tests.CommandLine;
using Xunit;

namespace GraphIntel.Server.Tests.Deployment;

/// <summary>What users install without the sources: the tool and the single executable. Each runs from an otherwise empty folder.</summary>
[Long]
public sealed class PackageTests : IDisposable
{
    private const string Quick = "-p:RunAnalyzers=false -p:BuildWebPage=false --nologo -v quiet";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The built page; missing without Node.</summary>
    private static string Page => Repository.PathOf(Path.Combine("src", "GraphIntel.Server", "wwwroot"));

    private string Checkout => Path.Combine(_folder.Path, "checkout");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_tool_is_installed_from_its_package_and_serves_the_seed_and_the_page()
    {
        CopySources();
        await Sources.ShellAsync(Checkout, $"dotnet pack src/GraphIntel.Server --output ../packages {Quick}");
        var empty = Directory.CreateDirectory(Path.Combine(_folder.Path, "empty")).FullName;
        await Sources.ShellAsync(empty, "dotnet tool install graphintel --tool-path tool --add-source ../packages --no-cache");

        await AssertServesAsync(Path.Combine(empty, "tool", "graphintel"), empty);
    }

    [Fact]
    public async Task One_file_is_published_that_serves_the_seed_and_the_page()
    {
        CopySources();
        await Sources.ShellAsync(
            Checkout, $"dotnet publish src/GraphIntel.Server --runtime linux-x64 -p:PublishProfile=single-file --output ../published {Quick}");
        var published = Path.Combine(_folder.Path, "published");
        Assert.Equal(["graphintel"], Directory.EnumerateFileSystemEntries(published).Select(Path.GetFileName));

        await AssertServesAsync(
            Path.Combine(published, "graphintel"), published, ("DOTNET_BUNDLE_EXTRACT_BASE_DIR", Path.Combine(_folder.Path, "extracted")));
    }

    private void CopySources()
    {
        foreach (var file in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json", "README.md"])
        {
            Directory.CreateDirectory(Checkout);
            File.Copy(Repository.PathOf(file), Path.Combine(Checkout, file));
        }
        Sources.Copy(Repository.PathOf("seed"), Path.Combine(Checkout, "seed"), file => !Sources.IsIgnored(file));
        Sources.Copy(Repository.PathOf("src"), Path.Combine(Checkout, "src"), file => !Sources.IsIgnored(file));
        // The page built with these tests.
        if (Directory.Exists(Page))
            Sources.Copy(Page, Path.Combine(Checkout, "src", "GraphIntel.Server", "wwwroot"), _ => true);
    }

    private static async Task AssertServesAsync(string program, string folder, params (string Name, string Value)[] environment)
    {
        await using var process = GraphIntelProcess.StartProgram(
            program, folder, ["serve", "--urls", "http://127.0.0.1:0", "--store", "sqlite::memory:"], environment);
        var endpoint = await process.EndpointAsync();
        using var client = new HttpClient();
        using var answer = await client.PostAsJsonAsync(endpoint, new { query = "{ actor(id: \"actor:iran\") { name } }" }, Cancellation);
        Assert.Equal("""{"data":{"actor":{"name":"Iran"}}}""", JsonSerializer.Serialize(await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)));

        if (!Directory.Exists(Page))
            return;
        using var asset = await client.GetAsync(await ServedPage.ScriptOfAsync(client, endpoint), Cancellation);
        Assert.True(asset.IsSuccessStatusCode, $"{asset.RequestMessage!.RequestUri}: {asset.StatusCode}");
    }
}
