using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Server.Startup;

/// <summary>A mapping file: one that is included with the server, by its name, or another, by its path.</summary>
/// <param name="Name">The name in messages.</param>
/// <param name="Text">The mapping.</param>
internal sealed record MappingFile(string Name, string Text)
{
    private const string Extension = ".yaml";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "mappings");

    /// <summary>The names of the mappings that are included.</summary>
    public static IReadOnlyList<string> Included => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*" + Extension).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Reads a mapping.</summary>
    /// <exception cref="CommandException">There is none of that name, or it cannot be read.</exception>
    public static MappingFile Read(string text)
    {
        var isIncluded = Included.Contains(text, StringComparer.Ordinal);
        var path = isIncluded ? Path.Combine(Folder, text + Extension) : text;
        try
        {
            if (!File.Exists(path))
            {
                throw new CommandException(
                    ExitCodes.Usage, $"--mapping {text}: there is no such file, and the included mappings are {string.Join(", ", Included)}.");
            }

            return new FileInfo(path).Length > 4 * YamlReader.MaxSize
                ? throw new CommandException(ExitCodes.InvalidInput, $"{path} is larger than a mapping may be.")
                : new MappingFile(isIncluded ? text + Extension : text, File.ReadAllText(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.InvalidInput, $"{path} cannot be read: {failure.Message}");
        }
    }
}
