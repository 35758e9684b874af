namespace GraphIntel.Server.Startup;

/// <summary>The source of the data imported into a new store.</summary>
/// <param name="Folder">A folder of CSV files; null for no data.</param>
/// <param name="IsBundled">Whether the folder is the one included with the server.</param>
internal sealed record SeedSource(string? Folder, bool IsBundled)
{
    public static readonly SeedSource None = new(null, IsBundled: false);

    public static readonly SeedSource Bundled = new(Path.Combine(AppContext.BaseDirectory, "seed"), IsBundled: true);

    /// <summary>Parses the value of <c>--seed</c>.</summary>
    /// <exception cref="FormatException">The value is not a keyword, and there is no such folder.</exception>
    public static SeedSource Parse(string text) => text switch
    {
        "default" => Bundled,
        "none" => None,
        _ when Directory.Exists(text) => new SeedSource(Path.GetFullPath(text), IsBundled: false),
        _ => throw new FormatException($"folder `{text}` does not exist: expected a folder of CSV files, `default` or `none`."),
    };
}
