namespace GraphIntel.Neo4j.Compile;

/// <summary>What an alias of the plan is bound to in a statement.</summary>
internal abstract class AliasBinding(string variable)
{
    /// <summary>The variable of the alias.</summary>
    public string Variable { get; } = variable;

    /// <summary>An expression for a property, given by its quoted name.</summary>
    public abstract string Property(string name);
}

/// <summary>A variable whose properties are read directly.</summary>
internal sealed class VariableBinding(string variable) : AliasBinding(variable)
{
    /// <inheritdoc/>
    public override string Property(string name) => $"{Variable}.{name}";
}

/// <summary>
/// A node at the end of a relationship that has copies of some of the node's properties: these are read from the
/// relationship, whose index contains them, the others from the node.
/// </summary>
internal sealed class CopiedBinding(string variable, IReadOnlyDictionary<string, string> copies) : AliasBinding(variable)
{
    /// <inheritdoc/>
    public override string Property(string name) => copies.TryGetValue(name, out var copy) ? copy : $"{Variable}.{name}";
}
