using System.CommandLine;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary>Options shared by several commands.</summary>
internal sealed class CommonOptions
{
    public Option<StoreName> Store { get; } = EnvironmentOption.Create(
        "--store",
        "STORE",
        "Where the graph is stored: sqlite:PATH for a file, sqlite::memory: for memory only, or neo4j for the database given by " +
        "NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE.",
        StoreName.Parse,
        StoreName.Default);

    public Option<bool> NoSchema { get; } = EnvironmentOption.CreateFlag(
        "--no-schema", "Do not create constraints and indexes in Neo4j: an administrator manages them.");

    public Option<string?> Model { get; } = EnvironmentOption.Create<string?>(
        "--model", "FILE", "The model file, instead of the built-in model.", text => text, null);

    /// <summary>Opens the store given on the command line.</summary>
    /// <exception cref="CommandException">The options cannot be combined.</exception>
    public static IExplainableStore Open(StoreName name, GraphModel model, bool noSchema) => noSchema && !name.IsRemote
        ? throw new CommandException(ExitCodes.Usage, "--no-schema requires --store neo4j: the tables of a SQLite file are always created.")
        : name.Open(model, !noSchema);
}
