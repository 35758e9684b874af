using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Storage;

/// <summary>
/// Counts rows up to a bound, so that counting costs no more than that, to choose how a connection is read. Safe for concurrent use.
/// </summary>
internal interface IRowCounter
{
    /// <summary>The number of rows, at most the bound.</summary>
    ValueTask<int> CountAsync(BoundParameters bound, CancellationToken cancellation);
}
