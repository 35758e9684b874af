using GraphIntel.Import.Mapping.Compiling;
using Xunit;

namespace GraphIntel.Tests.Mapping;

/// <summary>Patterns of mappings.</summary>
public sealed class PatternTests
{
    private const string Nested = "^(?<a>(x+x+)+)(?<end>y)?$";

    [Fact]
    public void A_pattern_that_would_never_end_by_backtracking_is_decided_for_every_text()
    {
        var pattern = new Pattern(Nested);
        var wrong = new string('x', 200) + "z";
        // More texts than are tried by backtracking.
        Assert.All(Enumerable.Range(0, 150), _ => Assert.False(pattern.IsMatch(wrong)));
        var found = pattern.Match("xxxy");
        Assert.Equal(("xxx", "y"), (found.Groups[pattern.NumberOf("a")].Value, found.Groups[pattern.NumberOf("end")].Value));
    }

    [Theory]
    [InlineData(@"^""?(?<who>.*?),(?<day>\d{4}-\d\d-\d\d),(?<line>.*?)""?$", "SOHR, London,2016-01-01,Shelling, in \"Aleppo\" 2016-02-02,x\"")]
    [InlineData("^(?<name>.+?)( (?<kind>city|town|village))?$", "Al Bab city town")]
    [InlineData("(?<last>[a-c]|b)*(?<rest>.*)", "abcbd")]
    [InlineData("(?<one>a|ab)(?<two>c|bcd)(?<three>d*)", "abcd")]
    [InlineData("(?<some>a{2,3}?)(?<more>a*)", "aaaaa")]
    [InlineData("(?<line>b.c)", "a\nb\nc")]
    public void Both_engines_find_the_same(string text, string input)
    {
        var pattern = new Pattern(text);
        var fast = pattern.Match(input);
        var steady = new System.Text.RegularExpressions.Regex(
            text,
            System.Text.RegularExpressions.RegexOptions.NonBacktracking | System.Text.RegularExpressions.RegexOptions.Singleline
                | System.Text.RegularExpressions.RegexOptions.CultureInvariant).Match(input);
        Assert.True(steady.Success);
        Assert.Equal(steady.Value, fast.Value);
        Assert.All(pattern.GroupNames, name => Assert.Equal(steady.Groups[name].Value, fast.Groups[name].Value));
    }
}
