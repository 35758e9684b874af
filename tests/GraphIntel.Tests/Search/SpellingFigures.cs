using GraphIntel.Core.Search;

namespace GraphIntel.Tests.Search;

/// <summary>How many queries of a set find what they mean.</summary>
internal sealed class SpellingFigures
{
    private readonly List<(SpellingSet.Spelling Query, int Place, string Found)> _places = [];

    public SpellingFigures(SpellingSet set, IReadOnlyList<MemorySearch.Value> others, params string[] roles)
    {
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        var values = new List<MemorySearch.Value>();
        foreach (var name in set.Stored)
        {
            var id = $"name:{values.Count:D6}";
            groups.Add(id, name.Group);
            values.Add(new MemorySearch.Value(id, name.Text));
        }
        Search = new MemorySearch(values.Concat(others));
        foreach (var query in roles.SelectMany(set.Queries))
        {
            var items = Search.Search(query.Text, 3);
            var place = items.TakeWhile(item => groups.GetValueOrDefault(item.Value.Id) != query.Group).Count();
            _places.Add((query, place < items.Count ? place : int.MaxValue, string.Join(", ", items.Select(item => $"{item.Value.Text} {item.Match}"))));
        }
    }

    /// <summary>The names.</summary>
    public MemorySearch Search { get; }

    /// <summary>The percentage of queries that find what they mean first.</summary>
    public double First => Percent(_places.Count(place => place.Place == 0));

    /// <summary>The percentage of queries that find what they mean among the first three.</summary>
    public double AmongThree => Percent(_places.Count(place => place.Place < 3));

    /// <summary>A line for each query that does not find what it means first.</summary>
    public IEnumerable<string> Missed => _places.Where(place => place.Place > 0)
        .Select(place => $"{place.Query.Group}: {place.Query.Text} ({place.Query.Role}) finds {(place.Found.Length > 0 ? place.Found : "nothing")}");

    /// <summary>The kinds by which the pairs that must not meet do, in both directions.</summary>
    public static IReadOnlyList<(string Query, string Name, SearchMatch Match)> Meetings(SpellingSet set) =>
    [
        .. set.Apart.SelectMany(pair => new[] { pair, (Name: pair.Other, Other: pair.Name) })
            .Select(pair => (pair.Name, pair.Other, Found: SearchQuery.Parse(pair.Name).Match(PackedValue.Of(pair.Other, isName: true))))
            .Where(pair => pair.Found is not null)
            .Select(pair => (pair.Name, pair.Other, pair.Found!.Value.Match)),
    ];

    public override string ToString() => $"{_places.Count} queries: {First:F1} % first, {AmongThree:F1} % among three";

    private double Percent(int count) => 100.0 * count / _places.Count;
}
