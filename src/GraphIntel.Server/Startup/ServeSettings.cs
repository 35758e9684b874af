using GraphIntel.Core.Execution;
using GraphIntel.Server.Transport;

namespace GraphIntel.Server.Startup;

/// <summary>The format of log lines.</summary>
internal enum LogFormat
{
    /// <summary>Plain text, for a terminal.</summary>
    Text,

    /// <summary>One JSON object per line, for a log collector.</summary>
    Json,
}

/// <summary>The settings of <c>serve</c>.</summary>
internal sealed record ServeSettings
{
    /// <summary>Addresses to listen on.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    public required StoreName Store { get; init; }

    /// <summary>Whether constraints and indexes are not created.</summary>
    public bool NoSchema { get; init; }

    /// <summary>The path of the model file; null for the built-in model.</summary>
    public required string? Model { get; init; }

    public required SeedSource Seed { get; init; }

    /// <summary>The timeout of a request.</summary>
    public required TimeSpan Timeout { get; init; }

    public required LogFormat LogFormat { get; init; }

    /// <summary>Origins that may send cross-origin requests; <c>*</c> for any.</summary>
    public required IReadOnlyList<string> CorsOrigins { get; init; }

    /// <summary>The address of a map style for the explorer; null: only the ground that it brings along.</summary>
    public Uri? MapStyle { get; init; }

    /// <summary>Limits of the engine; its timeout is replaced by <see cref="Timeout"/>.</summary>
    public EngineOptions Engine { get; init; } = new();

    /// <summary>Limits of the HTTP transport; its origins are replaced by <see cref="CorsOrigins"/>.</summary>
    public TransportOptions Transport { get; init; } = new();

    /// <summary>The folder of trusted documents; null if there is none.</summary>
    public string? TrustedDocuments { get; init; }

    /// <summary>Whether all other documents are rejected.</summary>
    public bool OnlyTrustedDocuments { get; init; }

    /// <summary>Arguments for the ASP.NET Core host, as a test host passes them.</summary>
    public IReadOnlyList<string> HostArguments { get; init; } = [];
}
