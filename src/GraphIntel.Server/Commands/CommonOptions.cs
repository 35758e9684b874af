using System.CommandLine;
using GraphIntel.Server.Startup;
using GraphIntel.Sqlite;

namespace GraphIntel.Server.Commands;

/// <summary>Options that several commands take.</summary>
internal sealed class CommonOptions
{
    public Option<SqliteLocation> Store { get; } = Setting.Make(
        "--store",
        "STORE",
        "Where the graph is kept: sqlite:PATH for a file, sqlite::memory: for as long as the process runs.",
        StoreName.Parse,
        SqliteLocation.Default());

    public Option<string?> Model { get; } = Setting.Make<string?>(
        "--model", "FILE", "A model file of another domain than the built-in one.", text => text, null);
}
