using System.Text;
using System.Text.Json;
using System.Xml;
using GraphIntel.Core.Export;
using GraphIntel.Core.Model;

namespace GraphIntel.Server.Exports;

/// <summary>Values of a graph as text that XML can hold.</summary>
internal static class GraphText
{
    /// <summary>The attribute with the type of a node or a relationship, in every format; no field of a model has this name.</summary>
    public const string Type = "__typename";

    /// <summary>The text of a JSON scalar, or of a list of them, joined; characters that XML cannot hold are replaced.</summary>
    public static string Of(ReadOnlyMemory<byte> value)
    {
        var json = new Utf8JsonReader(value.Span);
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
            return Text(ref json);
        var joined = new StringBuilder();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            joined.Append(joined.Length > 0 ? "; " : "").Append(Text(ref json));
        return joined.ToString();
    }

    /// <summary>What to show for an element: the label of a node, else its id; the type of a relationship.</summary>
    public static string LabelOf(ExportedGraph graph, GraphElement element) => element.Type is RelationshipType relationship
        ? relationship.Type
        : element.Label.IsEmpty ? Clean(element.Id!) : Of(graph.JsonOf(element.Label));

    /// <summary>A text with U+FFFD in place of characters that XML cannot hold.</summary>
    public static string Clean(string text)
    {
        try
        {
            return XmlConvert.VerifyXmlChars(text);
        }
        catch (XmlException)
        {
            return Replace(text);
        }
    }

    private static string Text(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String ? Clean(json.GetString()!) : Encoding.UTF8.GetString(json.ValueSpan);

    private static string Replace(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
                clean.Append(text[index]).Append(text[++index]);
            else
                clean.Append(XmlConvert.IsXmlChar(text[index]) ? text[index] : '\uFFFD');
        }
        return clean.ToString();
    }
}
