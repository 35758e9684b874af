namespace GraphIntel.Bolt.Sessions;

/// <summary>The owner of a result's connection: an auto-commit session, or a transaction.</summary>
internal interface IResultOwner
{
    /// <summary>The result is complete.</summary>
    ValueTask OnEndAsync(ResultCursor cursor, string? bookmark);

    /// <summary>The result failed, or reading it was canceled.</summary>
    ValueTask OnErrorAsync(ResultCursor cursor, Exception error);
}
