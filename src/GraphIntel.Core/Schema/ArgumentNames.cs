namespace GraphIntel.Core.Schema;

/// <summary>Names of arguments and input fields that are the API's own, not the model's.</summary>
internal static class ArgumentNames
{
    public const string Id = "id";
    public const string Ids = "ids";
    public const string First = "first";
    public const string After = "after";
    public const string Last = "last";
    public const string Before = "before";
    public const string Where = "where";
    public const string Order = "order";
    public const string AtMost = "atMost";
    public const string AsOf = "asOf";
    public const string During = "during";
    public const string From = "from";
    public const string Until = "until";
    public const string Certainty = "certainty";
    public const string Standing = "standing";
    public const string KnownBy = "knownBy";
    public const string AccordingTo = "accordingTo";
    public const string WhileValid = "whileValid";
    public const string Edge = "edge";
    public const string Source = "source";
    public const string Target = "target";
    public const string Depth = "depth";
    public const string And = "and";
    public const string Or = "or";
    public const string Not = "not";
    public const string Some = "some";
    public const string All = "all";
    public const string None = "none";
    public const string Any = "any";
    public const string By = "by";
    public const string Key = "key";
    public const string Count = "count";
    public const string Within = "within";
    public const string South = "south";
    public const string West = "west";
    public const string North = "north";
    public const string East = "east";
    public const string Distance = "distance";
    public const string Gt = "gt";
    public const string Gte = "gte";
    public const string Lt = "lt";
    public const string Lte = "lte";
    public const string Possibly = "possibly";
    public const string Definitely = "definitely";
    public const string Latitude = "latitude";
    public const string Longitude = "longitude";
    public const string Direction = "direction";
    public const string Search = "search";
    public const string Query = "query";
    public const string Types = "types";
    public const string To = "to";
    public const string Of = "of";
    public const string Via = "via";
    public const string Type = "type";
    public const string MaxLength = "maxLength";
    public const string MaxNodes = "maxNodes";

    /// <summary>The value of <c>certainty</c> for which an unknown end is open.</summary>
    public const string Possible = "POSSIBLE";

    /// <summary>The value of <c>certainty</c> for which an unknown start is the first attested day; the default.</summary>
    public const string Presumed = "PRESUMED";

    /// <summary>The value of <c>certainty</c> that requires attested days.</summary>
    public const string Attested = "ATTESTED";

    /// <summary>Ascending, in <c>SortEnumType</c>; the default.</summary>
    public const string Ascending = "ASC";

    /// <summary>Descending, in <c>SortEnumType</c>.</summary>
    public const string Descending = "DESC";

    /// <summary>The default standings of relationships in queries.</summary>
    public static IReadOnlyList<string> DefaultStanding { get; } = [Model.Standings.Asserted, Model.Standings.Disputed];
}
