namespace GraphIntel.Import.Mapping.Syntax;

/// <summary>A position in a mapping file, counted from 1.</summary>
internal readonly record struct MappingPosition(int Line, int Column)
{
    /// <summary>The same line, some characters further on.</summary>
    public MappingPosition After(int characters) => this with { Column = Column + characters };
}

/// <summary>A value of a YAML document, with the position at which it starts.</summary>
internal abstract record YamlValue(MappingPosition Position);

/// <summary>A scalar; always text, whatever it looks like.</summary>
/// <param name="Position">Where it starts.</param>
/// <param name="Text">The text.</param>
/// <param name="Indent">The characters before the text: 1 if it is quoted.</param>
/// <param name="IsOneLine">Whether it stands on one line without escapes, so that positions inside it are exact.</param>
internal sealed record YamlText(MappingPosition Position, string Text, int Indent, bool IsOneLine) : YamlValue(Position)
{
    /// <summary>The position of a character; that of the scalar if it is not known exactly.</summary>
    public MappingPosition At(int offset) => IsOneLine ? Position.After(Indent + offset) : Position;
}

/// <summary>A list.</summary>
internal sealed record YamlList(MappingPosition Position, IReadOnlyList<YamlValue> Items) : YamlValue(Position);

/// <summary>A map; its keys are unique.</summary>
internal sealed record YamlMap(MappingPosition Position, IReadOnlyList<KeyValuePair<YamlText, YamlValue>> Entries) : YamlValue(Position);
