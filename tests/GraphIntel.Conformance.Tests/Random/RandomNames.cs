using System.Text;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Random names and queries: names in several scripts, and what people and attackers make of them.</summary>
internal static class RandomNames
{
    private static readonly string[] Words =
    [
        "Bashar", "Assad", "Deir", "Zor", "Aleppo", "Raqqa", "Abdul", "Malik", "Hezb", "Allah", "Qamishli", "Khan", "Shaykhun", "Jaysh", "Ya", "A",
        "Zaporizhzhia", "Sergei", "Gerasimov", "Ahmet", "Şanlıurfa", "Çewlîg", "Kafr", "Nabl", "Wad", "Madani", "Mazar-i-Sharif", "Khmelnytskyi",
        "حلب", "الأسد", "عبد", "الله", "دير", "الزور", "غزة", "بشار", "חיפה", "אל", "שבע", "Донецьк", "Алёша", "Київ", "თბილისი", "Երևան",
        "al", "el", "ash", "abu", "ibn", "M23", "2017", "x", "schtsch", "gui", "ou", "東京", "Mittelschtschukowskijdampfschiff", "ﻋﻤﺎن",
    ];

    private static readonly string[] Separators = [" ", " ", " ", "-", "", " al-", ", ", "' ", "\u200C"];
    private static readonly string[] Letters = ["a", "e", "i", "u", "y", "h", "k", "q", "g", "s", "z", "t", "d", "b", "p", "w", "n", "1", "ş", "ا", "ة", "ק", "ж", "\u0301"];

    public static string Name(Dice dice)
    {
        var name = new StringBuilder(dice.Pick(Words));
        for (var rest = dice.Int(0, 4); rest > 0; rest--)
            name.Append(dice.Pick(Separators)).Append(dice.Pick(Words));
        return name.ToString();
    }

    /// <summary>A name with words left out, moved or joined, and with mistakes.</summary>
    public static string Query(Dice dice, string name)
    {
        var words = name.Split(' ', '-').ToList();
        if (dice.Chance(20))
            words = dice.Some(words, words.Count);
        if (dice.Chance(40))
            words = [.. words.Take(dice.Int(1, words.Count))];
        var query = new StringBuilder(string.Join(dice.Chance(15) ? "" : " ", words));
        for (var mistakes = dice.Pick([0, 0, 1, 1, 1, 2, 2, 3]); mistakes > 0 && query.Length > 1; mistakes--)
            Mistake(dice, query);
        if (dice.Chance(10) && query.Length > 0)
            query.Length = dice.Int(1, query.Length);
        return query.ToString();
    }

    private static void Mistake(Dice dice, StringBuilder query)
    {
        var place = dice.Int(0, query.Length - 2);
        switch (dice.Int(0, 3))
        {
            case 0:
                query.Remove(place, 1);
                break;
            case 1:
                query.Insert(place, dice.Pick(Letters));
                break;
            case 2:
                query.Remove(place, 1).Insert(place, dice.Pick(Letters));
                break;
            default:
                (query[place], query[place + 1]) = (query[place + 1], query[place]);
                break;
        }
    }
}
