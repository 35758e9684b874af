namespace GraphIntel.Core.Storage;

/// <summary>Why a store could not do what was asked; with it stands what a client finds in <c>extensions.code</c>.</summary>
internal enum StoreFailure
{
    /// <summary>The store is away or broken; a later attempt may succeed. <c>STORE_UNAVAILABLE</c></summary>
    Unavailable,

    /// <summary>The store is there and has no room for one more at the moment. <c>STORE_BUSY</c></summary>
    Busy,

    /// <summary>
    /// The store does not let this process in: the log-in, the certificate, the name of the database. <c>STORE_UNAVAILABLE</c>,
    /// without the reason, which is for those who look after the server.
    /// </summary>
    NotAdmitted,

    /// <summary>The store is not one of ours, its model does not fit, or it cannot do this one thing; again is no better. <c>STORE_REFUSED</c></summary>
    Refused,

    /// <summary>What was to be written breaks a rule of the model. No client meets it, since none writes.</summary>
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

    /// <summary>Whether waiting can make it better.</summary>
    public bool CanPass => Failure is StoreFailure.Unavailable or StoreFailure.Busy or StoreFailure.Timeout;
}
