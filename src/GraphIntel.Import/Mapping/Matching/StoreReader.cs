using System.Text;
using System.Text.Json;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;

namespace GraphIntel.Import.Mapping.Matching;

/// <summary>Reads all nodes or relationships of a type from a store, page by page, with some of their properties.</summary>
internal sealed class StoreReader(IGraphStore store)
{
    private const int PageSize = 500;

    private GraphEngine? _engine;

    /// <summary>All nodes of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="properties">The properties that are read.</param>
    /// <param name="parent">The to-one field that leads to <see cref="StoredElement.Parent"/>; null if none is read.</param>
    /// <param name="cancellation">Cancels the read.</param>
    public Task<List<StoredElement>> ReadAsync(
        NodeType type, IReadOnlyCollection<Property> properties, string? parent, CancellationToken cancellation) =>
        ReadPagesAsync(type.Plural, properties, parent is null ? "" : $" {parent} {{ id }}", node => Element(node, properties, parent), cancellation);

    /// <summary>All relationships of a type, which has properties.</summary>
    public Task<List<StoredElement>> ReadAsync(RelationshipType type, IReadOnlyCollection<Property> properties, CancellationToken cancellation) =>
        ReadPagesAsync(type.Plural!, properties, " source { id } target { id }", node => Element(node, properties, parent: null), cancellation);

    private async Task<List<StoredElement>> ReadPagesAsync(
        string plural, IReadOnlyCollection<Property> properties, string more, Func<JsonElement, StoredElement> read, CancellationToken cancellation)
    {
        var fields = string.Concat(properties.Select(property => $" {property.Name}{(property.Kind == ScalarKind.Point ? " { latitude longitude }" : "")}"));
        var found = new List<StoredElement>();
        for (string? cursor = null; ;)
        {
            var after = cursor is null ? "" : $", after: {JsonSerializer.Serialize(cursor)}";
            var query = $"{{ {plural}(first: {PageSize}{after}) {{ nodes {{ id{fields}{more} }} pageInfo {{ hasNextPage endCursor }} }} }}";
            using var response = await Engine().ExecuteAsync(new GraphRequest(Encoding.UTF8.GetBytes(query)), cancellation).ConfigureAwait(false);
            if (response.Errors is [var error, ..])
                throw new StoreException(error.Code == ErrorCodes.StoreRefused ? StoreFailure.Refused : StoreFailure.Unavailable, error.Message);
            var page = JsonElement.Parse(response.Body.Span).GetProperty("data").GetProperty(plural);
            foreach (var node in page.GetProperty("nodes").EnumerateArray())
                found.Add(read(node));
            var info = page.GetProperty("pageInfo");
            if (!info.GetProperty("hasNextPage").GetBoolean())
                return found;
            cursor = info.GetProperty("endCursor").GetString();
        }
    }

    private GraphEngine Engine() => _engine ??= new GraphEngine(
        SchemaBuilder.Build(store.Model), store,
        new EngineOptions { IsInternal = true, Limits = new OperationLimits { Cost = long.MaxValue, Items = long.MaxValue, PlanSize = long.MaxValue } });

    private static StoredElement Element(JsonElement node, IReadOnlyCollection<Property> properties, string? parent)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var points = new Dictionary<string, GeoPoint>(StringComparer.Ordinal);
        foreach (var property in properties)
        {
            var value = node.GetProperty(property.Name);
            if (value.ValueKind == JsonValueKind.Null)
                continue;
            if (property.Kind == ScalarKind.Point)
                points.Add(property.Name, new GeoPoint(value.GetProperty("latitude").GetDouble(), value.GetProperty("longitude").GetDouble()));
            else
                values.Add(property.Name, value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Text)] : [Text(value)]);
        }

        return new StoredElement
        {
            Id = node.GetProperty("id").GetString()!,
            Values = values,
            Points = points,
            Parent = parent is not null && node.GetProperty(parent) is { ValueKind: JsonValueKind.Object } above ? above.GetProperty("id").GetString() : null,
            Ends = node.TryGetProperty("source", out var source)
                ? (source.GetProperty("id").GetString()!, node.GetProperty("target").GetProperty("id").GetString()!)
                : default,
        };
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
