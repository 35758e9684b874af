using System.Reflection;
using System.Text;
using System.Text.Json;
using GraphIntel.Core.Execution;
using Xunit;

namespace GraphIntel.Conformance.Tests.Harness;

/// <summary>
/// A query with what is expected of it: a folder with <c>query.graphql</c>, <c>variables.json</c> where it has
/// variables, and <c>response.json</c>; where it is chosen for review also <c>plan.txt</c>, <c>statement.sql</c> and
/// <c>statement.cypher</c>. See <c>cases/README.md</c>.
/// </summary>
public sealed record Case(string Name)
{
    /// <summary>The folder of all cases in the sources, so that expectations can be rewritten there.</summary>
    public static string Root { get; } = typeof(Case).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Cases").Value!;

    /// <summary>
    /// Whether this run writes what it got over what was expected (GRAPHINTEL_REWRITE=1); the difference is then reviewed
    /// with the rest of the change.
    /// </summary>
    public static bool Rewrites { get; } = Environment.GetEnvironmentVariable("GRAPHINTEL_REWRITE") == "1";

    /// <summary>Every case, by name.</summary>
    public static IReadOnlyList<Case> All { get; } =
    [
        .. Directory.EnumerateFiles(Root, "query.graphql", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, Path.GetDirectoryName(path)!).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(name => new Case(name)),
    ];

    /// <summary>Whether it keeps its plan and its statements.</summary>
    public bool HasPlan => File.Exists(PathOf("plan.txt"));

    public string Query => File.ReadAllText(PathOf("query.graphql"));

    internal GraphRequest Request => new(
        Encoding.UTF8.GetBytes(Query),
        Variables: File.Exists(PathOf("variables.json")) ? JsonElement.Parse(File.ReadAllText(PathOf("variables.json"))) : null);

    public override string ToString() => Name;

    /// <summary>Compares with an expectation; a missing one fails.</summary>
    public void Expect(string file, string actual)
    {
        var path = PathOf(file);
        if (Rewrites)
        {
            File.WriteAllText(path, actual);
            return;
        }
        Assert.True(File.Exists(path), $"{Name} expects nothing yet in {file}: run the tests with GRAPHINTEL_REWRITE=1 and review what they write.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private string PathOf(string file) => Path.Combine(Root, Name, file);
}
