using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace GraphIntel.Server.Transport;

/// <summary>Compresses responses that are worth it: text above a size. A response of unknown length is taken for a large one.</summary>
internal sealed class LargeResponses(
    IServiceProvider services, IOptions<ResponseCompressionOptions> compression, TransportOptions options)
    : ResponseCompressionProvider(services, compression)
{
    /// <inheritdoc/>
    public override bool ShouldCompressResponse(HttpContext context) =>
        (context.Response.ContentLength is not { } length || length >= options.MinCompressedBytes) && base.ShouldCompressResponse(context);
}
