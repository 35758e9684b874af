namespace GraphIntel.Server.Transport;

/// <summary>The Content-Security-Policies of the pages. <paramref name="mapStyle"/> is the address of the explorer's map style, if there is one.</summary>
internal sealed class PagePolicies(Uri? mapStyle)
{
    private const string Rest = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // The one other host that the page may load from: https://tiles.example.org.
    private readonly string _mapHost = mapStyle is null ? "" : " " + mapStyle.GetLeftPart(UriPartial.Authority);

    /// <summary>The policy of the playground: its editor uses inline styles, and data URLs for fonts and cursors.</summary>
    public string Playground { get; } =
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
        $"font-src 'self' data:; connect-src 'self'; {Rest}";

    /// <summary>The policy of the explorer: nothing inline, and nothing from other hosts, except for the operator's map.</summary>
    public string Explorer =>
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; " +
        $"img-src 'self' data: blob:{_mapHost}; connect-src 'self'{_mapHost}; {Rest}";

    /// <summary>The policy of the workers of both pages.</summary>
    public string Worker => $"default-src 'none'; script-src 'self'; connect-src 'self'{_mapHost}; {Rest}";

    /// <summary>The address of the map style; null: the map has only the ground that the page brings along.</summary>
    public Uri? MapStyle => mapStyle;
}
