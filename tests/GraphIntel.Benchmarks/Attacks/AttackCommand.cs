using System.CommandLine;
using GraphIntel.Benchmarks.Graphs;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Attacks;

/// <summary>Sends every known hostile operation, and the most expensive ones that a search finds, to a server with default settings.</summary>
internal static class AttackCommand
{
    private static readonly Option<string> Store = new("--store") { Description = "sqlite, neo4j or both.", DefaultValueFactory = _ => "both" };

    private static readonly Option<int> Events = new("--events") { Description = "Number of events in the graph.", DefaultValueFactory = _ => GeneratedGraph.Events };

    private static readonly Option<string> Only = new("--only") { Description = "Run only attacks whose name contains this text, or one of several texts separated by `|`.", DefaultValueFactory = _ => "" };

    private static readonly Option<double> Minutes = new("--minutes")
    {
        Description = "Maximum time of the search on each store, in minutes.",
        DefaultValueFactory = _ => 5,
    };

    private static readonly Option<int> Rounds = new("--rounds") { Description = "Maximum number of operations that the search tries.", DefaultValueFactory = _ => 2_000 };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Seed of the search's random numbers. The search also depends on the measured costs.",
        DefaultValueFactory = _ => 20_170_604,
    };

    private static readonly Option<int> MaxAttempts = new("--tries")
    {
        Description = "Maximum number of measurements of an attack that exceeds a limit, in case the machine was busy.",
        DefaultValueFactory = _ => 3,
    };

    private static readonly Option<double> Timeout = new("--timeout")
    {
        Description = "Timeout of a request, in seconds; longer than the server's own timeout.",
        DefaultValueFactory = _ => 40,
    };

    public static Command Create()
    {
        Store.AcceptOnlyFromAmong("sqlite", "neo4j", "both");
        var command = new Command(
            "attack",
            "Measures the cost of hostile operations on a server with default settings, and their effect on other clients. The exit code is 1 if a limit " +
            "is exceeded. NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD select an empty Neo4j; without them, the benchmark starts one.")
        {
            Store, Events, Only, Minutes, Rounds, Seed, MaxAttempts, Timeout,
        };
        command.SetAction(arguments => RunAsync(
            arguments.GetValue(Store)!,
            new AttackSettings(
                arguments.GetValue(Events),
                arguments.GetValue(Only)!,
                TimeSpan.FromMinutes(arguments.GetValue(Minutes)),
                arguments.GetValue(Rounds),
                arguments.GetValue(Seed),
                arguments.GetValue(MaxAttempts),
                TimeSpan.FromSeconds(arguments.GetValue(Timeout)))));
        return command;
    }

    private static async Task<int> RunAsync(string store, AttackSettings settings)
    {
        // The table is wide, and a redirected output has no width.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 190);
        var reasons = new List<string>();
        if (store is "sqlite" or "both")
        {
            await using var target = await SqliteTarget.OpenAsync(settings.Events);
            reasons.AddRange(await new AttackRun(target, settings).RunAsync());
        }
        if (store is "neo4j" or "both")
        {
            await using var target = await Neo4jTarget.OpenAsync(settings.Events);
            reasons.AddRange(await new AttackRun(target, settings).RunAsync());
        }
        AnsiConsole.WriteLine(reasons.Count == 0 ? "No limit was exceeded." : $"Limits were exceeded {reasons.Count} times:");
        foreach (var reason in reasons)
            AnsiConsole.WriteLine("- " + reason);
        return reasons.Count == 0 ? 0 : 1;
    }
}

/// <summary>The settings of the command.</summary>
/// <param name="Events">Number of events in the graph.</param>
/// <param name="Only">Text that the name of an attack must contain.</param>
/// <param name="SearchTime">Maximum time of the search.</param>
/// <param name="SearchRounds">Maximum number of operations of the search.</param>
/// <param name="Seed">Seed of the search's random numbers.</param>
/// <param name="MaxAttempts">Maximum number of measurements of an attack that exceeds a limit.</param>
/// <param name="Timeout">Timeout of a request.</param>
internal sealed record AttackSettings(int Events, string Only, TimeSpan SearchTime, int SearchRounds, int Seed, int MaxAttempts, TimeSpan Timeout);
