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
    private bool _isImprecise;
    private readonly List<Relationship> _relationships = [];
    private readonly List<Edge> _edges = [];

    private RandomModel(Dice dice)
    {
        _dice = dice;
        _hasClaims = dice.Chance(70);
    }

    private sealed record Node(string Name, bool HasStanding)
    {
        public string Header { get; set; } = "";

        /// <summary>The property with the day on which it happened; null if there is none.</summary>
        public string? Day { get; init; }

        public List<string> Fields { get; } = [];

        /// <summary>Properties that hold one value and can be ordered by.</summary>
        public List<string> Orderable { get; } = ["id", "name"];
    }

    private sealed record Relationship(string Type, Node Source, Node Target)
    {
        public bool IsDated { get; set; }
    }

    private sealed record Edge(string Header, Relationship Of, List<string> Fields);

    // The steps of a path, the node at its end, and whether it takes whileValid if one of its nodes has a day.
    private sealed record Steps(string Text, Node End, bool AreDated);

    /// <summary>A model file.</summary>
    public static string Write(Dice dice) => new RandomModel(dice).Write();

    // What the precision of a date can be: its names mean something only where they are those of days.
    private static readonly string[] Precisions = ["DAY", "DAYS", "WEEK", "MONTH", "LONGER", "GUESS"];

    private string Write()
    {
        foreach (var name in new[] { "Ant", "Bee", "All", "Order" }.Take(_dice.Int(1, 4)))
            AddNode(name);
        foreach (var verb in _dice.Some(Verbs, _dice.Int(1, 5)))
            AddRelationship(verb);
        foreach (var node in _nodes)
            AddLinks(node);
        foreach (var edge in _edges)
            AddPaths(edge);
        if (_hasClaims)
            AddClaim();
        var text = new StringBuilder("enum Color { RED GREEN BLUE }\nenum Mood { CALM ANGRY }\n");
        if (_isImprecise)
            text.Append($"enum Exactness {{ {string.Join(' ', _dice.Some(Precisions, _dice.Chance(60) ? Precisions.Length : _dice.Int(1, 5)))} }}\n");
        if (_hasClaims)
            text.Append("enum Stance { FOR AGAINST PERHAPS }\nenum Standing { ASSERTED DISPUTED DENIED }\n");
        foreach (var node in _nodes)
            text.Append($"{node.Header} {{\n  {string.Join("\n  ", node.Fields)}\n}}\n");
        foreach (var edge in _edges)
            text.Append($"{edge.Header} {{\n  {string.Join("\n  ", edge.Fields)}\n}}\n");
        return text.ToString();
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
        var properties = WithDates(_dice.Some(Properties, _dice.Int(1, 9)));
        var days = properties.Where(property => property.Type == "Date").ToList();
        var day = days.Count > 0 && _dice.Chance(75) ? _dice.Pick(days).Name : null;
        if (day is not null)
            arguments.Add($"day: \"{day}\"");
        var node = new Node(name, hasStanding)
        {
            Header = $"type {name} @node{(arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})")}",
            Day = day,
        };
        node.Fields.AddRange(["id: ID!", $"name: String!{Maybe(30, " @index")}{Maybe(50, " @search")}"]);
        if (hasStanding)
            node.Fields.Add("trust: Standing!");
        node.Fields.AddRange(properties.Select(property => Property(property, node.Orderable) + Searched(property.Type)));
        BlurDates(node.Fields, Dates(properties), null);
        if (hasStanding || (_hasClaims && _dice.Chance(40)))
            node.Fields.Add("claims: [Word!]! @refersBy(field: \"about\")");
        _nodes.Add(node);
    }

    // Few of all the properties are dates.
    private List<(string Name, string Type)> WithDates(List<(string Name, string Type)> properties) => _dice.Chance(30)
        ? [.. properties.Concat(Properties.Where(property => property.Type == "Date").Take(_dice.Int(1, 2))).Distinct()]
        : properties;

    private static List<string> Dates(IEnumerable<(string Name, string Type)> properties) =>
        [.. properties.Where(property => property.Type == "Date").Select(property => property.Name)];

    // Makes dates imprecise. At most one of them lasts until another, so that the two are in order whatever else is.
    private void BlurDates(List<string> fields, List<string> dates, string? till)
    {
        var until = dates.Count > 1 && _dice.Chance(60) ? dates[1] : null;
        var chosen = dates.Where(date => date != until && _dice.Chance(60)).ToDictionary(date => date, date => date == dates[0] ? until : null);
        if (till is not null && _dice.Chance(50))
            chosen.Add("since", _dice.Chance(50) ? till : null);
        if (chosen.Count == 0)
            return;
        var isExact = _dice.Chance(85);
        _isImprecise |= isExact;
        fields.Add($"exact: {(isExact ? "Exactness" : "Mood")}{Maybe(30, "!")}");
        foreach (var (date, end) in chosen)
        {
            var index = fields.FindIndex(field => field.StartsWith(date + ": ", StringComparison.Ordinal));
            fields[index] += $" @imprecise(precision: \"exact\"{(end is null ? "" : $", until: \"{end}\"")})";
        }
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
        var order = _dice.Chance(40) ? OrderOf(isBoth ? source : target) : null;
        var backOrder = isBoth ? order : _dice.Chance(40) ? OrderOf(source) : null;
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
        var relationship = new Relationship(verb.Type, source, target);
        _relationships.Add(relationship);
        if (hasEdge)
            AddEdge(relationship, verb.Edge);
    }

    private string OrderOf(Node node) => node.Day is { } day && _dice.Chance(30) ? day : _dice.Pick(node.Orderable);

    private void AddEdge(Relationship relationship, string name)
    {
        List<string> arguments = [$"type: \"{relationship.Type}\""];
        if (_dice.Chance(20))
            arguments.Add($"plural: \"many{name}\"");
        List<string> fields = [];
        if (_dice.Chance(80))
            fields.Add("id: ID!");
        if (_dice.Chance(65))
        {
            relationship.IsDated = true;
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
        var properties = WithDates(_dice.Some(Properties, _dice.Int(0, 5)));
        fields.AddRange(properties.Select(property => Property(property, null)));
        BlurDates(fields, Dates(properties), fields.Exists(field => field.StartsWith("since: ", StringComparison.Ordinal)) ? "till" : null);
        if (_hasClaims && _dice.Chance(40))
            fields.Add("claims: [Word!]! @refersBy(field: \"about\")");
        if (_dice.Chance(30))
            fields.Add($"because: [{_dice.Pick(_nodes).Name}!]! @refersTo");
        if (fields.Count == 0)
            fields.Add("mood: Mood");
        _edges.Add(new Edge($"type {name} @edge({string.Join(", ", arguments)})", relationship, fields));
    }

    // Paths, and fields that refer by id.
    private void AddLinks(Node node)
    {
        for (var i = _dice.Int(0, 2); i > 0; i--)
        {
            if (Path(node) is { } steps)
                node.Fields.Add($"path{i}: [{steps.End.Name}!]! @path(steps: \"{steps.Text}\"{WhileValid(steps, node)})");
        }
        if (_dice.Chance(30))
            node.Fields.Add($"friends: [{_dice.Pick(_nodes).Name}!]! @refersTo");
        var referring = _nodes
            .Where(other => other.Fields.Exists(field => field.StartsWith("ref: ID", StringComparison.Ordinal))).ToList();
        if (referring.Count > 0 && _dice.Chance(50))
            node.Fields.Add($"referrers: [{_dice.Pick(referring).Name}!]! @refersBy(field: \"ref\")");
    }

    private void AddPaths(Edge edge)
    {
        for (var i = _dice.Pick([0, 0, 1, 1, 2]); i > 0; i--)
        {
            var isSource = _dice.Chance(50);
            var (start, other) = isSource ? (edge.Of.Source, edge.Of.Target) : (edge.Of.Target, edge.Of.Source);
            if (Path(start) is not { } steps)
                continue;
            edge.Fields.Add(
                $"way{i}: [{steps.End.Name}!]! @path(steps: \"{steps.Text}\", from: {(isSource ? "SOURCE" : "TARGET")}{WhileValid(steps, start, other)})");
        }
    }

    private string WhileValid(Steps steps, params Node[] others) => steps.AreDated && others.Append(steps.End).Any(node => node.Day is not null)
        ? Maybe(50, ", whileValid: true")
        : Maybe(5, ", whileValid: false");

    private Steps? Path(Node start)
    {
        var at = start;
        var (isDated, isRepeated) = (false, false);

        // Only steps taken once can be compared with a day.
        var repeats = _dice.Chance(55);
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
            var often = taken.Source == taken.Target && (repeats || !taken.IsDated) ? _dice.Pick(["", "*", "+", "?", "{2}", "{1,3}", "{0,2}", "{2,3}"]) : "";
            steps.Add((sign == "<" ? "<" + taken.Type : sign == ">" ? taken.Type + ">" : taken.Type) + often);
            at = sign == "<" ? taken.Source : taken.Target;
            isDated |= taken.IsDated;
            isRepeated |= taken.IsDated && often.Length > 0;
        }
        return steps.Count == 0 ? null : new Steps(string.Join(' ', steps), at, isDated && !isRepeated);
    }

    private void AddClaim()
    {
        var hasField = _dice.Chance(60);
        var hasSource = _dice.Chance(75);
        var header = $"type Word @node(label: \"text\", provenance: true{Maybe(50, ", day: \"made\"")}) @claim(about: \"about\", "
            + $"{(hasField ? "field: \"field\", " : "")}stance: \"stance\", denies: \"AGAINST\", made: \"made\"{(hasSource ? ", source: \"sayer\"" : "")})";
        var claim = new Node("Word", false) { Header = header };
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
        var relationship = isOut ? new Relationship("SAID_BY", claim, _nodes[0]) : new Relationship("SAID_BY", _nodes[0], claim);
        _relationships.Add(relationship);
        if (hasEdge)
            AddEdge(relationship, "Saying");
    }

    private string Maybe(int percent, string text) => _dice.Chance(percent) ? text : "";
}
