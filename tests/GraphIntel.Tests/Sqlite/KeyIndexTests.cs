using System.Text;
using GraphIntel.Conformance.Tests.Random;
using GraphIntel.Core.Model;
using GraphIntel.Core.Search;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Keys;
using GraphIntel.Sqlite.Layout;
using Microsoft.Data.Sqlite;
using Xunit;

namespace GraphIntel.Tests.Sqlite;

/// <summary>The index of the keys of names, compared with a dictionary of them.</summary>
public sealed class KeyIndexTests : IDisposable
{
    private const ulong Seed = 20170604;

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly StatementCache _statements;
    private readonly SearchIndex _index;
    private readonly Dictionary<long, string> _names = [];

    public KeyIndexTests()
    {
        SqliteLibrary.Initialize();
        _connection.Open();
        _statements = new StatementCache(_connection.Handle!, 64);
        ModelReader.ReadDomain().TryGetNode("Place", out var place);
        foreach (var sql in Ddl.Search(place!))
            Statement.Execute(_connection.Handle!, sql);
        _index = SearchIndex.Of(place!)[0];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }

    [Theory]
    [InlineData(1, 500)]
    [InlineData(7, 40)]
    [InlineData(300, 20)]
    public void Finds_the_nodes_of_each_key_and_beginning_whatever_was_written_before(int nodesPerBatch, int batches)
    {
        var dice = Dice.Of(Seed, nodesPerBatch);
        for (var batch = 0; batch < batches; batch++)
        {
            Write([.. Enumerable.Range(0, nodesPerBatch).Select(_ => (long)dice.Int(0, 3 * nodesPerBatch * batches)).Distinct()], dice);
            if (batch % 13 == 0)
                Compare(dice, 20);
        }
        Compare(dice, 500);
        new KeyIndexWriter(_index, _connection.Handle!, _statements).Compact();
        Assert.True(new KeyIndex(_index, _statements.Get).ReadSegments().Count <= 2);
        Compare(dice, 500);
    }

    [Fact]
    public void Writes_of_one_node_leave_few_segments()
    {
        var dice = Dice.Of(Seed, 2);
        for (var node = 0; node < 600; node++)
            Write([node], dice);
        Assert.InRange(new KeyIndex(_index, _statements.Get).ReadSegments().Count, 1, 48);
    }

    [Fact]
    public void Merged_keys_are_those_of_all_nodes_in_ascending_order()
    {
        var dice = Dice.Of(Seed, 3);
        for (var batch = 0; batch < 5; batch++)
            Write([.. Enumerable.Range(0, 50).Select(_ => (long)dice.Int(0, 100)).Distinct()], dice);
        using var merged = new MergedKeys(_index, _connection.Handle!, new KeyIndex(_index, _statements.Get).ReadSegments());
        var found = new List<(string Key, long[] Nodes)>();
        while (merged.MoveNext())
            found.Add((Encoding.ASCII.GetString(merged.Key), merged.Nodes));
        var expected = _names.SelectMany(node => SearchKeys.Of(node.Value, isName: true).Select(key => (Key: key, Node: node.Key)))
            .GroupBy(pair => pair.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        Assert.Equal(expected.Select(group => group.Key), found.Select(entry => entry.Key));
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First.Select(entry => entry.Node).Order(), pair.Second.Nodes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("05")]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFF")]
    [InlineData("0277616263FF")]
    public void A_damaged_page_ends_where_it_is_damaged(string page)
    {
        var position = 0;
        var bytes = Convert.FromHexString(page);
        Assert.False(KeyPage.TryRead(bytes, ref position, out _, out _));
        position = 0;
        Assert.False(ValueBlock.TryRead(0, bytes, ref position, out _, out _, out _));
    }

    private void Write(long[] nodes, Dice dice)
    {
        var batch = KeyBatch.Rent();
        var replaced = nodes.Where(_names.ContainsKey).Order().ToArray();
        foreach (var node in nodes)
        {
            // A tenth of the nodes lose their names.
            var name = dice.Chance(10) ? "" : RandomNames.Name(dice);
            _names[node] = name;
            SearchKeys.Add(SearchedValue.Of(name, isName: true), batch);
            batch.EndNode();
        }
        batch.Sort();
        new KeyIndexWriter(_index, _connection.Handle!, _statements).Add(batch, nodes, replaced);
        batch.Return();
    }

    private void Compare(Dice dice, int lookups)
    {
        var keys = new SortedDictionary<string, SortedSet<long>>(StringComparer.Ordinal);
        foreach (var (node, name) in _names)
        {
            foreach (var key in SearchKeys.Of(name, isName: true))
            {
                if (!keys.TryGetValue(key, out var nodes))
                    keys.Add(key, nodes = []);
                nodes.Add(node);
            }
        }
        var all = keys.Keys.ToList();
        var index = new KeyIndex(_index, _statements.Get);
        var segments = index.ReadSegments();
        for (var count = 0; count < lookups && all.Count > 0; count++)
        {
            var key = dice.Pick(all);
            var lookup = new KeyLookup(dice.Chance(20) ? key + "q" : dice.Chance(50) ? key : key[..dice.Int(1, key.Length)], dice.Chance(50));
            var expected = lookup.IsBeginning
                ? keys.Where(entry => entry.Key.StartsWith(lookup.Key, StringComparison.Ordinal)).SelectMany(entry => entry.Value).Distinct().Order()
                : (keys.GetValueOrDefault(lookup.Key) ?? []).Order();
            Assert.Equal(expected, index.Find(segments, lookup));
        }
    }
}
