using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Matching;
using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>What the first pass over the rows of a table found, for the second.</summary>
internal sealed class MappingState
{
    private readonly Dictionary<int, SpanTable> _spans;

    public MappingState(short table, MappingPlan plan, IReadOnlyList<string> fileNames, IdentityTable identities, Findings findings)
    {
        Table = table;
        (Plan, FileNames, Identities, Findings) = (plan, fileNames, identities, findings);
        Relationships = new RelationshipMatcher?[plan.Entries.Count];
        Updates = new Dictionary<Identity, object?[]>?[plan.Entries.Count];
        Maker = new RowMaker(plan, identities);
        _spans = plan.Entries.Where(entry => entry.Span is not null).ToDictionary(entry => entry.Index, entry => new SpanTable(entry, identities, findings));
        Matching = [.. plan.Entries.Where(entry => entry.Type is Core.Model.NodeType && entry.Match.Count > 0)
            .Select(entry => new MatchCandidates(entry))];
    }

    /// <summary>The number of the table, from 0.</summary>
    public short Table { get; }

    public MappingPlan Plan { get; }

    public IReadOnlyList<string> FileNames { get; }

    public IdentityTable Identities { get; }

    public Findings Findings { get; }

    public RowMaker Maker { get; }

    /// <summary>The number of rows.</summary>
    public long Rows { get; set; }

    /// <summary>The numbers of the rows that do not count: repeated ones and those with errors.</summary>
    public HashSet<long> Skipped { get; init; } = [];

    /// <summary>What was gathered of the later rows with one key.</summary>
    public GatheredRows Gathered { get; init; } = new();

    /// <summary>The keys of all rows, also of those that do not count.</summary>
    public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>The values of <c>covers</c> in the rows.</summary>
    public HashSet<string> Covered { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a row has an error in its key, so that nobody knows which row it is.</summary>
    public bool HasUnknownKey { get; set; }

    /// <summary>What entries were recognized as by earlier imports, by the ids that they would have had.</summary>
    public Dictionary<string, string> Recognized { get; } = new(StringComparer.Ordinal);

    /// <summary>How many of them have errors.</summary>
    public long BadRows { get; private set; }

    /// <summary>The nodes that may be in the store under another id.</summary>
    public List<MatchCandidates> Matching { get; }

    /// <summary>For each entry of relationships: the ones of the store that they can be; null if none is looked for.</summary>
    public RelationshipMatcher?[] Relationships { get; }

    /// <summary>The intervals of an entry.</summary>
    public SpanTable SpansOf(EntryPlan entry) => _spans[entry.Index];

    /// <summary>The values that entries set of nodes which they do not make.</summary>
    public Dictionary<Identity, object?[]>?[] Updates { get; }

    /// <summary>Adds values of a node that another entry makes, or the store has.</summary>
    public void AddUpdate(EntryPlan entry, Identity identity, object?[] values)
    {
        var updates = Updates[entry.Index] ??= [];
        if (!updates.TryAdd(identity, values))
            EntryValues.Merge(entry, updates[identity], values, Findings);
    }

    /// <summary>Leaves out a row with an error.</summary>
    public void SkipBad(long row)
    {
        Skipped.Add(row);
        BadRows++;
    }

    /// <summary>Notes a node that may be in the store under another id.</summary>
    public void NoteMatchable(EntryPlan entry, Identity identity, object?[] values, Frame frame)
    {
        foreach (var matching in Matching)
        {
            if (matching.Entry == entry)
                matching.Add(identity, values, frame);
        }
    }

    /// <summary>Forgets what was written with the rows, so that the second pass can begin again.</summary>
    public void ForgetWritten()
    {
        foreach (var identity in Identities.All)
        {
            if (identity.WrittenWith == Table)
                identity.WrittenWith = null;
            if (identity.LinkedWith == Table)
                identity.LinkedWith = null;
        }

        foreach (var spans in _spans.Values)
            spans.ForgetWritten();
    }

    /// <summary>Makes the intervals, when nodes are known.</summary>
    public void BuildSpans()
    {
        foreach (var spans in _spans.Values)
            spans.Build();
    }
}
