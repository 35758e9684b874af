using System.Reflection;

namespace GraphIntel.Attacks;

/// <summary>
/// All named attacks: the documents of the folder Corpus, and generated requests. Some are within a server's
/// limits, some exceed them; it has to handle both.
/// </summary>
internal static class AttackCorpus
{
    private const string Extension = ".graphql";

    /// <summary>All attacks on a graph.</summary>
    public static IReadOnlyList<Attack> For(GraphSample sample) =>
    [
        .. DocumentAttacks.All(sample),
        .. Documents(sample),
        .. FilterAttacks.All(sample),
        .. SelectionAttacks.All(sample),
        .. AggregateAttacks.All(sample),
        .. TransportAttacks.All(sample),
    ];

    /// <summary>The names of all attacks, which are the same for every graph.</summary>
    public static IReadOnlyList<string> Names => [.. For(new GraphSample(["actor:a"], ["place:a"], ["event:a"], ["a"])).Select(attack => attack.Name)];

    /// <summary>The text of a document of the corpus.</summary>
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name + Extension)
            ?? throw new ArgumentException($"The corpus has no {name}{Extension}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static IEnumerable<Attack> Documents(GraphSample sample) => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
        .Select(name => name[..^Extension.Length])
        .Order(StringComparer.Ordinal)
        .Select(name => new Attack(name, AttackRequest.Post(Read(name), sample.Variables)));
}
