using System.Text.RegularExpressions;
using CsCheck;
using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Tests.Model;

[Long]
public sealed partial class MutatedModelTests
{
    private static readonly string[] WordList = Words();

    private static string[] Words()
    {
        using var stream = typeof(ModelReader).Assembly.GetManifestResourceStream("intel.graphql")!;
        using var reader = new StreamReader(stream);
        return [.. WordPattern().Matches(reader.ReadToEnd()).Select(match => match.Value)];
    }

    [Fact]
    public void Tokens_joined_again_are_the_model() =>
        Assert.Equal(ModelReader.ReadDomain().Relationships.Count, ModelReader.Read(string.Join(' ', WordList)).Relationships.Count);

    [Fact]
    public void A_model_with_swapped_tokens_is_read_or_rejected()
    {
        var word = Gen.Int[0, WordList.Length - 1];
        Gen.Select(word, word).Array[1, 4].Sample(
            exchanges =>
            {
                var words = WordList.ToArray();
                foreach (var (at, from) in exchanges)
                    words[at] = WordList[from];
                AssertWholeOrRefused(string.Join(' ', words));
            },
            iter: 500,
            threads: 1);
    }

    [Fact]
    public void A_model_with_a_part_removed_is_read_or_rejected()
    {
        var word = Gen.Int[0, WordList.Length - 1];
        Gen.Select(word, Gen.Int[1, 60]).Sample(
            (start, count) => AssertWholeOrRefused(string.Join(' ', WordList.Take(start).Concat(WordList.Skip(start + count)))),
            iter: 500,
            threads: 1);
    }

    private static void AssertWholeOrRefused(string text)
    {
        GraphModel model;
        try
        {
            model = ModelReader.Read(text);
        }
        catch (ModelException e)
        {
            Assert.NotEmpty(e.Diagnostics);
            Assert.All(e.Diagnostics, mistake => Assert.True(mistake is { Line: >= 1, Column: >= 1 }));
            return;
        }
        Assert.All(model.ElementTypes.SelectMany(type => type.Fields), Assert.NotNull);
        Assert.All(model.Nodes, node => Assert.NotNull(node.Label));
        Assert.All(model.Relationships, type => Assert.Equal(type.IsDerived, type.Fields.Count == 0));
        Assert.All(
            model.Nodes.SelectMany(node => node.Fields).OfType<PathField>(),
            path => Assert.True(path.Steps.All(step => model.Relationships.Contains(step.Relationship))));
    }

    // A comment, a description or string, a name, or a punctuator.
    [GeneratedRegex("(?<=^|\\n)#[^\\n]*\\n|\"\"\"[\\s\\S]*?\"\"\"|\"[^\"\\n]*\"|\\w+|[^\\s\\w]")]
    private static partial Regex WordPattern();
}
