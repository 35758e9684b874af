using GraphIntel.Core.Model;
using GraphQL.Types;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Values of the schema's input types at random, and the variables that stand for some of them.</summary>
internal sealed class RandomInputs(Dice dice, IReadOnlyList<string> ids, bool isMistaken)
{
    private static readonly string[] _hop = ["asOf", "during", "certainty", "standing"];

    private readonly List<string> _definitions = [];
    private readonly List<(string Name, string Json)> _values = [];
    private string _prefix = "";

    /// <summary>Variables for cursors that are known only from an answer; none has a value at first.</summary>
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
        foreach (var argument in arguments ?? [])
        {
            var type = argument.ResolvedType!;
            if (argument.Name is "after" or "before")
            {
                if (dice.Chance(12)) chosen.Add((argument.Name, Hole()));
            }
            else if (type is NonNullGraphType || dice.Chance(Percent(argument.Name)))
            {
                if (argument.Name == "last" && chosen.Exists(other => other.Name == "first") && !Mistake()) continue;
                chosen.Add((argument.Name, Value(type, argument.Name, 3, mayBeNull: true, isRoot: true)));
            }
        }
        // Certainty narrows what a day or a period admits.
        if (arguments?.Find("certainty") is not null && chosen.Exists(one => one.Name is "asOf" or "during")
            && !chosen.Exists(one => one.Name == "certainty") && dice.Chance(50))
        {
            chosen.Add(("certainty", InputText.Enum("ATTESTED")));
        }
        if (dice.Chance(20)) chosen = dice.Some(chosen, chosen.Count);
        return chosen.Count == 0 ? "" : $"({string.Join(", ", chosen.Select(one => $"{one.Name}: {one.Value.Literal}"))})";
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
        return (dice.Chance(50) ? value : Given("Boolean!", value)).Literal;
    }

    private bool Mistake() => isMistaken && dice.Chance(15);

    private InputText.Variable Hole()
    {
        var name = "c" + _definitions.Count;
        _definitions.Add($"${name}: String");
        CursorHoles.Add(name);
        return new InputText.Variable(name);
    }

    private InputText.Variable Given(string type, InputText value)
    {
        var name = "v" + _definitions.Count;
        _definitions.Add($"${name}: {type}");
        _values.Add((name, value.Json));
        return new InputText.Variable(name);
    }

    // A value, or a variable that stands for it. Inside a variable's value there is no other.
    private InputText Value(IGraphType type, string name, int depth, bool mayBeNull, bool isRoot = false, bool isInside = false)
    {
        if (type is NonNullGraphType required)
        {
            if (isInside || !dice.Chance(12)) return Bare(required.ResolvedType!, name, depth, isInside);
            var needed = Bare(required.ResolvedType!, name, depth, isInside: true);
            return dice.Chance(70) ? Given(type.ToString()!, needed) : Defaulted(type.ToString()!, needed);
        }
        var isNull = mayBeNull && dice.Chance(isRoot ? 6 : 12);
        if (isInside || !dice.Chance(15)) return isNull ? InputText.Null : Bare(type, name, depth, isInside);
        var value = isNull ? InputText.Null : Bare(type, name, depth, isInside: true);
        return dice.Int(0, 5) switch
        {
            0 => LeftOut(type.ToString()!),
            1 => Defaulted(type.ToString()!, value),
            2 when !isNull => Given(type + "!", value),
            _ => Given(type.ToString()!, value),
        };
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
                if (dice.Chance(10)) return Bare(((NonNullGraphType)element).ResolvedType!, name, depth, isInside: true);
                return new InputText.List([.. Enumerable.Range(0, dice.Int(0, name == "ids" ? 4 : 3)).Select(_ => Element())]);
            case InputObjectGraphType { IsOneOf: true } sort:
                return Sort(sort, depth, isInside);
            case InputObjectGraphType { Name: "DateRangeInput" }:
                return Period();
            case InputObjectGraphType filter:
                return Filter(filter, depth, isInside);
            case EnumerationGraphType values:
                if (name == "certainty" && dice.Chance(60)) return InputText.Enum("ATTESTED");
                return InputText.Enum(dice.Pick([.. values.Values.Select(value => value.Name)]));
            case IdGraphType:
                return Id(name);
            case StringGraphType:
                return InputText.Text(Pools.Text(dice));
            case BooleanGraphType:
                return new InputText.Same(dice.Chance(50) ? "true" : "false");
            case FloatGraphType:
                return InputText.Number(dice.Pick(Pools.Floats));
            case IntGraphType when name is "first" or "last" or "atMost":
                return InputText.Number(Mistake() ? dice.Pick([-1, 501]) : dice.Chance(90) ? dice.Pick([1, 2, 2, 3, 4, 500]) : 0);
            case IntGraphType:
                return InputText.Number((int)Pools.Scalar(dice, ScalarKind.Int, null));
            case { Name: "Date" }:
                return Day(Pools.Day(dice));
            default:
                throw new NotSupportedException(type.ToString());
        }
    }

    // The one that is asked for by its id is mostly there.
    private InputText Id(string name)
    {
        var fitting = name == "id" ? ids.Where(id => id.StartsWith(_prefix, StringComparison.Ordinal)).ToList() : [];
        var id = fitting.Count > 0 && dice.Chance(90) ? dice.Pick(fitting) : dice.Chance(90) ? dice.Pick(ids) : Pools.Text(dice);
        Asked.Add(id);
        return InputText.Text(id);
    }

    private static InputText Day(DateOnly day) => InputText.Text(day.ToString("yyyy-MM-dd", null));

    private InputText.Map Period()
    {
        var (from, until) = (Pools.Day(dice), Pools.Day(dice));
        if (from > until != Mistake()) (from, until) = (until, from);
        List<(string, InputText)> fields = [];
        if (dice.Chance(80)) fields.Add(("from", dice.Chance(10) ? InputText.Null : Day(from)));
        if (dice.Chance(80) && (from != until || isMistaken)) fields.Add(("until", dice.Chance(10) ? InputText.Null : Day(until)));
        return new InputText.Map(fields);
    }

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
        var certainty = fields.Find(field => field.Name == "certainty");
        if (certainty is not null && chosen.Exists(field => field.Name is "asOf" or "during") && dice.Chance(50))
            chosen = [.. chosen.Append(certainty).Distinct()];
        if (leading.Count > 0 && dice.Chance(40)) chosen = [.. chosen.Append(dice.Pick(leading)).Distinct()];
        return new InputText.Map([.. chosen.Select(field =>
        {
            var isOperation = field.Name is "eq" or "neq";
            var mayBeNull = isOperation || IsHop(field) || (Mistake() && !_hop.Contains(field.Name));
            return (field.Name, Value(
                field.ResolvedType!, field.Name, depth - 1, mayBeNull, isInside: isInside));
        })]);
    }

    // Whether it is a filter of other nodes, not the operations of a value.
    private static bool IsFilter(FieldType field) => field.ResolvedType is InputObjectGraphType type
        && !type.Name.EndsWith("OperationFilterInput", StringComparison.Ordinal);

    private static bool IsHop(FieldType field) =>
        _hop.Contains(field.Name)
        && (field.ResolvedType is not InputObjectGraphType { Name: not "DateRangeInput" });

    private InputText.Map Sort(InputObjectGraphType type, int depth, bool isInside)
    {
        var fields = type.Fields
            .Where(field => depth > 0 || field.ResolvedType is EnumerationGraphType || field.Name == "edge")
            .ToList();
        var leading = fields.Where(field => field.ResolvedType is InputObjectGraphType).ToList();
        var field = dice.Pick(leading.Count > 0 && dice.Chance(35) ? leading : fields);
        var value = Bare(field.ResolvedType!, field.Name, depth - 1, isInside);
        // What stands for the one field of a @oneOf input may not be null.
        var mayVary = !isInside && field.ResolvedType is EnumerationGraphType;
        if (mayVary && dice.Chance(10)) value = Given(field.ResolvedType + "!", value);
        return new InputText.Map([(field.Name, value)]);
    }
}
