using GraphIntel.Core.Execution;
using GraphIntel.Server.Startup;
using GraphIntel.Server.Transport;

namespace GraphIntel.Server.Commands;

/// <summary>How log lines are written.</summary>
internal enum LogFormat
{
    /// <summary>For a person at a terminal.</summary>
    Text,

    /// <summary>One JSON object a line, for a collector of logs.</summary>
    Json,
}

/// <summary>What <c>serve</c> was told.</summary>
internal sealed record ServeSettings
{
    /// <summary>Addresses to listen at.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    public required StoreName Store { get; init; }

    /// <summary>Whether nothing is made in the store but what is written.</summary>
    public bool IsWithoutSchema { get; init; }

    /// <summary>The model's file; null for the built-in model.</summary>
    public required string? Model { get; init; }

    public required SeedSource Seed { get; init; }

    /// <summary>How long one operation may take.</summary>
    public required TimeSpan Timeout { get; init; }

    public required LogFormat LogFormat { get; init; }

    /// <summary>Origins whose pages may ask; <c>*</c> for any.</summary>
    public required IReadOnlyList<string> CorsOrigins { get; init; }

    /// <summary>Bounds of the engine; its time is <see cref="Timeout"/>.</summary>
    public EngineOptions Engine { get; init; } = new();

    /// <summary>Bounds of HTTP; its origins are <see cref="CorsOrigins"/>.</summary>
    public TransportOptions Transport { get; init; } = new();

    /// <summary>The folder of documents that are served by their hash; null where there is none.</summary>
    public string? TrustedDocuments { get; init; }

    /// <summary>Whether no other document is answered.</summary>
    public bool IsTrustedOnly { get; init; }

    /// <summary>Arguments for the host itself, as a test host gives them.</summary>
    public IReadOnlyList<string> HostArguments { get; init; } = [];
}
