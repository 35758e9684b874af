using System.Collections.Concurrent;
using System.Numerics;
using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Compile;

namespace GraphIntel.Neo4j.Execute;

/// <summary>
/// The statements of one root field. The parameters of a request decide which one runs: a lookup queries only the types of
/// its ids, and a cursor's text can need another comparison (see <see cref="CodePoints"/>). Thread-safe.
/// </summary>
internal sealed class RootField
{
    // Further sets of types are compiled for each request.
    private const int MaxCachedLookups = 32;

    private readonly Slot _slot;
    private readonly int[] _cursorTexts;
    private readonly CypherStatement? _default;
    private readonly Dictionary<string, BigInteger>.AlternateLookup<ReadOnlySpan<char>> _cases;
    private readonly ConcurrentDictionary<BigInteger, CypherStatement> _lookups = new();
    private CypherStatement? _byCodePoint;

    /// <param name="slot">The rewritten field.</param>
    /// <param name="cursorTexts">The indexes of the parameters with texts of cursors.</param>
    public RootField(Slot slot, int[] cursorTexts)
    {
        _slot = slot;
        _cursorTexts = cursorTexts;
        if (slot is not LookupSlot lookup)
        {
            _default = CypherCompiler.Compile(slot, byCodePoint: false);
            return;
        }
        var cases = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
        for (var index = 0; index < lookup.Cases.Length; index++)
            cases.Add(lookup.Cases[index].Found.Type.IdPrefix, BigInteger.One << index);
        _cases = cases.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Its name in the response.</summary>
    public string ResponseKey => _slot.ResponseKey;

    /// <summary>The statements that the database plans ahead: of a lookup, one for each type.</summary>
    public IEnumerable<CypherStatement> PrimingStatements => _slot is LookupSlot lookup
        ? Enumerable.Range(0, lookup.Cases.Length).Select(index => GetLookup(lookup, BigInteger.One << index))
        : [_default!];

    /// <summary>The statement for these parameters.</summary>
    public CypherStatement StatementFor(BoundParameters bound)
    {
        var byCodePoint = NeedsCodePoints(bound);
        if (_slot is not LookupSlot lookup)
            return byCodePoint ? _byCodePoint ??= CypherCompiler.Compile(_slot, byCodePoint: true) : _default!;
        var types = CasesOf(lookup, bound);
        return byCodePoint ? Compile(lookup, types, byCodePoint: true) : GetLookup(lookup, types);
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

    /// <summary>A bit for each case that an id's prefix names. If there is none, the first case is used, which finds nothing.</summary>
    private BigInteger CasesOf(LookupSlot lookup, BoundParameters bound)
    {
        var types = BigInteger.Zero;
        foreach (var id in lookup.IdsOf(bound) ?? [])
            types |= CaseOf(id);
        return types.IsZero ? BigInteger.One : types;
    }

    private BigInteger CaseOf(string id) =>
        _cases.TryGetValue(id.AsSpan(0, Math.Max(0, id.IndexOf(':', StringComparison.Ordinal))), out var type) ? type : BigInteger.Zero;

    private CypherStatement GetLookup(LookupSlot lookup, BigInteger types)
    {
        if (_lookups.TryGetValue(types, out var found))
            return found;
        var compiled = Compile(lookup, types, byCodePoint: false);
        if (_lookups.Count < MaxCachedLookups)
            _lookups.TryAdd(types, compiled);
        return compiled;
    }

    private static CypherStatement Compile(LookupSlot lookup, BigInteger types, bool byCodePoint) => CypherCompiler.Compile(
        lookup.With(Array.FindAll(lookup.Cases, one => !((types >> one.Number) & BigInteger.One).IsZero)), byCodePoint);
}
