using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;

namespace GraphIntel.Conformance.Tests.Stores;

/// <summary>Where the stores under test come from.</summary>
internal interface IStoreSource
{
    /// <summary>How many smaller cases are tried when one has failed: a new store takes its time.</summary>
    int ShrinkingAttempts { get; }

    /// <summary>A store that is prepared and holds nothing. Who has got one before can no longer use it.</summary>
    Task<IGraphStore> NewAsync(GraphModel model, CancellationToken cancellation);
}
