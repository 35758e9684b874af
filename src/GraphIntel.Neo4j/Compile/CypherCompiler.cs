using System.Globalization;
using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Layout;
using SortKey = GraphIntel.Core.Planning.SortKey;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// Compiles a root field to one Cypher statement that returns one record of one value, <c>r</c>: a list with the field's
/// values, nested rows as lists. All parameters are in one map, <c>$p</c>: Neo4j plans a statement again when the type or the
/// size of a parameter changes, but ignores the contents of a map. Names are numbered in the order of their first use, so
/// that equal fields have equal texts whatever fields are around them.
/// </summary>
internal sealed class CypherCompiler : ISlotVisitor<Scope, IEnumerable<string>>
{
    /// <summary>Both supported Neo4j lines take this version of Cypher.</summary>
    private const string Version = "CYPHER 5 ";

    private readonly Dictionary<int, AliasBinding> _bindings = [];
    private readonly Dictionary<RelationshipAlias, RelationshipPattern> _patterns = [];
    private readonly Dictionary<SortKey, string> _keys = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, int> _numbers = [];
    private readonly Dictionary<int, Source> _kept = [];
    private readonly Dictionary<Slot, IReadOnlyList<string>> _shared = [];
    private readonly List<Parameter> _parameters = [];
    private readonly OperandCompiler _operands;
    private readonly ConnectionCompiler _connections;
    private int _subqueries;

    /// <summary>A compiler of a statement of its own.</summary>
    /// <param name="byCodePoint">Whether to compare cursors by code point.</param>
    public CypherCompiler(bool byCodePoint = false)
    {
        ComparesByCodePoint = byCodePoint;
        _operands = new OperandCompiler(this);
        _connections = new ConnectionCompiler(this);
        Predicates = new PredicateCompiler(this);
        Aggregates = new AggregateCompiler(this);
        Sources = new SourceCompiler(this);
    }

    public PredicateCompiler Predicates { get; }

    public SourceCompiler Sources { get; }

    public AggregateCompiler Aggregates { get; }

    /// <summary>Whether to compare cursors by code point; see <see cref="CodePoints"/>.</summary>
    public bool ComparesByCodePoint { get; }

    /// <summary>Compiles a root field of a rewritten plan.</summary>
    public static CypherStatement Compile(Slot root, bool byCodePoint)
    {
        var compiler = new CypherCompiler(byCodePoint);
        var scope = new Scope(compiler);
        var row = string.Join(", ", compiler.Values([root], scope));
        return compiler.Statement($"{scope.Definitions("WITH ")}RETURN [{row}] AS r");
    }

    /// <summary>A statement with the parameters that were used.</summary>
    public CypherStatement Statement(string text) => new(Version + text, _parameters);

    /// <summary>Sets the expression of a sort key, and returns it.</summary>
    public string SetKey(SortKey key, string expression) => _keys[key] = expression;

    /// <summary>The expression of a sort key.</summary>
    public string KeyOf(SortKey key) => _keys[key];

    /// <summary>Binds an alias, by its number in the plan.</summary>
    public void Bind(int number, AliasBinding binding) => _bindings[number] = binding;

    /// <summary>The binding of an alias.</summary>
    public AliasBinding BindingOf(int number) => _bindings[number];

    /// <summary>Starts the pattern of a scan of relationships, whose ends are then bound in it.</summary>
    public RelationshipPattern NewPattern(RelationshipAlias relationship) => _patterns[relationship] = new RelationshipPattern(this, relationship);

    /// <summary>Binds an end of a relationship in the pattern of the relationship's scan; false if it is not from a scan.</summary>
    public bool BindInPattern(EndSource end)
    {
        if (!_patterns.TryGetValue(end.Origin, out var pattern))
            return false;
        pattern.Bind(end);
        return true;
    }

    /// <summary>A new name for the result of a subquery.</summary>
    public string NewName() => "c" + Number(_subqueries++);

    /// <summary>The name of the plan element with this number.</summary>
    public string NameOf(string kind, int number)
    {
        if (!_numbers.TryGetValue(number, out var used))
            _numbers.Add(number, used = _numbers.Count + 1);
        return kind + Number(used);
    }

    /// <summary>The variable of an alias.</summary>
    public string VariableOf(Alias alias) => NameOf(alias.Match(_ => "n", _ => "r"), alias.Number);

    /// <summary>The key of a statement's parameter in the map.</summary>
    public static string ParameterKey(int index) => "a" + Number(index);

    /// <summary>The expression of a parameter.</summary>
    public string Value(Parameter parameter)
    {
        var index = _parameters.IndexOf(parameter);
        if (index < 0)
        {
            index = _parameters.Count;
            _parameters.Add(parameter);
        }
        return "$p." + ParameterKey(index);
    }

    /// <summary>A name from the model, which has no quotes, as a literal.</summary>
    public static string Literal(string text) => "'" + text + "'";

    /// <summary>A number as a literal.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The expression of an operand. For values of related nodes a subquery is added to the scope.</summary>
    public string Value(Operand operand, Scope? scope = null) => operand.Accept(_operands, scope);

    /// <summary>The clauses after a source's rows: subqueries for nested fields, then the returned row.</summary>
    public string ReturnRow(IEnumerable<Slot> slots, IEnumerable<string>? before = null)
    {
        var scope = new Scope(this);
        var row = string.Join(", ", (before ?? []).Concat(Values(slots, scope)));
        return $"{scope.Definitions("WITH *, ")}RETURN [{row}]";
    }

