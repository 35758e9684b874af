using System.CommandLine;
using System.Text;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary><c>graphintel explain</c>: prints the plan and the statements of an operation, and the query plans of the database.</summary>
internal static class ExplainCommand
{
    public static Command Create(CommonOptions common)
    {
        var operation = new OperationOptions("FILE");
        var analyze = new Option<bool>("--analyze") { Description = "Execute the operation, and add times and counts." };
        var command = new Command(
            "explain",
            "Print the plan of an operation, its statements, and how the database executes them. The store must exist; nothing is written to it. " +
            $"The exit code is {ExitCodes.Usage} if the operation has errors, which are printed on stderr as the API returns them.")
        {
            operation.File, operation.Name, operation.Variables, analyze, common.Store, common.NoSchema, common.Model,
        };
        command.SetAction(result => CommandRunner.RunAsync(async cancellation =>
        {
            var model = ModelFile.Load(result.GetValue(common.Model));
            var request = await operation.ReadAsync(result, cancellation).ConfigureAwait(false);
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
}
