using System.Text;
using GraphIntel.Core.Model;

namespace GraphIntel.Core.Schema;

/// <summary>Words of the schema's descriptions that follow from the model's names.</summary>
internal static class Texts
{
    public const string First = "How many to return from the start, 0 to 500; 20 where neither `first` nor `last` is given.";
    public const string After = "Return what follows this cursor, which must come from the same order.";
    public const string Last = "How many to return from the end, 0 to 500. Not together with `first`.";
    public const string Before = "Return what precedes this cursor, which must come from the same order.";
    public const string Where = "Only what matches.";
    public const string Order = "Keys to order by, the first decides first; ids end every order.";
    public const string AsOf = "Only what was so on this day: from <= day < until, an unknown end being open.";
    public const string During = "Only what was so at some time of this period.";

    public const string Certainty =
        "ATTESTED: besides, the day or period given must meet the days for which some claim vouches.";

    public const string Standing = "Only what its claims come to one of these; what is only denied is left out by default.";

    /// <summary><c>GOVERNMENT_REGAINS_TERRITORY</c> as "Government regains territory."</summary>
    public static string OfEnumValue(string name)
    {
        var words = name.Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..].ToLowerInvariant() + ".";
    }

    /// <summary><c>externalIds</c> as "external ids".</summary>
    public static string Words(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append(' ');
            text.Append(letter == '_' ? ' ' : char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }

    /// <summary>The description of a model field: its own, or words made of its name.</summary>
    public static string OfField(ModelField field, FactType owner) =>
        field.Description ?? $"The {Words(field.Name)} of the {Words(owner.Name)}.";
}
