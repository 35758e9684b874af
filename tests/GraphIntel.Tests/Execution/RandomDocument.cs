using System.Text;
using GraphIntel.Conformance.Tests.Random;
using GraphQL.Types;

namespace GraphIntel.Tests.Execution;

/// <summary>
/// Random documents that are deep or wide in some respects: fragments, inline fragments, aliases, directives, values,
/// variables, strings, comments, operations. Many are valid, most have as many tokens as are allowed.
/// </summary>
internal sealed class RandomDocument
{
    private readonly Dice _dice;
    private readonly ISchema _schema;
    private readonly StringBuilder _text = new();
    private readonly List<(string Name, IGraphType Type)> _fragments = [];
    private readonly List<string> _variables = [];
    private readonly bool _isCompact;
    private readonly int _width;
    private readonly int _deepest;
    private readonly int _inlinePercent;
    private readonly int _spreadPercent;
    private readonly int _aliasPercent;
    private readonly int _argumentPercent;
    private readonly int _errorPercent;
    private readonly int _valueWidth;
    private readonly int _valueDepth;
    private readonly int _stringLength;
    private readonly int _directives;
    private readonly bool _hasCycles;
    private int _tokens;
    private int _next;

    private RandomDocument(Dice dice, ISchema schema)
    {
        _dice = dice;
        _schema = schema;
        _tokens = Often(9_500, 200, 3_000, 12_000);
        _isCompact = dice.Chance(20);
        _width = Often(3, 1, 2, 12, 400);
        _deepest = Often(8, 2, 40, 160, 400);
        _inlinePercent = Often(10, 0, 40, 95);
        _spreadPercent = Often(10, 0, 40, 90);
        _aliasPercent = Often(10, 0, 80);
        _argumentPercent = Often(20, 0, 90);
        _errorPercent = Often(0, 0, 1, 30);
        _valueWidth = Often(2, 1, 20, 2_000);
        _valueDepth = Often(4, 1, 30, 70);
        _stringLength = Often(5, 0, 50, 5_000);
        _directives = Often(0, 0, 1, 2, 3);
        _hasCycles = dice.Chance(5);
    }

    /// <summary>The document for a seed and a number, deterministic.</summary>
    public static string Make(ISchema schema, ulong seed, int number) => new RandomDocument(Dice.Of(seed, number), schema).Make();

    private string Make()
    {
        var types = _schema.AllTypes.OfType<IObjectGraphType>().Where(type => type.ResolvedInterfaces.Any(its => its.Name == "Node")).ToList();
        var count = Often(3, 0, 30, 490, 600);
        for (var index = 0; index < count; index++)
            _fragments.Add(($"F{index}", _dice.Chance(50) ? _schema.Query : _dice.Pick(types)));
        var operations = Often(1, 1, 3, 45, 60);
        // The minimum of each.
        _tokens -= (count * 12) + (operations * 8);
        for (var index = 0; index < operations; index++)
            AddOperation(index, operations);
        for (var index = 0; index < count; index++)
        {
            Add("fragment", _fragments[index].Name, "on", _fragments[index].Type.Name);
            AddSelection(_fragments[index].Type, 0, index);
        }
        return _text.ToString();
    }

    private void AddOperation(int number, int operations)
    {
        _variables.Clear();
        if (operations > 1 || _dice.Chance(50))
        {
            Add("query", $"Q{number}");
            var count = Often(0, 2, 20, Math.Max(1, 240 / operations), 300);
            if (_tokens < count * 8)
                count = 0;
            if (count > 0)
                Add("(");
            for (var index = 0; index < count; index++)
            {
                _variables.Add($"v{index}");
                Add("$", $"v{index}", ":");
                var lists = _dice.Chance(_errorPercent) ? 60 : 0;
                Add(Enumerable.Repeat("[", lists));
                Add("ID", "!");
                Add(Enumerable.Repeat("]", lists));
            }
            if (count > 0)
                Add(")");
            if (_dice.Chance(_errorPercent))
                AddDirectives();
        }
        AddSelection(_schema.Query, 0, -1, () => AddUses(number));
    }

    /// <summary>Uses each variable, and in the first operation each fragment.</summary>
    private void AddUses(int operation)
    {
        if (_variables.Count > 0)
        {
            Add("uses", ":", "nodes", "(", "ids", ":", "[");
            foreach (var variable in _variables)
                Add("$", variable);
            Add("]", ")", "{", "id", "}");
        }
        if (operation > 0 || _fragments.Count == 0)
            return;
        foreach (var (name, _) in _fragments.Where(fragment => fragment.Type == _schema.Query))
            Add("...", name);
        Add("any", ":", "node", "(", "id", ":", "1", ")", "{", "id");
        foreach (var (name, _) in _fragments.Where(fragment => fragment.Type != _schema.Query))
            Add("...", name);
        Add("}");
    }

    private void AddSelection(IGraphType? type, int depth, int fragment, Action? last = null)
    {
        Add("{");
        var width = depth == 0 ? Math.Max(_width, Often(1, 5, 600)) : _dice.Int(1, _width);
        for (var index = 0; index < width && _tokens > 0 && depth < _deepest; index++)
        {
            var percent = _dice.Int(0, 99);
            if (percent < _inlinePercent)
                AddInline(type, depth, fragment);
            else if (percent < _inlinePercent + _spreadPercent && PickFragment(type, fragment) is { } spread)
                AddSpread(spread);
            else if (type is IComplexGraphType { Fields.Count: > 0 } parent)
                AddField(parent, depth, fragment);
        }
        last?.Invoke();
        // A selection must not be empty.
        Add("__typename", "}");
    }

