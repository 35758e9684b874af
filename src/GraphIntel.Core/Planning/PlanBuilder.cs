using GraphIntel.Core.Errors;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Values;
using GraphQLParser;

namespace GraphIntel.Core.Planning;

/// <summary>The state of planning an operation: numbers, parameters, bindings and errors.</summary>
internal sealed class PlanBuilder(CancellationToken cancellation)
{
    private readonly List<Parameter> _parameters = [];
    private int _number;
    private int _fields;
    private int _conditions;
    private int _searches;

    /// <summary>The maximum number of fields in a plan, counted for each type of an interface.</summary>
    public const int MaxFields = 10_000;

    /// <summary>
    /// The maximum number of conditions in the filters of an operation, including those in variables and lists.
    /// </summary>
    public const int MaxConditions = 5_000;

    /// <summary>The maximum number of searches, paths and neighborhoods in an operation, which are queries of their own.</summary>
    public const int MaxSearches = 50;

    public IReadOnlyList<Parameter> Parameters => _parameters;

    public List<ParameterBinding> Bindings { get; } = [];

    public List<GraphError> Errors { get; } = [];

    public int CursorKeyCount { get; private set; }

    /// <summary>Whether the plan depends on numbers in variables; see <see cref="Plan.DependsOnNumbers"/>.</summary>
    public bool DependsOnNumbers { get; set; }

    /// <summary>
    /// Counts a field of the plan and rejects the operation beyond <see cref="MaxFields"/>: a selection on an interface is
    /// planned for each of its types, so that a small document can make a huge plan.
    /// </summary>
    public void CountField(Location location)
    {
        if (++_fields > MaxFields)
        {
            throw new PlanTooLargeException(
                $"The operation selects more than {MaxFields} fields, counting a field on an interface once for each of its types: select on types (`... on Actor`) or split the operation.",
                location);
        }
    }

    /// <summary>Counts a condition of a filter and rejects the operation beyond <see cref="MaxConditions"/>.</summary>
    public void CountCondition(Location location)
    {
        if (++_conditions > MaxConditions)
        {
            throw new PlanTooLargeException(
                $"The operation has more than {MaxConditions} conditions in its filters, including those in variables: pass many values of one field with `in`, or split the operation.",
                location);
        }
    }

    /// <summary>Counts a search, a traversal too, and rejects the operation beyond <see cref="MaxSearches"/>.</summary>
    public void CountSearch(Location location)
    {
        if (++_searches > MaxSearches)
            throw new PlanTooLargeException($"The operation has more than {MaxSearches} searches, paths and neighborhoods: split the operation.", location);
    }

    /// <summary>
    /// The next number. Every element of a plan takes a number or a parameter, so planning stops when the request is cancelled.
    /// </summary>
    public int NextNumber()
    {
        cancellation.ThrowIfCancellationRequested();
        return ++_number;
    }

    /// <summary>The last number that was taken.</summary>
    public int LastNumber => _number;

    public NodeAlias Node(NodeType type) => new(NextNumber(), type);

    public RelationshipAlias Relationship(RelationshipType type) => new(NextNumber(), type);

    /// <summary>An end of a relationship.</summary>
    public EndSource End(RelationshipAlias of, bool isSource) =>
        new(of, isSource, Node(isSource ? of.Relationship.Source : of.Relationship.Target), Predicate.True);

    /// <summary>Adds a parameter, whose value a binding sets.</summary>
    public Parameter Parameter(ScalarKind kind, bool isList = false)
    {
        cancellation.ThrowIfCancellationRequested();
        var parameter = new Parameter(_parameters.Count, kind, isList);
        _parameters.Add(parameter);
        return parameter;
    }

    /// <summary>Adds a parameter for an input value.</summary>
    public Parameter Value(ScalarKind kind, ScalarInput given, bool isList = false)
    {
        var parameter = Parameter(kind, isList);
        Bindings.Add(new ValueBinding(parameter, given.Source));
        return parameter;
    }

    /// <summary>Adds a parameter for a value of the model.</summary>
    public Parameter Constant(ScalarKind kind, object value)
    {
        var parameter = Parameter(kind);
        Bindings.Add(new ValueBinding(parameter, new ConstantSource(value)));
        return parameter;
    }

    /// <summary>Adds a parameter for a list of ids.</summary>
    public Parameter Ids(ScalarInput given, string argument)
    {
        var parameter = Parameter(ScalarKind.Id, isList: true);
        Bindings.Add(new IdsBinding(parameter, given.Source, argument, given.Location));
        return parameter;
    }

    /// <summary>Adds a parameter for a number of 0 or more.</summary>
    public Parameter NotNegative(ScalarInput given, string argument)
    {
        var parameter = Parameter(ScalarKind.Int);
        Bindings.Add(new NotNegativeBinding(parameter, given.Source, argument, given.Location));
        return parameter;
    }

    /// <summary>Adds a parameter for a latitude in an input object.</summary>
    public Parameter Latitude(ObjectInput holder, string name) => Degrees((ScalarInput)holder.Find(name)!, name, GeoPoint.MaxLatitude);

    /// <summary>Adds a parameter for a longitude in an input object.</summary>
    public Parameter Longitude(ObjectInput holder, string name) => Degrees((ScalarInput)holder.Find(name)!, name, GeoPoint.MaxLongitude);

    private Parameter Degrees(ScalarInput given, string name, int max)
    {
        var parameter = Parameter(ScalarKind.Float);
        Bindings.Add(new DegreesBinding(parameter, given.Source, name, max, given.Location));
        return parameter;
    }

    /// <summary>The distance of a point from a given one, with parameters for it.</summary>
    public DistanceOperand Distance(Alias of, Property point, ObjectInput from) =>
        new(of, point, Latitude(from, ArgumentNames.Latitude), Longitude(from, ArgumentNames.Longitude));

    /// <summary>Adds parameters for the keys of a cursor.</summary>
    public CursorBound Cursor(ScalarInput given, string argument, OrderFingerprint fingerprint, SortKey[] keys)
    {
        var bound = new CursorBound(CursorKeyCount, [.. keys.Select(key => Parameter(key.Kind))]);
        CursorKeyCount += keys.Length;
        Bindings.Add(new CursorBinding(bound, given.Source, argument, fingerprint, keys, given.Location));
        return bound;
    }

    public void AddError(Location location, string message) =>
        Errors.Add(new GraphError(message, ErrorCodes.ArgumentInvalid, [location]));
}

/// <summary>
/// The plan of an operation would exceed <see cref="PlanBuilder.MaxFields"/> or <see cref="PlanBuilder.MaxConditions"/>.
/// </summary>
internal sealed class PlanTooLargeException(string message, Location location) : Exception(message)
{
    public Location Location { get; } = location;
}
