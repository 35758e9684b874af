using System.Xml;
using GraphIntel.Core.Export;

namespace GraphIntel.Server.Exports;

/// <summary>An XML format of graphs.</summary>
internal interface IGraphFormat
{
    /// <summary>Writes a graph. Between two items of the result, what is written can be sent.</summary>
    IEnumerable<bool> Write(XmlWriter xml, ExportedGraph graph);
}
