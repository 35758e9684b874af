namespace GraphIntel.Core.Response;

/// <summary>
/// A state of a store that several executions read, one after another, whatever is written meanwhile. Disposed of when the last
/// one is complete.
/// </summary>
internal interface IReadSnapshot : IDisposable;
