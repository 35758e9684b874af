namespace GraphIntel.Core.Model;

/// <summary>An object type of the model file, and the results of the stages so far.</summary>
internal sealed class TypeSyntax
{
    public required string Name { get; init; }

    public required int Position { get; init; }

    public required string? Description { get; init; }

    /// <summary>Its directives by name.</summary>
    public required IReadOnlyDictionary<string, DirectiveUse> Uses { get; init; }

    /// <summary>Fields with distinct names, in the order of the file.</summary>
    public List<FieldSyntax> Fields { get; } = [];

    /// <summary>The properties of its fields, by name; a field with an error has none.</summary>
    public Dictionary<string, Property> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>Its node type; null if it is not one.</summary>
    public NodeType? Node { get; set; }

    public DirectiveUse? NodeUse => Uses.GetValueOrDefault("node");

    public DirectiveUse? EdgeUse => Uses.GetValueOrDefault("edge");

    public DirectiveUse? ClaimUse => Uses.GetValueOrDefault("claim");

    /// <summary>Whether it is read as a node type, also if it has both @node and @edge, which is an error.</summary>
    public bool IsNode => NodeUse is not null;

    /// <summary>Whether it is read as an @edge type.</summary>
    public bool IsEdge => !IsNode && EdgeUse is not null;

    /// <summary>The field of that name; null if there is none.</summary>
    public FieldSyntax? FindField(string name) => Fields.Find(field => field.Name == name);
}

/// <summary>A field of the model file, and the results of the stages so far.</summary>
internal sealed class FieldSyntax
{
    public required TypeSyntax Owner { get; init; }

    public required string Name { get; init; }

    public required int Position { get; init; }

    public required string? Description { get; init; }

    public required TypeReference Type { get; init; }

    /// <summary>Its directives by name.</summary>
    public required IReadOnlyDictionary<string, DirectiveUse> Uses { get; init; }

    /// <summary>Whether one of its directives is not valid, so that a missing one is not reported.</summary>
    public required bool HasInvalidDirective { get; init; }

    /// <summary>The model's field; null if there was an error.</summary>
    public ModelField? Built { get; set; }

    /// <summary>The hidden property of a @refersTo field.</summary>
    public Property? Hidden { get; set; }

    public DirectiveUse? Relationship => Uses.GetValueOrDefault("relationship");

    /// <summary>Type and field, for messages.</summary>
    public string FullName => $"{Owner.Name}.{Name}";
}

/// <summary>A field's type in the model file.</summary>
/// <param name="Name">The innermost type's name.</param>
/// <param name="Position">The start of the reference.</param>
/// <param name="IsList">Whether it is a list.</param>
/// <param name="IsRequired">Whether the outer type is non-null.</param>
internal sealed record TypeReference(string Name, int Position, bool IsList, bool IsRequired)
{
    /// <inheritdoc/>
    public override string ToString() => (IsList ? $"[{Name}!]" : Name) + (IsRequired ? "!" : "");
}

/// <summary>An enum of the model file and the position of its name.</summary>
internal sealed record EnumSyntax(EnumType Type, int Position);
