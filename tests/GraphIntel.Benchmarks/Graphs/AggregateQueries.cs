namespace GraphIntel.Benchmarks.Graphs;

/// <summary>Queries of aggregates, each with the fastest SQL found by hand.</summary>
internal static class AggregateQueries
{
    private const double MaxRatio = 1.2;

    /// <summary>Events and deaths a month of the actor in a third of all events.</summary>
    public static BenchmarkQuery Months { get; } = new(
        "months",
        """
        { actor(id: "actor:0") { events { aggregate { timeline { start(by: MONTH) { count aggregate { deathsBest { sum } } } } } } } }
        """,
        MaxRatio)
    {
        ByHand =
            """
            SELECT json_array((SELECT json_array((SELECT json_array((
              SELECT json_group_array(json_array(month || '-01', events, deaths)) FROM (
                SELECT substr(d.day, 1, 7) AS month, count(*) AS events, sum(e."deathsBest") AS deaths FROM (
                  SELECT DISTINCT "$dstBy" AS day, "$dst" AS event FROM "r_PARTICIPATED_IN"
                  WHERE "$src" = a."$key" AND "standing" IN ('ASSERTED', 'DISPUTED')
                ) d CROSS JOIN "n_Event" e ON e."$key" = d.event GROUP BY month ORDER BY month
              )
            )))) FROM "n_Actor" a WHERE a."id" = 'actor:0'))
            """,
    };

    /// <summary>Events by province.</summary>
    public static BenchmarkQuery Provinces { get; } = new(
        "provinces",
        """
        { events { aggregate { groups { within(where: {kind: {eq: PROVINCE}}) { node { name } count } } } } }
        """,
        MaxRatio)
    {
        ByHand =
            """
            SELECT json_array((SELECT json_array((SELECT json_group_array(json_array(json_array(name), events)) FROM (
              SELECT p."name" AS name, sum(o.events) AS events FROM (
                SELECT "$dst" AS place, count(*) AS events FROM "r_OCCURRED_AT" GROUP BY "$dst"
              ) o CROSS JOIN "c_PART_OF" c ON c."$dsc" = o.place CROSS JOIN "n_Place" p ON p."$key" = c."$anc"
              WHERE p."kind" = 'PROVINCE' AND c."$depth" <= 32 GROUP BY c."$anc" ORDER BY events DESC, p."id" LIMIT 20
            )))))
            """,
    };

    /// <summary>The ten actors with most events, and the deaths in them.</summary>
    public static BenchmarkQuery Actors { get; } = new(
        "actors",
        """
        { events { aggregate { groups { participants(first: 10) { node { name } count aggregate { deathsBest { sum } } } } } } }
        """,
        MaxRatio)
    {
        ByHand =
            """
            SELECT json_array((SELECT json_array((SELECT json_group_array(json_array(json_array(name), events, deaths)) FROM (
              SELECT a."name" AS name, g.events, g.deaths FROM (
                SELECT d.actor, count(*) AS events, sum(e."deathsBest") AS deaths FROM (
                  SELECT DISTINCT "$src" AS actor, "$dstBy" AS day, "$dst" AS event FROM "r_PARTICIPATED_IN"
                  WHERE "standing" IN ('ASSERTED', 'DISPUTED')
                ) d CROSS JOIN "n_Event" e ON e."$key" = d.event GROUP BY d.actor
              ) g JOIN "n_Actor" a ON a."$key" = g.actor ORDER BY g.events DESC, a."id" LIMIT 10
            )))))
            """,
    };

    /// <summary>The 20 places that are nearest to a point.</summary>
    public static BenchmarkQuery Nearest { get; } = new(
        "nearest",
        """
        { places(first: 20, order: [{location: {distance: {from: {latitude: 36.2, longitude: 37.1}}}}]) { nodes { id name } } }
        """,
        MaxRatio)
    {
        ByHand =
            """
            SELECT json_array((SELECT json_group_array(json_array(id, name)) FROM (
              SELECT p."id" AS id, p."name" AS name FROM (
                SELECT "$key" AS key, "id" AS id, CAST(floor(12756280.0 * atan2(sqrt(a), sqrt(max(0.0, 1.0 - a))) + 0.5) AS INTEGER) AS meters FROM (
                  SELECT "$key", "id",
                    pow(sin(radians("location$lat" - 36.2) / 2), 2)
                      + cos(radians(36.2)) * cos(radians("location$lat")) * pow(sin(radians("location$lon" - 37.1) / 2), 2) AS a
                  FROM "n_Place"
                ) ORDER BY meters, id LIMIT 20
              ) d CROSS JOIN "n_Place" p ON p."$key" = d.key
            )))
            """,
    };

    public static IReadOnlyList<BenchmarkQuery> All { get; } = [Months, Provinces, Actors, Nearest];
}
