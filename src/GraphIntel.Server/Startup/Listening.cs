using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GraphIntel.Server.Startup;

/// <summary>Starts the server, and explains why it cannot listen.</summary>
internal static class Listening
{
    /// <exception cref="CommandException">The server cannot listen on an address.</exception>
    public static async Task StartAsync(WebApplication server, IReadOnlyList<string> addresses, CancellationToken cancellation)
    {
        try
        {
            await server.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            throw new CommandException(
                ExitCodes.Usage,
                $"Address already in use: another process listens on {Join(addresses)}, perhaps another GraphIntel.",
                "Stop it, or choose another port, for example: graphintel serve --urls http://localhost:5081");
        }
        catch (SocketException failure)
        {
            throw new CommandException(
                ExitCodes.Usage,
                $"The server cannot listen on {Join(addresses)}: {failure.Message}.",
                "Use --urls with an address of this machine and a port above 1023, such as http://localhost:5080.");
        }
    }

    /// <summary>The addresses of a started server, with the actual ports; empty in a test host, which does not use the network.</summary>
    public static IEnumerable<string> Addresses(WebApplication server) =>
        server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    private static string Join(IReadOnlyList<string> addresses) => string.Join(" or ", addresses);
}
