using System.Text.RegularExpressions;
using GraphIntel.Bolt;

namespace GraphIntel.Conformance.Tests.Neo4j;

/// <summary>
/// What a plan of ours must not do: read the whole database, multiply rows with each other, hold all rows back, or go through
/// every node of a label where an index has those that are asked for, or has them in order.
/// </summary>
/// <param name="indexes">The labels and relationship types with the first property of each of their indexes.</param>
internal sealed partial class PlanRules(IReadOnlySet<(string Label, string Property)> indexes)
{
    /// <summary>The rules for the indexes that a database has.</summary>
    public static async Task<PlanRules> OfAsync(Session session, CancellationToken cancellation)
    {
        var cursor = await session.RunAsync(
            "SHOW INDEXES YIELD type, labelsOrTypes, properties WHERE type IN ['RANGE', 'TEXT', 'POINT'] RETURN labelsOrTypes[0] AS label, properties[0] AS property",
            cancellation: cancellation);
        var records = await cursor.ToListAsync(cancellation);
        return new PlanRules(records.Select(record => (record.Get<string>("label"), record.Get<string>("property"))).ToHashSet());
    }

    /// <summary>Each breach, as a sentence.</summary>
    public IReadOnlyList<string> Check(PlanOperator root)
    {
        var breaches = new List<string>();
        Check(root, [], breaches);
        return breaches;
    }

    private void Check(PlanOperator one, List<PlanOperator> above, List<string> breaches)
    {
        if (one.Name.EndsWith("AllNodesScan", StringComparison.Ordinal) || one.Name.EndsWith("AllRelationshipsScan", StringComparison.Ordinal))
        {
            breaches.Add($"{one.Name} {one.Details} reads the whole database.");
        }
        else if (one.Name == "Eager")
        {
            breaches.Add($"Eager {one.Details} holds all rows back.");
        }
        else if (one.Name == "CartesianProduct" && !one.Inputs.All(IsOneRow))
        {
            breaches.Add("CartesianProduct multiplies rows.");
        }
        else if (one.Name.EndsWith("ByLabelScan", StringComparison.Ordinal) || one.Name.EndsWith("ByLabelsScan", StringComparison.Ordinal)
            || one.Name.EndsWith("RelationshipTypeScan", StringComparison.Ordinal) || one.Name.EndsWith("RelationshipTypesScan", StringComparison.Ordinal))
        {
            CheckScan(one, above, breaches);
        }
        else if (one.Name.EndsWith("IndexScan", StringComparison.Ordinal))
        {
            CheckIndexScan(one, above, breaches);
        }

        above.Add(one);
        foreach (var input in one.Inputs)
            Check(input, above, breaches);
        above.RemoveAt(above.Count - 1);
    }

    private void CheckScan(PlanOperator scan, List<PlanOperator> above, List<string> breaches)
    {
        // A relationship without a variable has no conditions that an index could find.
        if (scan.Details.Contains("-[:", StringComparison.Ordinal))
            return;
        var match = Scanned().Match(scan.Details);
        if (!match.Success)
        {
            breaches.Add($"{scan.Name} {scan.Details} is not understood by these rules.");
            return;
        }
        var (variable, labels) = (match.Groups["variable"].Value, match.Groups["labels"].Value.Split('|').Select(Unquote).ToList());
        var has = (string property) => labels.All(label => indexes.Contains((label, property)));
        foreach (var filter in above.Where(one => one.Name == "Filter"))
        {
            foreach (var condition in Conditions(filter.Details).Where(condition => Finds(condition, variable, has)))
                breaches.Add($"{scan.Name} {scan.Details}: an index has what the filter asks for, {condition}.");
        }

        // What is sorted above an aggregation are groups.
        var rows = above.Skip(above.FindLastIndex(one => one.Name.EndsWith("Aggregation", StringComparison.Ordinal)) + 1);
        var sort = rows.LastOrDefault(one => one.Name is "Sort" or "Top" or "PartialSort" or "PartialTop");
        if (sort is not null && FirstKey(sort, above, variable) is { } key && has(key))
            breaches.Add($"{scan.Name} {scan.Details}: an index has them in the order of {key}.");
    }

    // All of an index is read for an order, or for what must be there; not to find one value. Neo4j knows no length of a list, and
    // a range can be large: for those it may count on less work with the whole of a small index.
    private static void CheckIndexScan(PlanOperator scan, List<PlanOperator> above, List<string> breaches)
    {
        var match = IndexScanned().Match(scan.Details);
        if (!match.Success)
        {
            breaches.Add($"{scan.Name} {scan.Details} is not understood by these rules.");
            return;
        }
        var (variable, first) = (match.Groups["variable"].Value, Unquote(match.Groups["property"].Value));
        foreach (var filter in above.Where(one => one.Name == "Filter"))
        {
            foreach (var condition in Conditions(filter.Details).Where(condition => Equal().IsMatch(condition) && Finds(condition, variable, property => property == first)))
                breaches.Add($"{scan.Name} {scan.Details} reads all of an index that can find {condition}.");
        }
    }

