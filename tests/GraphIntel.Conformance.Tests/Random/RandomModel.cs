using System.Text;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Writes model files at random: every directive and every kind of field that a model can have.</summary>
internal sealed class RandomModel
{
    private static readonly (string Type, string Edge, string Out, string In, string Both)[] Verbs =
    [
        ("LIKES", "Liking", "likes", "likedBy", "likesEither"),
        ("EATS", "Eating", "eats", "eatenBy", "eatsEither"),
        ("KNOWS", "Knowing", "knows", "knownTo", "knowsEither"),
        ("LIVES_IN", "Living", "livesIn", "houses", "livesEither"),
        ("IN", "Being", "inside", "holds", "insideEither"),
        ("OWNS", "Owning", "owns", "ownedBy", "ownsEither"),
        ("SEES", "Seeing", "sees", "seenBy", "seesEither"),
    ];

    private static readonly (string Name, string Type)[] Properties =
    [
        ("tag", "String"), ("number", "Int"), ("weight", "Float"), ("wild", "Boolean"), ("born", "Date"), ("color", "Color"),
        ("spot", "Point"), ("nest", "Point"), ("ref", "ID"), ("tags", "[String!]"), ("numbers", "[Int!]"), ("weights", "[Float!]"),
        ("flags", "[Boolean!]"), ("days", "[Date!]"), ("colors", "[Color!]"), ("refs", "[ID!]"),
        // What is counted, summed and grouped: several of a kind.
        ("size", "Int"), ("gone", "Date"), ("seen", "Point"), ("shut", "Boolean"), ("temper", "Mood"), ("tempers", "[Mood!]"),
        // What the languages of the stores use for themselves.
        ("end", "Date"), ("group", "String"), ("limit", "Int"), ("null", "String"), ("true", "Boolean"), ("p", "String"), ("_x", "Int"),
        ("n1", "Float"), ("d", "Int"), ("rowid", "Int"), ("index", "[String!]"),
        // What is searched, unless by chance it is not.
        ("title", "String"), ("titles", "[String!]"), ("keys", "String"), ("match", "[String!]"), ("rank", "String"),
    ];

    private readonly Dice _dice;
    private readonly bool _hasClaims;
    private readonly List<Node> _nodes = [];
    private readonly List<Relationship> _relationships = [];
    private readonly StringBuilder _edges = new();

    private RandomModel(Dice dice)
    {
        _dice = dice;
        _hasClaims = dice.Chance(70);
    }

    private sealed record Node(string Name, string Header, bool HasStanding)
    {
        public List<string> Fields { get; } = [];

        /// <summary>Properties that hold one value and can be ordered by.</summary>
        public List<string> Orderable { get; } = ["id", "name"];
    }

    private sealed record Relationship(string Type, Node Source, Node Target);

    /// <summary>A model file.</summary>
    public static string Write(Dice dice) => new RandomModel(dice).Write();

    private string Write()
    {
        foreach (var name in new[] { "Ant", "Bee", "All", "Order" }.Take(_dice.Int(1, 4)))
            AddNode(name);
        foreach (var verb in _dice.Some(Verbs, _dice.Int(1, 5)))
            AddRelationship(verb);
        foreach (var node in _nodes)
            AddLinks(node);
        if (_hasClaims)
            AddClaim();
        var text = new StringBuilder("enum Color { RED GREEN BLUE }\nenum Mood { CALM ANGRY }\n");
        if (_hasClaims)
            text.Append("enum Stance { FOR AGAINST PERHAPS }\nenum Standing { ASSERTED DISPUTED DENIED }\n");
        foreach (var node in _nodes)
            text.Append($"{node.Header} {{\n  {string.Join("\n  ", node.Fields)}\n}}\n");
        return text.Append(_edges).ToString();
    }

