namespace GraphIntel.Attacks;

/// <summary>Misbehaving clients, and concurrent operations.</summary>
internal static class TransportAttacks
{
    public static IEnumerable<Attack> All(GraphSample sample)
    {
        var nested = AttackCorpus.Read("nested-some-along-paths");
        yield return new Attack("a batch of 10 nested `some`", AttackRequest.Batch(Enumerable.Repeat(nested, 10)));
        yield return new Attack("a batch of 10 large responses", AttackRequest.Batch(Enumerable.Repeat(SelectionAttacks.LargeResponse, 10)));
        yield return new Attack("a batch of 1,000", AttackRequest.Batch(Enumerable.Repeat("{ __typename }", 1_000)));
        yield return new Attack("a large response, compressed", AttackRequest.Post(SelectionAttacks.LargeResponse) with { AcceptEncoding = "br" });
        yield return new Attack("12 clients that read a large response slowly", [.. Enumerable.Repeat(AttackRequest.Post(SelectionAttacks.LargeResponse), 12)])
        {
            Delivery = Delivery.SlowReaders,
        };
        yield return new Attack("12 clients that send a body slowly", [.. Enumerable.Repeat(AttackRequest.Post(SelectionAttacks.LargeResponse), 12)])
        {
            Delivery = Delivery.SlowWriters,
        };
        yield return new Attack("4 clients that abandon a nested `some`", [.. Enumerable.Repeat(AttackRequest.Post(nested), 4)])
        {
            Delivery = Delivery.Abandoned,
            Hold = TimeSpan.FromSeconds(1),
        };
        yield return new Attack("a client that abandons an `or` of 30,000", AttackRequest.Post(
            "query($where: EventFilterInput) { events(first: 1, where: $where) { nodes { id } } }",
            new { where = new { or = Enumerable.Range(0, 30_000).Select(index => new { title = new { eq = $"u{index}" } }) } }))
        {
            Delivery = Delivery.Abandoned,
            Hold = TimeSpan.FromSeconds(1),
        };
        yield return new Attack("bodies that are not JSON", [.. new[] { "", "[", "{\"query\":", "null", "[[[[", "{\"query\": 1}", "\u0000", "{\"variables\": {}}" }
            .Select(AttackRequest.Raw)]);
    }
}
