namespace GraphIntel.Bolt.Sessions;

/// <summary>Whoever has the connection that a result arrives on: an auto-commit session, or a transaction.</summary>
internal interface IResultOwner
{
    /// <summary>The result is complete.</summary>
    ValueTask OnEndAsync(ResultCursor cursor, string? bookmark);

    /// <summary>The result failed, or its reading was cancelled.</summary>
    ValueTask OnErrorAsync(ResultCursor cursor, Exception error);
}