    /// <summary>
    /// The expressions of what slots read, in their order. Not lazy: names are numbered in the order of their first use.
    /// </summary>
    public List<string> Values(IEnumerable<Slot> slots, Scope scope) =>
        [.. slots.SelectMany(slot => _shared.TryGetValue(slot, out var known) ? known : slot.Accept(this, scope))];

    IEnumerable<string> ISlotVisitor<Scope, IEnumerable<string>>.Visit(ConstantSlot constant, Scope scope) => [];

    IEnumerable<string> ISlotVisitor<Scope, IEnumerable<string>>.Visit(IntrospectionSlot introspection, Scope scope) => [];

    IEnumerable<string> ISlotVisitor<Scope, IEnumerable<string>>.Visit(CursorSlot cursor, Scope scope) => [];

    IEnumerable<string> ISlotVisitor<Scope, IEnumerable<string>>.Visit(ValueSlot value, Scope scope) => [Value(value.Value, scope)];

    IEnumerable<string> ISlotVisitor<Scope, IEnumerable<string>>.Visit(PeriodEndSlot end, Scope scope) => [];

    IEnumerable<string> ISlotVisitor<Scope, IEnumerable<string>>.Visit(GroupsSlot groups, Scope scope) => [Aggregates.Groups(groups, scope)];

    IEnumerable<string> ISlotVisitor<Scope, IEnumerable<string>>.Visit(TimelineSlot timeline, Scope scope) => [Aggregates.Timeline(timeline, scope)];

    IEnumerable<string> ISlotVisitor<Scope, IEnumerable<string>>.Visit(PointSlot point, Scope scope) =>
        [BindingOf(point.Of.Number).Property(Names.Property(point.Property))];

    IEnumerable<string> ISlotVisitor<Scope, IEnumerable<string>>.Visit(InlineSlot inline, Scope scope) => Values(inline.Slots, scope);

    IEnumerable<string> ISlotVisitor<Scope, IEnumerable<string>>.Visit(ObjectSlot single, Scope scope) =>
        [scope.First($"{Sources.Compile(single.Source)} {ReturnRow(single.Slots)}")];

    IEnumerable<string> ISlotVisitor<Scope, IEnumerable<string>>.Visit(PolymorphicSlot any, Scope scope) =>
        [scope.First(Polymorphic(Value(any.Id), any.Cases, scope))];

    IEnumerable<string> ISlotVisitor<Scope, IEnumerable<string>>.Visit(PolymorphicListSlot list, Scope scope)
    {
        var id = NameOf("l", list.Id.Number);
        Bind(list.Id.Number, new VariableBinding(id));
        var each = new Scope(this);
        var found = each.First(Polymorphic(id, list.Cases, each));
        return [scope.All($"UNWIND {Value(list.Ids)} AS {id} {each.Definitions("WITH *, ")}RETURN {found}")];
    }

    IEnumerable<string> ISlotVisitor<Scope, IEnumerable<string>>.Visit(SearchSlot search, Scope scope)
    {
        var id = NameOf("l", search.Id.Number);
        Bind(search.Id.Number, new VariableBinding(id));
        return [scope.All($"UNWIND {Value(search.Ids)} AS {id} {ReturnRow(search.Slots)} AS v")];
    }

    IEnumerable<string> ISlotVisitor<Scope, IEnumerable<string>>.Visit(TraversalSlot traversal, Scope scope) =>
        [$"[{string.Join(", ", Values(traversal.Lists, scope))}]"];

    IEnumerable<string> ISlotVisitor<Scope, IEnumerable<string>>.Visit(ConnectionSlot connection, Scope scope)
    {
        if (connection.Kept is { } kept)
            _kept[kept.Item.Number] = kept;
        var values = connection.Reads.Select(read => read.Accept(_connections, scope));
        return connection.Kept is null ? values : [$"[{string.Join(", ", values)}]"];
    }

    /// <summary>
    /// The source of kept nodes. Each read matches them: a list of them in scope would be part of the key of every aggregation.
    /// </summary>
    public Source KeptOf(NodeAlias alias) => _kept[alias.Number];

    /// <summary>
    /// One lookup by id for each type. An id has its type's prefix, so at most one of them finds something. Slots that
    /// several types share are read before.
    /// </summary>
    private string Polymorphic(string id, PolymorphicCase[] cases, Scope scope)
    {
        var shared = cases.SelectMany(one => one.Slots).GroupBy(slot => slot).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        foreach (var slot in shared)
            _shared.Add(slot, Values([slot], scope));
        if (shared.Count > 0)
            scope.Separate();
        return string.Join(" UNION ALL ", cases.Select(one => Case(id, one)));
    }

    private string Case(string id, PolymorphicCase found)
    {
        var variable = VariableOf(found.Found);
        Bind(found.Found.Number, new VariableBinding(variable));
        var pattern = found.Found.Match(
            node => $"({variable}:{Names.Label(node.Node)})",
            relationship => $"()-[{variable}:{Names.Type(relationship.Relationship)}]->()");
        return $"MATCH {pattern} WHERE {variable}.{Names.Id} = {id} {ReturnRow(found.Slots, [Number(found.Number)])} AS v";
    }
}