    private static bool IsOneRow(PlanOperator one) => one.Name switch
    {
        "Argument" or "EmptyRow" or "NodeCountFromCountStore" or "RelationshipCountFromCountStore" => true,

        // Without a key there is one group.
        "EagerAggregation" => Split(one.Details, ", ").TrueForAll(part => Aggregation().IsMatch(part)),
        _ when one.Name.Contains("UniqueIndexSeek", StringComparison.Ordinal) => SoughtOne().IsMatch(one.Details),
        "Filter" or "Projection" or "CacheProperties" or "Limit" or "Optional" => IsOneRow(one.Inputs[0]),
        "RollUpApply" or "SemiApply" or "AntiSemiApply" => IsOneRow(one.Inputs[0]),
        "Apply" or "CartesianProduct" => one.Inputs.All(IsOneRow),
        _ => false,
    };

    private static bool Finds(string condition, string variable, Func<string, bool> has)
    {
        var parts = Split(Bare(condition), " OR ");
        if (parts.Count > 1)
            return parts.All(part => Conditions(part).Exists(one => Finds(one, variable, has)));
        var match = Found().Match(condition);
        if (!match.Success)
            match = FoundPoint().Match(condition);
        return match.Success && match.Groups["variable"].Value == variable && has(Unquote(match.Groups["property"].Value));
    }

    // The property behind the first key of an order, where it is one of the variable's.
    private static string? FirstKey(PlanOperator sort, List<PlanOperator> above, string variable)
    {
        var key = SortKey().Match(sort.Details).Groups["key"].Value;
        var below = above.Skip(above.IndexOf(sort) + 1);
        foreach (var projection in below.Where(one => one.Name is "Projection" or "CacheProperties"))
        {
            var meant = Split(projection.Details, ", ").Select(part => Named().Match(part)).FirstOrDefault(match => match.Groups["name"].Value == key);
            if (meant is not null)
                key = meant.Groups["value"].Value;
        }
        var match = PropertyOf().Match(key);
        return match.Success && match.Groups["variable"].Value == variable ? Unquote(match.Groups["property"].Value) : null;
    }

    private static List<string> Conditions(string details) => Split(Bare(details), " AND ");

    // Without the one pair of parentheses around all of it.
    private static string Bare(string text)
    {
        if (!text.StartsWith('('))
            return text;
        var depth = 0;
        for (var index = 0; index < text.Length; index++)
        {
            depth += text[index] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
                return index == text.Length - 1 ? text[1..^1] : text;
        }
        return text;
    }

    // Parts between separators that stand in no bracket and no quotes.
    private static List<string> Split(string text, string separator)
    {
        var parts = new List<string>();
        var (start, depth) = (0, 0);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is '`' or '"' or '\'' && text.IndexOf(text[index], index + 1) is var end and > 0)
            {
                index = end;
            }
            else if (text[index] is '(' or '[' or '{')
            {
                depth++;
            }
            else if (text[index] is ')' or ']' or '}')
            {
                depth--;
            }
            else if (depth == 0 && string.CompareOrdinal(text, index, separator, 0, separator.Length) == 0)
            {
                parts.Add(text[start..index]);
                start = index + separator.Length;
                index = start - 1;
            }
        }
        parts.Add(text[start..]);
        return parts;
    }

    private static string Unquote(string name) => name.Trim('`');

    [GeneratedRegex(@"\A(count|collect|sum|min|max)\(")]
    private static partial Regex Aggregation();

    [GeneratedRegex(@"\A(?:\(\S*?\)<?-\[)?(?<variable>\w+):(?<labels>[^\],\s]+)")]
    private static partial Regex Scanned();

    [GeneratedRegex(@"\A(?:RANGE|TEXT|UNIQUE|POINT)(?: INDEX)? (?:\(\S*?\)<?-\[)?(?<variable>\w+):[^\s(]+\((?<property>`[^`]+`|\w+)")]
    private static partial Regex IndexScanned();

    [GeneratedRegex(@"\A(?:cache\[)?(?<variable>\w+)\.(?<property>`[^`]+`|\w+)\]? (?:=|IN|STARTS WITH|ENDS WITH|CONTAINS|<=?|>=?) ")]
    private static partial Regex Found();

    [GeneratedRegex(@"\Apoint\.(?:withinBBox|distance)\((?:cache\[)?(?<variable>\w+)\.(?<property>`[^`]+`|\w+)\]?, ")]
    private static partial Regex FoundPoint();

    [GeneratedRegex(@"\A(?<key>`[^`]+`|\S+) (?:ASC|DESC)")]
    private static partial Regex SortKey();

    [GeneratedRegex(@"\A(?<value>.+) AS (?<name>`[^`]+`|\w+)\z")]
    private static partial Regex Named();

    [GeneratedRegex(@"\A(?:cache\[)?(?<variable>\w+)\.(?<property>`[^`]+`|\w+)\]?\z")]
    private static partial Regex PropertyOf();

    [GeneratedRegex(@"WHERE \S+ = ")]
    private static partial Regex SoughtOne();

    [GeneratedRegex(@"\A\S+ = ")]
    private static partial Regex Equal();
}
