using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace GraphIntel.Server.Transport;

/// <summary>
/// A document that follows from the schema: the SDL, or the meaning of the model. It is printed at the first request, and has an
/// entity tag, because it changes only with the server or its model.
/// </summary>
/// <param name="contentType">The media type with its parameters.</param>
/// <param name="print">Prints the document, in UTF-8.</param>
internal sealed class SchemaDocument(string contentType, Func<byte[]> print)
{
    private readonly Lazy<(byte[] Bytes, EntityTagHeaderValue Tag)> _printed = new(() =>
    {
        var bytes = print();
        return (bytes, new EntityTagHeaderValue('"' + Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16)) + '"'));
    });

    /// <summary>Writes it, or status 304 if the client has it already.</summary>
    public Task WriteAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(_printed.Value.Bytes, contentType, entityTag: _printed.Value.Tag).ExecuteAsync(context);
    }
}
