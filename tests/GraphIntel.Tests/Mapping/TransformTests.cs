using Xunit;

namespace GraphIntel.Tests.Mapping;

/// <summary>What values become.</summary>
public sealed class TransformTests
{
    /// <summary>The title that a value gives to the film of the row a=..., b=...</summary>
    private static async Task<string?> TitleAsync(string value, string a = "", string b = "", string codes = "{}")
    {
        await using var table = await MappedTable.NewAsync();
        var mapping = $"mapping: m\nread: {{decimal: any}}\ncodes: {codes}\nrows: {{key: $id}}\nnodes:\n  film: {{type: Film, id: $id, set: {{genre: COMEDY, title: [{value}, none]}}}}\n";
        await table.ImportAsync(mapping, $"id,a,b\n1,\"{a.Replace("\"", "\"\"", StringComparison.Ordinal)}\",\"{b}\"\n");
        return Assert.Single(await table.Store.ReadAsync("SELECT title FROM \"n_Film\""));
    }

    [Theory]
    [InlineData("$a and $b", "x", "y", "x and y")]
    [InlineData("$a and $b", "x", "", "none")]
    [InlineData("$a and $b?", "x", "", "x and ")]
    [InlineData("'$$5, $a'", "x", "", "$5, x")]
    [InlineData("$a | lower", "ÄB", "", "äb")]
    [InlineData("\"$a | replace('-', ' ')\"", "a-b", "", "a b")]
    [InlineData("$a | default(nothing)", "", "", "nothing")]
    [InlineData("$a | slug", " Łódź & Co. ", "", "lodz-co")]
    [InlineData("$a | hash", "x", "", "2d711642b726b04401627ca9fbac32f5")]
    [InlineData("$a | number", "652.0", "", "652")]
    [InlineData("$a | number", "1,5", "", "1.5")]
    [InlineData("\"$a | split(';') | join(+)\"", "x; y ;;z", "", "x+y+z")]
    [InlineData("\"$a | split(';') | first\"", "x; y", "", "x")]
    [InlineData("\"$a | split(';') | count\"", "x; y", "", "2")]
    [InlineData("\"$a | split(';') | count\"", "", "", "0")]
    [InlineData("\"$a | split(',', tight) | join(+)\"", "x, y,z", "", "x, y+z")]
    [InlineData("\"$a | split('/', ';') | join(+)\"", "x/y;z", "", "x+y+z")]
    [InlineData("\"$a | date(dd MMMM yyyy, yyyy-MM-dd)\"", "04 June 2017", "", "2017-06-04")]
    [InlineData("\"$a | date(dd/MM/yyyy)\"", "03/05/2017", "", "2017-05-03")]
    [InlineData("\"$a | date(MMMM yyyy) | width\"", "June 2017", "", "month")]
    [InlineData("\"$a | date(yyyy) | width\"", "2017", "", "year")]
    [InlineData("\"$a | date(~yyyy-MM-dd) | width\"", "~2017-05-03", "", "about")]
    [InlineData("\"$a | date(before yyyy)\"", "before 2017", "", "none")]
    [InlineData("\"$a | date(yyyy-MM-dd HH:mm:ss.fff)\"", "2017-06-04 00:00:00.000", "", "2017-06-04")]
    [InlineData("$a $b | point", "36.1", "37,5", "none", true)]
    public async Task A_value_becomes(string value, string a, string b, string expected, bool isPoint = false)
    {
        if (isPoint)
        {
            Assert.Contains("but this is a point", Assert.Single(await MappedTable.MistakesAsync(
                $"mapping: m\nrows: {{key: $id}}\nnodes:\n  film: {{type: Film, id: $id, set: {{genre: COMEDY, title: {value}}}}}\n")), StringComparison.Ordinal);
            return;
        }

        Assert.Equal(expected, await TitleAsync(value, a, b));
    }

    [Theory]
    [InlineData("$a = 1", "1.0", "", true)]
    [InlineData("$a = x", "x", "", true)]
    [InlineData("$a = x", "", "", false)]
    [InlineData("$a != x", "", "", true)]
    [InlineData("$a != $b", "", "", false)]
    [InlineData("$a < 10", "9", "", true)]
    [InlineData("$a >= 10", "9", "", false)]
    [InlineData("$a > b", "c", "", true)]
    [InlineData("$a <= $b", "2017-01-01", "2017-01-02", true)]
    [InlineData("$a in (1, x y)", "x", "", true, true)]
    [InlineData("$a in (1, 'x y')", "x y", "", true)]
    [InlineData("$a has ','", "x, y", "", true)]
    [InlineData("$a starts 'Government of'", "Government of X", "", true)]
    [InlineData("$a like '^[a-z]{2,3}$'", "abc", "", true)]
    [InlineData("$a like '^[a-z]{2,3}$'", "abcd", "", false)]
    [InlineData("$a and not ($b or $b = x)", "1", "", true)]
    [InlineData("$a and not ($b or $b = x)", "1", "2", false)]
    [InlineData("not $a or $b", "1", "2", true)]
    public async Task A_condition_holds_or_not(string condition, string a, string b, bool expected, bool isWrong = false)
    {
        if (isWrong)
        {
            Assert.Contains("expected , or )", Assert.Single(await MappedTable.MistakesAsync(
                $"mapping: m\nrows: {{key: $id}}\nnodes:\n  film: {{type: Film, id: $id, when: \"{condition}\", set: {{genre: COMEDY, title: x}}}}\n")), StringComparison.Ordinal);
            return;
        }

        Assert.Equal(expected ? "yes" : "none", await TitleAsync($"{{when: \"{condition}\", give: yes}}", a, b));
    }

    [Fact]
    public async Task Codes_are_found_without_case_by_alternatives_and_as_decimal_numbers()
    {
        const string Codes = "{t: {'1 | One': first, 2: second, else: other}}";
        Assert.Equal("first", await TitleAsync("$a | code(t)", "ONE", codes: Codes));
        Assert.Equal("second", await TitleAsync("$a | code(t)", "2.0", codes: Codes));
        Assert.Equal("other", await TitleAsync("$a | code(t)", "3", codes: Codes));
        Assert.Equal("none", await TitleAsync("$a | code(t)", "", codes: Codes));
        Assert.Equal("3", await TitleAsync("$a | unknown(t)", "3", codes: Codes));
        Assert.Equal("none", await TitleAsync("$a | unknown(t)", "1", codes: Codes));
        Assert.Equal("second", await TitleAsync("\"$a | split(';') | code(t) | join(+)\"", "3;2", codes: "{t: {2: second, else: drop}}"));
    }

    [Fact]
    public async Task Parts_of_a_pattern_have_names()
    {
        const string Pattern = "\"$a | match('^(?<who>[^,]*),(?<day>.*)$')\"";
        await using var table = await MappedTable.NewAsync();
        var mapping = $"mapping: m\nrows: {{key: $id}}\nvalues: {{p: {Pattern}}}\nnodes:\n  film: {{type: Film, id: $id, set: {{genre: COMEDY, title: [\"$p.who: $p.day\", none]}}}}\n";
        var result = await table.ImportAsync(mapping, "id,a\n1,\"x, y\nz\"\n2,nothing\n");
        Assert.Equal(["x: y\nz", "none"], await table.Store.ReadAsync("SELECT title FROM \"n_Film\" ORDER BY id"));
        Assert.Equal(["1 x text that does not match '^(?<who>[^,]*),(?<day>.*)$', first 'nothing'"], MappedTable.FindingsOf(result));
    }
}
