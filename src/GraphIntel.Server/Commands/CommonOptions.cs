using System.CommandLine;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary>Options that several commands take.</summary>
internal sealed class CommonOptions
{
    public Option<StoreName> Store { get; } = Setting.Make(
        "--store",
        "STORE",
        "Where the graph is kept: sqlite:PATH for a file, sqlite::memory: for as long as the process runs, neo4j for the database " +
        "that NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE name.",
        StoreName.Parse,
        StoreName.Default);

    public Option<bool> NoSchema { get; } = Setting.MakeFlag(
        "--no-schema", "Make no constraints and indexes in Neo4j: somebody else does.");

    public Option<string?> Model { get; } = Setting.Make<string?>(
        "--model", "FILE", "A model file of another domain than the built-in one.", text => text, null);

    /// <summary>The store that the command line names, for a model.</summary>
    /// <exception cref="CommandFailure">Options that do not go together.</exception>
    public static IGraphStore Open(StoreName name, GraphModel model, bool isWithoutSchema) => isWithoutSchema && !name.IsServer
        ? throw new CommandFailure(ExitCodes.Usage, "--no-schema is for --store neo4j: the tables of a SQLite file are always made.")
        : name.Open(model, !isWithoutSchema);
}
