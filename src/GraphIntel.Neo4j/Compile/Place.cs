namespace GraphIntel.Neo4j.Compile;

/// <summary>Where a statement finds what an alias of the plan holds.</summary>
internal abstract class Place(string variable)
{
    /// <summary>The variable that holds it.</summary>
    public string Variable { get; } = variable;

    /// <summary>An expression for a property, given by its quoted name.</summary>
    public abstract string Property(string name);
}

/// <summary>A variable whose properties are read from itself.</summary>
internal sealed class VariablePlace(string variable) : Place(variable)
{
    /// <inheritdoc/>
    public override string Property(string name) => $"{Variable}.{name}";
}

/// <summary>
/// A node at the end of a relationship that keeps copies: what is copied is read from the relationship, as an index has it,
/// and the rest from the node.
/// </summary>
internal sealed class CopiedPlace(string variable, IReadOnlyDictionary<string, string> copies) : Place(variable)
{
    /// <inheritdoc/>
    public override string Property(string name) => copies.TryGetValue(name, out var copy) ? copy : $"{Variable}.{name}";
}
