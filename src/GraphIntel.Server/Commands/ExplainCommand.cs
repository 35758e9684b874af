using System.CommandLine;
using System.Text;
using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary><c>graphintel explain</c>: prints the plan and the statements of an operation, and the query plans of the database.</summary>
internal static class ExplainCommand
{
    private const string Stdin = "-";

    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = $"The file with the GraphQL document; {Stdin} for stdin." };
        var operation = new Option<string?>("--operation") { Description = "The operation, if the document has several.", HelpName = "NAME" };
        var variables = new Option<string?>("--variables") { Description = "The variables, as a JSON object.", HelpName = "JSON" };
        var analyze = new Option<bool>("--analyze") { Description = "Execute the operation, and add times and counts." };
        var command = new Command(
            "explain",
            "Print the plan of an operation, its statements, and how the database executes them. The store must exist; nothing is written to it. " +
            $"The exit code is {ExitCodes.Usage} if the operation has errors, which are printed on stderr as the API returns them.")
        {
            file, operation, variables, analyze, common.Store, common.NoSchema, common.Model,
        };
        command.SetAction(result => CommandRunner.RunAsync(async cancellation =>
        {
            var model = ModelFile.Load(result.GetValue(common.Model));
            var request = new GraphRequest(
                await ReadAsync(result.GetRequiredValue(file), cancellation).ConfigureAwait(false),
                result.GetValue(operation),
                ParseVariables(result.GetValue(variables)));
            await using var store = CommonOptions.Open(result.GetRequiredValue(common.Store), model, result.GetValue(common.NoSchema));
            await store.AttachAsync(cancellation).ConfigureAwait(false);
            var engine = new GraphEngine(SchemaBuilder.Build(model), store, new EngineOptions());
            return await RunAsync(new OperationExplainer(engine, store), request, result.GetValue(analyze), cancellation).ConfigureAwait(false);
        }));
        return command;
    }

    private static async Task<int> RunAsync(OperationExplainer explainer, GraphRequest request, bool analyze, CancellationToken cancellation)
    {
        try
        {
            var explanation = await explainer.ExplainAsync(request, analyze, cancellation).ConfigureAwait(false);
            foreach (var line in ExplanationText.Lines(explanation))
                Console.WriteLine(line);
            if (explanation.Exceeded is not { } exceeded)
                return ExitCodes.Success;
            throw new OperationRefusedException(exceeded);
        }
        catch (OperationRefusedException refusal)
        {
            using var response = EngineResponse.Refuse(refusal.Outcome, refusal.Errors);
            throw new CommandException(ExitCodes.Usage, Encoding.UTF8.GetString(response.Body.Span));
        }
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            if (file != Stdin)
                return await File.ReadAllBytesAsync(file, cancellation).ConfigureAwait(false);
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
