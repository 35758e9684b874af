namespace GraphIntel.Core.Model;

/// <summary>What a fact's claims come to: the values that the enum of a standing property has, no other.</summary>
internal static class Standings
{
    /// <summary>No claim speaks against it.</summary>
    public const string Asserted = "ASSERTED";

    /// <summary>Claims speak for it and against it.</summary>
    public const string Disputed = "DISPUTED";

    /// <summary>Claims speak against it alone.</summary>
    public const string Denied = "DENIED";
}
