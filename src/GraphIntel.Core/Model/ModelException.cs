namespace GraphIntel.Core.Model;

/// <summary>A mistake in a model file, at a line and column counted from 1.</summary>
internal sealed record ModelMistake(int Line, int Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column}: {Message}";
}

/// <summary>A model file that cannot be used; it carries every mistake found, in the order of the file.</summary>
internal sealed class ModelException(IReadOnlyList<ModelMistake> mistakes)
    : Exception("The model has mistakes:\n" + string.Join('\n', mistakes))
{
    public IReadOnlyList<ModelMistake> Mistakes { get; } = mistakes;
}
