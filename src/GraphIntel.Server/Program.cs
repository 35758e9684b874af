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
            "GraphIntel answers GraphQL over a graph of actors, their backers, places and events.\n\n" +
            "Start it without a command, then open http://localhost:5080/graphql in a browser.")
        {
            ServeCommand.Make(serve),
            ImportCommand.Make(common),
            CheckCommand.Make(common),
            SchemaCommand.Make(common),
        };
        serve.AddTo(root);
        ServeCommand.SetAction(root, serve);
        var parsed = root.Parse(args);
        // What was wrong is enough: the help is a word away and long.
        if (parsed.Action is ParseErrorAction mistake)
            mistake.ShowHelp = false;
        // Each command ends its own work when it is asked to stop: nothing is cut off after a time.
        return parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }
}
