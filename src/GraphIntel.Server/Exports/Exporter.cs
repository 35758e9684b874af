using System.Text;
using System.Xml;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Export;
using GraphIntel.Core.Model;
using GraphIntel.Core.Response;
using GraphIntel.Core.Storage;

namespace GraphIntel.Server.Exports;

/// <summary>Exports the answer to an operation as a file, part by part. Safe for concurrent use.</summary>
internal sealed class Exporter(GraphEngine engine, GraphModel model)
{
    // A part of an XML file that is sent at once.
    private const int PartBytes = 128 * 1024;

    private const string GraphName = "graph";

    private static readonly XmlWriterSettings XmlSettings = new() { Encoding = new UTF8Encoding(false), WriteEndDocumentOnClose = false };

    /// <summary>Writes the file. If this throws after the target has begun, the file is not complete.</summary>
    /// <param name="format">The format.</param>
    /// <param name="request">The operation.</param>
    /// <param name="isForExcel">Whether CSV is for Excel.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="deadline">The deadline of the export.</param>
    /// <exception cref="ExportFailedException">It cannot begin, or cannot be completed.</exception>
    public async Task RunAsync(ExportFormat format, GraphRequest request, bool isForExcel, IExportTarget target, RequestDeadline deadline)
    {
        try
        {
            if (format.Graph is { } graph)
                await WriteGraphAsync(graph, request, target, deadline).ConfigureAwait(false);
            else
                await WriteRowsAsync(format, request, isForExcel, target, deadline).ConfigureAwait(false);
        }
        catch (OperationRefusedException refusal)
        {
            throw new ExportFailedException(refusal.Outcome, refusal.Errors);
        }
        catch (StoreException failure)
        {
            throw new ExportFailedException(GraphOutcome.Executed, [StoreErrors.Of(failure, null)]);
        }
        catch (MemoryBudgetException busy)
        {
            throw new ExportFailedException(GraphOutcome.Busy, [new GraphError(busy.Message, ErrorCodes.StoreBusy, [])]);
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            throw new ExportFailedException(GraphOutcome.Executed, [deadline.Error]);
        }
    }

    private async Task WriteRowsAsync(
        ExportFormat format, GraphRequest request, bool isForExcel, IExportTarget target, RequestDeadline deadline)
    {
        using var rows = await engine.OpenRowsAsync(request, deadline).ConfigureAwait(false);
        var table = new RowTable(rows.Connection, hasGeometry: format == ExportFormat.GeoJson);
        using IRowFormat file = format == ExportFormat.GeoJson ? new GeoJsonFormat(table) : new CsvFormat(table, isForExcel);
        table.WriteTo(file);
        var hasBegun = false;
        while (!rows.IsComplete)
        {
            using var buffer = new ResponseBuffer(engine.Memory);
            using (var page = await rows.ReadAsync().ConfigureAwait(false))
            {
                Require(page);
                await WorkerThread.SwitchAsync();
                file.WriteTo(buffer);
                if (!hasBegun)
                    file.Begin();
                rows.Take(page, table);
            }
            if (rows.IsComplete)
                file.End();
            else
                file.Flush();
            if (!hasBegun)
                target.Begin(rows.Connection.ResponseKey);
            hasBegun = true;
            await target.SendAsync(buffer, deadline.Token).ConfigureAwait(false);
        }
    }

    private async Task WriteGraphAsync(IGraphFormat format, GraphRequest request, IExportTarget target, RequestDeadline deadline)
    {
        using var execution = new RequestDeadline(engine.Timeout, deadline.Token);
        var (response, plan) = await engine.ExecuteGraphAsync(request, GraphReader.Check, execution).ConfigureAwait(false);
        using (response)
        {
            Require(response);
            // What is made of a response takes about as much memory as the response.
            using var reserved = engine.Memory.Reserve(response.Length);
            await WorkerThread.SwitchAsync();
            var graph = GraphReader.Read(model, plan, response.Body);
            target.Begin(GraphName);
            await WriteXmlAsync(format, graph, target, deadline.Token).ConfigureAwait(false);
        }
    }

    private async Task WriteXmlAsync(IGraphFormat format, ExportedGraph graph, IExportTarget target, CancellationToken cancellation)
    {
        using var buffer = new ResponseBuffer(engine.Memory);
        using var xml = XmlWriter.Create(new BufferStream { Buffer = buffer }, XmlSettings);
        foreach (var _ in format.Write(xml, graph))
        {
            if (buffer.Length < PartBytes)
                continue;
            await target.SendAsync(buffer, cancellation).ConfigureAwait(false);
            // Releases the memory; the buffer is empty then.
            buffer.Dispose();
        }
        xml.Flush();
        await target.SendAsync(buffer, cancellation).ConfigureAwait(false);
    }

    /// <summary>A response with errors is not complete, so no file is made of it.</summary>
    private static void Require(EngineResponse response)
    {
        if (response.Errors.Count > 0)
            throw new ExportFailedException(response.Outcome, response.Errors);
    }
}
