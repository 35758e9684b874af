namespace GraphIntel.Import.Mapping.Rows;

/// <summary>
/// The row that is read, as the compiled expressions see it. Everything has a number that was assigned when the mapping was
/// compiled: nothing is looked up by name. Values are <see cref="string"/>, <see cref="DateValue"/>,
/// <see cref="Core.Values.GeoPoint"/>, <c>string?[]</c> for the parts of a pattern, <see cref="Instance"/>, or an
/// <c>object[]</c> of these for a list; null is empty.
/// </summary>
internal sealed class Frame
{
    private readonly Func<Frame, object?>[] _compute;
    private readonly object?[] _values;
    private readonly long[] _computedFor;
    /// <summary>The instances of the row, and after them those of earlier rows, which are used again.</summary>
    private readonly List<Instance> _instances = [];
    private int _usedInstances;
    private long _row;

    public Frame(int columns, Func<Frame, object?>[] values, int variables, int entries, Findings findings)
    {
        _compute = values;
        _values = new object?[values.Length];
        _computedFor = new long[values.Length];
        Cells = new string?[columns];
        Variables = new object?[variables];
        Instances = new List<Instance?>[entries];
        for (var index = 0; index < entries; index++)
            Instances[index] = [];
        Positions = new int[entries];
        Findings = findings;
    }

    /// <summary>The cells of the columns in use; null is empty.</summary>
    public string?[] Cells { get; }

    /// <summary>The variables of loops.</summary>
    public object?[] Variables { get; }

    /// <summary>What each entry has made of the row. Entries in step with another have a place for each of its instances.</summary>
    public List<Instance?>[] Instances { get; }

    /// <summary>For each entry with a loop: the position of the instance that is read.</summary>
    public int[] Positions { get; }

    /// <summary>The interval that is written; null before intervals are known.</summary>
    public ISpan? Span { get; set; }

    /// <summary>What was noticed.</summary>
    public Findings Findings { get; }

    /// <summary>Begins a row: values are computed anew.</summary>
    public void BeginRow()
    {
        _row++;
        _usedInstances = 0;
        foreach (var instances in Instances)
            instances.Clear();
    }

    /// <summary>A new instance, which is valid until the next row.</summary>
    /// <param name="variables">The variables of the entry's loops.</param>
    public Instance AddInstance(object?[] variables)
    {
        if (_usedInstances == _instances.Count)
            _instances.Add(new Instance());
        var instance = _instances[_usedInstances++];
        instance.Begin(variables);
        return instance;
    }

    /// <summary>The value with a number, computed once a row.</summary>
    public object? Value(int index)
    {
        if (_computedFor[index] != _row)
        {
            _values[index] = _compute[index](this);
            _computedFor[index] = _row;
        }

        return _values[index];
    }
}

/// <summary>The days of an interval.</summary>
internal interface ISpan
{
    /// <summary>Its first day.</summary>
    DateOnly First { get; }

    /// <summary>Its last day.</summary>
    DateOnly Last { get; }

    /// <summary>The day after the last; null while the interval reaches the newest day of the file.</summary>
    DateOnly? Ended { get; }
}

/// <summary>A node or relationship that a row makes or refers to. It is used again for the next row.</summary>
internal sealed class Instance
{
    /// <summary>Stands for the id of an instance that is left out.</summary>
    public const string LeftOut = "";

    /// <summary>The variables of an entry without loops.</summary>
    public static readonly object?[] NoVariables = [];

    private object?[] _copies = NoVariables;

    /// <summary>The variables of the entry's loops.</summary>
    public object?[] Variables { get; private set; } = NoVariables;

    /// <summary>Which node it is; null for a relationship until it is written.</summary>
    public Identity? Identity { get; set; }

    /// <summary>The interval of which the row is a part; null if it is none.</summary>
    public ISpan? Span { get; set; }

    /// <summary>What the entry read of the row, if that is kept to recognize it in other rows; null otherwise.</summary>
    public string? CacheKey { get; set; }

    /// <summary>Whether an earlier row made it from the same values.</summary>
    public bool IsKnown { get; set; }

    /// <summary>Begins another one.</summary>
    public void Begin(object?[] variables)
    {
        Variables = variables;
        (Identity, Span, CacheKey, IsKnown) = (null, null, null, false);
    }

    /// <summary>Takes the variables of loops from the row.</summary>
    public void CopyVariables(List<Compiling.Variable> variables, Frame frame)
    {
        if (_copies.Length != variables.Count)
            _copies = new object?[variables.Count];
        for (var index = 0; index < _copies.Length; index++)
            _copies[index] = frame.Variables[variables[index].Slot];
        Variables = _copies;
    }
}

/// <summary>A node, or a relationship, that can come from several rows.</summary>
internal sealed class Identity(string id)
{
    /// <summary>The id: its own, or that of the node of the store that it is.</summary>
    public string Id { get; set; } = id;

    /// <summary>Whether it is neither made nor found, so that what leads to it is left out.</summary>
    public bool IsMissing { get; set; }

    /// <summary>Whether it is a node of the store with another id, whose values an import does not change.</summary>
    public bool IsMatched { get; set; }

    /// <summary>The number of the entry that makes it; -1 while none does.</summary>
    public int Maker { get; set; } = -1;

    /// <summary>Whether an entry that must find it refers to it.</summary>
    public bool IsNeeded { get; set; }

    /// <summary>Where it occurs first: the index of the file, and the line.</summary>
    public (int File, int Line) First { get; init; }

    /// <summary>The number of the table with whose rows it was written in this import; null if it was not.</summary>
    public short? WrittenWith { get; set; }

    /// <summary>The number of the table with whose rows the relationships were written that are set as its fields; null if they were not.</summary>
    public short? LinkedWith { get; set; }

    /// <summary>The values so far, if they are kept; null otherwise.</summary>
    public object?[]? Values { get; set; }

    /// <summary>The hash of the values of the first row.</summary>
    public int Hash { get; set; }
}
