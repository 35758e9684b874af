using GraphIntel.Core.Model;

namespace GraphIntel.Import.Graph.Exporting;

/// <summary>
/// The arguments with which <c>neo4j-admin database import full</c> loads an export, one on a line; it reads them by
/// <c>@neo4j-admin.args</c> in the folder of the export.
/// </summary>
internal static class BulkLoaderArguments
{
    /// <summary>The name of the file with the arguments.</summary>
    public const string FileName = "neo4j-admin.args";

    /// <summary>The arguments. The loader fails at the first row that it cannot load, instead of skipping it.</summary>
    public static IEnumerable<string> Of(IEnumerable<(ElementType Type, string File)> files, char delimiter)
    {
        foreach (var (type, file) in files)
        {
            yield return type is RelationshipType relationship
                ? $"--relationships={relationship.Type}={file}"
                : $"--nodes={type.Name}={file}";
        }

        yield return "--id-type=string";
        yield return $"--array-delimiter=U+{(int)delimiter:X4}";
        yield return "--multiline-fields=true";
        yield return "--bad-tolerance=0";
    }
}
