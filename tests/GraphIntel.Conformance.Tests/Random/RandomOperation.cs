using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphQL;
using GraphQL.Types;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>An operation with its variables.</summary>
/// <param name="Document">The document.</param>
/// <param name="Variables">A JSON object.</param>
/// <param name="CursorHoles">Variables that can be given a cursor, once there is one.</param>
/// <param name="MayBeRefused">Whether it is said what becomes of a mistake in it.</param>
internal sealed record Operation(string Document, string Variables, IReadOnlyList<string> CursorHoles, bool MayBeRefused);

/// <summary>Writes valid operations at random, led by the schema. A few have mistaken arguments.</summary>
internal sealed class RandomOperation
{
    private readonly Dice _dice;
    private readonly GraphSchema _schema;
    private readonly IReadOnlyList<string> _ids;
    private readonly List<string> _searched;
    private readonly RandomInputs _inputs;
    private readonly bool _hasDirectives;
    private readonly bool _hasErrors;
    // Response keys with what stands there, where the same may stand there again.
    private readonly Dictionary<string, string?> _keys = new(StringComparer.Ordinal);
    private readonly List<string> _fragments = [];
    private readonly List<(string Name, IGraphType Type, Room Room)> _written = [];
    private HashSet<string> _likely = [];
    private int _budget;

    private RandomOperation(Dice dice, GraphSchema schema, GraphText graph)
    {
        _dice = dice;
        _schema = schema;
        _ids = graph.Ids;
        _searched = [.. graph.Model.Nodes.Where(type => type.Searched.Count > 0).Select(type => type.Singular)];
        // Whether a mistake under @skip counts is not said, so that one operation has the one or the other.
        _hasErrors = dice.Chance(6);
        _hasDirectives = !_hasErrors && dice.Chance(30);
        _inputs = new RandomInputs(dice, graph, _hasErrors);
        _budget = dice.Pick([3, 5, 8, 12, 20]);
    }

    // How much may stand inside a selection: fields, and groups and timelines of one aggregate.
    private readonly record struct Room(int Depth, int Groups)
    {
        private const int MaxGroups = 2;

        public static Room OfQuery { get; } = new(7, MaxGroups);

        public bool Has(Room other) => other.Depth <= Depth && other.Groups <= Groups;

        /// <summary>Within a field of an object of that type.</summary>
        public Room Within(IGraphType type, string field) => (AggregateTypes.PartOf(type), field) switch
        {
            (AggregatePart.Aggregate, "groups" or "timeline" or "distinct") => this,
            (AggregatePart.Groups or AggregatePart.Timeline, _) => this with { Groups = Groups - 1 },
            (AggregatePart.Group, "aggregate") => this with { Depth = Depth - 1 },
            // Any nodes may be found, among them those with the most around them.
            _ => new Room(Depth - (type.Name is "SearchResult" or "PathsResult" or "Neighborhood" ? 2 : 1), MaxGroups),
        };
    }

    /// <summary>An operation over a graph.</summary>
    public static Operation Write(Dice dice, GraphSchema schema, GraphText graph)
    {
        var writer = new RandomOperation(dice, schema, graph);
        var selection = writer.Selection(schema.Query!, Room.OfQuery);
        var document = new StringBuilder($"query{writer._inputs.Definitions} {selection}");
        foreach (var fragment in writer._fragments)
            document.Append('\n').Append(fragment);
        return new Operation(document.ToString(), writer._inputs.Variables, writer._inputs.CursorHoles, !writer._hasDirectives);
    }

    private string Selection(IGraphType type, Room room)
    {
        List<string> parts = [];
        var count = type == _schema.Query ? _dice.Int(1, 2) : _dice.Int(1, 4);
        for (var i = 0; i < count && (i == 0 || _budget > 0); i++)
        {
            if (Part(type, room) is { } part)
                parts.Add(part);
        }
        if (parts.Count == 0)
            parts.Add("__typename");
        return $"{{ {string.Join(' ', parts)} }}";
    }

