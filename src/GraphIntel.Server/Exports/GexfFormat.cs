using System.Globalization;
using System.Xml;
using GraphIntel.Core.Export;
using GraphIntel.Core.Model;

namespace GraphIntel.Server.Exports;

/// <summary>
/// GEXF 1.3. Nodes with a day and relationships with dates exist in intervals, whose first and last days are included, as the format
/// requires; a missing date leaves the interval open.
/// </summary>
internal sealed class GexfFormat : IGraphFormat
{
    private const string Namespace = "http://gexf.net/1.3";
    private const string Schema = "http://www.w3.org/2001/XMLSchema-instance";
    private const string Day = "yyyy-MM-dd";

    /// <inheritdoc/>
    public IEnumerable<bool> Write(XmlWriter xml, ExportedGraph graph)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("xsi", "schemaLocation", Schema, $"{Namespace} {Namespace}/gexf.xsd");
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("defaultedgetype", "directed");
        xml.WriteAttributeString("idtype", "string");
        if (graph.Nodes.Concat(graph.Edges).Any(element => IntervalOf(graph, element) is not (null, null)))
        {
            xml.WriteAttributeString("mode", "dynamic");
            xml.WriteAttributeString("timeformat", "date");
            xml.WriteAttributeString("timerepresentation", "interval");
        }
        WriteAttributes(xml, "node", graph.NodeAttributes);
        WriteAttributes(xml, "edge", graph.EdgeAttributes);
        xml.WriteStartElement("nodes", Namespace);
        foreach (var node in graph.Nodes)
        {
            WriteNode(xml, graph, node);
            yield return true;
        }
        xml.WriteEndElement();
        xml.WriteStartElement("edges", Namespace);
        var parallel = new Dictionary<(string Source, string Target, string Label), int>();
        foreach (var edge in graph.Edges)
        {
            WriteEdge(xml, graph, edge, parallel);
            yield return true;
        }
        xml.WriteEndDocument();
    }

    private static void WriteAttributes(XmlWriter xml, string of, GraphAttributes attributes)
    {
        xml.WriteStartElement("attributes", Namespace);
        xml.WriteAttributeString("class", of);
        for (var index = 0; index < attributes.All.Count; index++)
            WriteAttribute(xml, Number(index), attributes.All[index].Name, TypeOf(attributes.All[index].Kind));
        if (attributes.All.All(attribute => attribute.Name != GraphText.Type))
            WriteAttribute(xml, GraphText.Type, GraphText.Type, "string");
        xml.WriteEndElement();
    }

    private static void WriteAttribute(XmlWriter xml, string id, string title, string type)
    {
        xml.WriteStartElement("attribute", Namespace);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("title", title);
        xml.WriteAttributeString("type", type);
        xml.WriteEndElement();
    }

    private static void WriteNode(XmlWriter xml, ExportedGraph graph, GraphElement node)
    {
        xml.WriteStartElement("node", Namespace);
        xml.WriteAttributeString("id", GraphText.Clean(node.Id!));
        xml.WriteAttributeString("label", GraphText.LabelOf(graph, node));
        WriteInterval(xml, graph, node);
        WriteValues(xml, graph.NodeAttributes, graph, node);
        xml.WriteEndElement();
    }

    /// <summary>Writes an edge; <paramref name="parallel"/> counts those before it by their ends and label.</summary>
    private static void WriteEdge(
        XmlWriter xml, ExportedGraph graph, GraphElement edge, Dictionary<(string Source, string Target, string Label), int> parallel)
    {
        xml.WriteStartElement("edge", Namespace);
        if (edge.Id is { } id)
            xml.WriteAttributeString("id", GraphText.Clean(id));
        xml.WriteAttributeString("source", GraphText.Clean(edge.Source));
        xml.WriteAttributeString("target", GraphText.Clean(edge.Target));
        if (edge.IsUndirected)
            xml.WriteAttributeString("type", "undirected");
        var label = GraphText.LabelOf(graph, edge);
        xml.WriteAttributeString("label", label);
        // Edges with the same ends must have different kinds.
        var number = parallel[(edge.Source, edge.Target, label)] = parallel.GetValueOrDefault((edge.Source, edge.Target, label)) + 1;
        xml.WriteAttributeString("kind", number == 1 ? label : $"{label} {Number(number)}");
        WriteInterval(xml, graph, edge);
        WriteValues(xml, graph.EdgeAttributes, graph, edge);
        xml.WriteEndElement();
    }

    private static void WriteInterval(XmlWriter xml, ExportedGraph graph, GraphElement element)
    {
        var (start, end) = IntervalOf(graph, element);
        if (start is { } first)
            xml.WriteAttributeString("start", first.ToString(Day, CultureInfo.InvariantCulture));
        if (end is { } last)
            xml.WriteAttributeString("end", last.ToString(Day, CultureInfo.InvariantCulture));
    }

    private static void WriteValues(XmlWriter xml, GraphAttributes attributes, ExportedGraph graph, GraphElement element)
    {
        xml.WriteStartElement("attvalues", Namespace);
        foreach (var (attribute, json) in graph.ValuesOf(element))
            WriteValue(xml, Number(attribute), GraphText.Of(json));
        if (element.Type is { } type && attributes.All.All(attribute => attribute.Name != GraphText.Type))
            WriteValue(xml, GraphText.Type, type.Name);
        xml.WriteEndElement();
    }

    private static void WriteValue(XmlWriter xml, string attribute, string value)
    {
        xml.WriteStartElement("attvalue", Namespace);
        xml.WriteAttributeString("for", attribute);
        xml.WriteAttributeString("value", value);
        xml.WriteEndElement();
    }

    /// <summary>The first and the last day, both included; null for an open end, both null where there is no interval.</summary>
    private static (DateOnly? Start, DateOnly? End) IntervalOf(ExportedGraph graph, GraphElement element)
    {
        var (from, until) = (DayOf(graph, element.From), DayOf(graph, element.Until));
        if (element.Type is not RelationshipType)
            return (from, until ?? from);
        if (until is null)
            return (from, null);
        // The first day after a relationship; one that ends on its first day has no day.
        return until == DateOnly.MinValue || until <= from ? (null, null) : (from, until.Value.AddDays(-1));
    }

    private static DateOnly? DayOf(ExportedGraph graph, JsonRange range) =>
        range.IsEmpty ? null : DateOnly.ParseExact(GraphText.Of(graph.JsonOf(range)), Day, CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string TypeOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Int => "integer",
        ScalarKind.Long => "long",
        ScalarKind.Float => "double",
        ScalarKind.Boolean => "boolean",
        ScalarKind.Id or ScalarKind.String or ScalarKind.Date or ScalarKind.Point or ScalarKind.Enum => "string",
    };
}
