using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Numerics;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Response;
using GraphIntel.Core.Values;
using Microsoft.Net.Http.Headers;

namespace GraphIntel.Server.Transport;

/// <summary>The body of a request, in a rented array.</summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>The minimum rate at which a client must send a body and read a response; Kestrel enforces it.</summary>
    public const int MinBytesPerSecond = 4 * 1024;

    // The initial buffer does not depend on Content-Length alone, which a client can set to any value.
    private const int InitialBufferBytes = 16 * 1024;

    private readonly MemoryBudget _budget;
    private byte[] _bytes = [];
    private int _length;

    private RequestBody(MemoryBudget budget, int size)
    {
        _budget = budget;
        _bytes = Rent(size);
    }

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    /// <summary>Reads a JSON body.</summary>
    /// <exception cref="RequestRejectedException">The body has another type, is too large, or arrives too slowly.</exception>
    /// <exception cref="MemoryBudgetException">The requests in flight use all of their memory budget.</exception>
    public static async ValueTask<RequestBody> ReadAsync(HttpRequest request, int limit, MemoryBudget budget, RequestDeadline deadline)
    {
        CheckType(request);
        if (request.ContentLength > limit)
            throw TooLarge(limit, request.ContentLength);
        var body = new RequestBody(budget, (int)Math.Min(InitialBufferBytes, (request.ContentLength ?? InitialBufferBytes) + 1));
        var timeout = default(CancellationTokenRegistration);
        try
        {
            var reader = request.BodyReader;
            while (true)
            {
                // A body that arrived with the headers needs no timer.
                if (!reader.TryRead(out var read))
                {
                    if (timeout == default)
                        timeout = CancelReadAt(deadline, reader);
                    read = await reader.ReadAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
                }
                try
                {
                    if (read.IsCanceled)
                        throw TooSlow(request, deadline.Limit);
                    if (body._length + read.Buffer.Length > limit)
                        throw TooLarge(limit);
                    body.Append(read.Buffer);
                }
                finally
                {
                    // Also when the request is rejected, because Kestrel reads the rest.
                    reader.AdvanceTo(read.Buffer.End);
                }
                if (read.IsCompleted)
                    return body;
            }
        }
        catch (BadHttpRequestException error) when (error.StatusCode is StatusCodes.Status413PayloadTooLarge or StatusCodes.Status408RequestTimeout)
        {
            body.Dispose();
            throw error.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge(limit) : TooSlow(request, deadline.Limit);
        }
        catch
        {
            body.Dispose();
            throw;
        }
        finally
        {
            await timeout.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    // After a cancellation by a token, Kestrel could not read the rest of the body.
    private static CancellationTokenRegistration CancelReadAt(RequestDeadline deadline, PipeReader reader) =>
        deadline.Token.UnsafeRegister(static reader => ((PipeReader)reader!).CancelPendingRead(), reader);

    private static void CheckType(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new RequestRejectedException(
                StatusCodes.Status415UnsupportedMediaType, "The body of a POST request must be JSON: send the header `Content-Type: application/json`.");
        }
        if (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new RequestRejectedException(
                StatusCodes.Status415UnsupportedMediaType, "The body must be encoded in UTF-8: remove `charset` from the header `Content-Type`, or set `charset=utf-8`.");
        }
        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity")
        {
            throw new RequestRejectedException(
                StatusCodes.Status415UnsupportedMediaType, "A compressed body is not supported: send it without the header `Content-Encoding`.");
        }
    }

    private static RequestRejectedException TooLarge(int limit, long? length = null) => new(
        StatusCodes.Status413PayloadTooLarge,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The body {(length is null ? "" : string.Create(CultureInfo.InvariantCulture, $"has {length:N0} bytes, which "))}exceeds the limit of {limit:N0} bytes (--max-body-bytes). Send fewer values per request."),
        ErrorCodes.LimitExceeded);

    private static RequestRejectedException TooSlow(HttpRequest request, TimeSpan limit)
    {
        // Without it, Kestrel would wait for the rest of the body.
        request.HttpContext.Response.Headers.Connection = "close";
        return new RequestRejectedException(
            StatusCodes.Status408RequestTimeout,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The body arrived too slowly: it must arrive within {limit.TotalSeconds} seconds, at {MinBytesPerSecond} bytes per second or more."),
            ErrorCodes.Timeout);
    }

    private void Append(ReadOnlySequence<byte> bytes)
    {
        var length = _length + (int)bytes.Length;
        if (length > _bytes.Length)
        {
            var larger = Rent((int)BitOperations.RoundUpToPowerOf2((uint)length));
            Bytes.CopyTo(larger);
            Return(_bytes);
            _bytes = larger;
        }
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length = length;
    }

    private byte[] Rent(int size)
    {
        var bytes = ByteArrays.Rent(size);
        if (_budget.TryReserve(bytes.Length, _bytes.Length))
            return bytes;
        ByteArrays.Return(bytes);
        throw new MemoryBudgetException(_budget.MaxBytes);
    }

    private void Return(byte[] bytes)
    {
        if (bytes.Length == 0)
            return;
        ByteArrays.Return(bytes);
        _budget.Return(bytes.Length);
    }
}
