using CsCheck;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Sqlite;
using Xunit;

namespace GraphIntel.Tests.Import;

/// <summary>Damaged files: either the checks find the damage and nothing is written, or a real store accepts everything.</summary>
[Long]
public sealed class MutatedSeedTests
{
    private static readonly string[] Pieces =
    [
        "", "\"", ",", "\n", "\r", ";", ":", ">", "[", "]", "{", "}", " ", "-", "0", "9", "x", "\u0001", "\0", "ü", "\ufeff",
        "actor:", "event:", "claim:", "place:", "DENIES", "2017-02-30", "0001-01-01", "NaN", "id", "claim:x>source:y",
    ];

    private static readonly GraphModel Domain = ModelReader.ReadDomain();

    [Fact]
    public void The_store_accepts_everything_that_passes_the_checks()
    {
        var files = Directory.GetFiles(SeedTests.Folder, "*.csv", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).ToArray();
        var texts = Array.ConvertAll(files, File.ReadAllText);
        var mutation =
            from file in Gen.Int[0, files.Length - 1]
            from position in Gen.Int[0, texts[file].Length]
            from cut in Gen.Int[0, 12]
            from piece in Gen.Int[0, Pieces.Length - 1]
            select (file, position, cut, piece);
        mutation.Sample(
            change =>
            {
                using var folder = new ImportFolder();
                for (var index = 0; index < files.Length; index++)
                {
                    var text = texts[index];
                    if (index == change.file)
                    {
                        var end = Math.Min(change.position + change.cut, text.Length);
                        text = text[..change.position] + Pieces[change.piece] + text[end..];
                    }

                    folder.With(Path.GetRelativePath(SeedTests.Folder, files[index]), text.TrimEnd('\n'));
                }

                ImportAsync(folder.Path).GetAwaiter().GetResult();
            },
            iter: 300,
            threads: 1);
    }

    private static async Task ImportAsync(string path)
    {
        await using var store = SqliteStore.Open(Domain, SqliteLocation.Memory());
        await store.PrepareAsync(CancellationToken.None);
        var result = await GraphImport.RunAsync(store, path, NoProgress.Instance, CancellationToken.None);
        var rows = result.Nodes + result.Relationships;
        Assert.Equal(result.Succeeded ? new WriteSummary(rows, 0, 0) : default, result.Written);
        Assert.Equal(result.ErrorCount, result.Diagnostics.Count + Math.Max(0, result.ErrorCount - ImportDiagnostics.MaxKept));
    }
}
