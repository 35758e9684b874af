namespace GraphIntel.Import.Graph;

/// <summary>What an import is doing.</summary>
internal enum ImportPhase
{
    /// <summary>Reading every file and looking for mistakes; amounts are bytes.</summary>
    Checking,

    /// <summary>Asking the store for the ids that the files do not have; amounts are ids.</summary>
    Resolving,

    /// <summary>Writing batches; amounts are rows.</summary>
    Writing,
}

/// <summary>Where an import says how far it is: from one thread at a time, about once in some thousand rows.</summary>
internal interface IImportProgress
{
    /// <param name="phase">What is being done; it says what the amounts count.</param>
    /// <param name="done">How much of it is done.</param>
    /// <param name="total">How much there is to do.</param>
    void Report(ImportPhase phase, long done, long total);
}

/// <summary>Progress that nobody watches.</summary>
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
