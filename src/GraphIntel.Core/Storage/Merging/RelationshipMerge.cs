using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Core.Storage.Merging;

/// <summary>
/// Merges the rows of one relationship type. The store reads the state of the <see cref="Relationships"/>, <see cref="Run"/>
/// merges the rows in their order, and the store writes <see cref="Created"/>, <see cref="Moved"/> and <see cref="Changed"/>:
/// each relationship once. The existence of the ends is not checked here; <see cref="Checked"/> decides whether a missing end
/// or another error comes first.
/// </summary>
internal sealed class RelationshipMerge
{
    private readonly RelationshipRows _rows;
    private readonly Dictionary<string, MergedRelationship> _byId;

    /// <summary>For each row, its relationship.</summary>
    private readonly MergedRelationship[] _ofRows;

    private readonly List<MergedRelationship> _relationships;
    private readonly Property[] _missing;
    private readonly int[] _plain;
    private readonly DateOrder _dates;
    private readonly DayColumns? _attested;
    private int _checked;

    /// <summary>A merge of rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="absent">The ids of nodes and relationships that are known not to be stored before the batch.</param>
    /// <param name="written">The ids of those of the type that earlier rows of the batch write.</param>
    public RelationshipMerge(RelationshipRows rows, IReadOnlySet<string> absent, IReadOnlySet<string> written)
    {
        _rows = rows;
        _missing = MissingColumns.Of(Type, rows.Columns);
        _dates = new DateOrder(Type, rows.Columns);
        _attested = Type.Attested is { } attested ? new DayColumns(Type, rows.Columns, attested) : null;
        _plain = [.. Enumerable.Range(0, rows.Columns.Count).Where(i => _attested?.Contains(i) != true)];
        Columns = [.. _plain.Select(i => rows.Columns[i])];
        _byId = new Dictionary<string, MergedRelationship>(rows.Rows.Count, StringComparer.Ordinal);
        _ofRows = new MergedRelationship[rows.Rows.Count];
        _relationships = new List<MergedRelationship>(rows.Rows.Count);
        var index = 0;
        foreach (var row in rows.Rows)
        {
            var id = IdOf(row);
            if (!_byId.TryGetValue(id, out var relationship))
            {
                _byId.Add(id, relationship = new MergedRelationship(id, row));
                _relationships.Add(relationship);
            }

            _ofRows[index++] = relationship;
        }

        // Those of a symmetric type can be stored in the opposite direction.
        MayBeStored = absent.Count == 0 || Type.IsSymmetric ? _relationships : _relationships.FindAll(one => !absent.Contains(one.Id) || written.Contains(one.Id));
    }

    /// <summary>Their type.</summary>
    public RelationshipType Type => _rows.Type;

    /// <summary>The properties in the rows except the attested days, which are merged with the derived ones.</summary>
    public IReadOnlyList<Property> Columns { get; }

    /// <summary>The dates that a store reads in addition to the columns: those with which dates in the rows must be in order.</summary>
    public IReadOnlyList<Property> OtherDates => _dates.Stored;

    /// <summary>The relationships of the rows, in the order of first occurrence.</summary>
    public IReadOnlyList<MergedRelationship> Relationships => _relationships;

    /// <summary>Those of the <see cref="Relationships"/> that a store reads.</summary>
    public IReadOnlyList<MergedRelationship> MayBeStored { get; }

    /// <summary>After the merge: the relationships to create.</summary>
    public IEnumerable<MergedRelationship> Created => _relationships.Where(one => !one.IsStored);

    /// <summary>After the merge: the stored relationships with new ends and possibly new values.</summary>
    public IEnumerable<MergedRelationship> Moved => _relationships.Where(one => one is { IsStored: true, IsMoved: true });

    /// <summary>After the merge: the stored relationships with new values and unchanged ends.</summary>
    public IEnumerable<MergedRelationship> Changed =>
        _relationships.Where(one => one is { IsStored: true, IsMoved: false, IsChanged: true });

    /// <summary>
    /// The rows that were checked: all, or up to the first that violates a rule. A missing end of a row comes before its other
    /// errors and before those of later rows.
    /// </summary>
    public IEnumerable<RelationshipRow> Checked => _rows.Rows.Take(_checked);

    /// <summary>Whether a row replaces the ends of an earlier row, which are then never written.</summary>
    public bool ReplacesEnds { get; private set; }

    /// <summary>The value of one of the <see cref="Columns"/> in a row.</summary>
    public object? Value(RelationshipRow row, int column) => row.Values[_plain[column]];

    /// <summary>Merges the rows; throws for the first that violates a rule.</summary>
    public WriteSummary Run(BatchEffects effects)
    {
        long created = 0, updated = 0;
        foreach (var row in _rows.Rows)
        {
            var relationship = _ofRows[_checked++];
            if (relationship is { IsMerged: false, IsStored: false })
            {
                Create(relationship, row, effects);
                created++;
            }
            else
            {
                ReplacesEnds |= relationship.IsMerged && !relationship.HasEnds(row);
                if (Update(relationship, row, effects))
                    updated++;
            }

            relationship.Merge(row);
        }

        return new WriteSummary(created, updated, _rows.Rows.Count - created - updated);
    }

    private string IdOf(RelationshipRow row) => row.Id ?? Type.DeriveId(row.Source, row.Target);

    private void Create(MergedRelationship relationship, RelationshipRow row, BatchEffects effects)
    {
        if (_missing.Length > 0)
            throw WriteErrors.MissingProperties(RowCheck.Name(Type, row), Type, _missing);
        _dates.Check(row, row.Values, null);
        var attested = _attested?.Read(row.Values) ?? default;
        _attested?.Check(row, attested);
        if (Type.IsSymmetric
            && (relationship.IsMirrored || _byId.GetValueOrDefault(Type.DeriveId(row.Target, row.Source)) is { IsMerged: true }))
        {
            throw WriteErrors.DuplicateInReverse(Type, row);
        }

        relationship.Attested = new AttestedDays(attested.From, attested.Until);
        effects.Create(Type, row.Source, row.Target);
    }

    private bool Update(MergedRelationship relationship, RelationshipRow row, BatchEffects effects)
    {
        var isMoved = !relationship.HasEnds(row);
        var differs = relationship.IsMerged ? Differs(relationship.Row, row) : relationship.FirstDiffers;
        _dates.Check(row, row.Values, relationship.OtherDates);
        var (attested, attestedChanged) = relationship.Attested.Merge(_attested, row.Values);
        if (!isMoved && !differs && !attestedChanged)
            return false;

        _attested?.Check(row, (attested.From, attested.Until));
        relationship.IsChanged = true;
        relationship.Attested = attested;
        if (isMoved)
        {
            effects.Move(Type, (relationship.Source, relationship.Target), (row.Source, row.Target));
            relationship.IsMoved = true;
        }

        if (attestedChanged && !attested.IsGiven)
            effects.MarkDirty(relationship.Id, claim: null);
        return true;
    }

    /// <summary>Whether a row differs from the previously merged row, which determines all columns.</summary>
    private bool Differs(RelationshipRow before, RelationshipRow row) =>
        Array.Exists(_plain, i => !ValueEquality.AreEqual(_rows.Columns[i], before.Values[i], row.Values[i]));
}
