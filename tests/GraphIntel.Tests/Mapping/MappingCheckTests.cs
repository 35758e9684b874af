using GraphIntel.Core.Model;
using GraphIntel.Import.Mapping;
using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Syntax;
using Xunit;

namespace GraphIntel.Tests.Mapping;

/// <summary>Every mistake in a mapping is reported with its position before a row is read.</summary>
public sealed class MappingCheckTests
{
    private const string Film = "mapping: m\nrows: {key: $id}\nnodes:\n  film: {type: Film, id: $id, set: {title: $name, genre: COMEDY}}\n";

    [Theory]
    [InlineData("rows: {key: $id}", "1:1: a mapping must have a name: mapping: name")]
    [InlineData("mapping: m", "1:1: a mapping must say what identifies a row: rows: {key: $column}")]
    [InlineData("mapping: m\nrows: {newest: $id}", "2:7: rows must have key: what identifies a row")]
    [InlineData("mapping: m\nrows: {key: x}", "2:13: the key of a row must have a column")]
    [InlineData("mapping: m\nrows: {key: $id}\nnodess: {}", "3:1: a mapping has no key 'nodess'; did you mean nodes or codes?")]
    [InlineData(Film + "  x: {type: Fllm, id: $id}", "5:13: the model has no node type 'Fllm'; did you mean Film?")]
    [InlineData(Film + "  x: {type: Person, id: p, missing: make}", "5:3: x has no set, so it cannot be made; give set, or missing: skip", false)]
    [InlineData(Film + "  x: {type: Person, id: p, set: {nam: $b}}", "5:34: Person has no property 'nam'; did you mean name?", false)]
    [InlineData(Film + "  x: {type: Person, id: p, set: {born: $b}}", "5:3: x must set name, which Person requires")]
    [InlineData(Film + "  x: {type: Person, id: p, set: {name: $b, id: $b}}", "5:44: the id is given by id, not in set")]
    [InlineData(Film + "  x: {type: Film, id: p/$id, set: {title: a, genre: COMEDI}}", "5:53: 'COMEDI' is not a value of Genre; did you mean COMEDY?")]
    [InlineData("codes: {g: {1: COMEDY, 2: TRAGIC}}\n" + Film + "  x: {type: Film, id: p/$id, set: {title: a, genre: $b | code(g)}}", "6:53: 'TRAGIC' is not a value of Genre; did you mean TRAGEDY?")]
    [InlineData(Film + "  x: {type: Person, id: p, set: {name: $b | cod(g)}}", "5:45: there is no transform 'cod'; did you mean code?")]
    [InlineData(Film + "  x: {type: Person, id: p, set: {name: $b | code(g)}}", "5:45: there is no table of codes 'g'")]
    [InlineData(Film + "  x: {type: Person, id: p, set: {name: $b | date(q)}}", "5:45: 'q' is not a format of dates such as yyyy-MM-dd")]
    [InlineData(Film + "  x: {type: Person, id: p, set: {name: $b | width}}", "5:45: width takes a date, but this is a text")]
    [InlineData(Film + "  x: {type: Person, id: p, set: {name: $b | split(';')}}", "5:40: name is a single value, but this is a list of texts; use first or join")]
    [InlineData(Film + "  x: {type: Person, id: p, set: {name: $b | first}}", "5:45: first takes a list, but this is a text")]
    [InlineData(Film + "  x: {type: Person, id: p, set: {name: $b | match('(?<a>x')}}", "5:45: '(?<a>x' is not a valid pattern")]
    [InlineData(Film + "  x: {type: Person, id: p, set: {name: $b | match('(?=x)')}}", "5:45: the pattern '(?=x)' has a part that is not supported: look-around, a back-reference or an atomic group")]
    [InlineData(Film + "  x: {type: Person, id: p, set: {name: $film.a}}", "5:40: film has no variable 'a'")]
    [InlineData(Film + "  x: {type: Person, id: p, set: {name: $b.a}}", "5:40: only what match gives has parts, and this is a text")]
    [InlineData(Film + "  x: {type: Person, id: $b$name, set: {name: $b}}", "5:27: in an id, a / must stand between two values: otherwise different values can give one id")]
    [InlineData(Film + "  x: {type: Person, id: p, set: {name: $ b}}", "5:40: a name must follow $; write $$ for the character itself")]
    [InlineData(Film + "  x: {type: Person, id: p, when: $b =, set: {name: $b}}", "5:38: the condition ends where a value is expected", false)]
    [InlineData(Film + "  x: {type: Person, id: p, when: 1 = $b, set: {name: $b}}", "5:34: a comparison must start with a $name")]
    [InlineData(Film + "  x: {type: Person, id: p, set: {name: $b}, merge: {nam: first}}", "5:53: 'nam' is not a property in set")]
    [InlineData(Film + "  x: {type: Person, id: p, set: {name: $b}, merge: {name: least}}", "5:53: name has no order: only numbers, dates and enums do")]
    [InlineData(Film + "  x: {type: Person, id: p, set: {name: $b}, merge: {name: add}}", "5:53: name is no list, so nothing can be added to it")]
    [InlineData(Film + "  x: {type: Person, id: p, set: {name: $b}, match: [{by: name}]}", "5:53: a name alone does not identify anything: give within or near")]
    [InlineData(Film + "  x: {type: Person, id: p, each: y in $b, set: {name: $y}}", "5:39: each goes through a list, but this is a text")]
    [InlineData(Film + "  x: {type: Person, id: p, each: $nobody, set: {name: a}}", "5:34: 'nobody' is not an entry above this one")]
    [InlineData(Film + "  x: {type: Person, id: p, set: {name: $b, directed: $film}}", "5:44: x can come from several rows, of which only the first would set directed: make the DIRECTED under relationships")]
    [InlineData(Film + "  x: {type: Film, id: p/$id, set: {title: a, genre: COMEDY, sequelOf: $b}}", "5:71: sequelOf leads to Film, but this is a text")]
    [InlineData(Film + "relationships:\n  r: {type: DIRECTED, from: $film, to: $film}", "6:29: this end must be Person, but this is Film")]
    [InlineData(Film + "relationships:\n  r: {type: DIRECTED, id: x, from: $film, to: $film}", "6:27: a DIRECTED has no id of its own: it follows from its ends", false)]
    [InlineData(Film + "relationships:\n  r: {type: SEQUEL_OF, from: $film, to: $film, span: {on: $b}}", "6:54: SequelOf has no valid days, so its rows cannot become intervals", false)]
    [InlineData("values: {b: $name}\ncolumns: {b: B}\n" + Film, "2:11: 'b' stands for two things in this mapping")]
    [InlineData("values: {a: $c, c: $name}\n" + Film, "1:13: the value c must stand above the one that uses it; if the column is meant, give it another name in columns")]
    [InlineData("values: {b: $b}\n" + Film + "  x: {type: Person, id: p, set: {name: $b}}", "1:13: the value b must stand above the one that uses it; if the column is meant, give it another name in columns")]
    [InlineData("values: {g: COMEDI}\n" + Film + "  x: {type: Film, id: p/$id, set: {title: a, genre: $g}}", "6:53: 'COMEDI' is not a value of Genre; did you mean COMEDY?")]
    [InlineData("values: {a: $film}\n" + Film, "1:13: film is an entry, which only entries can refer to; if a column is meant, name it in columns")]
    [InlineData("read: {names: id nam b}\n" + Film, "5:44: 'name' is neither a name of the mapping nor a column; did you mean nam?")]
    [InlineData("read: {encoding: utf-99}\n" + Film, "1:18: 'utf-99' is not the name of an encoding, such as windows-1256")]
    [InlineData("given: {release: ask}\n" + Film, "1:9: release must be given: --set release=...")]
    [InlineData("codes: {g: {a: COMEDY, A: WESTERN}}\n" + Film, "1:24: the code 'A' is given twice; upper and lower case are the same")]
    public async Task A_mistake_is_reported_with_its_position(string mapping, string expected, bool isOnly = true)
    {
        var mistakes = await MappedTable.MistakesAsync(mapping);
        if (isOnly)
            Assert.Equal(["m.yaml:" + expected], mistakes);
        else
            Assert.Contains("m.yaml:" + expected, mistakes);
    }

