namespace GraphIntel.Import.Mapping.Syntax;

/// <summary>A reference to a name: <c>$name</c>, <c>$name.part</c>, <c>$name?</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Part">The part of what the name stands for; null for all of it.</param>
/// <param name="IsOptional">Whether it may be empty without making the template empty.</param>
/// <param name="Position">Where it stands.</param>
internal sealed record ReferenceSyntax(string Name, string? Part, bool IsOptional, MappingPosition Position);

/// <summary>A piece of a template: a constant text, or a reference.</summary>
internal readonly record struct TemplatePiece(string Text, ReferenceSyntax? Reference);

/// <summary>A named transform with its arguments.</summary>
internal sealed record TransformSyntax(string Name, IReadOnlyList<string> Arguments, MappingPosition Position);

/// <summary>A template followed by transforms: <c>$a $b | point</c>.</summary>
internal sealed record PipelineSyntax(
    IReadOnlyList<TemplatePiece> Template, IReadOnlyList<TransformSyntax> Transforms, MappingPosition Position)
{
    /// <summary>The reference of which the template consists; null if there is anything else.</summary>
    public ReferenceSyntax? Single => Template is [{ Reference: { } reference }] ? reference : null;
}

/// <summary>One alternative of a value: taken if its condition holds and it is not empty.</summary>
/// <param name="When">The condition; null if there is none.</param>
/// <param name="Give">The value.</param>
/// <param name="IsElse">Whether it is taken only if no other alternative is.</param>
internal sealed record AlternativeSyntax(ConditionSyntax? When, PipelineSyntax Give, bool IsElse);

/// <summary>A value: its alternatives, in order.</summary>
internal sealed record ValueSyntax(IReadOnlyList<AlternativeSyntax> Alternatives, bool IsList, MappingPosition Position);

/// <summary>A condition.</summary>
internal abstract record ConditionSyntax;

/// <summary>Both conditions hold, or one of them.</summary>
internal sealed record CombinedCondition(bool IsAnd, ConditionSyntax Left, ConditionSyntax Right) : ConditionSyntax;

/// <summary>The condition does not hold.</summary>
internal sealed record NegatedCondition(ConditionSyntax Condition) : ConditionSyntax;

/// <summary>The reference is not empty.</summary>
internal sealed record FilledCondition(ReferenceSyntax Reference) : ConditionSyntax;

/// <summary>A comparison.</summary>
internal sealed record ComparisonCondition(
    ReferenceSyntax Left, ComparisonSign Sign, IReadOnlyList<OperandSyntax> Right, MappingPosition Position) : ConditionSyntax;

/// <summary>A constant or a reference.</summary>
internal sealed record OperandSyntax(string Text, ReferenceSyntax? Reference);

/// <summary>How two values are compared.</summary>
internal enum ComparisonSign
{
    /// <summary>Equal; numbers by value.</summary>
    Equal,

    /// <summary>Not equal; also true if one is empty and the other is not.</summary>
    NotEqual,

    /// <summary>Less; numbers by value, other texts by code point.</summary>
    Less,

    /// <summary>Less or equal.</summary>
    LessOrEqual,

    /// <summary>Greater.</summary>
    Greater,

    /// <summary>Greater or equal.</summary>
    GreaterOrEqual,

    /// <summary>Equal to one of several.</summary>
    In,

    /// <summary>Contains a text; of a list, one of its items is equal to it.</summary>
    Has,

    /// <summary>Starts with a text.</summary>
    Starts,

    /// <summary>Matches a pattern.</summary>
    Like,
}
