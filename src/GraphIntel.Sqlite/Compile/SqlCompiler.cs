using System.Globalization;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// Compiles a plan to one SELECT of one value: a JSON array with the values of the root's slots, nested rows as arrays.
/// Children are correlated subqueries; names have the numbers of the plan, so the text is deterministic. The compilers of the
/// parts are stateless: the aliases that a part can refer to are in its <see cref="AliasScope"/>.
/// </summary>
internal sealed class SqlCompiler : ISlotVisitor<AliasScope, IEnumerable<string>>
{
    private readonly CancellationToken _cancellation;
    private readonly OperandCompiler _operands;
    private readonly ConnectionCompiler _connections;

    private SqlCompiler(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _operands = new OperandCompiler(this);
        _connections = new ConnectionCompiler(this);
        Predicates = new PredicateCompiler(this);
        Sources = new SourceCompiler(this);
    }

    public PredicateCompiler Predicates { get; }

    public SourceCompiler Sources { get; }

    /// <summary>A compiler of the conditions of other statements.</summary>
    public static SqlCompiler ForConditions(CancellationToken cancellation) => new(cancellation);

    /// <summary>Compiles a rewritten plan.</summary>
    public static string Compile(Plan plan, CancellationToken cancellation) =>
        "SELECT " + new SqlCompiler(cancellation).Row(plan.Slots, AliasScope.Root, []);

