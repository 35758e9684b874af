namespace GraphIntel.Core.Schema;

/// <summary>Limits of pages and id lists, used by descriptions, errors and checks.</summary>
internal static class PageLimits
{
    /// <summary>The page size without <c>first</c> and <c>last</c>.</summary>
    public const int DefaultSize = 20;

    /// <summary>The maximum of <c>first</c> and <c>last</c>.</summary>
    public const int MaxSize = 500;

    /// <summary>The maximum of <c>first</c> of <c>search</c>.</summary>
    public const int MaxFound = 100;

    /// <summary>The maximum length of the text of a search, in code points.</summary>
    public const int MaxSearchLength = 200;

    /// <summary>The maximum number of ids in <c>nodes(ids:)</c>.</summary>
    public const int MaxIds = 500;
}
