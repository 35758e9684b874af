using System.Net.Sockets;
using GraphIntel.Server.Commands;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GraphIntel.Server.Startup;

/// <summary>Starts to listen, and says what stands in the way in words that help.</summary>
internal static class Listening
{
    /// <exception cref="CommandFailure">An address cannot be listened at.</exception>
    public static async Task StartAsync(WebApplication server, IReadOnlyList<string> addresses, CancellationToken cancellation)
    {
        try
        {
            await server.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            throw new CommandFailure(
                ExitCodes.Usage,
                $"Another program already listens at {Names(addresses)}, perhaps another GraphIntel.",
                "Stop it, or choose another port, such as: graphintel serve --urls http://localhost:5081");
        }
        catch (SocketException failure)
        {
            throw new CommandFailure(
                ExitCodes.Usage,
                $"The server cannot listen at {Names(addresses)}: {failure.Message}.",
                "Choose an address of this machine and a port above 1023 with --urls, such as http://localhost:5080.");
        }
    }

    /// <summary>Where a started server listens, with the real ports; nowhere where a test host keeps it off the network.</summary>
    public static IEnumerable<string> Addresses(WebApplication server) =>
        server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    private static string Names(IReadOnlyList<string> addresses) => string.Join(" or ", addresses);
}
