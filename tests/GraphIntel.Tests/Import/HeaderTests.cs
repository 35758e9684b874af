using System.Text;
using GraphIntel.Core.Values;
using Xunit;

namespace GraphIntel.Tests.Import;

public sealed class HeaderTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("id:ID,name,kind,:LABEL")]
    [InlineData("id,name:string,kind:string,:LABEL")]
    [InlineData(":ID,name:STRING,kind:String,note:IGNORE")]
    [InlineData("id:id,name,kind,:IGNORE")]
    public async Task A_column_header_has_a_type_or_none(string header)
    {
        _folder.With("Actor.csv", header, "actor:a,A,STATE,Actor");
        await _folder.ImportAsync();
        Assert.Equal("A", _folder.Store.Value("actor:a", "name"));
        Assert.Equal("STATE", _folder.Store.Value("actor:a", "kind"));
    }

    [Fact]
    public async Task Every_declared_type_of_the_model_is_accepted()
    {
        _folder.With(
            "nodes/Event.csv",
            "id:ID,title:string,externalIds:string[],kind:string,start:date,end:date,datePrecision,placePrecision,"
                + "deathsBest:int,deathsLow:long,location:point{crs:WGS-84}",
            "event:a,A,ucdp:1;ucdp:2,BATTLE,2017-01-01,2017-01-02,DAYS,EXACT,-3,2147483647,\"{latitude:36.2, longitude:37.16}\"");
        await _folder.ImportAsync();
        Assert.Equal(-3, _folder.Store.Value("event:a", "deathsBest"));
        Assert.Equal(int.MaxValue, _folder.Store.Value("event:a", "deathsLow"));
        Assert.Equal(new DateOnly(2017, 1, 2), _folder.Store.Value("event:a", "end"));
        Assert.Equal(new GeoPoint(36.2, 37.16), _folder.Store.Value("event:a", "location"));
        Assert.Equal(["ucdp:1", "ucdp:2"], Assert.IsType<string[]>(_folder.Store.Value("event:a", "externalIds")));
    }

    [Theory]
    [InlineData("name:int", "name is of type String in the model; expected name:string or name")]
    [InlineData("aliases:string", "aliases is a list of String in the model; expected aliases:string[] or aliases")]
    [InlineData("name:string[]", "name is of type String in the model; expected name:string or name")]
    [InlineData("kind:boolean", "kind is of type ActorKind in the model; expected kind:string or kind")]
    [InlineData("nmae", "Actor has no property 'nmae'; did you mean name?")]
    [InlineData("NAME", "Actor has no property 'NAME'; did you mean name?")]
    [InlineData("zzzzzz", "Actor has no property 'zzzzzz'")]
    [InlineData("backs", "Actor has no property 'backs'")]
    [InlineData(":START_ID", "a node file must not have a column :START_ID")]
    [InlineData(":TYPE", "a node file must not have a column :TYPE")]
    [InlineData("key:ID", "the header of the id column must be id:ID")]
    [InlineData("id", "duplicate column for id; the first is column 1")]
    [InlineData("id:string", "duplicate column for id; the first is column 1")]
    [InlineData("a:b:c", "not a valid column header: expected name or name:type, such as aliases:string[]")]
    [InlineData("x:LABEL", "text before :LABEL is not allowed")]
    public async Task A_column_that_the_model_does_not_have_is_an_error(string head, string message)
    {
        _folder.With("nodes/Actor.csv", $"id:ID,{head}", "actor:a,");
        var result = await _folder.RunAsync();
        var error = Assert.Single(result.Diagnostics, error => error.Line == 1);
        Assert.Equal(("nodes/Actor.csv", $"'{head}'", message), (error.File, error.Column, error.Message));
        Assert.Empty(_folder.Store.Batches);
    }

    [Fact]
    public async Task Id_spaces_are_rejected()
    {
        _folder.With("Actor.csv", "id:ID(Actors),name,kind", "actor:a,A,STATE")
            .With("BACKS.csv", "id,:START_ID(Actors),:END_ID,kinds");
        await _folder.AssertErrorsAsync(
            "Actor.csv:1: column 'id:ID(Actors)': id spaces such as (Actors) are not supported, because ids are unique across all "
                + "types; expected id:ID",
            "BACKS.csv:1: column ':START_ID(Actors)': id spaces such as (Actors) are not supported, because ids are unique across all "
                + "types; expected :START_ID");
    }

    [Fact]
    public async Task A_relationship_without_a_stored_id_has_no_column_for_it()
    {
        _folder.WithActors("ab").With("SUCCEEDS.csv", "id,:START_ID,:END_ID", "x,actor:a,actor:b");
        await _folder.AssertErrorsAsync(
            "SUCCEEDS.csv:1: column 'id': SUCCEEDS has no stored id, because it is derived from the ends; remove the column");
    }

    [Fact]
    public async Task Ids_and_ends_are_required()
    {
        _folder.With("nodes/Actor.csv", "name,kind", "A,STATE")
            .With("relationships/BACKS.csv", "kinds,:END_ID", "TROOPS,actor:a");
        await _folder.AssertErrorsAsync(
            "nodes/Actor.csv:1: the column id:ID is missing; no row of the file was checked",
            "relationships/BACKS.csv:1: the column id is missing; no row of the file was checked",
            "relationships/BACKS.csv:1: the column :START_ID is missing; no row of the file was checked");
    }

    [Fact]
    public async Task A_label_column_repeats_the_type()
    {
        _folder.With("nodes/Actor.csv", "id:ID,name,kind,:LABEL", "actor:a,A,STATE,Actor", "actor:b,B,STATE,Place")
            .With("relationships/SUCCEEDS.csv", ":START_ID,:END_ID,:TYPE", "actor:a,actor:b,Succeeds");
        await _folder.AssertErrorsAsync(
            "nodes/Actor.csv:3: column :LABEL: 'Place' is not the type of the file; expected Actor",
            "relationships/SUCCEEDS.csv:2: column :TYPE: 'Succeeds' is not the type of the file; expected SUCCEEDS");
    }

    [Fact]
    public async Task A_derived_column_is_checked_and_not_written()
    {
        _folder.WithActors("abc").With(
            "Membership.csv", "id,:START_ID,:END_ID,standing", "membership:1,actor:a,actor:b,DENIED",
            "membership:2,actor:b,actor:c,");
        var result = await _folder.ImportAsync();
        var warning = Assert.Single(result.Warnings);
        Assert.Equal(("Membership.csv", 1, "standing"), (warning.File, warning.Line, warning.Column));

        _folder.With("Membership.csv", "id,:START_ID,:END_ID,standing", "membership:1,actor:a,actor:b,DENYED");
        await _folder.AssertErrorsAsync(
            "Membership.csv:2: column standing: 'DENYED' is not a value of Standing; did you mean DENIED? (one of ASSERTED, DISPUTED, "
                + "DENIED)");
    }

    [Fact]
    public async Task A_missing_required_column_is_an_error_only_for_new_rows()
    {
        _folder.WithActors("a");
        await _folder.ImportAsync();
        _folder.With("nodes/Actor.csv", "id:ID,description", "actor:a,one");
        var result = await _folder.ImportAsync();
        Assert.Equal(1, result.Written.Updated);
        Assert.Equal("a", _folder.Store.Value("actor:a", "name"));

        _folder.With("nodes/Actor.csv", "id:ID,description,kind", "actor:a,one,STATE", "actor:b,two,STATE",
            "actor:c,three,STATE");
        await _folder.AssertErrorsAsync(
            "nodes/Actor.csv:3: column name: the required column name is missing; 2 rows are not in the store "
                + "yet, starting with this one");
    }

    [Fact]
    public async Task An_empty_file_has_no_header()
    {
        _folder.With("Actor.csv", Array.Empty<byte>()).With("Place.csv", Encoding.UTF8.GetPreamble()).With("Event.csv", "", "");
        await _folder.AssertErrorsAsync(
            "Actor.csv: the file is empty or not a regular file; pipes, sockets and devices are not supported",
            "Event.csv:1: the file has no header", "Place.csv:1: the file has no header");
    }

    [Theory]
    [InlineData(';', "semicolons")]
    [InlineData('\t', "tabs")]
    [InlineData('|', "vertical bars")]
    public async Task Another_delimiter_is_reported(char delimiter, string name)
    {
        _folder.With("Actor.csv", "id:ID,name,kind".Replace(',', delimiter), "actor:a,A,STATE".Replace(',', delimiter));
        await _folder.AssertErrorsAsync($"Actor.csv:1: the columns are separated by {name}; separate them with commas, in every row");
    }

    [Fact]
    public async Task A_trailing_comma_is_reported()
    {
        _folder.With("Actor.csv", "id:ID,name,kind,", "actor:a,A,STATE,").With("Place.csv", "id:ID,name,kind", "place:p,P,TOWN,", "place:q,Q,TOWN,,");
        await _folder.AssertErrorsAsync(
            "Actor.csv:1: the header ends with a comma, which adds a column without a name; remove the comma at the end of every row",
            "Place.csv:2: the row has 4 cells, but the header has 3; remove the comma at its end",
            "Place.csv:3: the row has 5 cells, but the header has 3");
    }

    [Fact]
    public async Task A_second_byte_order_mark_is_reported()
    {
        _folder.With("Actor.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("\ufeffid:ID,name,kind\nactor:a,A,STATE\n")])
            .With("Place.csv", [.. Encoding.UTF8.Preamble, .. "id:ID,name,kind\nplace:p,P,TOWN\n"u8]);
        await _folder.AssertErrorsAsync(
            "Actor.csv:1: column '\ufeffid:ID': there is a byte order mark (U+FEFF) before the name; only one is allowed, at the start of the file",
            "Actor.csv:1: the column id:ID is missing; no row of the file was checked");
    }
}
