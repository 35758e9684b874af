namespace GraphIntel.Core.Model;

/// <summary>An object type of the model file, as written, and what the reader has made of it so far.</summary>
internal sealed class TypeSyntax
{
    public required string Name { get; init; }

    public required int Position { get; init; }

    public required string? Description { get; init; }

    /// <summary>Its directives by name.</summary>
    public required IReadOnlyDictionary<string, DirectiveUse> Uses { get; init; }

    /// <summary>Fields of different names, in the order of the file.</summary>
    public List<FieldSyntax> Fields { get; } = [];

    /// <summary>The properties made of its fields, by name; a field with a mistake has none.</summary>
    public Dictionary<string, Property> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>The node type made of it; null where it is none.</summary>
    public NodeType? Node { get; set; }

    public DirectiveUse? NodeUse => Uses.GetValueOrDefault("node");

    public DirectiveUse? EdgeUse => Uses.GetValueOrDefault("edge");

    public DirectiveUse? ClaimUse => Uses.GetValueOrDefault("claim");

    /// <summary>Whether it is read as a node type. With both @node and @edge, which is a mistake, it is.</summary>
    public bool IsNode => NodeUse is not null;

    /// <summary>Whether it is read as an @edge type.</summary>
    public bool IsEdge => !IsNode && EdgeUse is not null;

    /// <summary>The field of that name; null where there is none.</summary>
    public FieldSyntax? FindField(string name) => Fields.Find(field => field.Name == name);
}

/// <summary>A field of the model file, as written, and what the reader has made of it.</summary>
internal sealed class FieldSyntax
{
    public required TypeSyntax Owner { get; init; }

    public required string Name { get; init; }

    public required int Position { get; init; }

    public required string? Description { get; init; }

    public required TypeReference Type { get; init; }

    /// <summary>Its directives by name.</summary>
    public required IReadOnlyDictionary<string, DirectiveUse> Uses { get; init; }

    /// <summary>Whether a directive of it could not be read, so that a missing one is no news.</summary>
    public required bool HasWrongDirective { get; init; }

    /// <summary>The model's field; null where there was a mistake.</summary>
    public ModelField? Built { get; set; }

    /// <summary>The hidden property behind a @refersTo field.</summary>
    public Property? Hidden { get; set; }

    public DirectiveUse? Relationship => Uses.GetValueOrDefault("relationship");

    /// <summary>Type and field, as messages name it.</summary>
    public string FullName => $"{Owner.Name}.{Name}";
}

/// <summary>A field's type as written.</summary>
/// <param name="Name">The innermost type's name.</param>
/// <param name="Position">Where the reference begins.</param>
/// <param name="IsList">A list of them.</param>
/// <param name="IsRequired">Whether the whole may not be null.</param>
internal sealed record TypeReference(string Name, int Position, bool IsList, bool IsRequired)
{
    /// <inheritdoc/>
    public override string ToString() => (IsList ? $"[{Name}!]" : Name) + (IsRequired ? "!" : "");
}

/// <summary>An enum of the model file and where its name stands.</summary>
internal sealed record EnumSyntax(EnumType Type, int Position);
