using System.Text;

namespace GraphIntel.Core.Model;

/// <summary>How one name is made from another. GraphQL names are ASCII, so that no culture matters.</summary>
internal static class Casing
{
    /// <summary>The first letter in lower case: <c>Actor</c> to <c>actor</c>.</summary>
    public static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>The first letter in upper case: <c>successorOf</c> to <c>SuccessorOf</c>.</summary>
    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>A relationship type as a type's name: <c>OCCURRED_AT</c> to <c>OccurredAt</c>.</summary>
    public static string PascalOfSnake(string name) =>
        string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => Pascal(word.ToLowerInvariant())));

    /// <summary>A field as an enum value: <c>deathsBest</c> to <c>DEATHS_BEST</c>.</summary>
    public static string UpperSnake(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var afterWord = i > 0 && (char.IsAsciiLetterLower(name[i - 1]) || char.IsAsciiDigit(name[i - 1]));
            if (afterWord && char.IsAsciiLetterUpper(name[i])) result.Append('_');
            result.Append(char.ToUpperInvariant(name[i]));
        }
        return result.ToString();
    }
}
