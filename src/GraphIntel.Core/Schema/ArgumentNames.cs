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
    public const string Edge = "edge";
    public const string Depth = "depth";
    public const string And = "and";
    public const string Or = "or";
    public const string Not = "not";
    public const string Some = "some";
    public const string All = "all";
    public const string None = "none";
    public const string Any = "any";

    /// <summary>The value of <c>certainty</c> that asks for attested days.</summary>
    public const string Attested = "ATTESTED";

    /// <summary>The value of <c>certainty</c> that asks for no more than dates that allow it.</summary>
    public const string Possible = "POSSIBLE";

    /// <summary>Descending, in <c>SortEnumType</c>.</summary>
    public const string Descending = "DESC";

    /// <summary>The standings a relationship has by default when it is walked.</summary>
    public static IReadOnlyList<string> DefaultStanding { get; } = [Model.Standings.Asserted, Model.Standings.Disputed];
}
