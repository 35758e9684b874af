namespace GraphIntel.Server.Exports;

/// <summary>A format of exports.</summary>
/// <param name="Name">Its name in addresses and commands.</param>
/// <param name="Extension">The extension of its files.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Graph">Writes the graph of a response; null for a format of rows.</param>
internal sealed record ExportFormat(string Name, string Extension, string MediaType, IGraphFormat? Graph)
{
    public static readonly ExportFormat Csv = new("csv", ".csv", "text/csv", null);

    public static readonly ExportFormat GeoJson = new("geojson", ".geojson", "application/geo+json", null);

    public static readonly ExportFormat GraphMl = new("graphml", ".graphml", "application/graphml+xml", new GraphMlFormat());

    public static readonly ExportFormat Gexf = new("gexf", ".gexf", "application/gexf+xml", new GexfFormat());

    /// <summary>All formats.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } = [Csv, GeoJson, GraphMl, Gexf];
}
