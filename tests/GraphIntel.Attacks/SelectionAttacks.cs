namespace GraphIntel.Attacks;

/// <summary>Large selections: aliases, totals, orders, pages.</summary>
internal static class SelectionAttacks
{
    public static IEnumerable<Attack> All(GraphSample sample)
    {
        Attack Post(string name, string document) => new(name, AttackRequest.Post(document, sample.Variables));

        foreach (var count in new[] { 20, 100 })
            yield return Post($"node(id), {count} aliases", Aliases(count, index => $"node(id: \"{sample.Events[index % sample.Events.Count]}\") {{ id }}"));
        foreach (var count in new[] { 50, 390 })
        {
            yield return Post(
                $"actor(id), {count} aliases",
                Aliases(count, index => $"actor(id: \"{sample.Actors[index % sample.Actors.Count]}\") {{ id name backs(first: 3) {{ nodes {{ id }} }} }}"));
        }
        yield return Post("a connection, 100 aliases", Aliases(100, index => $"events(first: {1 + index}) {{ nodes {{ id title place {{ name }} }} }}"));
        yield return Post(
            "a connection with a condition, 100 aliases",
            Aliases(100, index => $"events(first: 1, where: {{title: {{contains: \"zz{index}\"}}}}) {{ nodes {{ id }} }}"));
        yield return Post("totals, 400 aliases", Aliases(400, index => $"events(first: 0, where: {{title: {{contains: \"zz{index}\"}}}}) {{ totalCount }}"));
        yield return Post(
            "totals over paths, 200 aliases",
            "query($place: ID!) { place(id: $place) { " + Text.Repeat(200, index => $"a{index}: events(first: 0, where: {{title: {{contains: \"z{index}\"}}}}) {{ totalCount }} ") + "} }");
        yield return Post("columns of one node, 480 aliases", "query($event: ID!) { event(id: $event) { " + Text.Repeat(480, index => $"a{index}: title ") + "} }");
        yield return Post(
            "a page of 500 events, 480 aliases of a column",
            "{ a: events(first: 500) { nodes { " + Text.Repeat(480, index => $"a{index}: title ") + "} } }");
        yield return Post(
            "a response of gigabytes",
            "{ actors(first: 500) { nodes { events(first: 500) { nodes { " + Text.Repeat(450, index => $"a{index}: title ") + "} } } } }");
        yield return Post("a large response", LargeResponse);
        yield return Post("fields nested 49 deep", "query($place: ID!) { place(id: $place) " + Text.Nest(48, "{ id parent ", "{ id }", "}") + " }");
        yield return Post("pages of one in pages of one, 15 deep", "query($actor: ID!) { actor(id: $actor) "
            + Text.Nest(15, "{ id backers(first: 1) { totalCount nodes ", "{ id }", "} }") + " }");
        yield return Post("an order of 20 levels of `parent`", "{ places(first: 1, order: [{"
            + Text.Nest(20, "parent: {", "name: ASC", "}") + "}]) { nodes { id } } }");
        yield return Post("an order of 400 keys", "{ events(first: 500, order: [" + Text.Repeat(400, index =>
            index % 2 == 0 ? "{title: ASC} " : "{place: {parent: {name: DESC}}} ") + "]) { nodes { id } } }");
    }

    /// <summary>A response of tens of megabytes for a large graph, within the limits of pages and of a response.</summary>
    public static string LargeResponse =>
        "{ actors(first: 500) { nodes { id name events(first: 490) { nodes { " + Text.Repeat(30, index => $"a{index}: title ") + "place { id name kind } } } } } }";

    private static string Aliases(int count, Func<int, string> field) => "{ " + Text.Repeat(count, index => $"a{index}: {field(index)} ") + "}";
}
