using System.Globalization;
using GraphIntel.Core.Model;
using GraphIntel.Import.Mapping.Compiling;

namespace GraphIntel.Import.Mapping.Matching;

/// <summary>
/// Finds the relationship of the store with the same type and ends whose days overlap or adjoin: that of another source, to
/// which claims are added, and whose days are extended.
/// </summary>
internal sealed class RelationshipMatcher
{
    private readonly ILookup<(string Source, string Target), StoredElement> _stored;
    private readonly (Property From, Property Until) _valid;
    private readonly MatchPlan _rule;
    private readonly IReadOnlyList<Property> _columns;

    private readonly Dictionary<string, string> _recognized;

    private RelationshipMatcher(EntryPlan entry, IEnumerable<StoredElement> stored, Dictionary<string, string> recognized)
    {
        _recognized = recognized;
        _stored = stored.ToLookup(element => element.Ends);
        _valid = ((RelationshipType)entry.Type).Valid!.Value;
        _rule = entry.Match.First(rule => rule.ByDays);
        _columns = entry.Columns;
    }

    /// <summary>The matcher of an entry; null if it has no such rule.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="reader">Reads from the store.</param>
    /// <param name="recognized">What earlier imports recognized, by the ids that it would have had.</param>
    /// <param name="cancellation">Cancels the read.</param>
    public static async Task<RelationshipMatcher?> CreateAsync(
        EntryPlan entry, StoreReader reader, Dictionary<string, string> recognized, CancellationToken cancellation)
    {
        if (entry.Type is not RelationshipType { Valid: { } valid, Plural: not null } type || entry.Match.FirstOrDefault(rule => rule.ByDays) is not { } rule)
            return null;
        Property[] properties = [valid.From, valid.Until, .. rule.Same.Select(index => entry.Columns[index])];
        return new RelationshipMatcher(entry, await reader.ReadAsync(type, [.. properties.Distinct()], cancellation).ConfigureAwait(false), recognized);
    }

    /// <summary>The relationship of the store; null if there is none, several, or the one with the own id.</summary>
    /// <param name="ownId">The id that the relationship would have.</param>
    /// <param name="source">The id of its source.</param>
    /// <param name="target">The id of its target.</param>
    /// <param name="values">Its values.</param>
    /// <param name="days">The days of the one in the store, extended; null if they stay.</param>
    public string? Find(string ownId, string source, string target, object?[] values, out (DateOnly? From, DateOnly? Until)? days)
    {
        days = null;
        var (from, until) = (DayOf(values, _valid.From), DayOf(values, _valid.Until));
        StoredElement? found = null;
        var known = _recognized.GetValueOrDefault(ownId);
        foreach (var element in _stored[(source, target)])
        {
            if (element.Id == ownId)
                return null;
            if (element.Id == known)
            {
                // An earlier import decided, whatever has come since.
                found = element;
                break;
            }

            if (!IsSame(element, values) || !Touches(element, from, until))
                continue;
            if (found is not null)
                return null;
            found = element;
        }

        if (found is null)
            return null;
        var (first, last) = (DayOf(found, _valid.From), DayOf(found, _valid.Until));
        var extended = (From: first is { } start && from < start ? from : first, Until: last is { } end && (until is null || until > end) ? until : last);
        if (extended != (first, last))
            days = extended;
        return found.Id;
    }

    private bool IsSame(StoredElement element, object?[] values)
    {
        foreach (var index in _rule.Same)
        {
            var there = element.Values.GetValueOrDefault(_columns[index].Name) ?? [];
            if (!there.SequenceEqual(values[index] as string[] ?? (values[index] is { } value ? [value.ToString()!] : [])))
                return false;
        }

        return true;
    }

    /// <summary>Whether the periods overlap or adjoin; an unknown day is open.</summary>
    private bool Touches(StoredElement element, DateOnly? from, DateOnly? until) =>
        (DayOf(element, _valid.From) ?? DateOnly.MinValue) <= (until ?? DateOnly.MaxValue)
        && (from ?? DateOnly.MinValue) <= (DayOf(element, _valid.Until) ?? DateOnly.MaxValue);

    private DateOnly? DayOf(object?[] values, Property property)
    {
        for (var index = 0; index < values.Length; index++)
        {
            if (_columns[index] == property)
                return values[index] as DateOnly?;
        }

        return null;
    }

    private static DateOnly? DayOf(StoredElement element, Property property) => element.Values.TryGetValue(property.Name, out var texts)
        ? DateOnly.ParseExact(texts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;
}
