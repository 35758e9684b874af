using GraphIntel.Core.Schema;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>What is searched for.</summary>
internal sealed partial class RandomInputs
{
    // Mostly a text of the graph, or a word or two of one, with mistakes; nothing, or as much as there may be.
    private string Query()
    {
        if (Mistake())
            return new string('x', PageLimits.MaxSearchLength + 1);
        return dice.Int(0, 19) switch
        {
            0 => dice.Pick(["", " ", "-", "al", "el-", "'", "\u0301"]),
            1 => Cut(string.Concat(Enumerable.Repeat(dice.Pick(["a", "ab ", "\U00010437", "ы "]), PageLimits.MaxSearchLength))),
            2 => Pools.Text(dice),
            3 => RandomNames.Query(dice, RandomNames.Name(dice)),
            _ when _texts.Count == 0 => RandomNames.Name(dice),
            < 8 => Cut(Words(dice.Pick(_texts), 12)),
            < 13 => Cut(Words(dice.Pick(_texts), dice.Int(1, 2))),
            _ => Cut(RandomNames.Query(dice, Words(dice.Pick(_texts), dice.Int(1, 4)))),
        };
    }

    // So many words from anywhere in a text.
    private string Words(string text, int count)
    {
        var words = text.Split(' ');
        var start = dice.Chance(50) ? 0 : dice.Int(0, words.Length - 1);
        return string.Join(' ', words.Skip(start).Take(count));
    }

    // As much of a text as may be searched for; characters are code points.
    private static string Cut(string text) => string.Concat(text.EnumerateRunes().Take(PageLimits.MaxSearchLength));
}
