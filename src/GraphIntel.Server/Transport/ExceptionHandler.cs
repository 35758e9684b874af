using GraphIntel.Core.Errors;
using GraphIntel.Core.Response;

namespace GraphIntel.Server.Transport;

/// <summary>
/// Middleware that turns exceptions into responses: a rejected request gets its status, an internal error gets 500 and an id that
/// is also in the log.
/// </summary>
internal sealed partial class ExceptionHandler(RequestDelegate next, ILogger<ExceptionHandler> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has disconnected.
        }
        catch (RequestRejectedException rejection)
        {
            await Responses.WriteAsync(context, rejection.Status, rejection.Message, rejection.Code).ConfigureAwait(false);
        }
        catch (MemoryBudgetException busy)
        {
            await Responses.WriteAsync(
                context, StatusCodes.Status503ServiceUnavailable, busy.Message, ErrorCodes.StoreBusy).ConfigureAwait(false);
        }
        catch (BadHttpRequestException rejection)
        {
            await Responses.WriteAsync(
                context, rejection.StatusCode, "The HTTP request is malformed.", ErrorCodes.RequestInvalid).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var id = Guid.NewGuid().ToString("N")[..12];
            LogInternalError(id, ExceptionText.Of(exception));
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }
            await Responses.WriteAsync(
                context,
                StatusCodes.Status500InternalServerError,
                $"Internal server error; the details are in the server's log under the id {id}.",
                ErrorCodes.Internal).ConfigureAwait(false);
        }
    }

    [LoggerMessage(EventId = 11, Level = LogLevel.Error, Message = "Internal error {Id}: {Exception}")]
    private partial void LogInternalError(string id, string exception);
}
