using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Core.Storage.Merging;

/// <summary>
/// Merges the rows of one node type. The store reads the state of the <see cref="Nodes"/>, <see cref="Run"/> merges the rows in
/// their order, and the store writes <see cref="Created"/> and <see cref="Changed"/>: each node once.
/// </summary>
internal sealed class NodeMerge
{
    private readonly NodeRows _rows;
    /// <summary>For each row, its node.</summary>
    private readonly MergedNode[] _ofRows;

    private readonly List<MergedNode> _nodes;
    private readonly ClaimRole? _claim;
    private readonly int _about;
    private readonly int _stance;
    private readonly string? _denies;
    private readonly DateOrder _dates;
    private readonly Dictionary<Property, List<string>> _copied = [];

    /// <summary>A merge of rows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="absent">The ids of nodes and relationships that are known not to be stored before the batch.</param>
    /// <param name="written">The ids of those of the type that earlier rows of the batch write.</param>
    public NodeMerge(GraphModel model, NodeRows rows, IReadOnlySet<string> absent, IReadOnlySet<string> written)
    {
        _rows = rows;
        _claim = model.Claim is { } claim && claim.Type == rows.Type ? claim : null;
        _dates = new DateOrder(rows.Type, rows.Columns);
        _about = _claim is null ? -1 : rows.Columns.ToList().IndexOf(_claim.About);
        _stance = _claim is null ? -1 : rows.Columns.ToList().IndexOf(_claim.Stance);
        _denies = _claim?.Denies;
        CopiedColumns = [.. Enumerable.Range(0, rows.Columns.Count).Where(column => OrderCopy.Of(model, rows.Type, rows.Columns[column]).Any())];
        foreach (var column in CopiedColumns)
            _copied.Add(rows.Columns[column], []);

        var byId = new Dictionary<string, MergedNode>(rows.Rows.Count, StringComparer.Ordinal);
        _ofRows = new MergedNode[rows.Rows.Count];
        _nodes = new List<MergedNode>(rows.Rows.Count);
        var index = 0;
        foreach (var row in rows.Rows)
        {
            if (!byId.TryGetValue(row.Id, out var node))
            {
                byId.Add(row.Id, node = new MergedNode(row));
                _nodes.Add(node);
            }

            _ofRows[index++] = node;
        }

        MayBeStored = absent.Count == 0 ? _nodes : _nodes.FindAll(node => !absent.Contains(node.Row.Id) || written.Contains(node.Row.Id));
    }

    /// <summary>Their type.</summary>
    public NodeType Type => _rows.Type;

    /// <summary>The properties in the rows, in the order of their values.</summary>
    public IReadOnlyList<Property> Columns => _rows.Columns;

    /// <summary>The positions of those of the <see cref="Columns"/> of which relationships have copies.</summary>
    public IReadOnlyList<int> CopiedColumns { get; }

    /// <summary>
    /// The property that a store reads in addition to the columns: for claims, the fact that they are about; null for others.
    /// </summary>
    public Property? About => _claim?.About;

    /// <summary>The dates that a store reads in addition to the columns: those with which dates in the rows must be in order.</summary>
    public IReadOnlyList<Property> OtherDates => _dates.Stored;

    /// <summary>The nodes of the rows, in the order of first occurrence.</summary>
    public IReadOnlyList<MergedNode> Nodes => _nodes;

    /// <summary>Those of the <see cref="Nodes"/> that a store reads.</summary>
    public IReadOnlyList<MergedNode> MayBeStored { get; }

    /// <summary>After the merge: the nodes to create.</summary>
    public IEnumerable<MergedNode> Created => _nodes.Where(node => !node.IsStored);

    /// <summary>After the merge: the stored nodes with new values.</summary>
    public IEnumerable<MergedNode> Changed => _nodes.Where(node => node is { IsStored: true, IsChanged: true });

    /// <summary>The properties with copies on relationships, each with the ids of the stored nodes where it changed.</summary>
    public IEnumerable<KeyValuePair<Property, List<string>>> Copied => _copied.Where(pair => pair.Value.Count > 0);

    /// <summary>After the merge: the ids of the stored nodes whose searched properties change, in the order of first occurrence.</summary>
    public IReadOnlyList<string> SearchedAnew => [.. Changed.Where(node => node.IsSearchedAnew).Select(node => node.Row.Id)];

    /// <summary>Merges the rows; throws for the first that violates a rule.</summary>
    public WriteSummary Run(BatchEffects effects)
    {
        var missing = MissingColumns.Of(Type, Columns);
        long created = 0, updated = 0;
        var index = 0;
        foreach (var row in _rows.Rows)
        {
            var node = _ofRows[index++];
            if (node is { IsMerged: false, IsStored: false })
            {
                if (missing.Length > 0)
                    throw WriteErrors.MissingProperties(WriteErrors.Show(row.Id), Type, missing);
                CheckDates(node, row);
                created++;
                effects.Create(row.Id);
                node.About = AboutOf(row);
                MarkFact(node, effects, isSupport: _stance >= 0 && row.Values[_stance] is string stance && stance != _denies);
            }
            else
            {
                CheckDates(node, row);
                if (Update(node, row, effects))
                    updated++;
            }

            node.Merge(row);
        }

        return new WriteSummary(created, updated, _rows.Rows.Count - created - updated);
    }

    private void CheckDates(MergedNode node, NodeRow row) => _dates.Check(row.Id, row.Values, node.OtherDates);

    private bool Update(MergedNode node, NodeRow row, BatchEffects effects)
    {
        // The previously merged row determines all columns.
        IReadOnlyCollection<Property> differing = node.IsMerged
            ? [.. Columns.Where((column, i) => !ValueEquality.AreEqual(column, node.Row.Values[i], row.Values[i]))]
            : node.Differing;
        if (differing.Count == 0)
            return false;

        node.IsChanged = true;
        foreach (var property in differing)
        {
            if (node.IsStored && _copied.TryGetValue(property, out var ids))
                ids.Add(row.Id);
            node.IsSearchedAnew |= property.SearchedAs is not null;
        }

        if (_claim is { } claim && differing.Any(claim.Decides))
        {
            // Both the fact that it was about and the one that it is about now.
            MarkFact(node, effects);
            if (_about >= 0)
                node.About = AboutOf(row);
            MarkFact(node, effects);
        }

        return true;
    }

    private string? AboutOf(NodeRow row) => _about < 0 ? null : row.Values[_about] as string;

    private static void MarkFact(MergedNode node, BatchEffects effects, bool isSupport = false)
    {
        if (node.About is { } about)
            effects.MarkDirty(about, node.Row.Id, isSupport);
    }
}
