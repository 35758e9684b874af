using System.IO.Compression;
using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping;
using Xunit;

namespace GraphIntel.Tests.Mapping;

/// <summary>Rows become nodes and relationships of the films.</summary>
public sealed class RowTests
{
    /// <summary>The mapping of a table of films: who directed and who acted in which role.</summary>
    private const string Films = """
        mapping: films
        given: {country: {pattern: '^([a-z]+)-', default: nowhere}}
        columns: {title: Title | Name, first: Year, kind: Genre, by: Directed by, actors: Cast, after: Sequel of}
        optional: [after]
        codes:
          genres: {comedy: COMEDY, 'tragedy | drama': TRAGEDY, western: WESTERN}
          ids: {rows: [[$title, $id]], else: drop}
        rows: {key: $id}
        values:
          people: $actors | split(';') | match('^(?<who>[^(]+?)( \((?<role>.*)\))?$')
        nodes:
          director: {type: Person, when: $by, id: $by, set: {name: $by}}
          actor: {type: Person, each: one in $people, id: $one.who, set: {name: $one.who}}
          film:
            type: Film
            id: $country/$id
            set: {title: $title, genre: $kind | code(genres), year: $first, directors: $director, sequelOf: $former}
          former: {type: Film, id: [$after | code(ids)], when: $after, missing: skip}
        relationships:
          casting: {type: ACTED_IN, each: $actor, from: $actor, to: $film, set: {roles: $one.role, hired: 1950-01-01}}
        """;

    private const string Table = "id,Title,Year,Genre,Directed by,Cast\n1,High Noon,1952,western,Fred Zinnemann,Gary Cooper (Will Kane); Grace Kelly\n2,Rio Bravo,1959.0,WESTERN,Howard Hawks,John Wayne\n3,Nobody,,drama,,\n";

    [Fact]
    public async Task Rows_become_nodes_and_relationships_and_a_second_import_changes_nothing()
    {
        await using var table = await MappedTable.NewAsync();
        var result = await table.ImportAsync(Films, Table, "us-films.csv");
        Assert.Equal(["film:us/1|High Noon|WESTERN|1952", "film:us/2|Rio Bravo|WESTERN|1959", "film:us/3|Nobody|TRAGEDY|?"], await table.Store.ReadAsync("SELECT id, title, genre, year FROM \"n_Film\" ORDER BY id"));
        Assert.Equal(["person:Fred Zinnemann", "person:Gary Cooper", "person:Grace Kelly", "person:Howard Hawks", "person:John Wayne"], await table.Store.ReadAsync("SELECT id FROM \"n_Person\" ORDER BY id"));
        Assert.Equal(
            ["casting:Gary Cooper~us/1~1950-01-01", "casting:Grace Kelly~us/1~1950-01-01", "casting:John Wayne~us/2~1950-01-01"],
            await table.Store.ReadAsync("SELECT id FROM \"r_ACTED_IN\" ORDER BY id"));
        Assert.Equal(new WriteSummary(13, 0, 0), result.Written);
        Assert.Equal(new WriteSummary(0, 0, 13), (await table.ImportAsync(Films, Table, "us-films.csv")).Written);
    }

    [Fact]
    public async Task Every_error_of_a_row_is_reported_with_its_line_and_column_and_nothing_is_written()
    {
        await using var table = await MappedTable.NewAsync();
        var rows = Table + "4,,1960,western,A,\n5,\"Two\nlines\",x,western,A,\n6,Six,1961,musical,A,\n7,Short\n,Key,1961,western,A,\n8,\"a\"b,1,western,A,\n";
        Assert.Equal(
            [
                "table.csv:5: film.title is empty, which Film requires",
                "table.csv:6: column Year: 'x' is not an integer between -2147483648 and 2147483647 (for year)",
                "table.csv:8: column Genre: 'musical' is not a code of the table genres (for genre)",
                "table.csv:9: the row has 2 cells, but the header has 6",
                "table.csv:10: the key of the row is empty",
                "table.csv:11: there is text after a closing quote; double the quotes inside a quoted cell",
            ],
            await table.ErrorsAsync(Films, rows));
        Assert.Empty(await table.Store.ReadAsync("SELECT id FROM \"n_Film\""));

        table.MaxBadRows = 5;
        Assert.True((await table.RunAsync(Films, rows)).IsRefused);
        table.MaxBadRows = 6;
        var result = await table.RunAsync(Films, rows);
        Assert.Equal((false, 6, 9), (result.IsRefused, result.BadRows, result.Rows));
        Assert.Equal(3, (await table.Store.ReadAsync("SELECT id FROM \"n_Film\"")).Length);
    }

