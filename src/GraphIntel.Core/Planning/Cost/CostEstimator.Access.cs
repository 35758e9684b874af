using GraphIntel.Core.Filters;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;

namespace GraphIntel.Core.Planning.Cost;

/// <content>Index access: which rows an index finds, and whether they come in the order of a page.</content>
internal sealed partial class CostEstimator
{
    /// <summary>The number of conditions for which an index is considered; there may be thousands.</summary>
    private const int MaxConditions = 32;

    /// <summary>The share of texts that have the words of a search.</summary>
    private const double ShareWithWords = 0.1;

    /// <summary>The rows that a scan reads if nothing ends it early.</summary>
    public double Scanned(ScanSource scan) => Access(scan);

    /// <summary>
    /// What the best index for the conditions of a scan finds; everything of the type if there is none.
    /// </summary>
    private double Access(ScanSource scan)
    {
        var all = All(scan.Item.Type);
        var min = all;
        var conditions = scan.Where.Conjuncts;
        for (var index = 0; index < Math.Min(conditions.Count, MaxConditions); index++)
            min = Math.Min(min, Access(conditions[index], scan, all));
        return min;
    }

    private double Access(Predicate condition, ScanSource scan, double all) => condition switch
    {
        _ when GivenIds(condition, scan.Item) is { } ids => scan.Item.HasIdIndex ? ids : all,
        ComparePredicate { Comparison: Comparison.Equal, Value: var value } when IndexOf(value, scan.Item) is { } property => PerValue(property, all),
        InPredicate { Value: var value, List: var list } when IndexOf(value, scan.Item) is { } property => Length(list) * PerValue(property, all),
        ComparePredicate { Value: var value } when IndexOf(value, scan.Item) is { } property => all * Share(property, scan.Where),
        SearchPredicate { Of: var of } when of == scan.Item => all * ShareWithWords,
        ExistsPredicate { Source: EndSource end } => FromEnd(end, all),
        _ => all,
    };

    /// <summary>The number of ids to which a condition restricts an element; null if it is no such condition.</summary>
    private double? GivenIds(Predicate condition, Alias element) => condition switch
    {
        ComparePredicate { Comparison: Comparison.Equal, Value: IdOperand { Of: var of } } when of == element => 1,
        InPredicate { Value: IdOperand { Of: var of }, List: var ids } when of == element => Length(ids),
        _ => null,
    };

    /// <summary>The relationships of the nodes with given ids at one end; all if the condition on the end is another.</summary>
    private double FromEnd(EndSource end, double all)
    {
        var conditions = end.Where.Conjuncts;
        for (var index = 0; index < Math.Min(conditions.Count, MaxConditions); index++)
        {
            if (GivenIds(conditions[index], end.Node) is { } ids)
                return Expand(end.Origin.Relationship, end.IsSource ? Direction.Out : Direction.In, new Frontier(ids, true));
        }
        return all;
    }

    private double PerValue(Property property, double all) =>
        statistics.Properties.TryGetValue(property, out var known) ? Math.Max(1, known.PerValue) : all;

    /// <summary>The share of a property's values between the bounds, assuming a uniform distribution.</summary>
    private double Share(Property property, Predicate where)
    {
        if (!statistics.Properties.TryGetValue(property, out var known) || known is not { Min: { } min, Max: { } max })
            return 1;
        var (low, high) = (min, max);
        var conditions = where.Conjuncts;
        for (var index = 0; index < Math.Min(conditions.Count, MaxConditions); index++)
        {
            if (conditions[index] is not ComparePredicate { Value: PropertyOperand { Property: var compared } } condition || compared != property)
                continue;
            if (Number(bound.Values[condition.Parameter.Index]) is not { } value)
                continue;
            if (condition.Comparison is Comparison.Greater or Comparison.GreaterOrEqual)
                low = Math.Max(low, value);
            else if (condition.Comparison is Comparison.Less or Comparison.LessOrEqual)
                high = Math.Min(high, value);
        }
        // The bounds are inclusive, and days and integers have width 1.
        return Math.Clamp((high - low + 1) / (max - min + 1), 0, 1);
    }

    private static double? Number(object? value) => value switch
    {
        int number => number,
        double number => number,
        DateOnly day => day.DayNumber,
        _ => null,
    };

    /// <summary>
    /// Whether a page reads only its own rows because an index provides its order and it has no other conditions.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="page">The page.</param>
    /// <param name="tied">Additional rows per parent that tie with the page's rows in the index.</param>
    private bool StopsEarly(Source source, Page page, out double tied)
    {
        tied = 0;
        var property = page.FirstPropertyOf(source.Item);
        var isIndexed = source is ScanSource scan
            ? scan.IsInOrder(page)
            : source is HopSource { Ordered: { } indexed } && indexed == property;
        if (!isIndexed || !IsUnfiltered(source, property))
            return false;
        for (var index = 1; index < page.Keys.Length; index++)
        {
            if (property is not null && (page.Keys[index].Value is not IdOperand || !source.Item.HasIdIndex))
                tied = PerValue(property, All(source.Item.Type));
        }
        return true;
    }

    /// <summary>
    /// Whether almost every row of the index qualifies: the only conditions are bounds of the ordered property and the default
    /// standing, which few relationships fail.
    /// </summary>
    private static bool IsUnfiltered(Source source, Property? ordered)
    {
        if (source is ScanSource { Start: not null })
            return false;
        var conditions = source.Where.Conjuncts;
        for (var index = 0; index < conditions.Count; index++)
        {
            var isFree = conditions[index] switch
            {
                StandingPredicate standing => ReferenceEquals(standing.Values, ArgumentNames.DefaultStanding),
                ComparePredicate { Value: PropertyOperand { Of: var of, Property: var property } } compare =>
                    !compare.Comparison.SearchesText() && of == source.Item && property == ordered,
                _ => false,
            };
            if (!isFree)
                return false;
        }
        return true;
    }

    /// <summary>The property of an operand if it is indexed; else null.</summary>
    private static Property? IndexOf(Operand operand, Alias element) =>
        operand is PropertyOperand { Of: var of, Property: { IsIndexed: true, IsList: false } property } && of == element ? property : null;
}
