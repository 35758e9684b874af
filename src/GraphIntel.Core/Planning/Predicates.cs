using GraphIntel.Core.Filters;
using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning;

/// <summary>
/// A condition in two-valued logic: a comparison with a missing value is false, and <see cref="NotPredicate"/> is the exact
/// complement, regardless of how the database treats nulls. Closed: <see cref="IPredicateVisitor{TArgument,TResult}"/> has a
/// method for each case.
/// </summary>
internal abstract record Predicate
{
    /// <summary>Always true.</summary>
    public static Predicate True { get; } = new AndPredicate([]);

    /// <summary>Always false.</summary>
    public static Predicate False { get; } = new OrPredicate([]);

    /// <summary>Whether it is the constant true.</summary>
    public bool IsTrue => this is AndPredicate { Parts.Count: 0 };

    /// <summary>Whether it is the constant false.</summary>
    public bool IsFalse => this is OrPredicate { Parts.Count: 0 };

    /// <summary>The parts of a conjunction, or the predicate itself.</summary>
    public IReadOnlyList<Predicate> Conjuncts => this is AndPredicate and ? and.Parts : [this];

    /// <summary>The conjunction of these, flattened.</summary>
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

    /// <summary>The disjunction of these.</summary>
    public static Predicate AnyOf(IReadOnlyList<Predicate> parts) => parts.Count == 1 ? parts[0] : new OrPredicate(parts);

    /// <summary>Whether it restricts an element to one given id.</summary>
    public bool RestrictsToId(Alias element) => this switch
    {
        AndPredicate and => and.Parts.Any(part => part.RestrictsToId(element)),
        ComparePredicate { Comparison: Comparison.Equal, Value: IdOperand { Of: var of } } => of == element,
        _ => false,
    };

    /// <summary>Whether it restricts an element to given ids.</summary>
    public bool RestrictsToIds(Alias element) => RestrictsToId(element) || this switch
    {
        AndPredicate and => and.Parts.Any(part => part.RestrictsToIds(element)),
        InPredicate { Value: IdOperand { Of: var of } } => of == element,
        _ => false,
    };

    /// <summary>Calls the visitor's method for this case.</summary>
    public abstract TResult Accept<TArgument, TResult>(IPredicateVisitor<TArgument, TResult> visitor, TArgument argument);
}

/// <summary>A visitor with a method for each case of <see cref="Predicate"/>.</summary>
internal interface IPredicateVisitor<in TArgument, out TResult>
{
    TResult Visit(AndPredicate and, TArgument argument);

    TResult Visit(OrPredicate or, TArgument argument);

    TResult Visit(NotPredicate not, TArgument argument);

    TResult Visit(ComparePredicate compare, TArgument argument);

    TResult Visit(CompareListPredicate compare, TArgument argument);

    TResult Visit(CompareOperandsPredicate compare, TArgument argument);

    TResult Visit(IsNullPredicate isNull, TArgument argument);

    TResult Visit(InPredicate among, TArgument argument);

    TResult Visit(WithinPredicate within, TArgument argument);

    TResult Visit(SearchPredicate search, TArgument argument);

    TResult Visit(StandingPredicate standing, TArgument argument);

    TResult Visit(ElementsPredicate elements, TArgument argument);

    TResult Visit(ExistsPredicate exists, TArgument argument);
}

/// <summary>A conjunction; without parts it is true.</summary>
internal sealed record AndPredicate(IReadOnlyList<Predicate> Parts) : Predicate
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IPredicateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>A disjunction; without parts it is false.</summary>
internal sealed record OrPredicate(IReadOnlyList<Predicate> Parts) : Predicate
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IPredicateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The complement.</summary>
internal sealed record NotPredicate(Predicate Part) : Predicate
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IPredicateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>Compares a value with a parameter that is not null; false if the value is missing.</summary>
internal sealed record ComparePredicate(Operand Value, Comparison Comparison, Parameter Parameter) : Predicate
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IPredicateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>Compares a value with each element of a non-empty list parameter; false if the value is missing.</summary>
/// <param name="Value">The value.</param>
/// <param name="Comparison">The comparison.</param>
/// <param name="List">The list parameter.</param>
/// <param name="WithAll">Whether all comparisons must hold, or any.</param>
internal sealed record CompareListPredicate(Operand Value, Comparison Comparison, Parameter List, bool WithAll) : Predicate
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IPredicateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>Compares two values of the graph; false if either is missing.</summary>
internal sealed record CompareOperandsPredicate(Operand Left, Comparison Comparison, Operand Right) : Predicate
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IPredicateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The value is missing.</summary>
internal sealed record IsNullPredicate(Operand Value) : Predicate
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IPredicateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The value is in a list parameter; false if it is missing.</summary>
internal sealed record InPredicate(Operand Value, Parameter List) : Predicate
{
    /// <summary>Whether the list has the ids of the nodes that a search found.</summary>
    public bool IsFound { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IPredicateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>
/// A point lies between two latitudes and between two longitudes, which are numbers, edges included; if <c>West</c> is greater
/// than <c>East</c>, from <c>West</c> to 180 or from -180 to <c>East</c>. False without a location.
/// </summary>
/// <param name="Of">The holder of the property.</param>
/// <param name="Point">The property.</param>
/// <param name="South">The least latitude, degrees.</param>
/// <param name="West">The longitude of the western edge, degrees.</param>
/// <param name="North">The greatest latitude, degrees.</param>
/// <param name="East">The longitude of the eastern edge, degrees.</param>
internal sealed record WithinPredicate(Alias Of, Property Point, Parameter South, Parameter West, Parameter North, Parameter East) : Predicate
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IPredicateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>A text has words that a search asks for, which the index of the text decides.</summary>
/// <param name="Of">The node.</param>
/// <param name="Text">The property, which is searched as text and is not a list.</param>
/// <param name="Expression">The keys that the text has to have, as an expression; see <see cref="Search.SearchExpression.OfTexts"/>.</param>
/// <param name="Keys">The same as a list; see <see cref="Search.SearchExpression.KeysOfTexts"/>.</param>
internal sealed record SearchPredicate(NodeAlias Of, Property Text, Parameter Expression, Parameter Keys) : Predicate
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IPredicateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>
/// The relationship's standing is one of these values of the model's enum. They are part of the plan, not parameters, because a
/// walk tests them for every relationship.
/// </summary>
internal sealed record StandingPredicate(RelationshipAlias Of, Property Standing, IReadOnlyList<string> Values) : Predicate
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IPredicateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>An element of a list property satisfies a condition; a missing list has no elements.</summary>
/// <param name="Of">The holder of the property.</param>
/// <param name="Property">The list property.</param>
/// <param name="Element">The current element.</param>
/// <param name="Where">The condition on it.</param>
internal sealed record ElementsPredicate(Alias Of, Property Property, ElementOperand Element, Predicate Where) : Predicate
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IPredicateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The source has a row.</summary>
internal sealed record ExistsPredicate(Source Source) : Predicate
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IPredicateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}
