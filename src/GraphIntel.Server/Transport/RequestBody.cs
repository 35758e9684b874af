using System.Buffers;
using System.Globalization;
using GraphIntel.Core.Execution;
using Microsoft.Net.Http.Headers;

namespace GraphIntel.Server.Transport;

/// <summary>The bytes of a request's body in a rented array.</summary>
internal sealed class RequestBody : IDisposable
{
    // What a client merely announces is not rented at once.
    private const int FirstBytes = 16 * 1024;

    private byte[] _bytes;
    private int _length;

    private RequestBody(int size) => _bytes = ArrayPool<byte>.Shared.Rent(size);

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    /// <summary>Reads a body of JSON.</summary>
    /// <exception cref="RequestRefusedException">It is of another type, or too large.</exception>
    public static async ValueTask<RequestBody> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        CheckType(request);
        if (request.ContentLength > limit)
            throw TooLarge(limit, request.ContentLength);
        var body = new RequestBody((int)Math.Min(FirstBytes, (request.ContentLength ?? FirstBytes) + 1));
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(body.Free(), cancellation).ConfigureAwait(false)) > 0)
            {
                body._length += read;
                if (body._length > limit)
                    throw TooLarge(limit);
            }
            return body;
        }
        catch (BadHttpRequestException refusal) when (refusal.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            body.Dispose();
            throw TooLarge(limit);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    private static void CheckType(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new RequestRefusedException(
                StatusCodes.Status415UnsupportedMediaType, "A request by POST is JSON: send the header `Content-Type: application/json`.");
        }
        if (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new RequestRefusedException(
                StatusCodes.Status415UnsupportedMediaType, "A request is encoded in UTF-8: leave the charset out, or write `charset=utf-8`.");
        }
        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity")
        {
            throw new RequestRefusedException(
                StatusCodes.Status415UnsupportedMediaType, "A request is not compressed: leave the header `Content-Encoding` out.");
        }
    }

    private static RequestRefusedException TooLarge(int limit, long? length = null) => new(
        StatusCodes.Status413PayloadTooLarge,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The body has {length?.ToString("N0", CultureInfo.InvariantCulture) ?? "too many"} bytes; at most {limit:N0} are read. Ask in parts, with fewer values."),
        ErrorCodes.LimitExceeded);

    private Memory<byte> Free()
    {
        if (_length == _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
            Bytes.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
        return _bytes.AsMemory(_length);
    }
}
