using System.Text.RegularExpressions;
using CsCheck;
using GraphIntel.Core.Model;
using Xunit;

namespace GraphIntel.Tests.Model;

public sealed partial class MutatedModelTests
{
    private static readonly string[] _words = Words();

    private static string[] Words()
    {
        using var stream = typeof(ModelReader).Assembly.GetManifestResourceStream("intel.graphql")!;
        using var reader = new StreamReader(stream);
        return [.. WordPattern().Matches(reader.ReadToEnd()).Select(match => match.Value)];
    }

    [Fact]
    public void Words_put_together_again_are_the_model() =>
        Assert.Equal(ModelReader.ReadDomain().Relationships.Count, ModelReader.Read(string.Join(' ', _words)).Relationships.Count);

    [Fact]
    public void A_model_with_words_exchanged_is_read_whole_or_refused()
    {
        var word = Gen.Int[0, _words.Length - 1];
        Gen.Select(word, word).Array[1, 4].Sample(
            exchanges =>
            {
                var words = _words.ToArray();
                foreach (var (at, from) in exchanges) words[at] = _words[from];
                AssertWholeOrRefused(string.Join(' ', words));
            },
            iter: 500,
            threads: 1);
    }

    [Fact]
    public void A_model_with_a_part_cut_out_is_read_whole_or_refused()
    {
        var word = Gen.Int[0, _words.Length - 1];
        Gen.Select(word, Gen.Int[1, 60]).Sample(
            (start, count) => AssertWholeOrRefused(string.Join(' ', _words.Take(start).Concat(_words.Skip(start + count)))),
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
            Assert.NotEmpty(e.Mistakes);
            Assert.All(e.Mistakes, mistake => Assert.True(mistake is { Line: >= 1, Column: >= 1 }));
            return;
        }
        Assert.All(model.FactTypes.SelectMany(type => type.Fields), Assert.NotNull);
        Assert.All(model.Nodes, node => Assert.NotNull(node.Label));
        Assert.All(model.Relationships, type => Assert.Equal(type.IsDerived, type.Fields.Count == 0));
        Assert.All(
            model.Nodes.SelectMany(node => node.Fields).OfType<PathField>(),
            path => Assert.True(path.Steps.All(step => model.Relationships.Contains(step.Relationship))));
    }

    // A comment, a description or string, a name, or a single sign.
    [GeneratedRegex("(?<=^|\\n)#[^\\n]*\\n|\"\"\"[\\s\\S]*?\"\"\"|\"[^\"\\n]*\"|\\w+|[^\\s\\w]")]
    private static partial Regex WordPattern();
}
