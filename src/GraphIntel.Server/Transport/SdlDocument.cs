using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace GraphIntel.Server.Transport;

/// <summary>The schema as text. It changes only with the server or its model, so a client that has it is told so.</summary>
internal sealed class SdlDocument(string sdl)
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(sdl);
    private readonly EntityTagHeaderValue _tag = new(
        '"' + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sdl)).AsSpan(0, 16)) + '"');

    public Task WriteAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(_bytes, "text/plain; charset=utf-8", entityTag: _tag).ExecuteAsync(context);
    }
}
