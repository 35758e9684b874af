namespace GraphIntel.Core.Model;

/// <summary>The standings of facts, which are exactly the values of the enum of a standing property.</summary>
internal static class Standings
{
    /// <summary>No claim denies it.</summary>
    public const string Asserted = "ASSERTED";

    /// <summary>Some claims support it and some deny it.</summary>
    public const string Disputed = "DISPUTED";

    /// <summary>Claims only deny it.</summary>
    public const string Denied = "DENIED";
}
