namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>What became of the rows, nodes and relationships of a batch.</summary>
internal sealed class BatchOutcome
{
    /// <summary>The lines of the report.</summary>
    public List<ReportLine> Lines { get; } = [];

    /// <summary>How many of what, by the words of <see cref="Decisions"/>, rows as <c>rows created</c>.</summary>
    public Dictionary<string, long> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether lines are wanted.</summary>
    public bool HasLines { get; init; }

    /// <summary>What was noticed: a kind and an example.</summary>
    public List<(string Kind, string Example, string Place)> Findings { get; } = [];

    /// <summary>The earlier imports whose rows were changed or withdrawn.</summary>
    public HashSet<long> Replaces { get; } = [];

    /// <summary>Adds a node or relationship.</summary>
    public void Add(string type, string id, bool isRelationship, string decision, string place)
    {
        Count(decision);
        if (HasLines)
            Lines.Add(new ReportLine(isRelationship ? "relationship" : "node", type, id, decision, place, ""));
    }

    /// <summary>Adds a row.</summary>
    public void AddRow(string mapping, string key, string decision, string place)
    {
        Count("rows " + decision);
        if (HasLines)
            Lines.Add(new ReportLine("row", mapping, key, decision, place, ""));
    }

    /// <summary>Adds a finding.</summary>
    public void AddFinding(string kind, string id, string place)
    {
        Findings.Add((kind, id, place));
        if (HasLines)
            Lines.Add(new ReportLine("finding", "", id, "", place, kind));
    }

    private void Count(string what) => Counts[what] = Counts.GetValueOrDefault(what) + 1;
}

/// <summary>A line of the report of an import.</summary>
/// <param name="What">node, relationship, row or finding.</param>
/// <param name="Type">The type, or for a row the table in the mapping.</param>
/// <param name="Id">The id, or for a row its key.</param>
/// <param name="Decision">What became of it, one of <see cref="Decisions"/>.</param>
/// <param name="Row">The file and line of a row that makes it.</param>
/// <param name="Finding">The kind of a finding.</param>
internal sealed record ReportLine(string What, string Type, string Id, string Decision, string Row, string Finding);

/// <summary>What can become of a row, a node or a relationship.</summary>
internal static class Decisions
{
    public const string Matched = "matched";
    public const string Created = "created";
    public const string Changed = "changed";
    public const string Unchanged = "unchanged";
    public const string Gone = "gone";
    public const string Withdrawn = "withdrawn";
    public const string Deleted = "deleted";
}
