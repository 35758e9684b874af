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
    public async Task A_column_is_headed_with_or_without_its_type(string header)
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
    [InlineData("name:int", "name is of type String in the model; write name:string or name")]
    [InlineData("aliases:string", "aliases is a list of String in the model; write aliases:string[] or aliases")]
    [InlineData("name:string[]", "name is of type String in the model; write name:string or name")]
    [InlineData("kind:boolean", "kind is of type ActorKind in the model; write kind:string or kind")]
    [InlineData("nmae", "Actor has no property \"nmae\"; did you mean name?")]
    [InlineData("NAME", "Actor has no property \"NAME\"; did you mean name?")]
    [InlineData("zzzzzz", "Actor has no property \"zzzzzz\"")]
    [InlineData("backs", "Actor has no property \"backs\"")]
    [InlineData(":START_ID", "a file of nodes has no column :START_ID")]
    [InlineData(":TYPE", "a file of nodes has no column :TYPE")]
    [InlineData("key:ID", "the column of ids is headed id:ID")]
    [InlineData("id", "a second column for id; the first is column 1")]
    [InlineData("id:string", "a second column for id; the first is column 1")]
    [InlineData("a:b:c", "a column is headed name or name:type, such as aliases:string[]")]
    [InlineData("x:LABEL", "nothing may come before :LABEL")]
    public async Task A_column_that_the_model_does_not_have_is_a_mistake(string head, string message)
    {
        _folder.With("nodes/Actor.csv", $"id:ID,{head}", "actor:a,");
        var result = await _folder.RunAsync();
        var mistake = Assert.Single(result.Mistakes, mistake => mistake.Line == 1);
        Assert.Equal(("nodes/Actor.csv", $"\"{head}\"", message), (mistake.File, mistake.Column, mistake.Message));
        Assert.Empty(_folder.Store.Batches);
    }

    [Fact]
    public async Task Id_spaces_are_refused()
    {
        _folder.With("Actor.csv", "id:ID(Actors),name,kind", "actor:a,A,STATE")
            .With("BACKS.csv", "id,:START_ID(Actors),:END_ID,kinds");
        await _folder.AssertMistakesAsync(
            "Actor.csv:1: column \"id:ID(Actors)\": id spaces such as (Actors) are not supported; ids are unique over all "
                + "types, write id:ID",
            "BACKS.csv:1: column \":START_ID(Actors)\": id spaces such as (Actors) are not supported; ids are unique over all "
                + "types, write :START_ID");
    }

    [Fact]
    public async Task A_relationship_without_a_stored_id_has_no_column_for_it()
    {
        _folder.WithActors("ab").With("SUCCEEDS.csv", "id,:START_ID,:END_ID", "x,actor:a,actor:b");
        await _folder.AssertMistakesAsync(
            "SUCCEEDS.csv:1: column \"id\": SUCCEEDS stores no id: its ids are derived from its ends; leave the column out");
    }

    [Fact]
    public async Task Ids_and_ends_are_required()
    {
        _folder.With("nodes/Actor.csv", "name,kind", "A,STATE")
            .With("relationships/BACKS.csv", "kinds,:END_ID", "TROOPS,actor:a");
        await _folder.AssertMistakesAsync(
            "nodes/Actor.csv:1: there is no column id:ID; no row of the file was checked",
            "relationships/BACKS.csv:1: there is no column id; no row of the file was checked",
            "relationships/BACKS.csv:1: there is no column :START_ID; no row of the file was checked");
    }

    [Fact]
    public async Task A_label_column_repeats_the_type()
    {
        _folder.With("nodes/Actor.csv", "id:ID,name,kind,:LABEL", "actor:a,A,STATE,Actor", "actor:b,B,STATE,Place")
            .With("relationships/SUCCEEDS.csv", ":START_ID,:END_ID,:TYPE", "actor:a,actor:b,Succeeds");
        await _folder.AssertMistakesAsync(
            "nodes/Actor.csv:3: column :LABEL: \"Place\" is not the type of the file, which is Actor",
            "relationships/SUCCEEDS.csv:2: column :TYPE: \"Succeeds\" is not the type of the file, which is SUCCEEDS");
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
        await _folder.AssertMistakesAsync(
            "Membership.csv:2: column standing: \"DENYED\" is no Standing; did you mean DENIED? (one of ASSERTED, DISPUTED, "
                + "DENIED)");
    }

    [Fact]
    public async Task A_missing_required_column_is_a_mistake_only_for_what_is_new()
    {
        _folder.WithActors("a");
        await _folder.ImportAsync();
        _folder.With("nodes/Actor.csv", "id:ID,description", "actor:a,one");
        var result = await _folder.ImportAsync();
        Assert.Equal(1, result.Written.Updated);
        Assert.Equal("a", _folder.Store.Value("actor:a", "name"));

        _folder.With("nodes/Actor.csv", "id:ID,description,kind", "actor:a,one,STATE", "actor:b,two,STATE",
            "actor:c,three,STATE");
        await _folder.AssertMistakesAsync(
            "nodes/Actor.csv:3: column name: name is required and the file has no column for it; 2 rows are not in the store "
                + "yet, this one first");
    }

    [Fact]
    public async Task An_empty_file_has_no_header()
    {
        _folder.With("Actor.csv", Array.Empty<byte>()).With("Place.csv", Encoding.UTF8.GetPreamble()).With("Event.csv", "", "");
        await _folder.AssertMistakesAsync(
            "Actor.csv:1: the file has no header", "Event.csv:1: the file has no header", "Place.csv:1: the file has no header");
    }
}
