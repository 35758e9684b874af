namespace GraphIntel.Core.Model;

/// <summary>An error in a model file, with line and column from 1.</summary>
internal sealed record ModelDiagnostic(int Line, int Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column}: {Message}";
}

/// <summary>A model file is not valid. The exception has every error, in the order of the file.</summary>
internal sealed class ModelException(IReadOnlyList<ModelDiagnostic> diagnostics)
    : Exception("The model has errors:\n" + string.Join('\n', diagnostics))
{
    public IReadOnlyList<ModelDiagnostic> Diagnostics { get; } = diagnostics;
}
