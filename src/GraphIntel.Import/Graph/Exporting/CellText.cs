using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;

namespace GraphIntel.Import.Graph.Exporting;

/// <summary>The text of a value in a cell: the reverse of <see cref="Reading.CellValue"/>.</summary>
/// <param name="delimiter">
/// Separates the items of a list. With the default of an import, <c>;</c>, a list that cannot be written so becomes a JSON array, which
/// an import reads and neo4j-admin does not.
/// </param>
internal sealed class CellText(char delimiter)
{
    /// <summary>The separator that an import expects.</summary>
    public const char DefaultDelimiter = ';';

    private const char JsonStart = '[';

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The number of lists that were written as JSON arrays.</summary>
    public long JsonLists { get; private set; }

    /// <summary>The text of a value; empty for null, and for the empty list where a list is required.</summary>
    /// <param name="value">A value of the type that a batch requires.</param>
    /// <param name="property">The property.</param>
    /// <param name="owner">The node or relationship, for an error.</param>
    /// <exception cref="StoreException">A cell cannot hold the value.</exception>
    public string Of(object? value, Property property, object owner) => value switch
    {
        null => "",
        "" => throw Impossible(owner, property, "is an empty text, which a cell cannot hold: an empty cell means that there is no value"),
        Array list => List(list, property, owner),
        _ => Scalar(value),
    };

    private string List(Array list, Property property, object owner)
    {
        if (list.Length == 0)
            return property.IsRequired ? "" : "[]";
        var items = new string[list.Length];
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = Scalar(list.GetValue(index)!);
            if (items[index].Length == 0)
                throw Impossible(owner, property, "contains an empty text, which a list in a cell cannot hold");
        }

        var hasDelimiter = items.Any(item => item.Contains(delimiter, StringComparison.Ordinal));
        if (delimiter == DefaultDelimiter && (hasDelimiter || items[0][0] == JsonStart))
        {
            JsonLists++;
            return JsonSerializer.Serialize(items, Json);
        }

        return hasDelimiter
            ? throw Impossible(owner, property, $"contains '{delimiter}', which separates the items of lists; choose another character")
            : string.Join(delimiter, items);
    }

    private static string Scalar(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => Number(number),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        GeoPoint point => $"{{latitude:{Number(point.Latitude)}, longitude:{Number(point.Longitude)}}}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    // The shortest text that is read as the same number.
    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static StoreException Impossible(object owner, Property property, string reason) =>
        new(StoreFailure.Refused, $"{owner}: {property.Name} {reason}.");
}
