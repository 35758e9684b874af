using GraphIntel.Import.Graph.Checking;
using Xunit;

namespace GraphIntel.Tests.Import;

public sealed class IdTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_id_has_the_prefix_of_its_type_and_a_key()
    {
        _folder.With(
            "nodes/Actor.csv", "id:ID,name,kind",
            "place:a,a,STATE", "a,a,STATE", "actor:,a,STATE", ",a,STATE", "actor:a>b,a,STATE", "actor:a ,a,STATE",
            "\"actor:a\u0085b\",a,STATE", "ACTOR:a,a,STATE");
        await _folder.AssertErrorsAsync(
            "nodes/Actor.csv:2: column id: 'place:a' is an id of Place; expected 'actor:<key>', an id of Actor",
            "nodes/Actor.csv:3: column id: 'a' is not an id of Actor; expected 'actor:<key>'",
            "nodes/Actor.csv:4: column id: 'actor:' is not an id of Actor; expected 'actor:<key>'",
            "nodes/Actor.csv:5: column id: '' is not an id of Actor; expected 'actor:<key>'",
            "nodes/Actor.csv:6: column id: 'actor:a>b' contains '>', which is reserved for derived ids",
            "nodes/Actor.csv:7: column id: 'actor:a ' begins or ends with white space, which is not allowed in an id",
            "nodes/Actor.csv:8: column id: 'actor:a\\u0085b' contains a control character, which is not allowed in an id",
            "nodes/Actor.csv:9: column id: 'ACTOR:a' is not an id of Actor; expected 'actor:<key>'");
    }

    [Fact]
    public async Task An_id_is_unique_across_all_files_of_its_type()
    {
        _folder.With("Actor.csv", "id:ID,name,kind", "actor:a,a,STATE", "actor:a,a,STATE")
            .With("nodes/Actor.csv", "id:ID,name,kind", "actor:b,b,STATE", "actor:a,a,STATE")
            .With("BACKS.csv", "id,:START_ID,:END_ID,kinds", "backing:1,actor:a,actor:b,TROOPS",
                "backing:1,actor:b,actor:a,TROOPS");
        await _folder.AssertErrorsAsync(
            "Actor.csv:3: column id: duplicate id 'actor:a', already defined in Actor.csv:2",
            "BACKS.csv:3: column id: duplicate id 'backing:1', already defined in BACKS.csv:2",
            "nodes/Actor.csv:3: column id: duplicate id 'actor:a', already defined in Actor.csv:2");
    }

    [Fact]
    public async Task A_hidden_reference_refers_to_a_node_of_its_type()
    {
        _folder.WithActors("abc").WithPlaces("p").With(
            "BACKS.csv", "id,:START_ID,:END_ID,kinds,againstIds:string[]",
            "backing:1,actor:a,actor:b,TROOPS,actor:c", "backing:2,actor:a,actor:b,TROOPS,actor:c;place:p;actor:z");
        await _folder.AssertErrorsAsync(
            "BACKS.csv:3: column againstIds: 'place:p' is an id of Place; expected 'actor:<key>', an id of Actor",
            "BACKS.csv:3: column againstIds: 'actor:z' is neither in the files nor in the store");

        _folder.With("BACKS.csv", "id,:START_ID,:END_ID,kinds,againstIds", "backing:1,actor:a,actor:b,TROOPS,actor:c");
        await _folder.ImportAsync();
        Assert.Equal(["actor:c"], Assert.IsType<string[]>(_folder.Store.Value("backing:1", "againstIds")));
    }

    [Fact]
    public void An_id_table_finds_each_of_many_ids()
    {
        var ids = new IdTable();
        var texts = Enumerable.Range(0, 100_000).Select(index => $"event:{index}").Append($"event:{new string('ü', 2_000_000)}")
            .ToList();
        var numbers = texts.ConvertAll(ids.Add);
        Assert.Equal(texts.Count, ids.Count);
        Assert.Equal(numbers, texts.ConvertAll(ids.Add));
        Assert.Equal(numbers, texts.ConvertAll(ids.Find));
        Assert.Equal(texts, numbers.ConvertAll(number => ids[number]));
        Assert.Equal(-1, ids.Find("event:-1"));
    }
}
