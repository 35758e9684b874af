using GraphIntel.Core.Errors;

namespace GraphIntel.Server.Transport;

/// <summary>
/// Middleware that rejects requests with a Host header that is not allowed, as protection against DNS rebinding: a page of another
/// site cannot read the server by resolving its own name to the server's address.
/// </summary>
internal sealed class HostCheck(RequestDelegate next, AllowedHosts hosts)
{
    private const int MaxShownLength = 100;

    public Task InvokeAsync(HttpContext context)
    {
        // Kestrel rejects an HTTP/1.1 request without the header, or with two.
        var host = context.Request.Headers.Host.ToString();
        // Every browser sends the header; the health checks of some load balancers do not, in HTTP/1.0.
        if (host.Length == 0 && HttpProtocol.IsHttp10(context.Request.Protocol))
            return next(context);
        if (hosts.Allows(host))
            return next(context);
        var shown = host.Length <= MaxShownLength ? host : host[..MaxShownLength] + "...";
        throw new RequestRejectedException(
            StatusCodes.Status421MisdirectedRequest,
            $"The host `{shown}` is not allowed. Use localhost or an IP address, or start the server with the name in --allowed-hosts.",
            ErrorCodes.HostNotAllowed);
    }
}
