namespace GraphIntel.Attacks;

/// <summary>Filters with many or nested conditions, or conditions in variables.</summary>
internal static class FilterAttacks
{
    private const string ActorsWhere = "query($where: ActorFilterInput) { actors(first: 1, where: $where) { nodes { id } } }";
    private const string EventsWhere = "query($where: EventFilterInput) { events(first: 1, where: $where) { nodes { id } } }";

    public static IEnumerable<Attack> All(GraphSample sample)
    {
        foreach (var count in new[] { 1_000, 2_000, 10_000, 30_000 })
        {
            yield return new Attack($"`or` of {count:N0} plain conditions", AttackRequest.Post(EventsWhere, new { where = new { or = Plain(count) } }));
        }
        yield return new Attack("`and` of 10,000 negations", AttackRequest.Post(EventsWhere, new { where = new { and = Plain(10_000).Select(not => new { not }) } }));
        foreach (var count in new[] { 50, 100, 500 })
        {
            yield return new Attack($"`or` of {count} relationships", AttackRequest.Post(ActorsWhere, new
            {
                where = new { or = Range(count).Select(index => new { backs = new { some = new { name = new { eq = $"nobody {index}" } } } }) },
            }));
        }
        yield return new Attack("`or` of 100 relationships in a literal", AttackRequest.Post(
            "{ actors(first: 1, where: {or: [" + Text.Repeat(100, index => $"{{backs: {{some: {{name: {{eq: \"n{index}\"}}}}}}}} ") + "]}) { nodes { id } } }"));
        yield return new Attack("`or` of 200 paths", AttackRequest.Post(ActorsWhere, new
        {
            where = new { or = Range(200).Select(index => new { indirectBackers = new { some = new { name = new { eq = $"nobody {index}" } } } }) },
        }));
        yield return new Attack("`in` of 50,000 ids", AttackRequest.Post(ActorsWhere, new
        {
            where = new { id = new Dictionary<string, object> { ["in"] = Range(50_000).Select(index => $"actor:{index}") } },
        }));
        yield return new Attack("nodes(ids) of 50,000", AttackRequest.Post(
            "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = Range(50_000).Select(index => $"event:{index}") }));
        foreach (var levels in new[] { 12, 25, 50 })
            yield return new Attack($"`some` nested {levels} deep", AttackRequest.Post(ActorsWhere, new { where = Some(levels, "backs", "some") }));
        yield return new Attack("`none` nested 12 deep", AttackRequest.Post(ActorsWhere, new { where = Some(12, "backers", "none") }));
        yield return new Attack("`all` nested 12 deep", AttackRequest.Post(ActorsWhere, new { where = Some(12, "backs", "all") }));
        yield return new Attack("paths nested 6 deep", AttackRequest.Post(ActorsWhere, new { where = Some(6, "indirectBackers", "some") }));
        foreach (var levels in new[] { 20, 100 })
        {
            yield return new Attack($"`parent` in `where`, {levels} levels", AttackRequest.Post(
                "query($where: PlaceFilterInput) { places(first: 1, where: $where) { nodes { id } } }", new { where = Parents(levels) }));
        }
        yield return new Attack("`not` in variables, 1,000 deep", AttackRequest.Raw(
            $"{{\"query\": \"{EventsWhere}\", \"variables\": {{\"where\": {Text.Nest(1_000, "{\"not\": ", "{}", "}")}}}}}"));
        yield return new Attack("`or` of `or`, six in six in six in six", AttackRequest.Post(EventsWhere, new { where = Bush(4, 6) }));
        yield return new Attack("`contains` of 500,000 letters", AttackRequest.Post(
            EventsWhere, new { where = new { title = new { contains = Text.Repeat(500_000, "z") } } }));

        // Each shape is a separate statement.
        yield return new Attack("distinct shapes, 87", [.. Range(87).Select(index =>
            AttackRequest.Post(EventsWhere, new { where = new { or = Plain(900 + index) } }))]);
        yield return new Attack("distinct shapes of relationships, 60", [.. Range(60).Select(index => AttackRequest.Post(ActorsWhere, new
        {
            where = new { or = Range(20 + index).Select(number => new { backs = new { some = new { name = new { eq = $"n{number}" } } } }) },
        }))]);
        yield return new Attack("distinct documents, 400", [.. Range(400).Select(index =>
            AttackRequest.Post($"query Q{index}($actor: ID!) {{ actor(id: $actor) {{ id name backs {{ nodes {{ id a{index}: name }} }} }} }}", sample.Variables))]);
    }

    private static IEnumerable<int> Range(int count) => Enumerable.Range(0, count);

    private static IEnumerable<object> Plain(int count) => Range(count).Select(index => new { title = new { eq = $"t{index}" } });

    private static object Some(int levels, string field, string quantifier)
    {
        object condition = new { name = new { contains = "zzz" } };
        for (var level = 0; level < levels; level++)
            condition = new Dictionary<string, object> { [field] = new Dictionary<string, object> { [quantifier] = condition } };
        return condition;
    }

    private static object Parents(int levels)
    {
        object condition = new { name = new { eq = "nowhere" } };
        for (var level = 0; level < levels; level++)
            condition = new { parent = condition };
        return condition;
    }

    private static object Bush(int levels, int width) =>
        levels == 0 ? new { title = new { eq = "t" } } : new { or = Range(width).Select(_ => Bush(levels - 1, width)) };
}
