using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Storage;

/// <summary>
/// Counts the rows of a source from its nodes back to its origin, up to a bound, so that counting costs no more than that. Safe for
/// concurrent use.
/// </summary>
internal interface IRowCounter
{
    /// <summary>The number of rows, at most the bound.</summary>
    ValueTask<int> CountAsync(BoundParameters bound, CancellationToken cancellation);
}
