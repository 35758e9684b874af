using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>The kinds of values of expressions.</summary>
internal enum ValueKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A date with its width.</summary>
    Date,

    /// <summary>A point.</summary>
    Point,

    /// <summary>The named parts of a pattern.</summary>
    Parts,

    /// <summary>An entry: a node or relationship of the row.</summary>
    Entry,
}

/// <summary>What an expression gives.</summary>
internal sealed record Shape(ValueKind Kind, bool IsList = false)
{
    public static readonly Shape Text = new(ValueKind.Text);

    /// <summary>The names of the parts, if it gives parts.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>The entry, if it gives one.</summary>
    public EntryPlan? Entry { get; init; }

    /// <summary>A description for messages.</summary>
    public string Describe() => (IsList ? "a list of " : "") + Kind switch
    {
        ValueKind.Text => IsList ? "texts" : "a text",
        ValueKind.Date => IsList ? "dates" : "a date",
        ValueKind.Point => IsList ? "points" : "a point",
        ValueKind.Parts => "parts, of which one must be named: " + string.Join(", ", Parts),
        ValueKind.Entry => Entry is { } entry ? entry.Type.Name : "an entry",
    };
}

/// <summary>What an expression reads of a row; from this follows whether rows can share a node.</summary>
internal sealed class Inputs
{
    public HashSet<int> Columns { get; } = [];

    public HashSet<int> Variables { get; } = [];

    public HashSet<EntryPlan> Entries { get; } = [];

    public bool HasSpan { get; set; }

    /// <summary>Whether it is a constant.</summary>
    public bool IsEmpty => Columns.Count == 0 && Variables.Count == 0 && Entries.Count == 0 && !HasSpan;

    public void Add(Inputs other)
    {
        Columns.UnionWith(other.Columns);
        Variables.UnionWith(other.Variables);
        Entries.UnionWith(other.Entries);
        HasSpan |= other.HasSpan;
    }
}

/// <summary>A compiled expression.</summary>
/// <param name="Shape">What it gives.</param>
/// <param name="Read">Reads it from a row; null is empty.</param>
/// <param name="Inputs">What it reads.</param>
internal sealed record Expression(Shape Shape, Func<Frame, object?> Read, Inputs Inputs)
{
    /// <summary>Whether its texts are the mapping's own or are made of letters, digits and -, so that an id can hold them.</summary>
    public bool IsSafeInIds { get; init; }

    /// <summary>The table whose values it gives; null if it gives others.</summary>
    public CodeTable? Table { get; init; }

    /// <summary>The expression for an error.</summary>
    public static Expression Empty { get; } = new(Shape.Text, static _ => null, new Inputs());

    /// <summary>A constant.</summary>
    public static Expression Constant(string text) => new(Shape.Text, _ => text, new Inputs()) { IsSafeInIds = true };
}

/// <summary>A compiled table of codes.</summary>
internal sealed class CodeTable(string name, bool isRead)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Whether its codes are read from rows.</summary>
    public bool IsRead { get; } = isRead;

    /// <summary>Whether an id can hold its values: they are those of the mapping, or templates whose values are escaped.</summary>
    public bool IsSafeInIds { get; init; }

    /// <summary>The value of unknown codes; null if there is none.</summary>
    public string? Else { get; set; }

    /// <summary>Whether unknown codes are left out.</summary>
    public bool Drops { get; set; }

    /// <summary>The values that the mapping gives, with <see cref="Else"/>.</summary>
    public IEnumerable<string> Values => Else is null ? _values.Values : _values.Values.Append(Else);

    /// <summary>Adds a code; false if it has another value already.</summary>
    public bool Add(string code, string value) => _values.TryAdd(code, value) || _values[code] == value;

    /// <summary>The value of a code, also if it is written as a decimal number (<c>1.0</c>).</summary>
    public bool TryFind(string code, out string value) =>
        _values.TryGetValue(code, out value!)
        || (Texts.AsInteger(code) is { } integer && !ReferenceEquals(integer, code) && _values.TryGetValue(integer, out value!));
}

/// <summary>A column in use.</summary>
/// <param name="Name">Its name in the mapping.</param>
/// <param name="Spellings">Its names in files.</param>
/// <param name="IsOptional">Whether it may be absent.</param>
/// <param name="Position">Where it is used first.</param>
internal sealed record ColumnPlan(string Name, IReadOnlyList<string> Spellings, bool IsOptional, Syntax.MappingPosition Position)
{
    /// <summary>Whether no file has it: its cell has what is gathered of other rows.</summary>
    public bool IsGathered { get; init; }
}
