using GraphIntel.Core.Search;

namespace GraphIntel.Import.Mapping.Matching;

/// <summary>Compares names as search does: whatever the script or the accents, and by other spellings of the same name.</summary>
internal sealed class NameComparison
{
    /// <summary>How far two spellings may be apart; a word that one of them lacks, or a mistyped letter, is further.</summary>
    private const int MaxDistance = 55;

    private readonly Dictionary<string, (SearchQuery Query, byte[] Packed)> _names = new(StringComparer.Ordinal);

    /// <summary>Whether one of the names is the same as one of the others, each with all of its words.</summary>
    public bool AreSame(IReadOnlyList<string> names, IReadOnlyList<string> others)
    {
        foreach (var name in names)
        {
            foreach (var other in others)
            {
                if (name == other || (Matches(name, other) && Matches(other, name)))
                    return true;
            }
        }

        return false;
    }

    private bool Matches(string name, string other) => Of(name).Query.Match(Of(other).Packed) switch
    {
        { Match: SearchMatch.Exact } => true,
        { Match: SearchMatch.Words or SearchMatch.Start } => true,
        { Match: SearchMatch.Spelling, Distance: <= MaxDistance } => true,
        _ => false,
    };

    private (SearchQuery Query, byte[] Packed) Of(string name)
    {
        if (!_names.TryGetValue(name, out var compared))
            _names.Add(name, compared = (SearchQuery.Parse(name), PackedValue.Of(name, isName: true)));
        return compared;
    }
}
