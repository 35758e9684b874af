using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphQLParser;

namespace GraphIntel.Core.Planning;

/// <summary>What grows while an operation is planned: numbers, parameters, the steps that bind them, and mistakes found.</summary>
internal sealed class PlanBuilder
{
    private readonly List<Parameter> _parameters = [];
    private int _number;
    private int _fields;

    /// <summary>How many fields a plan can have, each type behind an interface counted.</summary>
    public const int MaxFields = 10_000;

    public IReadOnlyList<Parameter> Parameters => _parameters;

    public List<ParameterBinding> Bindings { get; } = [];

    public List<GraphError> Errors { get; } = [];

    public int CursorKeyCount { get; private set; }

    /// <summary>
    /// Counts a field of the plan. A selection on an interface is planned for each type behind it, so that a small document
    /// can make an endless plan: past <see cref="MaxFields"/> it is refused.
    /// </summary>
    public void CountField(Location location)
    {
        if (++_fields > MaxFields)
            throw new PlanTooLargeException(location);
    }

    public int NextNumber() => ++_number;

    public NodeAlias Node(NodeType type) => new(NextNumber(), type);

    public RelationshipAlias Relationship(RelationshipType type) => new(NextNumber(), type);

    /// <summary>A parameter whose value some binding sets.</summary>
    public Parameter Parameter(ScalarKind kind, bool isList = false)
    {
        var parameter = new Parameter(_parameters.Count, kind, isList);
        _parameters.Add(parameter);
        return parameter;
    }

    /// <summary>A parameter for a value that was given.</summary>
    public Parameter Value(ScalarKind kind, ScalarInput given, bool isList = false)
    {
        var parameter = Parameter(kind, isList);
        Bindings.Add(new ValueBinding(parameter, given.Source));
        return parameter;
    }

    /// <summary>Parameters for the keys of a cursor.</summary>
    public CursorBound Cursor(ScalarInput given, string argument, int fingerprint, SortKey[] keys)
    {
        var bound = new CursorBound(CursorKeyCount, [.. keys.Select(key => Parameter(key.Kind))]);
        CursorKeyCount += keys.Length;
        Bindings.Add(new CursorBinding(bound, given.Source, argument, fingerprint, keys, given.Location));
        return bound;
    }

    public void Refuse(Location location, string message) =>
        Errors.Add(new GraphError(message, ErrorCodes.ArgumentInvalid, [location]));
}

/// <summary>An operation whose plan would grow beyond <see cref="PlanBuilder.MaxFields"/>.</summary>
internal sealed class PlanTooLargeException(Location location) : Exception
{
    public Location Location { get; } = location;
}
