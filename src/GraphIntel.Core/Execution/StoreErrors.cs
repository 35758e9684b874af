using GraphIntel.Core.Errors;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>Converts failures of a store to response errors.</summary>
internal static class StoreErrors
{
    /// <summary>The error for the client.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="path">The path of the field that was read; null if none was.</param>
    public static GraphError Of(StoreException failure, IReadOnlyList<object>? path) => failure.Failure switch
    {
        StoreFailure.AccessDenied => GraphError.StoreUnavailable with { Path = path },
        StoreFailure.Busy => new(failure.Message, ErrorCodes.StoreBusy, [], path),
        StoreFailure.Refused => new(failure.Message, ErrorCodes.StoreRefused, [], path),
        StoreFailure.Timeout => new(failure.Message, ErrorCodes.Timeout, [], path),
        StoreFailure.TooComplex => new(failure.Message, ErrorCodes.LimitExceeded, [], path),
        _ => new(failure.Message, ErrorCodes.StoreUnavailable, [], path),
    };
}
