using System.Globalization;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>
/// The settings of a run: GRAPHINTEL_RANDOM_OPERATIONS says how many operations in all on SQLite, GRAPHINTEL_RANDOM_NEO4J how many
/// on Neo4j's long-term support line (a quarter of them on the current one), GRAPHINTEL_RANDOM_SEED repeats a run.
/// </summary>
internal static class RandomRun
{
    /// <summary>Operations of all the tests on SQLite together.</summary>
    public static int Operations { get; } = Number("GRAPHINTEL_RANDOM_OPERATIONS", 2000);

    /// <summary>Operations of all the tests on Neo4j 5.26 together.</summary>
    public static int Neo4jOperations { get; } = Number("GRAPHINTEL_RANDOM_NEO4J", 200);

    /// <summary>The seed; another one each time where none is set.</summary>
    public static ulong Seed { get; } = Environment.GetEnvironmentVariable("GRAPHINTEL_RANDOM_SEED") is { Length: > 0 } text
        ? ulong.Parse(text, CultureInfo.InvariantCulture)
        : (ulong)DateTime.UtcNow.Ticks;

    private static int Number(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
