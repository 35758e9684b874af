using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning;

/// <summary>
/// A condition. Two-valued: a comparison with a missing value is false, and <see cref="NotPredicate"/> is the exact
/// complement, whatever the database's own logic says of nulls.
/// </summary>
internal abstract record Predicate
{
    /// <summary>Holds always.</summary>
    public static Predicate True { get; } = new AndPredicate([]);

    /// <summary>Holds never.</summary>
    public static Predicate False { get; } = new OrPredicate([]);

    /// <summary>All of these; flattened, so that a plan says each thing once.</summary>
    public static Predicate All(IEnumerable<Predicate> parts)
    {
        var flat = new List<Predicate>();
        foreach (var part in parts)
        {
            if (part is AndPredicate and)
                flat.AddRange(and.Parts);
            else
                flat.Add(part);
        }
        return flat.Count == 1 ? flat[0] : new AndPredicate(flat);
    }

    /// <summary>Any of these.</summary>
    public static Predicate AnyOf(IReadOnlyList<Predicate> parts) => parts.Count == 1 ? parts[0] : new OrPredicate(parts);

    /// <summary>Whether it holds for one node at the most, whose id it gives.</summary>
    public bool NamesOne(NodeAlias node) => this switch
    {
        AndPredicate and => and.Parts.Any(part => part.NamesOne(node)),
        ComparePredicate { Comparison: Comparison.Equal, Value: IdOperand { Of: var of } } => of == node,
        _ => false,
    };

    /// <summary>Whether it holds for no other nodes than those whose ids it gives.</summary>
    public bool NamesAll(NodeAlias node) => NamesOne(node) || this switch
    {
        AndPredicate and => and.Parts.Any(part => part.NamesAll(node)),
        InPredicate { Value: IdOperand { Of: var of } } => of == node,
        _ => false,
    };
}

/// <summary>Every part holds; of no parts: always.</summary>
internal sealed record AndPredicate(IReadOnlyList<Predicate> Parts) : Predicate;

/// <summary>Some part holds; of no parts: never.</summary>
internal sealed record OrPredicate(IReadOnlyList<Predicate> Parts) : Predicate;

/// <summary>The complement.</summary>
internal sealed record NotPredicate(Predicate Part) : Predicate;

/// <summary>How a value is compared with a parameter that is not null.</summary>
internal enum Comparison
{
    Equal,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    Contains,
    StartsWith,
    EndsWith,
}

/// <summary>A value compared with a parameter; false where the value is missing.</summary>
internal sealed record ComparePredicate(Operand Value, Comparison Comparison, Parameter Parameter) : Predicate;

/// <summary>The value is missing.</summary>
internal sealed record IsNullPredicate(Operand Value) : Predicate;

/// <summary>The value is one of a parameter's list; false where it is missing.</summary>
internal sealed record InPredicate(Operand Value, Parameter List) : Predicate;

/// <summary>
/// What a relationship's claims come to is one of these: names of the model's enum, part of the plan and not parameters,
/// since a walk asks it of every relationship.
/// </summary>
internal sealed record StandingPredicate(RelationshipAlias Of, Property Standing, IReadOnlyList<string> Values) : Predicate;

/// <summary>The value at hand of a list property, inside an <see cref="ElementsPredicate"/>.</summary>
internal sealed record ElementOperand(int Number) : Operand;

/// <summary>Some element of a list property meets a condition; a missing list has no elements.</summary>
/// <param name="Of">The holder of the property.</param>
/// <param name="Property">The list property.</param>
/// <param name="Element">The element at hand.</param>
/// <param name="Where">The condition on it.</param>
internal sealed record ElementsPredicate(Alias Of, Property Property, ElementOperand Element, Predicate Where) : Predicate;

/// <summary>Some row of a source exists, its own conditions included.</summary>
internal sealed record ExistsPredicate(Source Source) : Predicate;