    /// <summary>The placeholder of a parameter.</summary>
    public static string Placeholder(Parameter parameter) => "?" + (parameter.Index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A string as a literal.</summary>
    public static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>Joins two conditions with AND; an empty one is always true.</summary>
    public static string And(string first, string second) =>
        first.Length == 0 ? second : second.Length == 0 ? first : $"{first} AND {second}";

    /// <summary>A row: a JSON array of <paramref name="before"/>, then of what the slots read.</summary>
    public string Row(IEnumerable<Slot> slots, AliasScope scope, IEnumerable<string> before) =>
        $"json_array({string.Join(", ", before.Concat(Values(slots, scope)))})";

    /// <summary>The expression of an operand.</summary>
    public string Value(Operand operand, AliasScope scope)
    {
        // Every part of a statement has an operand, so a canceled compilation ends here.
        _cancellation.ThrowIfCancellationRequested();
        return operand.Accept(_operands, scope);
    }

    private IEnumerable<string> Values(IEnumerable<Slot> slots, AliasScope scope) => slots.SelectMany(slot => slot.Accept(this, scope));

    IEnumerable<string> ISlotVisitor<AliasScope, IEnumerable<string>>.Visit(ConstantSlot constant, AliasScope scope) => [];

    IEnumerable<string> ISlotVisitor<AliasScope, IEnumerable<string>>.Visit(IntrospectionSlot introspection, AliasScope scope) => [];

    IEnumerable<string> ISlotVisitor<AliasScope, IEnumerable<string>>.Visit(CursorSlot cursor, AliasScope scope) => [];

    IEnumerable<string> ISlotVisitor<AliasScope, IEnumerable<string>>.Visit(PeriodEndSlot end, AliasScope scope) => [];

    IEnumerable<string> ISlotVisitor<AliasScope, IEnumerable<string>>.Visit(GroupsSlot groups, AliasScope scope) =>
        [scope.Groups!.Compiler.Groups(groups, scope, scope.Groups)];

    IEnumerable<string> ISlotVisitor<AliasScope, IEnumerable<string>>.Visit(TimelineSlot timeline, AliasScope scope) =>
        [scope.Groups!.Compiler.Timeline(timeline, scope, scope.Groups)];

    IEnumerable<string> ISlotVisitor<AliasScope, IEnumerable<string>>.Visit(ValueSlot value, AliasScope scope)
    {
        var expression = Value(value.Value, scope);
        return [value.IsList ? List(expression) : expression];
    }

    IEnumerable<string> ISlotVisitor<AliasScope, IEnumerable<string>>.Visit(PointSlot point, AliasScope scope)
    {
        var latitude = scope[point.Of].Column(Names.Latitude(point.Property));
        var longitude = scope[point.Of].Column(Names.Longitude(point.Property));
        return [$"CASE WHEN {latitude} IS NULL THEN NULL ELSE json_array({latitude}, {longitude}) END"];
    }

    IEnumerable<string> ISlotVisitor<AliasScope, IEnumerable<string>>.Visit(InlineSlot inline, AliasScope scope) => Values(inline.Slots, scope);

    IEnumerable<string> ISlotVisitor<AliasScope, IEnumerable<string>>.Visit(ObjectSlot single, AliasScope scope)
    {
        var clauses = Sources.Compile(single.Source, scope);
        return [clauses.Select(Row(single.Slots, clauses.Scope, []))];
    }

    IEnumerable<string> ISlotVisitor<AliasScope, IEnumerable<string>>.Visit(PolymorphicSlot any, AliasScope scope) =>
        [Polymorphic(Value(any.Id, scope), any.Cases, scope)];

    IEnumerable<string> ISlotVisitor<AliasScope, IEnumerable<string>>.Visit(PolymorphicListSlot list, AliasScope scope) =>
        [ForEach(list.Ids, list.Id, scope, inner => Polymorphic(Value(list.Id, inner), list.Cases, inner))];

    IEnumerable<string> ISlotVisitor<AliasScope, IEnumerable<string>>.Visit(SearchSlot search, AliasScope scope) =>
        [ForEach(search.Ids, search.Id, scope, inner => Row(search.Slots, inner, []))];

    IEnumerable<string> ISlotVisitor<AliasScope, IEnumerable<string>>.Visit(TraversalSlot traversal, AliasScope scope) => [Row(traversal.Lists, scope, [])];

    private static string ForEach(Parameter ids, ListedIdOperand id, AliasScope scope, Func<AliasScope, string> item)
    {
        var alias = "l" + id.Number.ToString(CultureInfo.InvariantCulture);
        return $"(SELECT json_group_array({item(scope.With(id.Number, new TableBinding(alias)))}) FROM json_each({Placeholder(ids)}) {alias})";
    }

    IEnumerable<string> ISlotVisitor<AliasScope, IEnumerable<string>>.Visit(ConnectionSlot connection, AliasScope scope)
    {
        var values = connection.Reads.Select(read => read.Accept(_connections, scope));
        if (connection.Kept is not { } kept)
            return values;
        var clauses = Sources.Compile(kept, scope);
        var rows = $"SELECT {clauses.Item.Column(Names.Key)} AS {SourceCompiler.KeptKey} {clauses.Clauses()}";
        return [$"(WITH {SourceCompiler.KeptName(kept.Item)} AS MATERIALIZED ({rows}) SELECT json_array({string.Join(", ", values)}))"];
    }

    /// <summary>A list as JSON. If another tool wrote invalid JSON, as text: json() alone would fail.</summary>
    private static string List(string value) => $"CASE WHEN json_valid({value}) THEN json({value}) ELSE {value} END";

    /// <summary>The items of a list, for FROM; none if another tool wrote something that is not a list.</summary>
    public static string Items(string value) => $"json_each(CASE WHEN json_valid({value}) THEN CASE json_type({value}) WHEN 'array' THEN {value} END END)";

    /// <summary>The prefix of an id decides its type, so that only one table is queried.</summary>
    private string Polymorphic(string id, IReadOnlyList<PolymorphicCase> cases, AliasScope scope)
    {
        var branches = cases.Select(candidate =>
            $" WHEN {Literal(candidate.Found.Type.IdPrefix + ":")} THEN {Case(id, candidate, scope)}");
        return $"CASE substr({id}, 1, instr({id}, ':')){string.Concat(branches)} END";
    }

    private string Case(string id, PolymorphicCase found, AliasScope scope)
    {
        var alias = SourceCompiler.AliasOf(found.Found);
        var row = Row(found.Slots, scope.With(found.Found.Number, new TableBinding(alias)), [found.Number.ToString(CultureInfo.InvariantCulture)]);
        return found.Found.Match(node => ByStoredId(node), relationship => relationship.Relationship.Id is null
            ? $"(SELECT {row} FROM {ByEnds(relationship.Relationship, alias, id)})"
            : ByStoredId(relationship));

        string ByStoredId(Alias holder) => $"(SELECT {row} FROM {Names.Table(holder.Type)} {alias} WHERE {alias}.{Names.Id} = {id})";
    }

    /// <summary>
    /// Looks up a relationship by the ends in its id, PREFIX:SOURCE>TARGET; no node id contains '>'. The plus keeps SQLite
    /// from starting with the target, which can have many relationships where a source has few.
    /// </summary>
    private static string ByEnds(RelationshipType type, string alias, string id)
    {
        var start = (type.IdPrefix.Length + 2).ToString(CultureInfo.InvariantCulture);
        return $"{Names.Table(type.Source)} {alias}s CROSS JOIN {Names.Table(type.Target)} {alias}t CROSS JOIN {Names.Table(type)} {alias} " +
            $"WHERE {alias}s.{Names.Id} = substr({id}, {start}, instr({id}, '>') - {start}) " +
            $"AND {alias}t.{Names.Id} = substr({id}, instr({id}, '>') + 1) " +
            $"AND {alias}.{Names.Source} = {alias}s.{Names.Key} AND {(HasCopyBetween(type) ? "+" : "")}{alias}.{Names.Target} = {alias}t.{Names.Key}";
    }

    /// <summary>Whether the table's key has a sort copy between the ends, so that only the source can be looked up in it.</summary>
    private static bool HasCopyBetween(RelationshipType type) => type.TargetOrder is { IsRequired: true };
}
