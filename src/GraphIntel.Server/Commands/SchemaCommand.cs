using System.CommandLine;
using System.Text;
using GraphIntel.Core.Schema;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary><c>graphintel schema</c>: prints the schema that a model gives, as SDL and nothing else.</summary>
internal static class SchemaCommand
{
    public static Command Make(CommonOptions common)
    {
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file.", HelpName = "FILE" };
        var command = new Command("schema", "Print the GraphQL schema (SDL) of the model.") { common.Model, output };
        command.SetAction(result => CommandRun.RunAsync(async cancellation =>
        {
            var sdl = Encoding.UTF8.GetBytes(SchemaText.Of(SchemaBuilder.Build(ModelFile.Load(result.GetValue(common.Model)))));
            await WriteAsync(result.GetValue(output), sdl, cancellation).ConfigureAwait(false);
            return ExitCodes.Success;
        }));
        return command;
    }

    private static async Task WriteAsync(string? path, byte[] sdl, CancellationToken cancellation)
    {
        if (path is null)
        {
            // Bytes, not characters: the console's encoding and line ends are not the schema's.
            await using var stdout = Console.OpenStandardOutput();
            await stdout.WriteAsync(sdl, cancellation).ConfigureAwait(false);
            return;
        }
        try
        {
            await File.WriteAllBytesAsync(path, sdl, cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure(ExitCodes.Usage, $"{path} cannot be written: {failure.Message}");
        }
    }
}
