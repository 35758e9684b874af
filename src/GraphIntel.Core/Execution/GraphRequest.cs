using System.Text.Json;
using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Execution;

/// <summary>A request (GraphQL over HTTP specification, section 7.1).</summary>
/// <param name="Query">The document, UTF-8.</param>
/// <param name="OperationName">The operation to execute; null if the document has only one.</param>
/// <param name="Variables">A JSON object; null if none were given.</param>
/// <param name="ReportsCost">Whether the response has the estimated cost in <c>extensions.cost</c>.</param>
/// <param name="Purpose">What it is planned for.</param>
internal readonly record struct GraphRequest(
    ReadOnlyMemory<byte> Query,
    string? OperationName = null,
    JsonElement? Variables = null,
    bool ReportsCost = false,
    PlanPurpose Purpose = PlanPurpose.Response);

/// <summary>The outcome of a request.</summary>
internal enum GraphOutcome
{
    /// <summary>Executed: the response has <c>data</c>, possibly null.</summary>
    Executed,

    /// <summary>Rejected before execution: the response has <c>errors</c> and no <c>data</c>.</summary>
    Refused,

    /// <summary>Rejected because it is a mutation, for which a transport can have its own status.</summary>
    RefusedMutation,

    /// <summary>Rejected because the server is overloaded: the request can be retried.</summary>
    Busy,
}

/// <summary>Limits and settings of the engine.</summary>
internal sealed record EngineOptions
{
    /// <summary>The maximum number of cached documents, each with its plans.</summary>
    public int MaxCachedDocuments { get; init; } = 1_000;

    /// <summary>The maximum bytes of cached documents, plans and statements together.</summary>
    public long MaxCachedBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The maximum bytes of a document.</summary>
    public int MaxDocumentBytes { get; init; } = 256 * 1024;

    /// <summary>Limits of an operation.</summary>
    public OperationLimits Limits { get; init; } = new();

    /// <summary>How long a request may take, from its first byte to the last of its response.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an operation waits in the queue.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The number of expensive operations that run at once; null for the store's default.</summary>
    public int? ExpensiveOperations { get; init; }

    /// <summary>
    /// Whether operations come from the process itself; they are neither estimated nor queued, since the store may still be in
    /// preparation.
    /// </summary>
    public bool IsInternal { get; init; }

    /// <summary>The maximum number of rows of an export.</summary>
    public int MaxExportRows { get; init; } = 1_000_000;

    /// <summary>How long an export of rows may take; <see cref="Timeout"/> limits each of its pages.</summary>
    public TimeSpan ExportTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether every connection is read in another way where it has one, without statistics; for tests, whose graphs are small.</summary>
    public bool ForcesStarts { get; init; }

    /// <summary>The maximum bytes of a response.</summary>
    public int MaxResponseBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The maximum bytes of all pending requests and responses together.</summary>
    public long MaxPendingBytes { get; init; } = 96 * 1024 * 1024;

    /// <summary>The private memory of the process from which large requests and responses are rejected; null for any.</summary>
    public long? MaxOwnBytes { get; init; }
}
