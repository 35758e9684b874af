using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Ledger;
using GraphIntel.Import.Mapping.Reading;
using GraphIntel.Import.Mapping.Rows;
using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>What is imported, and how.</summary>
/// <param name="MappingName">The name of the mapping in messages.</param>
/// <param name="MappingText">The mapping.</param>
/// <param name="Files">The tables.</param>
internal sealed record MappingRequest(string MappingName, string MappingText, IReadOnlyList<TableFile> Files)
{
    /// <summary>The facts that the mapping asks for.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    /// <summary>The encoding of the tables; null for that of the mapping.</summary>
    public string? Encoding { get; init; }

    /// <summary>Whether nothing is written.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>How many rows may have errors; they are left out.</summary>
    public long MaxBadRows { get; init; }

    /// <summary>Of what the files tell everything, instead of what the mapping says; null for that.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>Whether what rows made that are gone is deleted.</summary>
    public bool Prunes { get; init; }

    /// <summary>Receives lines for each node, relationship, row and finding; null if none are wanted.</summary>
    public Action<IReadOnlyList<ReportLine>>? Report { get; init; }
}

/// <summary>The result of an import by a mapping.</summary>
internal sealed record MappingResult
{
    /// <summary>The number of rows.</summary>
    public required long Rows { get; init; }

    /// <summary>The number of rows with errors.</summary>
    public required long BadRows { get; init; }

    /// <summary>The errors of rows.</summary>
    public required ImportDiagnostics Diagnostics { get; init; }

    /// <summary>What was noticed.</summary>
    public required Findings Findings { get; init; }

    /// <summary>Whether there are more errors than allowed, so that nothing was written.</summary>
    public required bool IsRefused { get; init; }

    /// <summary>The number of nodes and relationships by type.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>();

    /// <summary>The number of nodes that the store, or another row, has under another id.</summary>
    public long Matched { get; init; }

    /// <summary>The number of the import; null in a dry run.</summary>
    public long? Import { get; init; }

    /// <summary>How many of what, by what became of it.</summary>
    public IReadOnlyDictionary<string, long> Decisions { get; init; } = new Dictionary<string, long>();

    /// <summary>What was written, or would be.</summary>
    public WriteSummary Written { get; init; }
}
