namespace GraphIntel.Sqlite.Layout;

/// <summary>The values that sum up a fact's claims.</summary>
internal static class Standings
{
    /// <summary>No claim against.</summary>
    public const string Asserted = "ASSERTED";

    /// <summary>Claims both ways.</summary>
    public const string Disputed = "DISPUTED";

    /// <summary>Claims against only.</summary>
    public const string Denied = "DENIED";
}