    private void AddInline(IGraphType? type, int depth, int fragment)
    {
        Add("...");
        if (type is not null && _dice.Chance(30))
            Add("on", Name(type.Name));
        AddDirectives();
        AddSelection(type, depth + 1, fragment);
    }

    private void AddSpread(string name)
    {
        Add("...", Name(name));
        AddDirectives();
    }

    private string? PickFragment(IGraphType? type, int after)
    {
        var first = _hasCycles ? 0 : after + 1;
        if (first >= _fragments.Count)
            return null;
        // The next one makes long chains; any other makes wide ones.
        var index = _dice.Chance(50) ? first : _dice.Int(first, _fragments.Count - 1);
        for (; index < _fragments.Count; index++)
        {
            if (_fragments[index].Type == type || _dice.Chance(_errorPercent))
                return _fragments[index].Name;
        }
        return null;
    }

    private void AddField(IComplexGraphType parent, int depth, int fragment)
    {
        var field = _dice.Pick(parent.Fields.ToList());
        var arguments = ((IEnumerable<QueryArgument>?)field.Arguments ?? [])
            .Where(argument => argument.ResolvedType is NonNullGraphType || _dice.Chance(_argumentPercent)).ToList();
        // Fields with the same key and different arguments conflict.
        if (arguments.Count > 0 && !_dice.Chance(_errorPercent))
            Add($"b{_next++}", ":");
        else if (_dice.Chance(_aliasPercent))
            Add(field.Name == "id" ? "same" : $"a{_next++}", ":");
        Add(Name(field.Name));
        if (arguments.Count > 0)
        {
            Add("(");
            foreach (var argument in arguments)
            {
                Add(argument.Name, ":");
                AddValue(argument.ResolvedType!, 0);
            }
            Add(")");
        }
        AddDirectives();
        var named = Named(field.ResolvedType!);
        if (named is IComplexGraphType)
            AddSelection(named, depth + 1, fragment);
    }

    private void AddValue(IGraphType type, int depth)
    {
        if (_variables.Count > 0 && (_dice.Chance(_errorPercent) || (Named(type) is IdGraphType && type is not ListGraphType && _dice.Chance(20))))
        {
            Add("$", _dice.Pick(_variables));
            return;
        }
        switch (type)
        {
            case NonNullGraphType required:
                AddValue(required.ResolvedType!, depth);
                break;
            case ListGraphType list:
                Add("[");
                for (var count = _dice.Int(0, _valueWidth); count > 0 && _tokens > 0 && depth < _valueDepth; count--)
                    AddValue(list.ResolvedType!, depth + 1);
                Add("]");
                break;
            case IInputObjectGraphType input:
                Add("{");
                foreach (var field in _dice.Some(input.Fields.ToList(), depth < _valueDepth && _tokens > 0 ? input.IsOneOf ? 1 : _dice.Int(1, 2) : input.IsOneOf ? 1 : 0))
                {
                    Add(Name(field.Name), ":");
                    AddValue(field.ResolvedType!, depth + 1);
                }
                Add("}");
                break;
            case EnumerationGraphType options:
                Add(options.Values.First().Name);
                break;
            case BooleanGraphType:
                Add(_dice.Pick(["true", "false"]));
                break;
            case IntGraphType or FloatGraphType:
                Add(_dice.Chance(_errorPercent) ? _dice.Pick(["1.0", "1e3", new string('9', 1 + _stringLength)]) : "1");
                break;
            case StringGraphType or IdGraphType:
                Add(String());
                break;
            default:
                Add(_dice.Chance(_errorPercent) ? String() : "\"2017-06-04\"");
                break;
        }
    }

    private string String()
    {
        var part = _dice.Pick(["x", "2017-06-04", "\\n", "\\u0041", "\\u{1F600}", "\\uD83D\\uDE00", "é", "\\\\"]);
        var text = string.Concat(Enumerable.Repeat(part, _dice.Int(0, _stringLength)));
        return _dice.Int(0, 9) switch
        {
            0 => $"\"\"\"{text}\n  {text}\n\\\"\"\" \"\"\"",
            1 when _dice.Chance(_errorPercent) => $"\"{text}\\uD83D\"",
            _ => $"\"{text}\"",
        };
    }

    private void AddDirectives()
    {
        var count = _dice.Int(0, _directives);
        for (var index = 0; index < count; index++)
            Add("@", index == 1 ? "include" : "skip", "(", "if", ":", "false", ")");
    }

    private string Name(string name) => !_dice.Chance(_errorPercent) ? name : _dice.Pick([name + "s", name[..1], "x", new string('y', 1 + _stringLength)]);

    private void Add(params IEnumerable<string> tokens)
    {
        foreach (var token in tokens)
        {
            // The average bytes of a token.
            _tokens -= 1 + (token.Length / 25);
            _text.Append(token);
            if (!_isCompact || char.IsLetterOrDigit(token[^1]) || token[^1] == '"')
                _text.Append(' ');
            if (_dice.Chance(2))
                _text.Append("# \\ \" { \\uD83D\n");
        }
    }

    private int Often(int usual, params int[] others) => _dice.Chance(50) ? usual : _dice.Pick(others);

    private static IGraphType Named(IGraphType type) => type switch
    {
        NonNullGraphType required => Named(required.ResolvedType!),
        ListGraphType list => Named(list.ResolvedType!),
        _ => type,
    };
}