    [Fact]
    public async Task All_mistakes_are_reported_not_only_the_first()
    {
        var mistakes = await MappedTable.MistakesAsync(Film.Replace("COMEDY", "COMEDI", StringComparison.Ordinal) + "  x: {type: Nobody, id: a}\n  y: {type: Person, id: b, set: {nam: $b}}\n");
        Assert.Equal(["4:58", "5:13", "6:3", "6:34"], mistakes.Select(line => string.Join(':', line.Split(':')[1..3])));
    }

    [Theory]
    [InlineData("a: &x 1\nb: *x", "1:4: anchors (&name) are not supported; quote a text that starts with &")]
    [InlineData("a: *x", "1:4: aliases (*name) are not supported; quote a text that starts with *")]
    [InlineData("mapping: !!python/object x", "1:10: tags (!name) are not supported; quote a text that starts with !")]
    [InlineData("mapping: @x", "1:10: this is not valid YAML; quote a text that starts with @")]
    [InlineData("a: [1, 2", "2:1: this is not valid YAML; quote a text that contains ': ', ' #' or, inside {} or [], a comma", true)]
    [InlineData("mapping: a\nmapping: b\nrows: {key: $id}\n", "2:1: the key 'mapping' is given twice", true)]
    [InlineData("{[a]: b}", "1:2: a key must be a text; quote a text that starts with { or [")]
    [InlineData("", "1:1: the mapping is empty")]
    [InlineData("- a", "1:1: a mapping must be a map of keys and values", true)]
    public async Task Hostile_or_wrong_YAML_is_refused_in_plain_words(string mapping, string expected, bool isAmong = false)
    {
        var mistakes = await MappedTable.MistakesAsync(mapping);
        if (isAmong)
            Assert.Contains(mistakes, line => line.StartsWith("m.yaml:" + expected[..expected.IndexOf(':', StringComparison.Ordinal)], StringComparison.Ordinal) && line.EndsWith(expected[(expected.IndexOf(' ', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal));
        else
            Assert.Equal(["m.yaml:" + expected], mistakes);
    }

    [Fact]
    public async Task Deep_and_large_mappings_are_refused()
    {
        Assert.Equal(["m.yaml:1:17: the mapping is nested more than 16 levels deep"], await MappedTable.MistakesAsync(new string('[', 100_000)));
        Assert.Contains("at most 1048576 are allowed", Assert.Single(await MappedTable.MistakesAsync(new string('a', 2_000_000))), StringComparison.Ordinal);
        Assert.Contains("more than 50000 values", Assert.Single(await MappedTable.MistakesAsync("[" + string.Concat(Enumerable.Repeat("a,", 60_000)) + "]")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comma_in_an_unquoted_condition_is_a_mistake_with_a_hint()
    {
        var mistakes = await MappedTable.MistakesAsync(Film + "  x: {type: Person, id: p, set: {name: [{when: $b in (1, 2), give: a}]}}\n");
        Assert.Contains("m.yaml:5:58: an alternative has no key '2)'; quote a text that contains a comma", mistakes);
    }

    [Theory]
    [InlineData("acled")]
    [InlineData("cod")]
    [InlineData("control-list")]
    [InlineData("geonames")]
    [InlineData("ucdp-acd")]
    [InlineData("ucdp-esd")]
    [InlineData("ucdp-ged")]
    public void The_included_mappings_fit_the_model(string name)
    {
        var diagnostics = new MappingDiagnostics(name);
        var given = new Dictionary<string, string> { ["made"] = "2025-06-11", ["country"] = "syria" };
        foreach (var mapping in MappingReader.Read(MappedTable.Included(name), diagnostics))
        {
            var asked = given.Where(pair => mapping.Given.Exists(one => one.Name.Text == pair.Key)).ToDictionary();
            MappingCompiler.Compile(mapping, ModelReader.ReadDomain(), MappingCompiler.ResolveGiven(mapping, asked, [], asked.Keys.ToHashSet(), isUsed: true, diagnostics), null, diagnostics);
        }

        Assert.Equal([], diagnostics.Lines);
        Assert.True(MappedTable.Included(name).Split('\n').Length <= 151, "An included mapping should be short.");
    }
}
