using GraphIntel.Core.Model;
using GraphQL.Types;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Values of the schema's input types at random, and the variables that stand for some of them.</summary>
internal sealed partial class RandomInputs(Dice dice, GraphText graph, bool hasErrors)
{
    private static readonly string[] Hop = ["asOf", "during", "certainty", "standing", "knownBy", "accordingTo", "whileValid"];

    private readonly IReadOnlyList<string> _ids = graph.Ids;
    private readonly List<string> _texts = graph.SearchedTexts;
    private readonly List<string> _sources = SourcesOf(graph);
    private readonly List<string> _definitions = [];
    private readonly List<(string Name, string Json)> _values = [];
    private readonly List<(string Type, string Place, string Name)> _reusable = [];
    private string _prefix = "";

    /// <summary>Variables for cursors that are known only from a response; none has a value at first.</summary>
    public List<string> CursorHoles { get; } = [];

    /// <summary>The ids in the arguments written last.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The definitions of the variables, in brackets; nothing where there are none.</summary>
    public string Definitions => _definitions.Count == 0 ? "" : $"({DefinitionList})";

    /// <summary>The definitions of the variables.</summary>
    public string DefinitionList => string.Join(", ", _definitions);

    /// <summary>The values of the variables, as a JSON object.</summary>
    public string Variables => $"{{{string.Join(",", _values.Select(value => $"\"{value.Name}\":{value.Json}"))}}}";

    /// <summary>Arguments of a connection, without those of its page.</summary>
    public string ArgumentsBesidePage(QueryArguments arguments)
    {
        var beside = arguments.Where(argument => argument.Name is not ("first" or "after" or "last" or "before"));
        return Arguments(new QueryArguments(beside), "");
    }

    /// <summary>An order for a connection, without variables.</summary>
    public string BareOrder(QueryArguments arguments) =>
        Bare(arguments.Single(argument => argument.Name == "order").ResolvedType!, "order", 3, isInside: true).Literal;

    /// <summary>The arguments of a field, in brackets; nothing where there are none.</summary>
    public string Arguments(QueryArguments? arguments, string field)
    {
        _prefix = field + ":";
        Asked.Clear();
        List<(string Name, InputText Value)> chosen = [];
        if (arguments?.Find("by") is { } by)
        {
            chosen = Timeline(by.ResolvedType!);
            arguments = [];
        }
        foreach (var argument in arguments ?? [])
        {
            var type = argument.ResolvedType!;
            if (argument.Name is "after" or "before")
            {
                if (dice.Chance(14))
                    chosen.Add((argument.Name, dice.Chance(12) ? Null() : Hole()));
            }
            else if (type is NonNullGraphType || dice.Chance(Percent(argument.Name)))
            {
                if (argument.Name == "last" && chosen.Exists(other => other.Name == "first") && !Mistake())
                    continue;
                chosen.Add((argument.Name, Value(type, argument.Name, 3, mayBeNull: true, isRoot: true)));
            }
        }
        // Certainty says what a day or a period admits.
        if (arguments?.Find("certainty") is not null && chosen.Exists(one => one.Name is "asOf" or "during" or "whileValid")
            && !chosen.Exists(one => one.Name == "certainty") && dice.Chance(50))
        {
            chosen.Add(("certainty", InputText.Enum(dice.Pick(["POSSIBLE", "ATTESTED"]))));
        }
        foreach (var name in BesideClaims(chosen.ConvertAll(one => one.Name), name => arguments?.Find(name) is not null))
            chosen.Add((name, Bare(arguments!.Find(name)!.ResolvedType!, name, 3, isInside: false)));
        if (dice.Chance(20))
            chosen = dice.Some(chosen, chosen.Count);
        return chosen.Count == 0 ? "" : $"({string.Join(", ", chosen.Select(one => $"{one.Name}: {one.Value.Literal}"))})";
    }

    // Whoever made a claim, as often as there are claims.
    private static List<string> SourcesOf(GraphText graph) => graph.Model.Claim?.Source is not { } source
        ? []
        : [.. graph.Relationships.Where(one => one.Type == source.Relationship).Select(one => source.Direction == Direction.In ? one.Source : one.Target)];

    // What narrows the claims does so together, and matters to other standings, too.
    private List<string> BesideClaims(List<string> chosen, Func<string, bool> has)
    {
        List<string> added = [];
        void Add(string name)
        {
            if (has(name) && !chosen.Contains(name) && dice.Chance(40))
                added.Add(name);
        }
        if (chosen.Contains("accordingTo"))
            Add("knownBy");
        if (chosen.Contains("accordingTo") || chosen.Contains("knownBy"))
            Add("standing");
        return added;
    }

    private static int Percent(string argument) => argument switch
    {
        "where" => 35,
        "order" => 45,
        "last" => 15,
        _ => 25,
    };

    /// <summary>A condition of @skip or @include.</summary>
    public string Condition()
    {
        InputText value = new InputText.Same(dice.Chance(50) ? "true" : "false");
        return (dice.Chance(50) ? value : Variable("Boolean!", "if", value, value)).Literal;
    }

    private bool Mistake() => hasErrors && dice.Chance(15);

    private InputText.Variable Hole()
    {
        var name = "c" + _definitions.Count;
        _definitions.Add($"${name}: String");
        CursorHoles.Add(name);
        return new InputText.Variable(name);
    }

    private InputText Null() => dice.Chance(50) ? InputText.Null : Given("String", InputText.Null);

    private InputText.Variable Given(string type, InputText value, string defaultText = "")
    {
        var name = "v" + _definitions.Count;
        _definitions.Add($"${name}: {type}{defaultText}");
        _values.Add((name, value.Json));
        return new InputText.Variable(name);
    }

    // A variable for one value or the other: one that stands in such a place already, a new one that is given a value, or not.
    private InputText.Variable Variable(string type, string place, InputText value, InputText other)
    {
        var alike = _reusable.Where(known => known.Type == type && known.Place == place).ToList();
        if (alike.Count > 0 && dice.Chance(40))
            return new InputText.Variable(dice.Pick(alike).Name);
        var isRequired = type.EndsWith('!');
        var made = dice.Int(0, 9) switch
        {
            0 => Defaulted(type, value),
            1 when value != InputText.Null && other != InputText.Null => Defaulted(type.TrimEnd('!'), value),
            2 or 3 => Given(type, value, $" = {other.Literal}"),
            4 when !isRequired => LeftOut(type),
            5 or 6 when !isRequired && value != InputText.Null => Given(type + "!", value),
            _ => Given(type, value),
        };
        _reusable.Add((type, place, made.Name));
        return made;
    }

    // A value, or a variable that stands for it. Inside a variable's value there is no other.
    private InputText Value(IGraphType type, string name, int depth, bool mayBeNull, bool isRoot = false, bool isInside = false)
    {
        if (type is NonNullGraphType required)
        {
            InputText Needed(bool isInside) => Bare(required.ResolvedType!, name, depth, isInside);
            return isInside || !dice.Chance(14)
                ? Needed(isInside)
                : Variable(type.ToString()!, name, Needed(isInside: true), Needed(isInside: true));
        }
        InputText Any(bool isInside) =>
            mayBeNull && dice.Chance(isRoot ? 6 : 12) ? InputText.Null : Bare(type, name, depth, isInside);
        // A search finds fewer nodes than a page may have.
        var place = name == "first" && FindsFew ? _prefix + name : $"{name} {mayBeNull}";
        return isInside || !dice.Chance(17)
            ? Any(isInside)
            : Variable(type.ToString()!, place, Any(isInside: true), Any(isInside: true));
    }

    private InputText.Variable LeftOut(string type)
    {
        var name = "v" + _definitions.Count;
        _definitions.Add($"${name}: {type}");
        return new InputText.Variable(name);
    }

    private InputText.Variable Defaulted(string type, InputText value)
    {
        var name = "v" + _definitions.Count;
        _definitions.Add($"${name}: {type} = {value.Literal}");
        return new InputText.Variable(name);
    }

    private InputText Bare(IGraphType type, string name, int depth, bool isInside)
    {
        switch (type)
        {
            case ListGraphType list:
                var element = list.ResolvedType!;
                InputText Element() => Value(element, name, depth, mayBeNull: false, isInside: isInside);
                // A variable can stand for an element of a list, not for a single value that is taken for one.
                if (name is "ids" or "of" or "accordingTo" && Mistake())
                    return new InputText.List([.. Enumerable.Repeat(InputText.Text("x"), name == "of" ? 51 : 501)]);
                if (name is "and" or "or" && dice.Chance(20))
                    return Alike((InputObjectGraphType)((NonNullGraphType)element).ResolvedType!, depth, isInside);
                if (dice.Chance(10))
                    return Bare(((NonNullGraphType)element).ResolvedType!, name, depth, isInside: true);
                return new InputText.List([.. Enumerable.Range(0, dice.Int(0, name is "ids" or "accordingTo" ? 4 : 3)).Select(_ => Element())]);
            case InputObjectGraphType { Name: "PointSortInput" }:
                return DistanceSort(isInside);
            case InputObjectGraphType { IsOneOf: true } sort:
                return Sort(sort, depth, isInside);
            case InputObjectGraphType { Name: "DateRangeInput" }:
                return new InputText.Map(Ends(80, isInside));
            case InputObjectGraphType { Name: "DateBoundsInput" } bounds:
                return Bounds(bounds, isInside);
            case InputObjectGraphType { Name: "BoxInput" }:
                return Box(isInside);
            case InputObjectGraphType { Name: "DistanceFilterInput" }:
                return DistanceFilter(isInside);
            case InputObjectGraphType { Name: "ViaInput" } via:
                return Via(via, isInside);
            case InputObjectGraphType filter:
                return Filter(filter, depth, isInside);
            case EnumerationGraphType values:
                return InputText.Enum(dice.Pick([.. values.Values.Select(value => value.Name)]));
            case IdGraphType:
                return Id(name);
            case StringGraphType when name is "query" or "search":
                return Text(Query());
            case StringGraphType:
                return Text(Pools.Text(dice));
            case BooleanGraphType:
                return new InputText.Same(dice.Chance(50) ? "true" : "false");
            case FloatGraphType:
                return InputText.Number(dice.Pick(Pools.Floats));
            case IntGraphType when name is "maxLength" or "depth":
                return InputText.Number(Mistake() ? dice.Pick([-1, 9]) : dice.Pick([0, 1, 2, 2, 3, 3, 4, 5, 8]));
            case IntGraphType when name == "maxNodes":
                return InputText.Number(Mistake() ? dice.Pick([-1, 501]) : dice.Pick([0, 1, 2, 3, 4, 6, 500]));
            case IntGraphType when name == "first" && FindsFew:
                return InputText.Number(Mistake() ? dice.Pick([-1, 101]) : dice.Pick([0, 1, 1, 2, 3, 5, 100]));
            case IntGraphType when name is "first" or "last" or "atMost":
                return InputText.Number(Mistake() ? dice.Pick([-1, 501]) : dice.Chance(90) ? dice.Pick([1, 2, 2, 3, 4, 500]) : 0);
            case IntGraphType:
                return InputText.Number((int)Pools.Scalar(dice, ScalarKind.Int, null));
            case { Name: "Date" }:
                return Day(name is "gt" or "gte" or "lt" or "lte" && dice.Chance(50) ? Pools.DayNearby(dice) : Pools.Day(dice));
            default:
                throw new NotSupportedException(type.ToString());
        }
    }

    // A search and paths are fewer than a page may have.
    private bool FindsFew => _prefix is "search:" or "paths:";

    private InputText.Map Via(InputObjectGraphType type, bool isInside)
    {
        List<(string, InputText)> fields = [];
        foreach (var field in type.Fields)
        {
            if (field.Name == "type" || dice.Chance(50))
                fields.Add((field.Name, Value(field.ResolvedType!, field.Name, 0, mayBeNull: field.Name != "type", isInside: isInside)));
        }
        return new InputText.Map(fields);
    }

    // The one that is asked for by its id is mostly there.
    private InputText Id(string name)
    {
        var fitting = name switch
        {
            "id" => [.. _ids.Where(id => id.StartsWith(_prefix, StringComparison.Ordinal))],
            "accordingTo" => _sources,
            "from" or "to" or "of" => [.. graph.Nodes.Select(node => node.Id)],
            _ => (List<string>)[],
        };
        var id = fitting.Count > 0 && dice.Chance(90) ? dice.Pick(fitting) : dice.Chance(90) ? dice.Pick(_ids) : Pools.Text(dice);
        Asked.Add(id);
        // A whole number can stand for an id.
        return dice.Chance(3) ? InputText.Number(dice.Int(8, 10)) : Text(id);
    }

    private InputText Text(string text) => dice.Chance(10) ? InputText.Escaped(text) : InputText.Text(text);

    // Deep in a filter, fields that lead no further are preferred.
    private InputText.Map Filter(InputObjectGraphType type, int depth, bool isInside)
    {
        var fields = type.Fields
            .Where(field => depth > 0 || !IsFilter(field))
            .Where(field => depth > 0 || field.Name is not ("and" or "or" or "not"))
            .ToList();
        // Half of the choices are among those that lead on, of which a large model has few.
        var leading = fields.Where(IsFilter).ToList();
        var count = dice.Chance(6) ? 0 : dice.Chance(70) ? 1 : dice.Int(2, 3);
        var chosen = dice.Some(fields, count);
        // What says which relationships count is of little use without what says something of them; edges have few fields, and few
        // fields are points.
        foreach (var rare in fields.Where(field => field.Name == "edge" || IsHop(field) || IsPoint(field) || IsImprecise(field)))
        {
            if (dice.Chance(IsPoint(rare) || IsImprecise(rare) ? 25 : 12))
                chosen = [.. chosen.Append(rare).Distinct()];
        }
        if (fields.Find(field => field.Name == "search") is { } search && dice.Chance(35))
            chosen = [.. chosen.Append(search).Distinct()];
        var certainty = fields.Find(field => field.Name == "certainty");
        if (certainty is not null && chosen.Exists(field => field.Name is "asOf" or "during" or "whileValid") && dice.Chance(50))
            chosen = [.. chosen.Append(certainty).Distinct()];
        chosen.AddRange(BesideClaims([.. chosen.Select(field => field.Name)], name => fields.Exists(field => field.Name == name && IsHop(field)))
            .ConvertAll(name => fields.Find(field => field.Name == name)!));
        if (leading.Count > 0 && dice.Chance(40))
            chosen = [.. chosen.Append(dice.Pick(leading)).Distinct()];
        return new InputText.Map([.. chosen.Select(field =>
        {
            var isOperation = field.Name is "eq" or "neq";
            var mayBeNull = isOperation || IsHop(field) || (Mistake() && !Hop.Contains(field.Name));
            return (field.Name, Value(
                field.ResolvedType!, field.Name, depth - 1, mayBeNull, isInside: isInside));
        })]);
    }

    // Conditions on one field that mostly differ in their values alone, with one of another kind among them now and then.
    private InputText.List Alike(InputObjectGraphType type, int depth, bool isInside)
    {
        var fields = type.Fields.Where(field => field.Name is not ("and" or "or") && (depth > 0 || (!IsFilter(field) && field.Name != "not"))).ToList();
        var leading = fields.Where(IsFilter).ToList();
        var field = dice.Pick(leading.Count > 0 && dice.Chance(40) ? leading : fields);
        var inner = field.ResolvedType as InputObjectGraphType;
        var operation = inner is null || inner.Fields.Find("and") is not null ? null : dice.Pick([.. inner.Fields]);
        // Many filters of other nodes, where they cannot be joined, are more than Neo4j can plan in time.
        var count = leading.Contains(field) || dice.Chance(60) ? dice.Int(2, 3) : dice.Int(8, 10);
        return new InputText.List([.. Enumerable.Range(0, count).Select(_ => dice.Chance(8)
            ? Filter(type, depth, isInside)
            : new InputText.Map([(field.Name, operation is null
                ? Bare(field.ResolvedType!, field.Name, depth - 1, isInside)
                : new InputText.Map([(operation.Name, Value(operation.ResolvedType!, operation.Name, depth - 2, mayBeNull: false, isInside: isInside))]))]))]);
    }

    // Whether it is a filter of other nodes, not the operations of a value.
    private static bool IsFilter(FieldType field) => field.ResolvedType is InputObjectGraphType type
        && type.Name is not ("BoxInput" or "DistanceFilterInput" or "DateBoundsInput")
        && !type.Name.EndsWith("OperationFilterInput", StringComparison.Ordinal);

    private static bool IsPoint(FieldType field) =>
        field.ResolvedType is InputObjectGraphType { Name: "PointOperationFilterInput" or "PointSortInput" };

    private static bool IsImprecise(FieldType field) =>
        field.ResolvedType is InputObjectGraphType { Name: "ImpreciseDateOperationFilterInput" or "DateBoundsInput" };

    private static bool IsHop(FieldType field) =>
        Hop.Contains(field.Name)
        && (field.ResolvedType is not InputObjectGraphType { Name: not "DateRangeInput" });

    private InputText.Map Sort(InputObjectGraphType type, int depth, bool isInside)
    {
        var fields = type.Fields
            .Where(field => depth > 0 || field.ResolvedType is EnumerationGraphType || field.Name == "edge" || IsPoint(field))
            .ToList();
        var leading = fields.Where(field => field.ResolvedType is InputObjectGraphType).ToList();
        var field = dice.Pick(leading.Count > 0 && dice.Chance(35) ? leading : fields);
        var value = Bare(field.ResolvedType!, field.Name, depth - 1, isInside);
        // What stands for the one field of a @oneOf input may not be null.
        var mayVary = !isInside && field.ResolvedType is EnumerationGraphType;
        if (mayVary && dice.Chance(10))
            value = dice.Chance(70) ? Given(field.ResolvedType + "!", value) : Defaulted(field.ResolvedType + "!", value);
        return new InputText.Map([(field.Name, value)]);
    }
}
