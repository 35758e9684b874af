using GraphIntel.Core.Response;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace GraphIntel.Server.Transport;

/// <summary>
/// Compresses responses above a minimum size, while the memory budget allows another compressor. A response of unknown length
/// counts as large.
/// </summary>
internal sealed class LargeResponseCompression(
    IServiceProvider services, IOptions<ResponseCompressionOptions> compression, TransportOptions options, MemoryBudget budget)
    : ResponseCompressionProvider(services, compression)
{
    /// <summary>Memory of Brotli's encoder for one response; gzip's needs less.</summary>
    private const int CompressorBytes = 1024 * 1024;

    /// <inheritdoc/>
    public override bool ShouldCompressResponse(HttpContext context)
    {
        if (context.Response.ContentLength < options.MinCompressedBytes || !base.ShouldCompressResponse(context))
            return false;
        // Without memory for a compressor, the response is sent uncompressed.
        if (!budget.TryReserve(CompressorBytes, already: 0))
            return false;
        context.Response.RegisterForDispose(new Compressor(budget));
        return true;
    }

    private sealed class Compressor(MemoryBudget budget) : IDisposable
    {
        public void Dispose() => budget.Return(CompressorBytes);
    }
}
