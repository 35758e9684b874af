using System.CommandLine;
using System.Text;
using GraphIntel.Core.Schema;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary><c>graphintel schema</c>: prints the GraphQL schema of a model in SDL, and nothing else.</summary>
internal static class SchemaCommand
{
    public static Command Create(CommonOptions common)
    {
        var output = new Option<string?>("--output", "-o") { Description = "The file to write to, instead of stdout.", HelpName = "FILE" };
        var command = new Command("schema", "Print the GraphQL schema (SDL) of the model.") { common.Model, output };
        command.SetAction(result => CommandRunner.RunAsync(async cancellation =>
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
            // Bytes, because the console's encoding and line endings can differ from the schema's.
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
            throw new CommandException(ExitCodes.Usage, $"{path} cannot be written: {failure.Message}");
        }
    }
}
