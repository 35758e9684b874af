namespace GraphIntel.Server.Tests.Deployment;

/// <summary>A Dockerfile, parsed into stages and their instructions.</summary>
internal sealed record DockerfileText(IReadOnlyList<DockerfileStage> Stages)
{
    public static DockerfileText Read(string path)
    {
        var stages = new List<DockerfileStage>();
        var text = string.Join('\n', File.ReadLines(path).Where(line => !line.StartsWith('#'))).Replace("\\\n", " ", StringComparison.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, arguments) = line.Split(' ', 2) is [var first, var rest] ? (first, rest.Trim()) : throw new FormatException(line);
            if (name == "FROM")
                stages.Add(new DockerfileStage(arguments.Split(" AS ")[0], arguments.Split(" AS ") is [_, var given] ? given : null, []));
            else
                stages[^1].Steps.Add(new DockerfileStep(name, arguments));
        }
        return new DockerfileText(stages);
    }
}

/// <summary>A build stage.</summary>
internal sealed record DockerfileStage(string Image, string? Name, List<DockerfileStep> Steps);

/// <summary>An instruction, with continuation lines joined.</summary>
internal sealed record DockerfileStep(string Name, string Arguments);
