using System.Globalization;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;

namespace GraphIntel.Core.Planning;

/// <summary>An item of <c>via</c>.</summary>
internal sealed record ViaArgument(ScalarInput Type, ScalarInput? Direction);

/// <summary>The arguments that <c>paths</c> and <c>neighborhood</c> have in common.</summary>
/// <param name="Traversal">What may be walked.</param>
/// <param name="Nodes">The parameter for the ids of the nodes found.</param>
/// <param name="Relationships">The parameter for the ids of the relationships found.</param>
/// <param name="Via">The relationships to be walked; null for all but those of provenance nodes.</param>
/// <param name="Types">The types of nodes to be passed or reached; null for all.</param>
internal sealed record TraversalArguments(
    Traversal Traversal, Parameter Nodes, Parameter Relationships, IReadOnlyList<ViaArgument>? Via, ScalarInput? Types)
{
    /// <summary>What a request walks.</summary>
    public TraversalScope ScopeOf(BoundParameters bound)
    {
        var scope = TraversalScope.Default(Traversal);
        if (Via is not null)
            scope = scope with { Walked = Traversal.HopsOf((type, isOut) => IsWalked(bound, type, isOut)) };
        if (Types is null)
            return scope;
        var names = ((string[])ValueBinding.ToArray(Types.Source.Read(bound.Variables), ScalarKind.Enum)).ToHashSet(StringComparer.Ordinal);
        // Without a type to pass, nothing is walked, not even between the given nodes.
        return names.Count == 0
            ? scope with { Walked = Traversal.HopsOf((_, _) => false), Types = new HashSet<NodeType>() }
            : scope with { Types = Traversal.Nodes.Select(nodes => nodes.Node.Node).Where(type => names.Contains(Casing.UpperSnake(type.Name))).ToHashSet() };
    }

    private bool IsWalked(BoundParameters bound, RelationshipType type, bool isOut) =>
        Via!.Any(via => Text(bound, via.Type) == type.Type && (via.Direction is null ? "BOTH" : Text(bound, via.Direction)) is var direction
            && (direction == "BOTH" || direction == (isOut ? "OUT" : "IN")));

    private static string Text(BoundParameters bound, ScalarInput given) => (string)ValueBinding.ToScalar(given.Source.Read(bound.Variables), ScalarKind.Enum);
}

/// <summary>A traversal of a request, made before its statement is executed; see <see cref="BoundParameters.Traversals"/>.</summary>
internal abstract class TraversalSearch(TraversalArguments arguments, TraversalScope scope)
{
    /// <summary>What may be walked.</summary>
    public Traversal Traversal => arguments.Traversal;

    /// <summary>What is walked.</summary>
    public TraversalScope Scope { get; } = scope;

    /// <summary>The parameter for the ids of the nodes found.</summary>
    public Parameter Nodes => arguments.Nodes;

    /// <summary>The parameter for the ids of the relationships found.</summary>
    public Parameter Relationships => arguments.Relationships;

    /// <summary>The maximum distance from a given node that is walked, in relationships.</summary>
    public abstract int Depth { get; }

    /// <summary>Whether there may be more than was found.</summary>
    public bool IsTruncated { get; set; }

    /// <summary>What is looked for, for readers.</summary>
    public abstract override string ToString();
}

/// <summary>A search for paths.</summary>
internal sealed class PathSearch(TraversalArguments arguments, TraversalScope scope, string from, string to, int maxLength, int first)
    : TraversalSearch(arguments, scope)
{
    public string From { get; } = from;

    public string To { get; } = to;

    public int MaxLength { get; } = maxLength;

    public int First { get; } = first;

    /// <summary>Both ends are walked from.</summary>
    public override int Depth => (MaxLength + 1) / 2;

    /// <summary>The paths found, as indexes in the ids of nodes and relationships.</summary>
    public IReadOnlyList<FoundPath> Paths { get; set; } = [];

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"Paths from {From} to {To}, of length {MaxLength} at most");
}

/// <summary>A path.</summary>
/// <param name="Nodes">The indexes of its nodes in the ids of nodes found.</param>
/// <param name="Relationships">The indexes of its relationships in the ids of relationships found.</param>
internal sealed record FoundPath(int[] Nodes, int[] Relationships);

/// <summary>A search for what surrounds some nodes.</summary>
internal sealed class NeighborhoodSearch(TraversalArguments arguments, TraversalScope scope, IReadOnlyList<string> origins, int depth, int maxNodes)
    : TraversalSearch(arguments, scope)
{
    /// <summary>The given ids, which need not exist.</summary>
    public IReadOnlyList<string> Origins { get; } = origins;

    /// <inheritdoc/>
    public override int Depth { get; } = depth;

    public int MaxNodes { get; } = maxNodes;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"Neighborhood of {string.Join(", ", Origins)} to depth {Depth}");
}

/// <summary>Binds the root field <c>paths</c>.</summary>
internal sealed record PathSearchBinding(TraversalArguments Arguments, ScalarInput From, ScalarInput To, ScalarInput? MaxLength, ScalarInput? First) : ParameterBinding
{
    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        var maxLength = NumberArgument.Read(
            bound, MaxLength, ArgumentNames.MaxLength, PageLimits.DefaultPathLength, PageLimits.MaxPathLength, "Search from a node between the ends.");
        var first = NumberArgument.Read(
            bound, First, ArgumentNames.First, PageLimits.DefaultSize, PageLimits.MaxFound, "Restrict paths with `via`, `types` or `where`.");
        if (maxLength is not { } length || first is not { } size)
            return;
        var ends = ValueBinding.ToArray(new[] { From.Source.Read(bound.Variables), To.Source.Read(bound.Variables) }, ScalarKind.Id) as string[];
        bound.AddTraversal(
            new PathSearch(Arguments, Arguments.ScopeOf(bound), ends![0], ends[1], length, size), (size * Math.Max(0, length - 1)) + 2, size * length);
    }
}

/// <summary>Binds the root field <c>neighborhood</c>.</summary>
internal sealed record NeighborhoodSearchBinding(TraversalArguments Arguments, ScalarInput Of, ScalarInput? Depth, ScalarInput? MaxNodes) : ParameterBinding
{
    /// <summary>How many relationships a node is assumed to have among those found, before they are known.</summary>
    private const int RelationshipsPerNode = 4;

    /// <inheritdoc/>
    public override void Bind(BoundParameters bound)
    {
        var origins = (string[])ValueBinding.ToArray(Of.Source.Read(bound.Variables), ScalarKind.Id);
        if (origins.Length > PageLimits.MaxOrigins)
        {
            bound.AddError(
                Of.Location,
                $"`{ArgumentNames.Of}` has {origins.Length.ToString(CultureInfo.InvariantCulture)} ids; at most {PageLimits.MaxOrigins} are allowed. Split the operation.",
                ErrorCodes.LimitExceeded);
        }
        var depth = NumberArgument.Read(
            bound, Depth, ArgumentNames.Depth, PageLimits.DefaultDepth, PageLimits.MaxDepth, "Start from other nodes to see more.");
        var maxNodes = NumberArgument.Read(
            bound, MaxNodes, ArgumentNames.MaxNodes, PageLimits.DefaultNeighbors, PageLimits.MaxNeighbors, "Start from other nodes to see more.");
        if (depth is not { } distance || maxNodes is not { } size || origins.Length > PageLimits.MaxOrigins)
            return;
        bound.AddTraversal(new NeighborhoodSearch(Arguments, Arguments.ScopeOf(bound), origins, distance, size), size, size * RelationshipsPerNode);
    }
}
