using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace GraphIntel.Server.Transport;

/// <summary>
/// The schema in SDL, printed at the first request. It changes only with the server or its model, so it has an entity tag.
/// </summary>
internal sealed class SdlDocument(Func<string> print)
{
    private readonly Lazy<(byte[] Bytes, EntityTagHeaderValue Tag)> _printed = new(() =>
    {
        var bytes = Encoding.UTF8.GetBytes(print());
        return (bytes, new EntityTagHeaderValue('"' + Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16)) + '"'));
    });

    public Task WriteAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(_printed.Value.Bytes, "text/plain; charset=utf-8", entityTag: _printed.Value.Tag).ExecuteAsync(context);
    }
}
