namespace GraphIntel.Attacks;

/// <summary>Aggregates of everything: groups in groups, groups along paths, long series, aggregates of each node.</summary>
internal static class AggregateAttacks
{
    public static IEnumerable<Attack> All(GraphSample sample)
    {
        Attack Post(string name, string document) => new(name, AttackRequest.Post(document, sample.Variables));

        yield return Post(
            "groups of all by pairs",
            "{ events { aggregate { groups { participants(first: 500) { node { name } aggregate { groups { participants(first: 400) { node { name } count } } } } } } } }");
        yield return Post(
            "groups of all by path and path",
            "{ events { aggregate { groups { within(first: 500) { count aggregate { groups { within(first: 500) { count aggregate { deathsBest { sum average } } } } } } } } } }");
        yield return Post("groups along a long path", "{ actors { aggregate { groups { eventsOfBacked(first: 500) { node { id } count } } distinct { eventsOfBacked indirectBackers } } } }");
        yield return Post(
            "a timeline of each group",
            "{ events { aggregate { groups { participants(first: 500) { count aggregate { timeline { start(by: MONTH) { count aggregate { deathsBest { sum min max average } } } } } } } } } }");
        yield return Post(
            "aggregates of 500 nodes",
            "{ actors(first: 500) { nodes { events { aggregate { count groups { kind { key count } participants(first: 500) { count } } timeline { start(by: MONTH) { count } } } } } } }");
        yield return Post(
            "aggregates of the nodes of groups",
            "{ events { aggregate { groups { participants(first: 100) { node { events { aggregate { groups { participants(first: 100) { node { events { aggregate { count } } } } } } } } } } } } }");
        yield return Post(
            "series of empty days in empty days",
            "{ events(where: {id: {in: []}}) { aggregate { timeline { " + Text.Repeat(5, index =>
                $"a{index}: start(by: DAY, from: \"2000-01-01\", until: \"2002-09-26\") {{ aggregate {{ timeline {{ end(by: DAY, from: \"2000-01-01\", until: \"2002-09-26\") {{ from until count }} }} }} }} ")
            + "} } } }");
        yield return Post("a series of all days there are", "{ events { aggregate { timeline { start(by: DAY, from: \"0001-01-01\", until: \"9999-12-31\") { count } } } } }");
        yield return Post(
            "aggregates, 60 aliases",
            "{ " + Text.Repeat(60, index => $"a{index}: events {{ aggregate {{ groups {{ participants(first: 5) {{ count }} place(first: 5) {{ count }} }} }} }} ") + "}");
        yield return Post(
            "summaries of what is filtered, 100 aliases",
            "{ " + Text.Repeat(100, index => $"a{index}: events(where: {{title: {{contains: \"zz{index}\"}}}}) {{ nodes {{ id }} aggregate {{ deathsBest {{ sum }} }} }} ") + "}");
        yield return Post("ends of all relationships", "{ participations { aggregate { groups { source(first: 500) { count aggregate { groups { target(first: 500) { count } } } } } } } }");
    }
}
