using System.Diagnostics;
using System.Net.Sockets;
using GraphIntel.Import.Graph;
using Xunit;

namespace GraphIntel.Tests.Import;

public sealed class FolderTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Files_are_in_two_folders_or_directly_in_one()
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
    public async Task A_type_can_have_several_files()
    {
        _folder.WithActors("ab").With("nodes/Actor.more.csv", "id:ID,name,kind", "actor:c,c,STATE").With("nodes/Actor.of-2017.csv", "id:ID,name,kind", "actor:a,a,STATE");
        var result = await _folder.RunAsync();
        Assert.Equal(["nodes/Actor.of-2017.csv:2: column id: duplicate id 'actor:a', already defined in nodes/Actor.csv:2"], result.Diagnostics.Select(ImportReport.Line));
        File.Delete(Path.Combine(_folder.Path, "nodes", "Actor.of-2017.csv"));
        Assert.Equal(3, (await _folder.ImportAsync()).Nodes);
    }

    [Fact]
    public async Task A_file_of_an_unknown_type_is_an_error()
    {
        _folder.With("Actors.csv", "id").With("nodes/Backing.csv", "id").With("nodes/Plcae.csv", "id")
            .With("relationships/Actor.csv", "id").With("relationships/BACKED.csv", "id").With("relationships/xyzzy.csv", "id");
        var result = await _folder.RunAsync();
        Assert.Equal(
            [
                "Actors.csv: the model has no type 'Actors'; did you mean Actor?",
                "nodes/Backing.csv: Backing is a relationship type; move its file to relationships/",
                "nodes/Plcae.csv: the model has no node type 'Plcae'; did you mean Place?",
                "relationships/Actor.csv: Actor is a node type; move its file to nodes/",
                "relationships/BACKED.csv: the model has no relationship type 'BACKED'; did you mean BACKS?",
                "relationships/xyzzy.csv: the model has no relationship type 'xyzzy'",
            ],
            result.Diagnostics.Select(ImportReport.Line));
    }

    [Fact]
    public async Task A_file_can_be_a_symbolic_link_and_a_broken_one_is_an_error()
    {
        using var elsewhere = new ImportFolder().WithActors("ab");
        var link = Path.Combine(_folder.Path, "Actor.csv");
        File.CreateSymbolicLink(link, Path.Combine(elsewhere.Path, "nodes", "Actor.csv"));
        Assert.Equal(2, (await _folder.ImportAsync()).Written.Created);

        File.Delete(link);
        File.CreateSymbolicLink(link, Path.Combine(elsewhere.Path, "nowhere.csv"));
        var error = Assert.Single((await _folder.RunAsync()).Diagnostics);
        Assert.Equal(("Actor.csv", 0), (error.File, error.Line));
        Assert.StartsWith("the file cannot be read: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_a_socket_or_a_device_is_an_error_and_is_not_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Folders of Windows have none of these.");
        using (var make = Process.Start("mkfifo", [Path.Combine(_folder.Path, "Actor.csv"), Path.Combine(_folder.Path, "pipe")]))
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder.Path, "Place.csv")));
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "Event.csv"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "Claim.csv"), "pipe");
        var result = await Task.Run(_folder.RunAsync, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        const string Message = "the file is empty or not a regular file; pipes, sockets and devices are not supported";
        Assert.Equal(
            [$"Actor.csv: {Message}", $"Claim.csv: {Message}", $"Event.csv: {Message}", $"Place.csv: {Message}"],
            result.Diagnostics.Select(ImportReport.Line));
    }

    [Fact]
    public async Task A_missing_folder_is_an_error()
    {
        var result = await GraphImport.RunAsync(
            _folder.Store, Path.Combine(_folder.Path, "nowhere"), NoProgress.Instance, TestContext.Current.CancellationToken);
        Assert.Equal("the folder does not exist", Assert.Single(result.Diagnostics).Message);
    }

    [Fact]
    public async Task A_folder_without_csv_files_is_an_error() => await _folder.With("README.md", "x").AssertErrorsAsync(
        $"{_folder.Path}: the folder has no .csv files, directly or in nodes/ or relationships/; name each file after its type");

    [Fact]
    public void A_report_has_a_line_for_each_error_and_counts_omitted_ones()
    {
        var result = new ImportResult
        {
            Diagnostics = [new("nodes/Actor.csv", 12, "from", "wrong"), new("nodes/Actor.csv", 0, null, "bad")],
            ErrorCount = 1234,
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
                "... and 1,232 more errors",
                "1,234 errors; nothing was written",
            ],
            ImportReport.Lines(result));
        Assert.Equal(
            ["1 node and 2,000 relationships: 1 created, 1,500 updated, 500 unchanged"],
            ImportReport.Lines(new ImportResult
            {
                Diagnostics = [],
                ErrorCount = 0,
                Warnings = [],
                Nodes = 1,
                Relationships = 2000,
                Written = new(1, 1500, 500),
            }));
    }
}
