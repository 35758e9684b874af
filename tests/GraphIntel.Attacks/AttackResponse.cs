using System.Text;
using System.Text.RegularExpressions;

namespace GraphIntel.Attacks;

/// <summary>The result of one request.</summary>
/// <param name="Status">The HTTP status; 0 if there was no response.</param>
/// <param name="Body">The body.</param>
/// <param name="Failure">Why there was no response; null if there was one.</param>
/// <param name="Time">The time from the first byte sent to the last byte read.</param>
internal sealed partial record AttackResponse(int Status, byte[] Body, string? Failure, TimeSpan Time)
{
    private const string ConnectionLost = "connection lost";

    // Errors are at the start or at the end of a response; this many bytes of each are searched.
    private const int Ends = 4096;

    /// <summary>The distinct error codes.</summary>
    public IReadOnlyList<string> Codes { get; } = [.. Code().Matches(Around(Body)).Select(match => match.Groups[1].Value).Distinct()];

    /// <summary>Whether the server closed the connection or was unavailable.</summary>
    public bool IsConnectionLost => Failure == ConnectionLost;

    /// <summary>Whether the operation was admitted: it was executed, or exceeded only its timeout.</summary>
    public bool IsAdmitted => Failure is null ? Status == 200 && !Codes.Any(IsRejection) || Codes.Contains("TIMEOUT") : Time > TimeSpan.FromSeconds(1);

    /// <summary>A short text for tables.</summary>
    public string Outcome => Failure ?? (Codes.Count == 0 ? Status == 200 ? "ok" : $"HTTP {Status}" : Codes[0] switch
    {
        "LIMIT_EXCEEDED" => "limit: " + Shorten(Message().Match(Around(Body)).Groups[1].Value),
        var code => code,
    });

    /// <summary>A missing response.</summary>
    public static AttackResponse None(string failure, TimeSpan time) => new(0, [], failure, time);

    /// <summary>A missing response because of a lost connection.</summary>
    public static AttackResponse Lost(TimeSpan time) => None(ConnectionLost, time);

    private static bool IsRejection(string code) => code is not "NULL_VALUE";

    private static string Around(byte[] body) => body.Length <= 2 * Ends
        ? Encoding.UTF8.GetString(body)
        : Encoding.UTF8.GetString(body, 0, Ends) + Encoding.UTF8.GetString(body, body.Length - Ends, Ends);

    private static string Shorten(string message) => message.Length <= 70 ? message : message[..67] + "...";

    [GeneratedRegex("\"code\":\"([A-Z_]+)\"")]
    private static partial Regex Code();

    [GeneratedRegex("\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Message();
}
