using GraphIntel.Core.Response;

namespace GraphIntel.Server.Exports;

/// <summary>Where an export goes.</summary>
internal interface IExportTarget
{
    /// <summary>Begins the file: the first bytes are ready.</summary>
    /// <param name="name">The name of the file, without an extension: a name of GraphQL.</param>
    void Begin(string name);

    /// <summary>Sends what a buffer holds.</summary>
    ValueTask SendAsync(ResponseBuffer buffer, CancellationToken cancellation);
}
