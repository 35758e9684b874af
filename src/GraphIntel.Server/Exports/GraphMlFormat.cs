using System.Globalization;
using System.Xml;
using GraphIntel.Core.Export;
using GraphIntel.Core.Model;

namespace GraphIntel.Server.Exports;

/// <summary>
/// GraphML. The ids of elements are those of the graph; characters that a name token of XML cannot have are encoded, and the
/// attribute <c>id</c> has the id as it is.
/// </summary>
internal sealed class GraphMlFormat : IGraphFormat
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";
    private const string Schema = "http://www.w3.org/2001/XMLSchema-instance";
    private const string Location = Namespace + " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd";

    private static readonly string[] Common = ["id", "label", GraphText.Type];

    /// <inheritdoc/>
    public IEnumerable<bool> Write(XmlWriter xml, ExportedGraph graph)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("graphml", Namespace);
        xml.WriteAttributeString("xsi", "schemaLocation", Schema, Location);
        WriteKeys(xml, "node", graph.NodeAttributes);
        WriteKeys(xml, "edge", graph.EdgeAttributes);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (var node in graph.Nodes)
        {
            WriteNode(xml, graph, node);
            yield return true;
        }
        foreach (var edge in graph.Edges)
        {
            WriteEdge(xml, graph, edge);
            yield return true;
        }
        xml.WriteEndDocument();
    }

    private static void WriteKeys(XmlWriter xml, string kind, GraphAttributes attributes)
    {
        foreach (var name in Common.Where(name => !Has(attributes, name)))
            WriteKey(xml, Key(kind, name), kind, name, "string");
        for (var index = 0; index < attributes.All.Count; index++)
        {
            var (name, type) = attributes.All[index];
            WriteKey(xml, Key(kind, index), kind, name, TypeOf(type));
        }
    }

    private static void WriteKey(XmlWriter xml, string id, string kind, string name, string type)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("for", kind);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void WriteNode(XmlWriter xml, ExportedGraph graph, GraphElement node)
    {
        xml.WriteStartElement("node", Namespace);
        xml.WriteAttributeString("id", XmlConvert.EncodeNmToken(node.Id!));
        WriteData(xml, "node", graph.NodeAttributes, graph, node);
        xml.WriteEndElement();
    }

    private static void WriteEdge(XmlWriter xml, ExportedGraph graph, GraphElement edge)
    {
        xml.WriteStartElement("edge", Namespace);
        if (edge.Id is { } id)
            xml.WriteAttributeString("id", XmlConvert.EncodeNmToken(id));
        xml.WriteAttributeString("source", XmlConvert.EncodeNmToken(edge.Source));
        xml.WriteAttributeString("target", XmlConvert.EncodeNmToken(edge.Target));
        if (edge.IsUndirected)
            xml.WriteAttributeString("directed", "false");
        WriteData(xml, "edge", graph.EdgeAttributes, graph, edge);
        xml.WriteEndElement();
    }

    private static void WriteData(XmlWriter xml, string kind, GraphAttributes attributes, ExportedGraph graph, GraphElement element)
    {
        if (element.Id is { } id && !Has(attributes, "id"))
            WriteData(xml, Key(kind, "id"), GraphText.Clean(id));
        if (!Has(attributes, "label"))
            WriteData(xml, Key(kind, "label"), GraphText.LabelOf(graph, element));
        if (element.Type is { } type && !Has(attributes, GraphText.Type))
            WriteData(xml, Key(kind, GraphText.Type), type.Name);
        foreach (var (attribute, json) in graph.ValuesOf(element))
            WriteData(xml, Key(kind, attribute), GraphText.Of(json));
    }

    private static void WriteData(XmlWriter xml, string key, string text)
    {
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", key);
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    /// <summary>Whether the response itself has a field of that name, which then is the attribute.</summary>
    private static bool Has(GraphAttributes attributes, string name) => attributes.All.Any(attribute => attribute.Name == name);

    private static string Key(string kind, string name) => $"{kind}_{name}";

    private static string Key(string kind, int attribute) => string.Create(CultureInfo.InvariantCulture, $"{kind}{attribute}");

    private static string TypeOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Int => "int",
        ScalarKind.Long => "long",
        ScalarKind.Float => "double",
        ScalarKind.Boolean => "boolean",
        ScalarKind.Id or ScalarKind.String or ScalarKind.Date or ScalarKind.Point or ScalarKind.Enum => "string",
    };
}
