using GraphIntel.Core.Search;

namespace GraphIntel.Tests.Search;

/// <summary>
/// Matches as the contract says, without an index, packed values or early ends. Words, sounds and the costs of sounds are those of the
/// tables; what is compared with what, and how, is written down here a second time.
/// </summary>
internal static class NaiveMatcher
{
    private const int None = 1_000_000;

    public static Parsed Read(string text, int most)
    {
        var words = SearchWords.Of(text, most);
        return new Parsed([.. words.Select(word => word.Letters)], [.. SearchUnits.Of(words).Select(unit => new Unit(unit, Keys(unit)))]);
    }

    public static (SearchMatch Match, int Distance)? Match(Parsed query, Parsed text, bool isName)
    {
        var (letters, others) = (query.Letters, text.Letters);
        if (letters.Count == 0 || others.Count == 0)
            return null;
        if (letters.SequenceEqual(others))
            return (SearchMatch.Exact, 0);
        if (letters.Count <= others.Count && letters.SkipLast(1).SequenceEqual(others.Take(letters.Count - 1))
            && Begins(letters[^1], others[letters.Count - 1]))
        {
            return (SearchMatch.Start, 0);
        }
        if (letters.All(word => others.Any(other => Begins(word, other))))
            return (SearchMatch.Words, 0);
        if (!isName)
            return null;
        foreach (var match in new[] { SearchMatch.Spelling, SearchMatch.Typo })
        {
            var cost = Cover(query, text, match);
            if (cost < None / 2)
                return (match, Math.Max(0, cost + (SearchMatcher.LeftOver * others.Count)));
        }
        return null;
    }

    private static bool Begins(string word, string other) => word == other || (word.Length >= 2 && other.StartsWith(word, StringComparison.Ordinal));

    /// <summary>The least cost of covering all words of the query by units.</summary>
    private static int Cover(Parsed query, Parsed text, SearchMatch match)
    {
        var (letters, others) = (query.Letters, text.Letters);
        var costs = Enumerable.Repeat(None, letters.Count + 1).ToArray();
        costs[letters.Count] = 0;
        for (var index = letters.Count - 1; index >= 0; index--)
        {
            var word = letters[index];
            var cost = others.Min(other => other == word ? 0 : Begins(word, other) ? SearchMatcher.Beginning : None) - SearchMatcher.LeftOver;
            // An equal word is not compared with others that could come out cheaper by covering more of the name.
            if (!others.Contains(word))
                cost = Math.Min(cost, Alike(query.Units[index], text.Units));
            if (match == SearchMatch.Typo)
                cost = Math.Min(cost, others.Min(other => Mistyped(word, other)));
            costs[index] = Math.Min(costs[index], cost + costs[index + 1]);
            foreach (var unit in query.Units.Where(unit => unit.Of.First == index && unit.Of.IsJoined))
            {
                var joined = Alike(unit, text.Units.Where(other => !other.Of.IsJoined)) + SearchMatcher.Joining;
                costs[index] = Math.Min(costs[index], joined + costs[index + unit.Of.Count]);
            }
        }
        return costs[0];
    }

    private static int Alike(Unit unit, IEnumerable<Unit> others) => others
        .Select(other => unit.Keys.Overlaps(other.Keys) && Distance(unit.Of, other.Of) is var distance
            && distance <= 50 + (20 * Math.Max(8, unit.Of.Tokens.Length + other.Of.Tokens.Length))
                ? distance + (other.Of.IsJoined ? SearchMatcher.Joining : 0) - (SearchMatcher.LeftOver * other.Of.Count) : None)
        .DefaultIfEmpty(None).Min();

    private static HashSet<string> Keys(SearchUnit unit)
    {
        var keys = new KeyBuffer();
        foreach (var number in ConsonantKeys.Of(unit.Tokens))
            ConsonantKeys.Add(SearchKeys.Sound, number, keys);
        return [.. keys.ToArray()];
    }

    private static int Distance(SearchUnit unit, SearchUnit other)
    {
        var costs = new int[unit.Tokens.Length + 1, other.Tokens.Length + 1];
        for (var row = 0; row <= unit.Tokens.Length; row++)
        {
            for (var column = 0; column <= other.Tokens.Length; column++)
            {
                if (row == 0 && column == 0)
                    continue;
                var cost = None;
                if (row > 0)
                    cost = Math.Min(cost, costs[row - 1, column] + Omission(unit, row - 1, other));
                if (column > 0)
                    cost = Math.Min(cost, costs[row, column - 1] + Omission(other, column - 1, unit));
                if (row > 0 && column > 0)
                    cost = Math.Min(cost, costs[row - 1, column - 1] + Sounds.Replacement[(unit.Tokens[row - 1] * Sounds.Count) + other.Tokens[column - 1]]);
                costs[row, column] = cost;
            }
        }
        return costs[unit.Tokens.Length, other.Tokens.Length];
    }

    private static int Omission(SearchUnit unit, int index, SearchUnit other)
    {
        var place = other.IsConsonantal && !unit.IsConsonantal ? 3 : index == 0 ? 1 : index == unit.Tokens.Length - 1 ? 2 : 0;
        var cost = Sounds.Omission[(unit.Tokens[index] * Sounds.Places) + place];
        return index > 0 && unit.Tokens[index] == unit.Tokens[index - 1] ? Math.Min(cost, Sounds.Repeated) : cost;
    }

    private static int Mistyped(string word, string other)
    {
        var most = Math.Min(word.Length, other.Length) switch { >= 9 => 2, >= 5 => 1, _ => 0 };
        var mistakes = Mistakes(word, other);
        return most > 0 && mistakes <= most ? (mistakes * SearchMatcher.Mistake) - SearchMatcher.LeftOver : None;
    }

    private static int Mistakes(string word, string other)
    {
        var costs = new int[word.Length + 1, other.Length + 1];
        for (var row = 0; row <= word.Length; row++)
        {
            for (var column = 0; column <= other.Length; column++)
            {
                if (row == 0 || column == 0)
                {
                    costs[row, column] = row + column;
                    continue;
                }
                var cost = Math.Min(costs[row - 1, column], costs[row, column - 1]) + 1;
                cost = Math.Min(cost, costs[row - 1, column - 1] + (word[row - 1] == other[column - 1] ? 0 : 1));
                if (row > 1 && column > 1 && word[row - 1] == other[column - 2] && word[row - 2] == other[column - 1])
                    cost = Math.Min(cost, costs[row - 2, column - 2] + 1);
                costs[row, column] = cost;
            }
        }
        return costs[word.Length, other.Length];
    }

    /// <summary>A query or a value.</summary>
    /// <param name="Letters">Its words.</param>
    /// <param name="Units">Its units, those of single words first.</param>
    public sealed record Parsed(IReadOnlyList<string> Letters, IReadOnlyList<Unit> Units);

    /// <summary>A unit with its keys.</summary>
    public sealed record Unit(SearchUnit Of, HashSet<string> Keys);
}
