using System.Collections.Concurrent;
using System.Numerics;
using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Compile;

namespace GraphIntel.Neo4j.Execute;

/// <summary>
/// The statements of one root field. The parameters of a request decide which one runs: lookups query only the types of
/// their ids, and a cursor's text can need another comparison (see <see cref="CodePoints"/>). Thread-safe.
/// </summary>
internal sealed class RootField
{
    // Further sets of types are compiled for each request.
    private const int MaxCachedLookups = 32;

    private readonly Slot _slot;
    private readonly int[] _cursorTexts;
    private readonly CypherStatement? _default;
    private readonly LookupTypes[] _lists;
    private readonly ConcurrentDictionary<BigInteger, CypherStatement> _lookups = new();
    private CypherStatement? _byCodePoint;
    private BigInteger _widest;

    /// <param name="slot">The rewritten field.</param>
    /// <param name="cursorTexts">The indexes of the parameters with texts of cursors.</param>
    public RootField(Slot slot, int[] cursorTexts)
    {
        _slot = slot;
        _cursorTexts = cursorTexts;
        _lists = slot switch
        {
            LookupSlot lookup => [Lookup(lookup, 0)],
            TraversalSlot traversal => [.. traversal.Lists.Select((list, index) => Lookup(list, traversal.Lists.Take(index).Sum(before => before.Cases.Length)))],
            _ => [],
        };
        if (_lists.Length == 0)
            _default = CypherCompiler.Compile(slot, byCodePoint: false);
    }

    /// <summary>Its name in the response.</summary>
    public string ResponseKey => _slot.ResponseKey;

    /// <summary>The statements that the database plans ahead: of a lookup, one for each type.</summary>
    public IEnumerable<CypherStatement> PrimingStatements => _lists.Length == 0
        ? [_default!]
        : Enumerable.Range(0, _lists.Max(list => list.Slot.Cases.Length)).Select(index => GetLookup(
            _lists.Aggregate(BigInteger.Zero, (types, list) => types | CaseOf(list, list.Slot.Cases[Math.Min(index, list.Slot.Cases.Length - 1)].Found.Type.IdPrefix))));

    /// <summary>The statement for these parameters.</summary>
    public CypherStatement StatementFor(BoundParameters bound)
    {
        var byCodePoint = NeedsCodePoints(bound);
        if (_lists.Length == 0)
            return byCodePoint ? _byCodePoint ??= CypherCompiler.Compile(_slot, byCodePoint: true) : _default!;
        var types = BigInteger.Zero;
        foreach (var list in _lists)
            types |= CasesOf(list, bound);
        if (_slot is TraversalSlot)
            types = Widen(types);
        return byCodePoint ? Compile(types, byCodePoint: true) : GetLookup(types);
    }

    /// <summary>
    /// Traversals find any combination of types, too many to plan a statement for each: one is used for all types that were found so far.
    /// </summary>
    private BigInteger Widen(BigInteger types)
    {
        lock (_lookups)
            return _widest |= types;
    }

    private static LookupTypes Lookup(LookupSlot slot, int first)
    {
        var cases = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
        for (var index = 0; index < slot.Cases.Length; index++)
            cases.Add(slot.Cases[index].Found.Type.IdPrefix, BigInteger.One << (first + index));
        return new LookupTypes(slot, cases.GetAlternateLookup<ReadOnlySpan<char>>());
    }

    private bool NeedsCodePoints(BoundParameters bound)
    {
        foreach (var text in _cursorTexts)
        {
            if (bound.Values[text] is string given && CodePoints.OrderDiffers(given))
                return true;
        }
        return false;
    }

    /// <summary>
    /// A bit for each case that an id's prefix names; for all while ids are not found yet. If there is none, the first case is used,
    /// which finds nothing.
    /// </summary>
    private static BigInteger CasesOf(LookupTypes list, BoundParameters bound)
    {
        var types = BigInteger.Zero;
        foreach (var id in list.Slot.IdsOf(bound) ?? [])
        {
            if (id is null)
                return list.Slot.Cases.Aggregate(types, (all, one) => all | CaseOf(list, one.Found.Type.IdPrefix));
            types |= CaseOf(list, id.AsSpan(0, Math.Max(0, id.IndexOf(':', StringComparison.Ordinal))));
        }
        return types.IsZero ? CaseOf(list, list.Slot.Cases[0].Found.Type.IdPrefix) : types;
    }

    private static BigInteger CaseOf(LookupTypes list, ReadOnlySpan<char> prefix) =>
        list.Cases.TryGetValue(prefix, out var type) ? type : BigInteger.Zero;

    private CypherStatement GetLookup(BigInteger types)
    {
        if (_lookups.TryGetValue(types, out var found))
            return found;
        var compiled = Compile(types, byCodePoint: false);
        if (_lookups.Count < MaxCachedLookups)
            _lookups.TryAdd(types, compiled);
        return compiled;
    }

    private CypherStatement Compile(BigInteger types, bool byCodePoint)
    {
        var lists = _lists.Select(list =>
            list.Slot.With(Array.FindAll(list.Slot.Cases, one => !(types & CaseOf(list, one.Found.Type.IdPrefix)).IsZero)));
        return CypherCompiler.Compile(
            _slot is TraversalSlot traversal
                ? new TraversalSlot(traversal.Context, traversal.Traversal, [.. lists.Cast<PolymorphicListSlot>()], traversal.Parts)
                : lists.Single(),
            byCodePoint);
    }

    /// <summary>A lookup, and the bit of each of its types by the prefix of ids.</summary>
    private readonly record struct LookupTypes(LookupSlot Slot, Dictionary<string, BigInteger>.AlternateLookup<ReadOnlySpan<char>> Cases);
}
