using GraphIntel.Server.Tests.CommandLine;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace GraphIntel.Server.Tests.Deployment;

/// <summary>docker-compose.yml, parsed.</summary>
internal static class ComposeFile
{
    public static readonly YamlMappingNode Root = Read();
    public static readonly YamlMappingNode Server = Map(Map(Root, "services"), "graphintel");
    public static readonly YamlMappingNode Neo4j = Map(Map(Root, "services"), "neo4j");

    public static YamlMappingNode Map(YamlMappingNode node, string key) => Assert.IsType<YamlMappingNode>(node[key]);

    public static string Text(YamlMappingNode node, string key) => Assert.IsType<YamlScalarNode>(node[key]).Value!;

    public static IReadOnlyList<string> List(YamlMappingNode node, string key) =>
        [.. Assert.IsType<YamlSequenceNode>(node[key]).Select(item => Assert.IsType<YamlScalarNode>(item).Value!)];

    /// <summary>The environment of a service with a value of NEO4J_PASSWORD.</summary>
    public static IEnumerable<(string Name, string Value)> Environment(YamlMappingNode service, string password)
    {
        var environment = Map(service, "environment");
        foreach (var name in environment.Children.Keys.Select(key => ((YamlScalarNode)key).Value!))
        {
            var value = Text(environment, name);
            if (value.IndexOf("${NEO4J_PASSWORD:?", StringComparison.Ordinal) is >= 0 and var start)
                value = value[..start] + password + value[(value.IndexOf('}', start) + 1)..];
            // A variable that is not set has the default, an empty text.
            if (value == $"${{{name}:-}}")
                value = "";
            Assert.DoesNotContain("$", value.Replace(password, "", StringComparison.Ordinal), StringComparison.Ordinal);
            yield return (name, value);
        }
    }

    private static YamlMappingNode Read()
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Repository.PathOf("docker-compose.yml"));
        yaml.Load(text);
        return Assert.IsType<YamlMappingNode>(Assert.Single(yaml.Documents).RootNode);
    }
}
