using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>
/// Finds the files of an import: <c>nodes/Actor.csv</c>, <c>relationships/BACKS.csv</c>, or the same directly in the folder. A
/// relationship file can also have the GraphQL name (<c>Backing.csv</c>), and a type several files (<c>Actor.ucdp.csv</c>). Files
/// that are not .csv are ignored.
/// </summary>
internal static class GraphFolder
{
    private const string NodesFolder = "nodes";
    private const string RelationshipsFolder = "relationships";

    /// <summary>The files of nodes, then those of relationships, each in the order of the model.</summary>
    public static IReadOnlyList<GraphFile> Find(GraphModel model, string directory, ImportDiagnostics diagnostics)
    {
        if (!Directory.Exists(directory))
        {
            diagnostics.Add(directory, 0, null, "the folder does not exist");
            return [];
        }

        var found = new List<GraphFile>();
        var relationships = model.Relationships.ToList<ElementType>();
        try
        {
            Search("", [.. model.ElementTypes]);
            Search(NodesFolder, [.. model.Nodes]);
            Search(RelationshipsFolder, relationships);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(directory, 0, null, $"the folder cannot be read: {failure.Message}");
            return [];
        }

        if (found.Count == 0 && diagnostics.Count == 0)
        {
            diagnostics.Add(
                directory, 0, null,
                $"the folder has no .csv files, directly or in {NodesFolder}/ or {RelationshipsFolder}/; name each file after its type");
        }

        var order = model.ElementTypes.Select((type, index) => (type, index)).ToDictionary(pair => pair.type, pair => pair.index);
        return
        [
            .. found
                .OrderBy(file => order[file.Type]).ThenBy(file => file.Name, StringComparer.Ordinal)
                .Select((file, index) => file with { Index = index }),
        ];

        void Search(string folder, List<ElementType> types)
        {
            var path = new DirectoryInfo(Path.Combine(directory, folder));
            if (!path.Exists)
                return;
            foreach (var file in path.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                if (!file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase))
                    continue;
                var name = folder.Length == 0 ? file.Name : $"{folder}/{file.Name}";
                // What follows the type tells files of one type apart.
                var stem = file.Name[..file.Name.IndexOf('.', StringComparison.Ordinal)];
                if (types.Find(type => Names(type).Contains(stem)) is { } type)
                    Add(file, name, type);
                else
                    diagnostics.Add(name, 0, null, DescribeUnknown(stem, folder, types));
            }
        }

        void Add(FileInfo file, string name, ElementType type)
        {
            try
            {
                var content = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
                found.Add(new GraphFile(found.Count, content.FullName, name, type, content.Length, content.LastWriteTimeUtc));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                diagnostics.Add(name, 0, null, $"the file cannot be read: {failure.Message}");
            }
        }

        string DescribeUnknown(string stem, string folder, List<ElementType> types)
        {
            if (model.ElementTypes.FirstOrDefault(type => Names(type).Contains(stem)) is { } misplaced)
            {
                var (kind, expected) = misplaced is NodeType ? ("node type", NodesFolder) : ("relationship type", RelationshipsFolder);
                return $"{stem} is a {kind}; move its file to {expected}/";
            }

            var element = folder switch { NodesFolder => "node type", RelationshipsFolder => "relationship type", _ => "type" };
            return $"the model has no {element} {WriteErrors.Show(stem)}"
                + NameSuggestions.DidYouMean(stem, types.SelectMany(Names));
        }
    }

    /// <summary>The name of the file of a type, as an export writes it.</summary>
    public static string NameOf(ElementType type) =>
        $"{(type is NodeType ? NodesFolder : RelationshipsFolder)}/{Names(type)[0]}.csv";

    /// <summary>Finds the type with a name that a file can have; if there is none, <paramref name="error"/> suggests others.</summary>
    public static ElementType? FindType(GraphModel model, string name, out string error)
    {
        var type = model.ElementTypes.FirstOrDefault(type => Names(type).Contains(name));
        error = type is null
            ? $"the model has no type {WriteErrors.Show(name)}{NameSuggestions.DidYouMean(name, model.ElementTypes.SelectMany(Names))}"
            : "";
        return type;
    }

    private static string[] Names(ElementType type) =>
        type is RelationshipType relationship ? [relationship.Type, relationship.Name] : [type.Name];
}
