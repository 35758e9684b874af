using System.Globalization;
using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// A plan -> one Cypher statement that returns one record of one value, <c>r</c>: a list with the values of the root's
/// slots, rows inside as lists. All values come from one map, <c>$p</c>: Neo4j plans a statement again when the type or the
/// size of a parameter changes, but does not look into a map. Names are numbered by the plan, so the text is stable.
/// </summary>
internal sealed class CypherCompiler
{
    /// <summary>One text for both lines of Neo4j.</summary>
    private const string Version = "CYPHER 5 ";

    private readonly Dictionary<int, Place> _places = [];
    private readonly bool[] _cursorNulls;
    private int _subqueries;

    private CypherCompiler(ReadOnlySpan<bool> cursorNulls, bool byCodePoint)
    {
        _cursorNulls = cursorNulls.ToArray();
        ComparesByCodePoint = byCodePoint;
        Predicates = new PredicateCompiler(this);
        Sources = new SourceCompiler(this);
        Connections = new ConnectionCompiler(this);
    }

    public PredicateCompiler Predicates { get; }

    public SourceCompiler Sources { get; }

    public ConnectionCompiler Connections { get; }

    /// <summary>Whether a cursor's text has a character for which Neo4j's own comparison would be another order; see <see cref="CodePoints"/>.</summary>
    public bool ComparesByCodePoint { get; }

    /// <summary>The statement of a plan, for cursors whose keys are null where <paramref name="cursorNulls"/> says so.</summary>
    public static string Compile(Plan plan, ReadOnlySpan<bool> cursorNulls, bool byCodePoint)
    {
        var scope = new Scope(new CypherCompiler(cursorNulls, byCodePoint));
        var row = scope.Compiler.Row(plan.Slots, scope);
        return $"{Version}{scope.Definitions("WITH ")}RETURN {row} AS r";
    }

    /// <summary>Whether a key of a cursor is null.</summary>
    public bool IsNull(CursorBound cursor, int key) => _cursorNulls.Length > 0 && _cursorNulls[cursor.FirstNull + key];

    /// <summary>Says where an alias is found from now on.</summary>
    public void Put(int number, Place place) => _places[number] = place;

    /// <summary>Where an alias is found.</summary>
    public Place Find(int number) => _places[number];

    /// <summary>A name for what a subquery gives.</summary>
    public string NextName() => "c" + Number(_subqueries++);

    /// <summary>The key of a parameter in the map.</summary>
    public static string Key(Parameter parameter) => "a" + Number(parameter.Index);

    /// <summary>The expression of a parameter.</summary>
    public static string Value(Parameter parameter) => "$p." + Key(parameter);

    /// <summary>A name of the model's, which has no quotes, as a literal.</summary>
    public static string Literal(string text) => "'" + text + "'";

    /// <summary>A number as a statement has it.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A row: a list of what the slots read, after what <paramref name="before"/> gives.</summary>
    public string Row(IReadOnlyList<Slot> slots, Scope scope, IEnumerable<string>? before = null) =>
        $"[{string.Join(", ", (before ?? []).Concat(slots.SelectMany(slot => Values(slot, scope)).ToList()))}]";

    /// <summary>What follows when a source's rows are there: subqueries for what lies inside of a row, then the row.</summary>
    public string ReturnRow(IReadOnlyList<Slot> slots, IEnumerable<string>? before = null)
    {
        var scope = new Scope(this);
        var row = Row(slots, scope, before);
        return $"{scope.Definitions("WITH *, ")}RETURN {row}";
    }

    /// <summary>The expression of an operand; of what lies behind a relationship, a subquery is made in the scope.</summary>
    public string Value(Operand operand, Scope scope) => operand is ThroughOperand through
        ? scope.First($"{Sources.Open(through.Hop)} {ReturnValue(through.Value)}")
        : Value(operand);

    /// <summary>The expression of an operand at hand.</summary>
    public string Value(Operand operand) => operand switch
    {
        PropertyOperand { Of: var of, Property: var property } => Find(of.Number).Property(Names.Property(property)),
        IdOperand { Of: var of } => Find(of.Number).Property(Names.Id),
        DepthOperand { Walk: var walk } => Find(walk.Number).Variable,
        ParameterOperand { Parameter: var parameter } => Value(parameter),
        ListedIdOperand { Number: var number } => Find(number).Variable,
        ElementOperand { Number: var number } => Find(number).Variable,
        _ => throw new InvalidOperationException($"No expression for {operand.GetType().Name}."),
    };

    private string ReturnValue(Operand operand)
    {
        var scope = new Scope(this);
        var value = Value(operand, scope);
        return $"{scope.Definitions("WITH *, ")}RETURN {value}";
    }

    private IEnumerable<string> Values(Slot slot, Scope scope) => slot switch
    {
        ConstantSlot or IntrospectionSlot or CursorSlot => [],
        ValueSlot value => [Value(value.Value, scope)],
        InlineSlot inline => inline.Slots.SelectMany(inside => Values(inside, scope)),
        ObjectSlot { Source: var source, Slots: var slots } => [scope.First($"{Sources.Open(source)} {ReturnRow(slots)}")],
        PointSlot point => [Point(point)],
        AnySlot any => [scope.First(Any(Value(any.Id), any.Cases))],
        AnyListSlot list => [AnyList(list, scope)],
        ConnectionSlot connection => Connections.Values(connection, scope),
        _ => throw new InvalidOperationException($"No expression for {slot.GetType().Name}."),
    };

    private string Point(PointSlot point)
    {
        var value = Find(point.Of.Number).Property(Names.Property(point.Property));
        var coordinates = point.Slots.OfType<CoordinateSlot>()
            .Select(slot => $"{value}.{(slot.IsLatitude ? "latitude" : "longitude")}");
        return $"CASE WHEN {value} IS NULL THEN null ELSE [{string.Join(", ", coordinates)}] END";
    }

    private string AnyList(AnyListSlot list, Scope scope)
    {
        var id = "l" + Number(list.Id.Number);
        Put(list.Id.Number, new VariablePlace(id));
        var each = new Scope(this);
        var found = each.First(Any(id, list.Cases));
        return scope.All($"UNWIND {Value(list.Ids)} AS {id} {each.Definitions("WITH *, ")}RETURN {found}");
    }

    /// <summary>One look-up by id for each type; ids begin with their type's prefix, so that at most one finds something.</summary>
    private string Any(string id, IReadOnlyList<AnyCase> cases) =>
        string.Join(" UNION ALL ", cases.Select((candidate, index) => Case(id, candidate, Number(index))));

    private string Case(string id, AnyCase found, string number)
    {
        var variable = SourceCompiler.VariableOf(found.Found);
        Put(found.Found.Number, new VariablePlace(variable));
        var pattern = found.Found switch
        {
            RelationshipAlias { Relationship: var type } => $"()-[{variable}:{Names.Type(type)}]->()",
            NodeAlias { Node: var type } => $"({variable}:{Names.Label(type)})",
            _ => throw new InvalidOperationException($"No pattern for {found.Found.GetType().Name}."),
        };
        return $"MATCH {pattern} WHERE {variable}.{Names.Id} = {id} {ReturnRow(found.Slots, [number])} AS v";
    }
}
