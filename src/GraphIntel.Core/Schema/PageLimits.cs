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

    /// <summary>The maximum of <c>maxLength</c> of <c>paths</c>, in relationships.</summary>
    public const int MaxPathLength = 8;

    /// <summary>The length of <c>paths</c> without <c>maxLength</c>.</summary>
    public const int DefaultPathLength = 4;

    /// <summary>The maximum of <c>depth</c> of <c>neighborhood</c>, in relationships.</summary>
    public const int MaxDepth = 8;

    /// <summary>The depth of <c>neighborhood</c> without <c>depth</c>.</summary>
    public const int DefaultDepth = 1;

    /// <summary>The maximum of <c>maxNodes</c> of <c>neighborhood</c>.</summary>
    public const int MaxNeighbors = 500;

    /// <summary>The number of nodes of <c>neighborhood</c> without <c>maxNodes</c>.</summary>
    public const int DefaultNeighbors = 100;

    /// <summary>The maximum number of ids in <c>neighborhood(of:)</c>.</summary>
    public const int MaxOrigins = 50;

    /// <summary>The maximum number of relationships at which <c>paths</c> or <c>neighborhood</c> looks.</summary>
    public const int MaxTraversed = 100_000;
}
