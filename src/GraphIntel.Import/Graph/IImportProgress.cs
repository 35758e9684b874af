namespace GraphIntel.Import.Graph;

/// <summary>A phase of an import or an export.</summary>
internal enum ImportPhase
{
    /// <summary>Reading and checking all files; amounts are bytes.</summary>
    Checking,

    /// <summary>Looking up ids in the store that the files do not define; amounts are ids.</summary>
    Resolving,

    /// <summary>Writing batches; amounts are rows.</summary>
    Writing,

    /// <summary>Writing the files of an export; amounts are rows.</summary>
    Exporting,
}

/// <summary>Receives the progress of an import or an export: from one thread at a time, about once per several thousand rows.</summary>
internal interface IImportProgress
{
    /// <summary>Reports progress.</summary>
    /// <param name="phase">The current phase, which determines the unit of the amounts.</param>
    /// <param name="done">The amount done.</param>
    /// <param name="total">The total amount.</param>
    void Report(ImportPhase phase, long done, long total);
}

/// <summary>Ignores the progress.</summary>
internal sealed class NoProgress : IImportProgress
{
    public static readonly NoProgress Instance = new();

    private NoProgress()
    {
    }

    /// <inheritdoc/>
    public void Report(ImportPhase phase, long done, long total)
    {
    }
}
