using System.Text;
using GraphIntel.Core.Storage;

namespace GraphIntel.Sqlite.Write;

/// <summary>What a writer says when a row breaks a rule of the model.</summary>
internal static class Refusal
{
    private const int LongestShown = 100;

    /// <summary>The failure; the whole batch is rolled back.</summary>
    public static StoreException Because(string reason) => new(StoreFailure.WriteRefused, reason);

    /// <summary>A text of the input as a message may show it: quoted, control characters escaped, cut where it is long.</summary>
    public static string Show(string text)
    {
        var shown = new StringBuilder("'");
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, LongestShown)))
        {
            if (char.IsControl(character) || char.IsSurrogate(character))
                shown.Append($"\\u{(int)character:x4}");
            else
                shown.Append(character);
        }

        return shown.Append(text.Length > LongestShown ? "...'" : "'").ToString();
    }
}
