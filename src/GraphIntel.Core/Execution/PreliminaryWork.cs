using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>
/// What an operation reads before its statement, whose parameters depend on it: the nodes that its searches find, and what its
/// traversals walk. Executions and explanations make it by the same function.
/// </summary>
internal static class PreliminaryWork
{
    /// <summary>Does the work, and sets the parameters that depend on it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="plan">The compiled plan, which opens the reader of traversals.</param>
    /// <param name="bound">The values of the operation's parameters.</param>
    /// <param name="log">Receives each read; null if nobody asks.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <exception cref="OperationRefusedException">A condition finds too many nodes.</exception>
    public static async ValueTask RunAsync(
        IGraphStore store, CompiledPlan plan, BoundParameters bound, PreliminaryLog? log, CancellationToken cancellation)
    {
        if (bound.Searches is { } searches)
            await NodeSearcher.SearchAsync(store, searches, bound, log, cancellation).ConfigureAwait(false);
        if (bound.Traversals is { } traversals)
            await Traverser.TraverseAsync(plan, traversals, bound, log, cancellation).ConfigureAwait(false);
    }
}

/// <summary>The preliminary work of an operation, in order.</summary>
internal sealed class PreliminaryLog
{
    private readonly List<PreliminaryPart> _parts = [];

    /// <summary>The parts, such as searches.</summary>
    public IReadOnlyList<PreliminaryPart> Parts => _parts;

    /// <summary>Begins a part.</summary>
    /// <param name="title">What it is for.</param>
    public PreliminaryPart Begin(string title)
    {
        var part = new PreliminaryPart(title);
        _parts.Add(part);
        return part;
    }
}

/// <summary>A part of the preliminary work.</summary>
internal sealed class PreliminaryPart(string title)
{
    private readonly List<PreliminaryRead> _reads = [];

    /// <summary>What it is for, such as a search and its words.</summary>
    public string Title { get; } = title;

    /// <summary>Its requests to the store.</summary>
    public IReadOnlyList<PreliminaryRead> Reads => _reads;

    /// <summary>What it came to; null before its end.</summary>
    public string? Result { get; set; }

    /// <summary>Adds a request.</summary>
    public void Add(PreliminaryRead read) => _reads.Add(read);
}

/// <summary>A request to the store before the statement.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Found">What it found.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record PreliminaryRead(string Text, string Found, TimeSpan Duration);
