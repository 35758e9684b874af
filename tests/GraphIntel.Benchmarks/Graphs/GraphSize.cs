namespace GraphIntel.Benchmarks.Graphs;

/// <summary>The size of a generated graph.</summary>
/// <param name="Events">The number of events.</param>
/// <param name="Actors">The number of actors.</param>
/// <param name="Places">The number of places.</param>
/// <param name="Claims">The number of claims, each about a participation.</param>
internal sealed record GraphSize(int Events, int Actors, int Places, int Claims)
{
    /// <summary>The size of most benchmarks, with another number of events.</summary>
    public static GraphSize Default(int events) => new(events, GeneratedGraph.Actors, GeneratedGraph.Places, 0);

    /// <summary>
    /// A size that grows as real data sets do: with 1,000,000 events 10,000 actors, 30,000 places, 3,000,000 participations and
    /// 1,000,000 claims; with 20,000 events 1,000 actors and 2,000 places.
    /// </summary>
    public static GraphSize Growing(int events) => new(
        events, Math.Max(GeneratedGraph.Actors, events / 100), Math.Max(GeneratedGraph.Places, (int)(events * 3L / 100)), events)
    {
        IsGrowing = true,
    };

    /// <summary>
    /// Whether one actor takes part in 30 % of the events, three in each, and one province, with districts and towns, has 20 % of
    /// them. Otherwise the actor takes part in a third, two or three in each, and the places are a random tree.
    /// </summary>
    public bool IsGrowing { get; private init; }
}
