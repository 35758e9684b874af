namespace GraphIntel.Server.Startup;

/// <summary>What a new store is filled with.</summary>
/// <param name="Folder">A folder of CSV files; null for nothing.</param>
/// <param name="IsBundled">Whether the folder is the one that comes with the server.</param>
internal sealed record SeedSource(string? Folder, bool IsBundled)
{
    public static readonly SeedSource None = new(null, IsBundled: false);

    public static readonly SeedSource Bundled = new(Path.Combine(AppContext.BaseDirectory, "seed"), IsBundled: true);

    /// <summary>Reads what <c>--seed</c> says; a <see cref="FormatException"/> says what would be right.</summary>
    public static SeedSource Parse(string text) => text switch
    {
        "default" => Bundled,
        "none" => None,
        _ when Directory.Exists(text) => new SeedSource(Path.GetFullPath(text), IsBundled: false),
        _ => throw new FormatException($"there is no folder `{text}`; name a folder of CSV files, `default` or `none`."),
    };
}
