using System.Text.Json;

namespace GraphIntel.Core.Execution;

/// <summary>A request as section 7.1 of the GraphQL over HTTP specification names its parts.</summary>
/// <param name="Query">The document, UTF-8.</param>
/// <param name="OperationName">Which of its operations; null where it has one.</param>
/// <param name="Variables">A JSON object; null where none were given.</param>
internal readonly record struct GraphRequest(ReadOnlyMemory<byte> Query, string? OperationName = null, JsonElement? Variables = null);

/// <summary>What became of a request.</summary>
internal enum GraphOutcome
{
    /// <summary>It was executed: the response has <c>data</c>, perhaps null.</summary>
    Executed,

    /// <summary>It was refused before anything was executed: the response has <c>errors</c> and no <c>data</c>.</summary>
    Refused,

    /// <summary>Refused because it is a mutation: a transport can say so in its own way.</summary>
    RefusedMutation,
}

/// <summary>Bounds and settings of the engine.</summary>
internal sealed record EngineOptions
{
    /// <summary>How many documents are kept parsed and validated, each with its plans.</summary>
    public int MaxCachedDocuments { get; init; } = 1_000;

    /// <summary>How many bytes kept documents and their statements may have together, as text.</summary>
    public long MaxCachedBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many bytes of documents beyond which none is parsed.</summary>
    public int MaxDocumentBytes { get; init; } = 256 * 1024;

    /// <summary>What one operation may ask.</summary>
    public OperationLimits Limits { get; init; } = new();

    /// <summary>How long an operation may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes of one response.</summary>
    public int MaxResponseBytes { get; init; } = 64 * 1024 * 1024;
}
