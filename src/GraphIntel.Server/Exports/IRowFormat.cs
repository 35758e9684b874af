using GraphIntel.Core.Export;
using GraphIntel.Core.Response;

namespace GraphIntel.Server.Exports;

/// <summary>A format of rows: writes pages of them into buffers, which are sent one after another.</summary>
internal interface IRowFormat : IRowWriter, IDisposable
{
    /// <summary>Sets the buffer for what is written next.</summary>
    void WriteTo(ResponseBuffer buffer);

    /// <summary>Writes what precedes the rows.</summary>
    void Begin();

    /// <summary>Writes what is pending into the buffer.</summary>
    void Flush();

    /// <summary>Writes what follows the rows.</summary>
    void End();
}
