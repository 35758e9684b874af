using GraphIntel.Core.Model;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>
/// Finds the files of an import: <c>nodes/Actor.csv</c>, <c>relationships/BACKS.csv</c>, or the same directly in the
/// folder; a relationship's file may bear its GraphQL name (<c>Backing.csv</c>). Files that are not .csv are passed over.
/// </summary>
internal static class GraphFolder
{
    private const string NodesFolder = "nodes";
    private const string RelationshipsFolder = "relationships";

    /// <summary>The files, those of nodes first, in the order of the model.</summary>
    public static IReadOnlyList<GraphFile> Find(GraphModel model, string directory, ImportMistakes mistakes)
    {
        if (!Directory.Exists(directory))
        {
            mistakes.Add(directory, 0, null, "there is no such folder");
            return [];
        }

        var found = new List<GraphFile>();
        var relationships = model.Relationships.ToList<FactType>();
        try
        {
            Search("", [.. model.FactTypes]);
            Search(NodesFolder, [.. model.Nodes]);
            Search(RelationshipsFolder, relationships);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            mistakes.Add(directory, 0, null, $"the folder cannot be read: {failure.Message}");
            return [];
        }

        if (found.Count == 0 && mistakes.Count == 0)
        {
            mistakes.Add(
                directory, 0, null,
                $"there is no .csv file here, nor in {NodesFolder}/ or {RelationshipsFolder}/; a file is named after its type");
        }

        var order = model.FactTypes.Select((type, index) => (type, index)).ToDictionary(pair => pair.type, pair => pair.index);
        return
        [
            .. found
                .OrderBy(file => order[file.Type]).ThenBy(file => file.Name, StringComparer.Ordinal)
                .Select((file, index) => file with { Index = index }),
        ];

        void Search(string folder, List<FactType> types)
        {
            var path = new DirectoryInfo(Path.Combine(directory, folder));
            if (!path.Exists) return;
            foreach (var file in path.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                if (!file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase)) continue;
                var name = folder.Length == 0 ? file.Name : $"{folder}/{file.Name}";
                var stem = Path.GetFileNameWithoutExtension(file.Name);
                if (types.Find(type => Names(type).Contains(stem)) is { } type)
                    Add(file, name, type);
                else
                    mistakes.Add(name, 0, null, Unknown(stem, folder, types));
            }
        }

        void Add(FileInfo file, string name, FactType type)
        {
            try
            {
                var content = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
                found.Add(new GraphFile(found.Count, content.FullName, name, type, content.Length, content.LastWriteTimeUtc));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                mistakes.Add(name, 0, null, $"the file cannot be read: {failure.Message}");
            }
        }

        string Unknown(string stem, string folder, List<FactType> types)
        {
            if (model.FactTypes.FirstOrDefault(type => Names(type).Contains(stem)) is { } misplaced)
            {
                var right = misplaced is NodeType ? NodesFolder : RelationshipsFolder;
                return $"{stem} is no type for {folder}/; its file belongs in {right}/";
            }

            var what = folder switch { NodesFolder => "node type", RelationshipsFolder => "relationship type", _ => "type" };
            return $"there is no {what} {Wording.Quote(stem)} in the model"
                + Wording.DidYouMean(stem, types.SelectMany(Names));
        }
    }

    private static string[] Names(FactType type) =>
        type is RelationshipType relationship ? [relationship.Type, relationship.Name] : [type.Name];
}