    private string? Part(IGraphType type, Room room)
    {
        // Where groups are nested too deeply, one is asked for, so that it is a mistake.
        var isTooDeep = room.Groups <= 0 && AggregateTypes.PartOf(type) is (AggregatePart.Groups or AggregatePart.Timeline);
        if (!isTooDeep && _dice.Chance(5))
            return Field("__typename", type, null, room);
        if (type is IInterfaceGraphType abstraction && _dice.Chance(60))
        {
            // Not every interface has an object that implements it.
            var possible = abstraction.PossibleTypes.ToList();
            var likely = possible.Where(candidate => _likely.Contains(Casing.Camel(candidate.Name))).ToList();
            if (likely.Count > 0 && _dice.Chance(85))
                return Inline(_dice.Pick(likely), room);
            var others = Interfaces.Where(other => other != type && other.PossibleTypes.Any(possible.Contains)).ToList();
            if (others.Count > 0 && _dice.Chance(25))
                return Inline(_dice.Pick(others), room);
            if (possible.Count > 0)
                return Inline(_dice.Pick(possible), room);
        }
        if (type != _schema.Query && _dice.Chance(6))
        {
            List<IGraphType> names = [type];
            if (type is IObjectGraphType concrete)
                names.AddRange(concrete.ResolvedInterfaces);
            return _dice.Int(0, 5) switch
            {
                < 3 => Named(type, names, room),
                3 => $"...{Directive()} {Selection(type, room)}",
                _ => Inline(_dice.Pick(names), room),
            };
        }
        var fields = ((IComplexGraphType)type).Fields
            .Where(field => room.Depth > 0 || !IsComposite(field.ResolvedType!))
            .Where(field => room.Groups > 0 || !AggregateTypes.IsDivision(type, field) || (_hasErrors && _dice.Chance(30)))
            .ToList();
        // Half of the fields lead on: a large type has many that do not.
        var leading = fields.Where(field => IsComposite(field.ResolvedType!)).ToList();
        if (leading.Count > 0 && _dice.Chance(45))
            fields = leading;
        // Of an aggregate it is mostly asked what divides it.
        var dividing = fields.Where(field => AggregateTypes.IsDivision(type, field)).ToList();
        if (dividing.Count > 0 && _dice.Chance(50))
            fields = dividing;
        // Of all the root fields, one searches.
        if (type == _schema.Query && _dice.Chance(15) && fields.Find(field => field.Name == "search") is { } search)
            fields = [search];
        // Two walk from node to node.
        if (type == _schema.Query && _dice.Chance(15))
            fields = fields.FindAll(field => field.Name is "paths" or "neighborhood");
        if (fields.Count == 0)
            return null;
        var chosen = _dice.Pick(fields);
        return Field(chosen.Name, type, chosen, room);
    }

    private string Inline(IGraphType type, Room room) => $"... on {type}{Directive()} {Selection(type, room)}";

    // A fragment that was written elsewhere may stand here too, where the document gets no deeper by it.
    private string Named(IGraphType type, List<IGraphType> names, Room room)
    {
        var known = _written.Where(fragment => names.Contains(fragment.Type) && room.Has(fragment.Room)).ToList();
        if (known.Count > 0 && _dice.Chance(60))
            return $"...{_dice.Pick(known).Name}{Directive()}";
        var name = "F" + _fragments.Count;
        _fragments.Add("");
        _fragments[int.Parse(name[1..], null)] = $"fragment {name} on {type} {Selection(type, room)}";
        _written.Add((name, type, room));
        return $"...{name}{Directive()}{(_dice.Chance(20) ? " ..." + name : "")}";
    }

    private string Directive()
    {
        if (!_hasDirectives || !_dice.Chance(20))
            return "";
        var names = _dice.Some(["skip", "include"], _dice.Chance(15) ? 2 : 1);
        return string.Concat(names.Select(name => $" @{name}(if: {_inputs.Condition()})"));
    }

    private string Field(string name, IGraphType owner, FieldType? field, Room room)
    {
        _budget--;
        var arguments = _inputs.Arguments(field?.Arguments, name);
        var key = Key(name, arguments.Length == 0 ? $"{name}: {field?.ResolvedType}" : null);
        var head = (key == name ? "" : key + ": ") + name + arguments + Directive();
        if (field is null || !IsComposite(field.ResolvedType!))
            return head;
        // What an interface turns out to be is what was asked for by its id, or what is searched, or else anything that the graph has.
        _likely = owner.Name == "SearchItem" ? [.. _searched] : [.. (owner == _schema.Query && name is "node" or "nodes" && _inputs.Asked.Count > 0 ? _inputs.Asked : _ids).Select(id => id.Split(':')[0])];
        var type = field.ResolvedType!.GetNamedType();
        var whole = $"{head} {Selection(type, room.Within(owner, name))}";
        // The same field again, to be merged with the first.
        return _dice.Chance(5) && !head.Contains('@') ? $"{whole} {head} {Selection(type, room.Within(owner, name))}" : whole;
    }

    // What says the same may merge: the same field without arguments, wherever it stands. All else has a key of its own.
    private string Key(string name, string? meaning)
    {
        if (meaning is not null && _keys.GetValueOrDefault(name) == meaning && _dice.Chance(70))
            return name;
        var key = _dice.Chance(2) ? _dice.Pick(["id", "name", "label", "node", "nodes", "edges"])
            : _dice.Chance(4) ? "x" + _keys.Count
            : name;
        var free = key;
        for (var number = 2; !_keys.TryAdd(free, free == name ? meaning : null); number++)
            free = $"{key}_{number}";
        return free;
    }

    private List<IInterfaceGraphType> Interfaces =>
        [.. _schema.AllTypes.OfType<IInterfaceGraphType>().OrderBy(type => type.Name, StringComparer.Ordinal)];

    private static bool IsComposite(IGraphType type) => type.GetNamedType() is IComplexGraphType;
}
