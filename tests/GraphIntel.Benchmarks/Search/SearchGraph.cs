using System.Globalization;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;

namespace GraphIntel.Benchmarks.Search;

/// <summary>A graph of names and titles: two thirds of the names are those of places, the others of actors; the titles are those of events.</summary>
internal sealed class SearchGraph(GraphModel model)
{
    /// <summary>Rows per batch, as in an import.</summary>
    private const int BatchSize = 10_000;

    private static readonly DateOnly Day = new(2017, 6, 4);

    /// <summary>The batches of names and titles.</summary>
    public IEnumerable<GraphBatch> Batches(SearchTexts texts)
    {
        var places = texts.Names.Count * 2 / 3;
        return Batches("Place", ["name", "kind"], texts.Names.Take(places).Select(name => new object?[] { name, "TOWN" }))
            .Concat(Batches("Actor", ["name", "kind"], texts.Names.Skip(places).Select(name => new object?[] { name, "REBEL_GROUP" })))
            .Concat(Batches(
                "Event",
                ["title", "kind", "start", "end", "datePrecision", "placePrecision"],
                texts.Titles.Select(title => new object?[] { title, "BATTLE", Day, Day, "DAY", "EXACT" })));
    }

    private IEnumerable<GraphBatch> Batches(string name, string[] columns, IEnumerable<object?[]> rows)
    {
        if (!model.TryGetNode(name, out var type))
            throw new InvalidOperationException($"The model has no {name}.");
        var properties = columns.Select(column => type.FindProperty(column)!).ToList();
        return rows.Select((values, number) => new NodeRow(string.Create(CultureInfo.InvariantCulture, $"{type.IdPrefix}:{number}"), values))
            .Chunk(BatchSize).Select(chunk => new GraphBatch([new NodeRows(type, properties, chunk)], []));
    }
}
