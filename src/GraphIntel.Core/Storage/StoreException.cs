namespace GraphIntel.Core.Storage;

/// <summary>Why a store failed, with the value of <c>extensions.code</c> for clients.</summary>
internal enum StoreFailure
{
    /// <summary>The store is unavailable; a later attempt may succeed. <c>STORE_UNAVAILABLE</c></summary>
    Unavailable,

    /// <summary>The store is overloaded. <c>STORE_BUSY</c></summary>
    Busy,

    /// <summary>
    /// The store denies access: wrong credentials, certificate or database name. <c>STORE_UNAVAILABLE</c>, without the reason,
    /// which is only logged.
    /// </summary>
    AccessDenied,

    /// <summary>
    /// The store was not created by GraphIntel, its model is incompatible, or it does not support the operation; a retry does
    /// not help. <c>STORE_REFUSED</c>
    /// </summary>
    Refused,

    /// <summary>A write violates a rule of the model. Clients do not write, so they never see it.</summary>
    WriteRefused,

    /// <summary>
    /// A node or relationship with the id of one that a write creates is stored: it can be a defect of the store, or the write has taken
    /// it for new, see <see cref="IBatchScope.TakeForNew"/>. Clients do not write, so they never see it.
    /// </summary>
    Exists,

    /// <summary>The statement of the operation exceeds what the store supports. <c>LIMIT_EXCEEDED</c></summary>
    TooComplex,

    /// <summary>The time limit of the operation is exceeded. <c>TIMEOUT</c></summary>
    Timeout,
}

/// <summary>A failure of a store, with a message for the client; it never contains a statement or a parameter value.</summary>
internal sealed class StoreException(StoreFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public StoreFailure Failure { get; } = failure;

    /// <summary>Whether a retry can succeed.</summary>
    public bool IsTransient => Failure is StoreFailure.Unavailable or StoreFailure.Busy or StoreFailure.Timeout;
}
