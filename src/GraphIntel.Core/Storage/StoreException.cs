namespace GraphIntel.Core.Storage;

/// <summary>Why a store could not do what was asked; the name is what a client finds in <c>extensions.code</c>.</summary>
internal enum StoreFailure
{
    /// <summary>The store is away, busy or broken; a later attempt may succeed. <c>STORE_UNAVAILABLE</c></summary>
    Unavailable,

    /// <summary>The store is not one of ours, or its model does not fit. <c>STORE_REFUSED</c></summary>
    Refused,

    /// <summary>What was to be written breaks a rule of the model. <c>WRITE_REFUSED</c></summary>
    WriteRefused,

    /// <summary>The operation makes a statement beyond what the store can take. <c>LIMIT_EXCEEDED</c></summary>
    TooComplex,

    /// <summary>The time allowed for the operation ran out. <c>TIMEOUT</c></summary>
    Timeout,
}

/// <summary>A failure of a store, in words for the person who asked; never with a statement's text or a value of a parameter.</summary>
internal sealed class StoreException(StoreFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public StoreFailure Failure { get; } = failure;
}
