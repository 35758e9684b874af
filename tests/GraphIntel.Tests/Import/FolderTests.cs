using GraphIntel.Import.Graph;
using Xunit;

namespace GraphIntel.Tests.Import;

public sealed class FolderTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Files_lie_in_two_folders_or_directly_in_one()
    {
        _folder.WithActors("ab").With("Place.csv", "id:ID,name,kind", "place:p,p,TOWN")
            .With("relationships/Backing.CSV", "id,:START_ID,:END_ID,kinds", "backing:1,actor:a,actor:b,TROOPS")
            .With("BasedIn.csv", ":START_ID,:END_ID", "actor:a,place:p")
            .With("README.md", "# not a table").With("nodes/notes.txt", "nor this");
        var result = await _folder.ImportAsync();
        Assert.Equal((3, 2, 5), (result.Nodes, result.Relationships, result.Written.Created));
        Assert.Equal("TROOPS", Assert.Single(Assert.IsType<string[]>(_folder.Store.Value("backing:1", "kinds"))));
    }

    [Fact]
    public async Task A_file_of_no_type_is_a_mistake()
    {
        _folder.With("Actors.csv", "id").With("nodes/Backing.csv", "id").With("nodes/Plcae.csv", "id")
            .With("relationships/Actor.csv", "id").With("relationships/BACKED.csv", "id").With("relationships/xyzzy.csv", "id");
        var result = await _folder.RunAsync();
        Assert.Equal(
            [
                "Actors.csv: there is no type \"Actors\" in the model; did you mean Actor?",
                "nodes/Backing.csv: Backing is no type for nodes/; its file belongs in relationships/",
                "nodes/Plcae.csv: there is no node type \"Plcae\" in the model; did you mean Place?",
                "relationships/Actor.csv: Actor is no type for relationships/; its file belongs in nodes/",
                "relationships/BACKED.csv: there is no relationship type \"BACKED\" in the model; did you mean BACKS?",
                "relationships/xyzzy.csv: there is no relationship type \"xyzzy\" in the model",
            ],
            result.Mistakes.Select(ImportReport.Line));
    }

    [Fact]
    public async Task A_file_may_be_a_link_and_a_link_to_nothing_is_a_mistake()
    {
        using var elsewhere = new ImportFolder().WithActors("ab");
        var link = Path.Combine(_folder.Path, "Actor.csv");
        File.CreateSymbolicLink(link, Path.Combine(elsewhere.Path, "nodes", "Actor.csv"));
        Assert.Equal(2, (await _folder.ImportAsync()).Written.Created);

        File.Delete(link);
        File.CreateSymbolicLink(link, Path.Combine(elsewhere.Path, "nowhere.csv"));
        var mistake = Assert.Single((await _folder.RunAsync()).Mistakes);
        Assert.Equal(("Actor.csv", 0), (mistake.File, mistake.Line));
        Assert.StartsWith("the file cannot be read: ", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_a_mistake()
    {
        var result = await GraphImport.RunAsync(
            _folder.Store, Path.Combine(_folder.Path, "nowhere"), NoProgress.Instance, TestContext.Current.CancellationToken);
        Assert.Equal("there is no such folder", Assert.Single(result.Mistakes).Message);
    }

    [Fact]
    public async Task A_folder_without_tables_is_a_mistake() => await _folder.With("README.md", "x").AssertMistakesAsync(
        $"{_folder.Path}: there is no .csv file here, nor in nodes/ or relationships/; a file is named after its type");

    [Fact]
    public void A_report_has_a_line_for_each_mistake_and_counts_those_left_out()
    {
        var result = new ImportResult
        {
            Mistakes = [new("nodes/Actor.csv", 12, "from", "wrong"), new("nodes/Actor.csv", 0, null, "bad")],
            MistakeCount = 1234,
            Warnings = [new("nodes/Event.csv", 1, "standing", "derived")],
            Nodes = 1,
            Relationships = 2,
            Written = default,
        };
        Assert.Equal(
            [
                "warning: nodes/Event.csv:1: column standing: derived",
                "nodes/Actor.csv:12: column from: wrong",
                "nodes/Actor.csv: bad",
                "... and 1,232 more mistakes",
                "1,234 mistakes; nothing was written",
            ],
            ImportReport.Lines(result));
        Assert.Equal(
            ["1 node and 2,000 relationships: 1 created, 1,500 updated, 500 unchanged"],
            ImportReport.Lines(new ImportResult
            {
                Mistakes = [],
                MistakeCount = 0,
                Warnings = [],
                Nodes = 1,
                Relationships = 2000,
                Written = new(1, 1500, 500),
            }));
    }
}
