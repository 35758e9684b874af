using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Mapping.Rows;
using GraphIntel.Import.Mapping.Syntax;

namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>Reads the values that an entry sets, and merges those of several rows.</summary>
internal static class EntryValues
{
    /// <summary>Reads the values; those of intervals only if these are known.</summary>
    /// <exception cref="RowException">A required value is empty, or dates are in the wrong order.</exception>
    public static object?[] Read(EntryPlan entry, Frame frame, bool hasSpan)
    {
        var properties = entry.Properties;
        var values = new object?[properties.Count];
        for (var index = 0; index < values.Length; index++)
        {
            var property = properties[index];
            if (property.HasSpan && !hasSpan)
                continue;
            values[index] = property.Read(frame);
            if (values[index] is null && property.Property is { IsRequired: true, IsList: false } && !entry.IsMerged)
                throw Empty(entry, property.Property);
        }

        if (!entry.IsMerged)
            CheckDates(entry, values);
        return values;
    }

    /// <summary>Throws if a required value is empty, or dates are in the wrong order: for values that were merged.</summary>
    public static void Check(EntryPlan entry, object?[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            if (values[index] is null && entry.Columns[index] is { IsRequired: true, IsList: false })
                throw Empty(entry, entry.Columns[index]);
        }

        CheckDates(entry, values);
    }

    /// <summary>Whether a claim is about something that was left out.</summary>
    public static bool IsAboutNothing(object?[] values)
    {
        foreach (var value in values)
        {
            if (ReferenceEquals(value, Instance.LeftOut))
                return true;
        }

        return false;
    }

    /// <summary>Merges the values of a later row into those so far.</summary>
    public static void Merge(EntryPlan entry, object?[] values, object?[] later, Findings findings)
    {
        for (var index = 0; index < values.Length; index++)
        {
            var (value, next) = (values[index], later[index]);
            if (next is null)
                continue;
            var property = entry.Properties[index];
            if (value is null)
            {
                values[index] = next;
                continue;
            }

            switch (property.Merge)
            {
                case MergeRule.Last:
                    values[index] = next;
                    break;
                case MergeRule.Least or MergeRule.Greatest or MergeRule.Add:
                    values[index] = Combine(property.Property, property.Merge, value, next);
                    break;
                case MergeRule.Same when HashOf(value) != HashOf(next):
                    findings.Add($"{entry.Name}.{property.Property.Name} differs from an earlier row, of which the first counts", Texts.Of(next) ?? next.ToString() ?? "");
                    break;
            }
        }
    }

    /// <summary>Whether each row counts for a value, so that it must be computed again without a row that is gone.</summary>
    public static bool CountsEachRow(MergeRule rule) => rule is MergeRule.Least or MergeRule.Greatest or MergeRule.Add;

    /// <summary>What two values come to by a rule for which each row counts.</summary>
    public static object? Combine(Property property, MergeRule rule, object? value, object? next) => value is null || next is null
        ? value ?? next
        : rule switch
        {
            MergeRule.Least => Order(property, next, value) < 0 ? next : value,
            MergeRule.Greatest => Order(property, next, value) > 0 ? next : value,
            _ => Union(property.Kind, (Array)value, (Array)next),
        };

    /// <summary>A hash of values, by content.</summary>
    public static int HashOf(object?[] values)
    {
        var hash = new HashCode();
        foreach (var value in values)
            hash.Add(HashOf(value));
        return hash.ToHashCode();
    }

    private static int HashOf(object? value)
    {
        if (value is not Array items)
            return value?.GetHashCode() ?? 0;
        var hash = new HashCode();
        if (items is string[] texts)
        {
            foreach (var text in texts)
                hash.Add(text);
        }
        else
        {
            foreach (var item in items)
                hash.Add(item);
        }

        return hash.ToHashCode();
    }

    private static int Order(Property property, object left, object right)
    {
        if (property.Enum is not { } type)
            return ((IComparable)left).CompareTo(right);
        for (var index = 0; index < type.Values.Count; index++)
        {
            var name = type.Values[index].Name;
            if (name.Equals(left) || name.Equals(right))
                return left.Equals(right) ? 0 : name.Equals(left) ? -1 : 1;
        }

        return 0;
    }

    private static Array Union(ScalarKind kind, Array values, Array more)
    {
        var items = new List<object>();
        foreach (var list in (Array[])[values, more])
        {
            foreach (var item in list)
            {
                if (!items.Contains(item))
                    items.Add(item);
            }
        }

        return PropertyCompiler.ToArray(kind, items);
    }

    private static void CheckDates(EntryPlan entry, object?[] values)
    {
        foreach (var period in entry.Periods)
        {
            if (period.Read(values) is ({ } from, { } until) && from > until)
                throw new RowException($"{entry.Name}: {WriteErrors.DescribeOrder(period.Days.From, from, period.Days.Until, until)}");
        }
    }

    private static RowException Empty(EntryPlan entry, Property property) =>
        new($"{entry.Name}.{property.Name} is empty, which {entry.Type.Name} requires");
}
