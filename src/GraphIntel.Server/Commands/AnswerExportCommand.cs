using System.CommandLine;
using System.Globalization;
using System.Text;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Server.Exports;
using GraphIntel.Server.Startup;

namespace GraphIntel.Server.Commands;

/// <summary><c>graphintel export csv QUERY.graphql</c> and others: write the answer to an operation as a file.</summary>
internal static class AnswerExportCommand
{
    private static readonly EngineOptions Defaults = new();

    public static Command Create(CommonOptions common, ExportFormat format)
    {
        var operation = new OperationOptions("QUERY");
        var output = new Option<string?>("--output", "-o") { Description = "The file to write to, instead of stdout. It is replaced when the export is complete.", HelpName = "FILE" };
        var rows = new Option<int>("--max-export-rows")
        {
            Description = "Maximum number of rows.",
            HelpName = "N",
            DefaultValueFactory = _ => Defaults.MaxExportRows,
        };
        var excel = new Option<bool>("--excel") { Description = "Begin with a byte order mark, and mark texts as such that a spreadsheet would take for formulas." };
        var command = new Command(format.Name, Describe(format))
        {
            operation.File, operation.Name, operation.Variables, output, common.Store, common.NoSchema, common.Model,
        };
        if (format == ExportFormat.Csv)
            command.Add(excel);
        if (format.Graph is null)
            command.Add(rows);
        rows.Validators.Add(result =>
        {
            if (result.GetValue(rows) is < 1 or int.MaxValue)
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--max-export-rows must be an integer from 1 to {int.MaxValue - 1}."));
        });
        command.SetAction(result => CommandRunner.RunAsync(async cancellation =>
        {
            var model = ModelFile.Load(result.GetValue(common.Model));
            var request = await operation.ReadAsync(result, cancellation).ConfigureAwait(false);
            await using var store = CommonOptions.Open(result.GetRequiredValue(common.Store), model, result.GetValue(common.NoSchema));
            await store.AttachAsync(cancellation).ConfigureAwait(false);
            var options = new EngineOptions
            {
                ExportTimeout = Timeout.InfiniteTimeSpan,
                MaxExportRows = format.Graph is null ? result.GetValue(rows) : Defaults.MaxExportRows,
            };
            var engine = new GraphEngine(SchemaBuilder.Build(model), store, options);
            using var target = FileTarget.Open(result.GetValue(output));
            using var deadline = engine.StartExport(cancellation);
            await RunAsync(
                () => new Exporter(engine, model).RunAsync(format, request, format == ExportFormat.Csv && result.GetValue(excel), target, deadline))
                .ConfigureAwait(false);
            target.Complete();
            return ExitCodes.Success;
        }));
        return command;
    }

    private static string Describe(ExportFormat format) => format.Graph is null
        ? $"Write all rows of the connection at the root of an operation as {format.Name}. The store must exist; nothing is written to it."
        : $"Write the nodes and relationships in the answer to an operation as {format.Name}. The store must exist; nothing is written to it.";

    private static async Task RunAsync(Func<Task> run)
    {
        try
        {
            await run().ConfigureAwait(false);
        }
        catch (ExportFailedException failure)
        {
            using var response = EngineResponse.Refuse(failure.Outcome, [.. failure.Errors]);
            throw new CommandException(
                failure.Outcome == GraphOutcome.Refused ? ExitCodes.Usage : ExitCodes.Store, Encoding.UTF8.GetString(response.Body.Span));
        }
    }
}
