using System.Text;
using GraphIntel.Core.Execution;

namespace GraphIntel.Server.Transport;

/// <summary>Answers what nobody else caught: refusals with their status, faults of ours with 500 and an id to look for in the log.</summary>
internal sealed partial class FaultBarrier(RequestDelegate next, ILogger<FaultBarrier> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (RequestRefusedException refusal)
        {
            await Responses.WriteAsync(context, refusal.Status, refusal.Message, refusal.Code).ConfigureAwait(false);
        }
        catch (BadHttpRequestException refusal)
        {
            await Responses.WriteAsync(
                context, refusal.StatusCode, "The request could not be read.", ErrorCodes.RequestInvalid).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            var id = Guid.NewGuid().ToString("N")[..12];
            LogFault(id, Describe(fault));
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }
            await Responses.WriteAsync(
                context,
                StatusCodes.Status500InternalServerError,
                $"The server failed; its log has the reason under {id}.",
                ErrorCodes.Internal).ConfigureAwait(false);
        }
    }

    /// <summary>Types and stacks: a message can quote a value of the request, which does not belong in a log.</summary>
    private static string Describe(Exception fault)
    {
        var text = new StringBuilder();
        for (var current = fault; current is not null; current = current.InnerException)
            text.Append(current.GetType().FullName).Append('\n').Append(current.StackTrace).Append('\n');
        return text.ToString();
    }

    [LoggerMessage(EventId = 11, Level = LogLevel.Error, Message = "Fault {Id}: {Fault}")]
    private partial void LogFault(string id, string fault);
}
