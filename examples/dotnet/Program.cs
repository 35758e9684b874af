// Who backs an actor on a day, and on whose word: backers [ACTOR [DAY [ADDRESS]]].

using System.Globalization;
using GraphIntel.Examples.Backers;

var actor = args.ElementAtOrDefault(0) ?? "actor:government-of-syria";
var dayText = args.ElementAtOrDefault(1) ?? "2017-06-04";
var address = args.ElementAtOrDefault(2) ?? "http://localhost:5080/graphql";
if (args.Length > 3
    || !DateOnly.TryParseExact(dayText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
    || !Uri.TryCreate(address, UriKind.Absolute, out var server))
{
    Console.Error.WriteLine("Usage: backers [ACTOR [DAY [ADDRESS]]], such as: backers actor:government-of-syria 2017-06-04");
    return 2;
}

using var http = new HttpClient();
var client = new GraphClient(http, server);
try
{
    var facts = new List<string>();
    string? after = null;
    do
    {
        // One a page, to show how pages are asked for.
        var found = (await client.AskAsync<BackersAnswer>("Backers.graphql", new { actor, day, first = 1, after })).Actor;
        if (found is null)
        {
            Console.Error.WriteLine($"There is no actor with the id {actor}.");
            return 1;
        }

        if (after is null)
            Console.WriteLine($"Backers of {found.Name} on {dayText}: {found.Backers.TotalCount}");
        foreach (var edge in found.Backers.Edges)
        {
            ShowBacker(edge);
            facts.Add(edge.Fact.Id);
        }

        after = found.Backers.PageInfo is { HasNextPage: true } page ? page.EndCursor : null;
    }
    while (after is not null);

    // A relationship is found again by its id, from either end.
    foreach (var id in facts)
    {
        if ((await client.AskAsync<RelationshipAnswer>("Relationship.graphql", new { id })).Node is { } backing)
            ShowRelationship(backing);
    }

    return 0;
}
catch (Exception failure) when (failure is GraphException or HttpRequestException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}

static void ShowBacker(BackersEdge edge)
{
    Console.WriteLine($"- {edge.Node.Name}: {string.Join(", ", edge.Kinds)}, since {Text(edge.From)}, {edge.Standing}");
    foreach (var claim in edge.Claims.Nodes)
        Console.WriteLine($"    {claim.Source?.Name} {claim.Stance}: {claim.Statement}");
}

static void ShowRelationship(Relationship backing)
{
    Console.WriteLine($"{backing.Id}: {backing.Source?.Label} {backing.Label} {backing.Target?.Label}");
    Console.WriteLine($"    attested from {Text(backing.AttestedFrom)} to {Text(backing.AttestedUntil)}");
}

static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "an unknown day";
