using System.Text;
using Xunit;

namespace GraphIntel.Tests.Import;

/// <summary>CSV syntax and UTF-8.</summary>
public sealed class TextTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", false)]
    [InlineData("\n", true)]
    [InlineData("\r\n", true)]
    public async Task Line_ends_and_a_byte_order_mark_make_no_difference(string lineEnd, bool withMark)
    {
        var text = string.Join(lineEnd, "id:ID,name,kind", "actor:a,\"A, the \"\"first\"\"\",STATE", "", "actor:b,حلب,STATE");
        _folder.With("Actor.csv", [.. withMark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(text)]);
        await _folder.ImportAsync();
        Assert.Equal("A, the \"first\"", _folder.Store.Value("actor:a", "name"));
        Assert.Equal("حلب", _folder.Store.Value("actor:b", "name"));
    }

    [Fact]
    public async Task A_row_is_reported_by_its_first_line()
    {
        _folder.With(
            "Actor.csv", "id:ID,name,kind", "actor:a,\"two", "lines\",STATE", "", "actor:b,\"two", "lines\",STAT",
            "actor:c,c,STAT");
        var result = await _folder.RunAsync();
        Assert.Equal([5, 7], result.Diagnostics.Select(error => error.Line));
    }

    [Fact]
    public async Task Line_breaks_inside_quotes_are_kept()
    {
        _folder.With("Actor.csv", "id:ID,name,kind", "actor:a,\"two\r", "lines\",STATE");
        await _folder.ImportAsync();
        Assert.Equal("two\r\nlines", _folder.Store.Value("actor:a", "name"));
    }

    [Fact]
    public async Task Invalid_quoting_is_an_error_with_its_line()
    {
        _folder.With("Actor.csv", "id:ID,name,kind", "actor:a,x\"y,STATE", "actor:b,\"x\"y,STATE", "actor:c,\"open,STATE",
            "actor:d,d,STATE");
        await _folder.AssertErrorsAsync(
            "Actor.csv:2: an unquoted cell contains a quote; quote the cell and double the quotes "
                + "inside it",
            "Actor.csv:3: there is text after a closing quote; double the quotes inside a quoted cell",
            "Actor.csv:4: a quote is not closed before the end of the file");
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_does_not_read_a_large_file_into_memory()
    {
        var line = new string('x', 1_000);
        _folder.With("Actor.csv", ["id:ID,name,kind", "actor:a,\"open,STATE", .. Enumerable.Repeat(line, 10_000)]);
        await _folder.AssertErrorsAsync(
            "Actor.csv:2: the row exceeds the limit of 4 MiB (is a quote not closed?); the rest of the file was not read");
    }

    [Fact]
    public async Task A_row_has_as_many_cells_as_the_header()
    {
        _folder.With("Actor.csv", "id:ID,name,kind", "actor:a", "actor:b,b,STATE,", "actor:c,c,STATE");
        await _folder.AssertErrorsAsync(
            "Actor.csv:2: the row has 1 cell, but the header has 3", "Actor.csv:3: the row has 4 cells, but the header has 3; remove the comma at its end");
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_an_error()
    {
        _folder.With(
            "Actor.csv",
            [.. "id:ID,name,kind\nactor:a,caf"u8, 0xE9, .. ",STATE\nactor:b,"u8, 0xED, 0xA0, 0x80,
                .. ",STATE\nactor:c,caf\u00e9,STATE\n"u8]);
        await _folder.AssertErrorsAsync(
            "Actor.csv:2: the row is not valid UTF-8", "Actor.csv:3: the row is not valid UTF-8");
    }

    [Fact]
    public async Task UTF_16_is_rejected()
    {
        _folder.With("Actor.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("id:ID,name,kind\n")])
            .With("Place.csv", [.. Encoding.BigEndianUnicode.GetPreamble(),
                .. Encoding.BigEndianUnicode.GetBytes("id:ID,name,kind\n")]);
        await _folder.AssertErrorsAsync(
            "Actor.csv:1: the file is UTF-16; save it as UTF-8", "Place.csv:1: the file is UTF-16; save it as UTF-8");
    }

    [Fact]
    public async Task Text_has_no_NUL_character()
    {
        _folder.With("Actor.csv", "id:ID,name,aliases,kind", "actor:a,a\0b,,STATE", "actor:b,b,\"[\"\"a\\u0000\"\"]\",STATE");
        await _folder.AssertErrorsAsync(
            "Actor.csv:2: the row contains a NUL character, which is not allowed",
            "Actor.csv:3: column aliases: item 1 of the JSON array contains a NUL character, which is not allowed");
    }

    [Fact]
    public async Task A_file_whose_rows_cannot_be_read_does_not_make_its_ids_missing()
    {
        _folder.With("nodes/Actor.csv", "id:ID,name,kind", "actor:a,\"a\"a,STATE", "actor:b,b,STATE")
            .With("SUCCEEDS.csv", ":START_ID,:END_ID", "actor:a,actor:b");
        await _folder.AssertErrorsAsync(
            "nodes/Actor.csv:2: there is text after a closing quote; double the quotes inside a quoted cell");
    }
}
