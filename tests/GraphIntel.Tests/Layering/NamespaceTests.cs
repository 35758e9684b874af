using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace GraphIntel.Tests.Layering;

/// <summary>Folders of a project know each other in one direction, so that one can be read, changed and tested without the other.</summary>
public sealed partial class NamespaceTests
{
    private static readonly string Sources = typeof(NamespaceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Sources").Value!;

    [Theory]
    [InlineData("GraphIntel.Core")]
    [InlineData("GraphIntel.Server")]
    [InlineData("GraphIntel.Sqlite")]
    [InlineData("GraphIntel.Neo4j")]
    public void No_two_namespaces_need_each_other(string project)
    {
        var references = ReferencesOf(project);
        var cycles = references.Keys.Where(name => Reachable(name, references).Contains(name)).Order(StringComparer.Ordinal);
        Assert.Equal([], cycles.Select(name => $"{name} -> {string.Join(", ", references[name].Order(StringComparer.Ordinal))}"));
    }

    [Fact]
    public void A_cycle_is_found_over_several_namespaces()
    {
        var references = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal) { ["A"] = ["B"], ["B"] = ["C"], ["C"] = ["A"], ["D"] = ["A"] };
        Assert.Contains("A", Reachable("A", references));
        Assert.DoesNotContain("D", Reachable("D", references));
    }

    /// <summary>
    /// The namespaces that each namespace of a project refers to. A nested namespace and the one around it are one for this
    /// purpose: the inner one sees the outer without a directive.
    /// </summary>
    private static Dictionary<string, HashSet<string>> ReferencesOf(string project)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Sources, project), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .Where(text => Declaration().IsMatch(text))
            .ToList();
        var references = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var text in files)
            references.TryAdd(Declaration().Match(text).Groups[1].Value, new HashSet<string>(StringComparer.Ordinal));
        foreach (var text in files)
        {
            var from = Declaration().Match(text).Groups[1].Value;
            references[from].UnionWith(Directive().Matches(text).Select(match => NamespaceOf(match.Groups[1].Value))
                .Where(to => references.ContainsKey(to) && !IsInside(from, to) && !IsInside(to, from)));
        }
        return references;

        // An alias names a type.
        string NamespaceOf(string name) => references.ContainsKey(name) ? name : name[..Math.Max(0, name.LastIndexOf('.'))];
    }

    private static bool IsInside(string inner, string outer) => inner.StartsWith(outer + ".", StringComparison.Ordinal);

    private static HashSet<string> Reachable(string start, Dictionary<string, HashSet<string>> references)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(references[start]);
        while (open.TryPop(out var next))
        {
            if (found.Add(next))
            {
                foreach (var further in references[next])
                    open.Push(further);
            }
        }
        return found;
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^using (?:\w+ = )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
