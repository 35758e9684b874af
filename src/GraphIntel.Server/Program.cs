using System.CommandLine;
using System.CommandLine.Invocation;
using GraphIntel.Server.Commands;

namespace GraphIntel.Server;

internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        var common = new CommonOptions();
        var serve = new ServeOptions(common);
        var root = new RootCommand(
            "GraphIntel is a GraphQL server over a graph of actors, their backers, places and events.\n\n" +
            "Without a command it runs `serve`; then open http://localhost:5080/graphql in a browser.")
        {
            ServeCommand.Create(serve),
            ImportCommand.Create(common),
            ImportsCommand.Create(common),
            ExportCommand.Create(common),
            CheckCommand.Create(common),
            ExplainCommand.Create(common),
            SchemaCommand.Create(common),
        };
        serve.AddTo(root);
        ServeCommand.SetAction(root, serve);
        var parsed = root.Parse(args);
        // The help is long and would hide the error.
        if (parsed.Action is ParseErrorAction error)
            error.ShowHelp = false;
        // Each command handles Ctrl-C and SIGTERM itself, without a deadline.
        return parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }
}
