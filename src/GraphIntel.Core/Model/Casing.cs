using System.Text;

namespace GraphIntel.Core.Model;

/// <summary>Converts the casing of names. GraphQL names are ASCII, so it is culture-independent.</summary>
internal static class Casing
{
    /// <summary>The first letter in lower case: <c>Actor</c> to <c>actor</c>.</summary>
    public static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>The first letter in upper case: <c>successorOf</c> to <c>SuccessorOf</c>.</summary>
    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>A relationship type as a type's name: <c>OCCURRED_AT</c> to <c>OccurredAt</c>.</summary>
    public static string PascalOfSnake(string name) =>
        string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => Pascal(word.ToLowerInvariant())));

    /// <summary>A name as words: <c>ObjectTypeDefinition</c> to <c>object type definition</c>.</summary>
    public static string Words(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && result.Length > 0)
                result.Append(' ');
            result.Append(char.ToLowerInvariant(letter));
        }
        return result.ToString();
    }

    /// <summary>A field as an enum value: <c>deathsBest</c> to <c>DEATHS_BEST</c>.</summary>
    public static string UpperSnake(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var afterWord = i > 0 && (char.IsAsciiLetterLower(name[i - 1]) || char.IsAsciiDigit(name[i - 1]));
            if (afterWord && char.IsAsciiLetterUpper(name[i]))
                result.Append('_');
            result.Append(char.ToUpperInvariant(name[i]));
        }
        return result.ToString();
    }
}