    [Fact]
    public async Task A_row_with_an_error_leaves_nothing_behind()
    {
        await using var table = await MappedTable.NewAsync();
        table.MaxBadRows = 1;
        await table.RunAsync(Films, Table + "4,Four,x,western,Bad Director,\n");
        Assert.Equal(["0"], await table.Store.ReadAsync("SELECT count(*) FROM \"n_Person\" WHERE id = 'person:Bad Director'"));
    }

    [Fact]
    public async Task A_missing_column_stops_the_import_with_the_columns_that_there_are()
    {
        await using var table = await MappedTable.NewAsync();
        var failure = await Assert.ThrowsAsync<ImportException>(() => table.RunAsync(Films, "id,Titel,Year,Genre,Cast\n1,a,1,western,\n"));
        Assert.EndsWith(
            "table.csv has no column Title or Name (did you mean Titel?), Directed by. Its columns are: id, Titel, Year, Genre, Cast.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_looked_up_in_the_file_itself_is_found_in_any_order_and_else_left_out()
    {
        await using var table = await MappedTable.NewAsync();
        table.Set("country", "us");
        var result = await table.ImportAsync(
            Films.Replace("[$after | code(ids)]", "us/$a2", StringComparison.Ordinal).Replace("values:", "values:\n  a2: $after | code(ids)", StringComparison.Ordinal),
            "id,Title,Year,Genre,Directed by,Cast,Sequel of\n1,Second,1952,western,,,First\n2,First,1950,western,,,\n");
        Assert.Equal(["film:us/1>film:us/2"], await table.Store.ReadAsync("SELECT s.id || '>' || t.id FROM \"r_SEQUEL_OF\" r JOIN \"n_Film\" s ON s.\"$key\" = r.\"$src\" JOIN \"n_Film\" t ON t.\"$key\" = r.\"$dst\""));
        Assert.Empty(MappedTable.FindingsOf(result));
    }

    [Fact]
    public async Task Repeated_rows_and_other_values_are_findings_and_the_first_counts()
    {
        await using var table = await MappedTable.NewAsync();
        const string Mapping = "mapping: m\nrows: {key: $id}\nnodes:\n  p: {type: Person, id: $name, set: {name: $label}}\n";
        var result = await table.ImportAsync(Mapping, "id,name,label\n1,a,A\n1,a,B\n2,a,C\n3,a,A\n");
        Assert.Equal(["A"], await table.Store.ReadAsync("SELECT name FROM \"n_Person\""));
        Assert.Equal(
            [
                "1 x p with other values than in an earlier row, of which the first counts, first 'person:a'",
                "1 x row with the key of an earlier row, left out, first '1'",
            ],
            MappedTable.FindingsOf(result));
    }

    [Fact]
    public async Task The_newest_of_rows_with_one_key_counts_wherever_it_stands()
    {
        await using var table = await MappedTable.NewAsync();
        const string Mapping = "mapping: m\nrows: {key: $id, newest: $time}\nnodes:\n  p: {type: Person, id: $id, set: {name: $label}}\n";
        await table.ImportAsync(Mapping, "id,time,label\n1,9,A\n1,10,B\n1,8,C\n2,1,D\n");
        Assert.Equal(["B", "D"], await table.Store.ReadAsync("SELECT name FROM \"n_Person\" ORDER BY id"));
    }

    [Fact]
    public async Task What_later_rows_with_one_key_have_is_gathered_in_lists_in_step_and_rows_that_differ_otherwise_are_findings()
    {
        await using var table = await MappedTable.NewAsync();
        const string Mapping = """
            mapping: m
            rows: {key: $id, newest: $time, gather: {names: $who, days: $born}}
            values: {number: $names | count, all: "$names | join('+')", one: $days | first}
            nodes:
              first: {type: Person, id: $who, set: {name: $who, born: $born, aliases: ["$number", $all, $one]}}
              other: {type: Person, each: {name: $names, day: $days}, id: $name, set: {name: $name, born: $day, aliases: $names}}
            """;
        var result = await table.ImportAsync(
            Mapping, "id,time,who,born,rest\n1,2,a,1950-01-01,x\n1,2,b,,x\n2,1,d,,x\n1,2,c,1950-01-03,y\n1,1,old,,x\n1,2,a,1950-01-01,x\n");
        Assert.Equal(
            ["a|1950-01-01|[\"2\",\"b+c\",\"1950-01-03\"]", "b|?|[\"b\",\"c\"]", "c|1950-01-03|[\"b\",\"c\"]", "d|?|[\"0\"]"],
            await table.Store.ReadAsync("SELECT name, coalesce(born, '?'), aliases FROM \"n_Person\" ORDER BY 1"));
        Assert.Equal(["1 x row with the key of an earlier row, left out, first '1'"], MappedTable.FindingsOf(result));

        // A column in use that is not gathered makes the third row another one.
        result = await table.ImportAsync(Mapping.Replace("[\"$number\"", "[$rest, \"$number\"", StringComparison.Ordinal), "id,time,who,born,rest\n3,2,e,,x\n3,2,f,,x\n3,2,g,,y\n");
        Assert.Equal(["e", "f"], await table.Store.ReadAsync("SELECT name FROM \"n_Person\" WHERE name > 'd' ORDER BY 1"));
        Assert.Equal(["1 x row with the key of an earlier row, left out, first '3'"], MappedTable.FindingsOf(result));
    }

    [Fact]
    public async Task Rows_that_put_a_place_above_itself_are_errors_before_anything_is_written()
    {
        await using var table = await MappedTable.NewAsync(ModelReader.ReadDomain());
        const string Mapping = """
            mapping: m
            rows: {key: $id}
            nodes:
              above: {type: Place, when: $in, id: $in, missing: skip}
              place: {type: Place, id: $id, set: {name: $id, kind: TOWN, parent: $above}}
            """;
        Assert.Equal(
            ["table.csv:2: PART_OF would form a cycle from 'place:b' to 'place:c' and back to the first; a hierarchy must not have cycles"],
            await table.ErrorsAsync(Mapping, "id,in\na,b\nb,c\nc,b\nd,a\ne,\nf,f\n"));
        Assert.Equal(0, await table.Store.CountAsync("Place"));
        await table.ImportAsync(Mapping, "id,in\na,b\nb,c\nc,\nd,a\ne,\nf,f\n");
    }

    [Fact]
    public async Task A_table_without_rows_takes_nothing_for_gone()
    {
        await using var table = await MappedTable.NewAsync();
        table.Prunes = true;
        const string Mapping = "mapping: m\nrows: {key: $id, covers: all}\nnodes:\n  p: {type: Person, id: $id, set: {name: $id}}\n";
        await table.ImportAsync(Mapping, "id,x\na,1\n");
        var result = await table.ImportAsync(Mapping, "id,x\n");
        Assert.Equal(["1 x table without rows: so no row is taken for gone; to delete all, undo its imports, first 'm'"], MappedTable.FindingsOf(result));
        Assert.Equal(1, await table.Store.CountAsync("Person"));
    }

    [Fact]
    public async Task Values_of_several_rows_are_merged_as_the_mapping_says()
    {
        await using var table = await MappedTable.NewAsync();
        const string Mapping = """
            mapping: m
            rows: {key: $id}
            nodes:
              p:
                type: Person
                id: $who
                set: {name: $label, born: $day, height: $height, aliases: $alias}
                merge: {name: last, born: least, height: greatest, aliases: add}
            """;
        await table.ImportAsync(Mapping, "id,who,label,day,height,alias\n1,a,X,1950-01-02,1.5,x\n2,a,,1950-01-01,1.7,y\n3,a,Y,1950-01-03,1.6,x\n");
        Assert.Equal(["Y|1950-01-01|1.7|[\"x\",\"y\"]"], await table.Store.ReadAsync("SELECT name, born, height, aliases FROM \"n_Person\""));
    }

    [Fact]
    public async Task Merged_values_are_checked_before_anything_is_written()
    {
        await using var table = await MappedTable.NewAsync();
        const string Mapping = "mapping: m\nrows: {key: $id}\nnodes:\n  p: {type: Person, id: $who, set: {name: $label}, merge: {name: first}}\n";
        Assert.Equal(["table.csv:4: 'person:b': p.name is empty, which Person requires"], await table.ErrorsAsync(Mapping, "id,who,label\n1,a,\n2,a,A\n3,b,\n"));
        Assert.Empty(await table.Store.ReadAsync("SELECT id FROM \"n_Person\""));
    }

    [Fact]
    public async Task Values_in_ids_are_escaped_so_that_different_values_give_different_ids()
    {
        await using var table = await MappedTable.NewAsync();
        const string Mapping = "mapping: m\nrows: {key: $a?/$b?}\nnodes:\n  p: {type: Person, id: $a?/$b?, set: {name: x}}\n";
        await table.ImportAsync(Mapping, "a,b\nx/y,z\nx,y/z\n\"p \n q\",>~%\n652.0,\n");
        Assert.Equal(["person:652/", "person:p q/%3E%7E%25", "person:x%2Fy/z", "person:x/y%2Fz"], await table.Store.ReadAsync("SELECT id FROM \"n_Person\" ORDER BY id"));
    }

    [Fact]
    public async Task A_dry_run_counts_and_writes_nothing()
    {
        await using var table = await MappedTable.NewAsync();
        table.IsDryRun = true;
        var result = await table.ImportAsync(Films, Table);
        Assert.Equal(["13 would be created, 0 updated, 0 unchanged; nothing was written"], MappingReport.Lines(result, isDryRun: true, isQuiet: true).Select(line => line[(line.IndexOf(' ', 2) + 1)..]));
        Assert.Empty(await table.Store.ReadAsync("SELECT id FROM \"n_Film\""));
    }

    [Fact]
    public async Task A_side_with_lists_of_different_lengths_keeps_the_first()
    {
        await using var table = await MappedTable.NewAsync();
        const string Mapping = "mapping: m\nrows: {key: $id}\nvalues: {a: \"$ids | split(',')\", b: \"$names | split(',')\"}\nnodes:\n  p: {type: Person, each: {uid: $a, label: $b}, id: $uid, set: {name: [$label, Person $uid]}}\n";
        var result = await table.ImportAsync(Mapping, "id,ids,names\n1,\"7,8\",\"A,B\"\n2,\"9,10\",\"C\"\n");
        Assert.Equal(["person:10|Person 10", "person:7|A", "person:8|B", "person:9|Person 9"], await table.Store.ReadAsync("SELECT id, name FROM \"n_Person\" ORDER BY id"));
        Assert.Equal(["1 x lists uid, label of p that differ in length, of which the first counts, first '2 and 1'"], MappedTable.FindingsOf(result));
    }

    [Fact]
    public async Task A_relationship_whose_rows_are_years_becomes_intervals()
    {
        await using var table = await MappedTable.NewAsync();
        const string Mapping = """
            mapping: m
            rows: {key: $id}
            values: {day: $year | date(yyyy)}
            nodes:
              p: {type: Person, id: $who, set: {name: $who}}
              f: {type: Film, id: $film, set: {title: $film, genre: COMEDY}}
            relationships:
              c:
                type: ACTED_IN
                from: $p
                to: $f
                span: {on: $day, step: year, by: [roles]}
                set: {roles: $role, hired: $span.first, released: $span.ended}
            """;
        await table.ImportAsync(Mapping, "id,who,film,year,role\n1,a,x,1952,r\n2,a,x,1950,r\n3,a,x,1951,r\n4,a,x,1955,r\n5,a,x,1951,s\n6,a,y,1953,r\n");
        Assert.Equal(
            ["[\"r\"]|1950-01-01|1953-01-01", "[\"r\"]|1953-01-01|1954-01-01", "[\"r\"]|1955-01-01|?", "[\"s\"]|1951-01-01|1952-01-01"],
            await table.Store.ReadAsync("SELECT roles, hired, released FROM \"r_ACTED_IN\" ORDER BY 1, 2"));
    }

    [Theory]
    [InlineData("id;Title\n1;a;b\n", "the row has 3 cells")]
    [InlineData("", "is empty or not a regular file")]
    public async Task Wrong_tables_are_refused(string text, string expected)
    {
        await using var table = await MappedTable.NewAsync();
        const string Mapping = "mapping: m\nrows: {key: $id}\nnodes:\n  p: {type: Person, id: $id, set: {name: $Title}}\n";
        var message = text.Length == 0
            ? (await Assert.ThrowsAsync<ImportException>(() => table.RunAsync(Mapping, text))).Message
            : Assert.Single(await table.ErrorsAsync(Mapping, text));
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> Forms
    {
        get
        {
            var rows = Encoding.UTF8.GetBytes("id,Title\n1,\"Ä \"\"x\"\", y\"\n");
            var zip = new MemoryStream();
            using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            {
                using (var entry = archive.CreateEntry("readme.txt").Open())
                    entry.Write("Read me"u8);
                using (var entry = archive.CreateEntry("t.csv").Open())
                    entry.Write(rows);
            }

            var gzip = new MemoryStream();
            using (var compressed = new GZipStream(gzip, CompressionMode.Compress, leaveOpen: true))
                compressed.Write(rows);
            return new TheoryData<string, byte[]>
            {
                { "plain", rows },
                { "BOM and CRLF", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("id,Title\r\n1,\"Ä \"\"x\"\", y\"\r\n")] },
                { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("id,Title\n1,\"Ä \"\"x\"\", y\"\n")] },
                { "tab", Encoding.UTF8.GetBytes("id\tTitle\n1\tÄ \"x\", y\n") },
                { "semicolon", Encoding.UTF8.GetBytes("ID;title\n 1 ;Ä \"x\", y \n") },
                { "tags", Encoding.UTF8.GetBytes("id,Title\n,#name\n1,\"Ä \"\"x\"\", y\"\n") },
                { "gzip", gzip.ToArray() },
                { "zip", zip.ToArray() },
                { "windows-1252", [.. Encoding.Latin1.GetBytes("id;Title\n1;Ä \"x\", y\n")] },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Tables_are_read_in_all_their_forms(string form, byte[] content)
    {
        await using var table = await MappedTable.NewAsync();
        table.Encoding = form == "windows-1252" ? form : null;
        const string Mapping = "mapping: m\nrows: {key: $id}\nnodes:\n  p: {type: Person, id: $id, set: {name: $Title}}\n";
        Assert.Equal([], MappingReport.Errors(await table.RunAsync(Mapping, content)));
        Assert.Equal(["person:1|Ä \"x\", y"], await table.Store.ReadAsync("SELECT id, name FROM \"n_Person\""));
    }

    [Theory]
    [InlineData("id,Title\n1,a\n", "short: pad")]
    [InlineData("1,a\n", "short: pad")]
    [InlineData("1\ta\n", "header: none, quote: none, delimiter: tab")]
    public async Task A_file_without_a_header_is_read_by_the_names_of_the_mapping(string text, string options)
    {
        await using var table = await MappedTable.NewAsync();
        var mapping = $"mapping: m\nread: {{names: id Title more, {options}}}\noptional: [more]\nrows: {{key: $id}}\nnodes:\n  p: {{type: Person, id: $id, set: {{name: $Title, aliases: $more}}}}\n";
        if (!options.Contains("pad", StringComparison.Ordinal))
            mapping = mapping.Replace(" more,", ",", StringComparison.Ordinal).Replace(", aliases: $more", "", StringComparison.Ordinal);
        await table.ImportAsync(mapping, text);
        Assert.Equal(["person:1|a"], await table.Store.ReadAsync("SELECT id, name FROM \"n_Person\""));
    }
}
