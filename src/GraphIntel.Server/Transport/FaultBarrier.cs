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
            LogFault(id, FaultText.Of(fault));
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

    [LoggerMessage(EventId = 11, Level = LogLevel.Error, Message = "Fault {Id}: {Fault}")]
    private partial void LogFault(string id, string fault);
}
