using System.Globalization;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// A plan -> one SELECT of one value: a JSON array with the values of the root's slots, rows inside as arrays. Parents and
/// children are correlated subqueries; names are numbered by the plan, so the text is stable.
/// </summary>
internal sealed class SqlCompiler
{
    private readonly Dictionary<int, Place> _places = [];
    private readonly bool[] _cursorNulls;

    private SqlCompiler(ReadOnlySpan<bool> cursorNulls)
    {
        _cursorNulls = cursorNulls.ToArray();
        Predicates = new PredicateCompiler(this);
        Sources = new SourceCompiler(this);
        Connections = new ConnectionCompiler(this);
    }

    public PredicateCompiler Predicates { get; }

    public SourceCompiler Sources { get; }

    public ConnectionCompiler Connections { get; }

    /// <summary>The statement of a plan, for cursors whose keys are null where <paramref name="cursorNulls"/> says so.</summary>
    public static string Compile(Plan plan, ReadOnlySpan<bool> cursorNulls) =>
        "SELECT " + new SqlCompiler(cursorNulls).Row(plan.Slots);

    /// <summary>Whether a key of a cursor is null.</summary>
    public bool IsNull(CursorBound cursor, int key) => _cursorNulls.Length > 0 && _cursorNulls[cursor.FirstNull + key];

    /// <summary>Says where an alias is found from now on.</summary>
    public void Put(int number, Place place) => _places[number] = place;

    /// <summary>Where an alias is found.</summary>
    public Place Find(int number) => _places[number];

    /// <summary>A parameter's marker.</summary>
    public static string Marker(Parameter parameter) => "?" + (parameter.Index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A text of the model's, which has no quotes, as a literal.</summary>
    public static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>A row: a JSON array of what the slots read, after what <paramref name="before"/> gives.</summary>
    public string Row(IReadOnlyList<Slot> slots, IEnumerable<string>? before = null) =>
        $"json_array({string.Join(", ", (before ?? []).Concat(Values(slots)))})";

    /// <summary>The expressions of the values that slots read, in their order.</summary>
    public IEnumerable<string> Values(IReadOnlyList<Slot> slots) => slots.SelectMany(Values);

    /// <summary>The expression of an operand.</summary>
    public string Value(Operand operand) => operand switch
    {
        PropertyOperand { Of: var of, Property: var property } => Find(of.Number).Column(Names.Column(property)),
        IdOperand { Of: NodeAlias node } => Find(node.Number).Column(Names.Id),
        IdOperand { Of: RelationshipAlias relationship } => RelationshipId(relationship),
        DepthOperand { Walk: var walk } => Find(walk.Number).Column("d"),
        ThroughOperand through => Through(through),
        ParameterOperand { Parameter: var parameter } => Marker(parameter),
        ListedIdOperand { Number: var number } => Find(number).Column("\"value\""),
        ElementOperand { Number: var number } => Find(number).Column("\"value\""),
        _ => throw new InvalidOperationException($"No expression for {operand.GetType().Name}."),
    };

    private IEnumerable<string> Values(Slot slot) => slot switch
    {
        ConstantSlot or IntrospectionSlot or CursorSlot => [],
        ValueSlot { IsList: true } list => [$"json({Value(list.Value)})"],
        ValueSlot value => [Value(value.Value)],
        InlineSlot inline => Values(inline.Slots),
        ObjectSlot { Source: var source, Slots: var slots } => [Object(source, slots)],
        PointSlot point => [Point(point)],
        AnySlot any => [Any(Value(any.Id), any.Cases)],
        AnyListSlot list => [AnyList(list)],
        ConnectionSlot connection => Connections.Values(connection),
        _ => throw new InvalidOperationException($"No expression for {slot.GetType().Name}."),
    };

    private string RelationshipId(RelationshipAlias alias)
    {
        var place = Find(alias.Number);
        var type = alias.Relationship;
        return type.Id is null
            ? $"({Literal(type.IdPrefix + ":")} || {IdOf(type.Source, place.Column(Names.Source))} || '>' || {IdOf(type.Target, place.Column(Names.Target))})"
            : place.Column(Names.Id);
    }

    private static string IdOf(NodeType type, string key) => $"(SELECT {Names.Id} FROM {Names.Table(type)} WHERE {Names.Key} = {key})";

    private string Through(ThroughOperand through) =>
        Sources.Open(through.Hop, () => Value(through.Value)).Select("{0}");

    private string Object(Source source, IReadOnlyList<Slot> slots) => Sources.Open(source, () => Row(slots)).Select("{0}");

    private string Point(PointSlot point)
    {
        var place = Find(point.Of.Number);
        var latitude = place.Column(Names.Latitude(point.Property));
        var values = point.Slots.OfType<CoordinateSlot>()
            .Select(slot => slot.IsLatitude ? latitude : place.Column(Names.Longitude(point.Property)));
        return $"CASE WHEN {latitude} IS NULL THEN NULL ELSE json_array({string.Join(", ", values)}) END";
    }

    private string AnyList(AnyListSlot list)
    {
        var alias = "l" + list.Id.Number.ToString(CultureInfo.InvariantCulture);
        Put(list.Id.Number, new TablePlace(alias));
        return $"(SELECT json_group_array({Any(Value(list.Id), list.Cases)}) FROM json_each({Marker(list.Ids)}) {alias})";
    }

    /// <summary>An id's prefix says its type, so that only one table is asked.</summary>
    private string Any(string id, IReadOnlyList<AnyCase> cases)
    {
        var branches = cases.Select((candidate, index) =>
            $" WHEN {Literal(candidate.Found.Type.IdPrefix + ":")} THEN {Case(id, candidate, index.ToString(CultureInfo.InvariantCulture))}");
        return $"CASE substr({id}, 1, instr({id}, ':')){string.Concat(branches)} END";
    }

    private string Case(string id, AnyCase found, string number)
    {
        var alias = SourceCompiler.AliasOf(found.Found);
        Put(found.Found.Number, new TablePlace(alias));
        var select = $"(SELECT {Row(found.Slots, [number])} FROM ";
        if (found.Found is not RelationshipAlias { Relationship: { Id: null } type })
            return $"{select}{Names.Table(found.Found.Type)} {alias} WHERE {alias}.{Names.Id} = {id})";

        // The ends are cut out of the id: PREFIX:SOURCE>TARGET, and no id contains '>'. The plus keeps SQLite from coming by the
        // target, which can have many where a source has few.
        var start = (type.IdPrefix.Length + 2).ToString(CultureInfo.InvariantCulture);
        return $"{select}{Names.Table(type.Source)} {alias}s CROSS JOIN {Names.Table(type.Target)} {alias}t CROSS JOIN {Names.Table(type)} {alias} " +
            $"WHERE {alias}s.{Names.Id} = substr({id}, {start}, instr({id}, '>') - {start}) " +
            $"AND {alias}t.{Names.Id} = substr({id}, instr({id}, '>') + 1) " +
            $"AND {alias}.{Names.Source} = {alias}s.{Names.Key} AND {(HasCopyBetween(type) ? "+" : "")}{alias}.{Names.Target} = {alias}t.{Names.Key})";
    }

    /// <summary>Whether the table's key has the copy of an order between its ends, so that it is found by its source alone.</summary>
    private static bool HasCopyBetween(RelationshipType type) => type.TargetOrder is { IsRequired: true };
}