    private void AddNode(string name)
    {
        var hasStanding = _hasClaims && _dice.Chance(40);
        List<string> arguments = [];
        if (_dice.Chance(20))
            arguments.Add($"plural: \"many{name}\"");
        if (_dice.Chance(20))
            arguments.Add("provenance: true");
        if (_dice.Chance(20))
            arguments.Add("label: \"id\"");
        if (hasStanding)
            arguments.Add("standing: \"trust\"");
        var header = $"type {name} @node{(arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})")}";
        var node = new Node(name, header, hasStanding);
        node.Fields.AddRange(["id: ID!", $"name: String!{Maybe(30, " @index")}{Maybe(50, " @search")}"]);
        if (hasStanding)
            node.Fields.Add("trust: Standing!");
        foreach (var property in _dice.Some(Properties, _dice.Int(1, 9)))
            node.Fields.Add(Property(property, node.Orderable) + Searched(property.Type));
        if (hasStanding || (_hasClaims && _dice.Chance(40)))
            node.Fields.Add("claims: [Word!]! @refersBy(field: \"about\")");
        _nodes.Add(node);
    }

    private string Property((string Name, string Type) property, List<string>? orderable)
    {
        var isList = property.Type.StartsWith('[');
        if (!isList && property.Type != "Point")
            orderable?.Add(property.Name);
        return $"{property.Name}: {property.Type}{Maybe(40, "!")}{(isList ? "" : Maybe(30, " @index"))}";
    }

    // Names are searched by chance, too; other texts and lists of texts in both ways.
    private string Searched(string type) =>
        type is "String" or "[String!]" ? Maybe(60, _dice.Chance(50) ? " @search(text: true)" : " @search") : "";

    private void AddRelationship((string Type, string Edge, string Out, string In, string Both) verb)
    {
        var source = _dice.Pick(_nodes);
        var target = _dice.Chance(50) ? source : _dice.Pick(_nodes);
        var hasEdge = _dice.Chance(65);
        var properties = hasEdge ? $", properties: \"{verb.Edge}\"" : "";
        var isOut = _dice.Chance(75);
        var isBoth = source == target && _dice.Chance(35);
        var isIn = !(isOut || isBoth) || _dice.Chance(60);
        // A relationship that goes both ways is ordered by the same property at either end.
        var order = _dice.Chance(30) ? _dice.Pick(isBoth ? source.Orderable : target.Orderable) : null;
        var backOrder = isBoth ? order : _dice.Chance(30) ? _dice.Pick(source.Orderable) : null;
        string Ordered(string? by) => by is null ? "" : $", orderedBy: \"{by}\"";
        string Field(string name, Node other, bool isList, string direction, string? by) =>
            $"{name}: {(isList ? $"[{other.Name}!]!" : other.Name)} "
            + $"@relationship(type: \"{verb.Type}\", direction: {direction}{properties}{Ordered(by)})";
        if (isOut)
            source.Fields.Add(Field(verb.Out, target, _dice.Chance(60), "OUT", order));
        if (isIn)
            target.Fields.Add(Field(verb.In, source, _dice.Chance(75), "IN", backOrder));
        if (isBoth)
            source.Fields.Add(Field(verb.Both, target, true, "BOTH", order));
        _relationships.Add(new Relationship(verb.Type, source, target));
        if (hasEdge)
            WriteEdge(verb.Type, verb.Edge);
    }

    private void WriteEdge(string type, string name)
    {
        List<string> arguments = [$"type: \"{type}\""];
        if (_dice.Chance(20))
            arguments.Add($"plural: \"many{name}\"");
        List<string> fields = [];
        if (_dice.Chance(80))
            fields.Add("id: ID!");
        if (_dice.Chance(65))
        {
            arguments.Add("valid: [\"since\", \"till\"]");
            fields.AddRange([$"since: Date{Maybe(20, "!")}{Maybe(30, " @index")}", "till: Date"]);
            if (_hasClaims && _dice.Chance(65))
            {
                arguments.Add("attested: [\"firstSeen\", \"lastSeen\"]");
                fields.AddRange(["firstSeen: Date", "lastSeen: Date"]);
            }
        }
        if (_hasClaims && _dice.Chance(60))
        {
            arguments.Add("standing: \"state\"");
            fields.Add("state: Standing!");
        }
        foreach (var property in _dice.Some(Properties, _dice.Int(0, 5)))
            fields.Add(Property(property, null));
        if (_hasClaims && _dice.Chance(40))
            fields.Add("claims: [Word!]! @refersBy(field: \"about\")");
        if (_dice.Chance(30))
            fields.Add($"because: [{_dice.Pick(_nodes).Name}!]! @refersTo");
        if (fields.Count == 0)
            fields.Add("mood: Mood");
        _edges.Append($"type {name} @edge({string.Join(", ", arguments)}) {{\n  {string.Join("\n  ", fields)}\n}}\n");
    }

    // Paths, and fields that refer by id.
    private void AddLinks(Node node)
    {
        for (var i = _dice.Int(0, 2); i > 0; i--)
        {
            if (Path(node) is var (steps, end))
                node.Fields.Add($"path{i}: [{end.Name}!]! @path(steps: \"{steps}\")");
        }
        if (_dice.Chance(30))
            node.Fields.Add($"friends: [{_dice.Pick(_nodes).Name}!]! @refersTo");
        var referring = _nodes
            .Where(other => other.Fields.Exists(field => field.StartsWith("ref: ID", StringComparison.Ordinal))).ToList();
        if (referring.Count > 0 && _dice.Chance(50))
            node.Fields.Add($"referrers: [{_dice.Pick(referring).Name}!]! @refersBy(field: \"ref\")");
    }

    private (string Steps, Node End)? Path(Node start)
    {
        var at = start;
        List<string> steps = [];
        for (var i = _dice.Int(1, 3); i > 0; i--)
        {
            var ways = _relationships
                .SelectMany(relationship => new[] { (relationship, Way: ">"), (relationship, Way: "<"), (relationship, Way: "-") })
                .Where(way => at == (way.Way == "<" ? way.relationship.Target : way.relationship.Source))
                .Where(way => way.Way != "-" || way.relationship.Source == way.relationship.Target)
                .ToList();
            if (ways.Count == 0)
                break;
            var (taken, sign) = _dice.Pick(ways);
            var often = taken.Source == taken.Target ? _dice.Pick(["", "*", "+", "?", "{2}", "{1,3}", "{0,2}", "{2,3}"]) : "";
            steps.Add((sign == "<" ? "<" + taken.Type : sign == ">" ? taken.Type + ">" : taken.Type) + often);
            at = sign == "<" ? taken.Source : taken.Target;
        }
        return steps.Count == 0 ? null : (string.Join(' ', steps), at);
    }

    private void AddClaim()
    {
        var hasField = _dice.Chance(60);
        var hasSource = _dice.Chance(75);
        var header = "type Word @node(label: \"text\", provenance: true) @claim(about: \"about\", "
            + $"{(hasField ? "field: \"field\", " : "")}stance: \"stance\", denies: \"AGAINST\", made: \"made\"{(hasSource ? ", source: \"sayer\"" : "")})";
        var claim = new Node("Word", header, false);
        claim.Fields.AddRange(["id: ID!", "about: ID!" + Maybe(50, " @index"), "text: String!" + Maybe(40, " @search(text: true)"), "stance: Stance!", "made: Date!"]);
        if (hasField)
            claim.Fields.Add("field: String");
        if (hasSource || _dice.Chance(20))
            AddSource(claim);
        _nodes.Add(claim);
    }

    // Whoever made a claim may have done so at a time, and be denied to have.
    private void AddSource(Node claim)
    {
        var hasEdge = _dice.Chance(40);
        var isOut = _dice.Chance(80);
        claim.Fields.Add($"sayer: {_nodes[0].Name} @relationship(type: \"SAID_BY\", direction: {(isOut ? "OUT" : "IN")}{(hasEdge ? ", properties: \"Saying\"" : "")})");
        _relationships.Add(isOut ? new Relationship("SAID_BY", claim, _nodes[0]) : new Relationship("SAID_BY", _nodes[0], claim));
        if (hasEdge)
            WriteEdge("SAID_BY", "Saying");
    }

    private string Maybe(int percent, string text) => _dice.Chance(percent) ? text : "";
}
