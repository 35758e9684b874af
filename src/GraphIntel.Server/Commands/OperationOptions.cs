using System.CommandLine;
using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary>The argument and the options that name an operation, for commands that execute or explain one.</summary>
/// <param name="fileName">The name of the argument in the help.</param>
internal sealed class OperationOptions(string fileName)
{
    private const string Stdin = "-";

    /// <summary>The file with the document.</summary>
    public Argument<string> File { get; } = new(fileName) { Description = $"The file with the GraphQL document; {Stdin} for stdin." };

    /// <summary>The name of the operation.</summary>
    public Option<string?> Name { get; } = new("--operation") { Description = "The operation, if the document has several.", HelpName = "NAME" };

    /// <summary>The variables.</summary>
    public Option<string?> Variables { get; } = new("--variables") { Description = "The variables, as a JSON object.", HelpName = "JSON" };

    /// <summary>Reads the operation.</summary>
    /// <exception cref="CommandException">The document cannot be read, or the variables are not a JSON object.</exception>
    public async Task<GraphRequest> ReadAsync(ParseResult result, CancellationToken cancellation) => new(
        await ReadFileAsync(result.GetRequiredValue(File), cancellation).ConfigureAwait(false),
        result.GetValue(Name),
        ParseVariables(result.GetValue(Variables)));

    private static async Task<byte[]> ReadFileAsync(string file, CancellationToken cancellation)
    {
        try
        {
            if (file != Stdin)
                return await System.IO.File.ReadAllBytesAsync(file, cancellation).ConfigureAwait(false);
            using var document = new MemoryStream();
            await using var input = Console.OpenStandardInput();
            await input.CopyToAsync(document, cancellation).ConfigureAwait(false);
            return document.ToArray();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.InvalidInput, $"{file}: the document cannot be read: {failure.Message}");
        }
    }

    private static JsonElement? ParseVariables(string? text)
    {
        if (text is null)
            return null;
        try
        {
            var variables = JsonElement.Parse(text);
            return variables.ValueKind == JsonValueKind.Object
                ? variables
                : throw new CommandException(ExitCodes.Usage, "--variables is not a JSON object: expected one such as {\"first\": 10}.");
        }
        catch (JsonException error)
        {
            throw new CommandException(ExitCodes.Usage, $"--variables is not valid JSON: {error.Message}");
        }
    }
}
