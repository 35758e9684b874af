using System.Globalization;
using System.Runtime.InteropServices;
using GraphIntel.Core.Model;
using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Ledger;
using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>Collects what rows make for the next batch, with what is recorded of each row.</summary>
internal sealed class RowSink(MappingPlan plan)
{
    private static readonly IReadOnlyList<Property> NoColumns = [];

    private readonly Dictionary<RelationshipType, IReadOnlyList<Property>> _validDays = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly string _rows = RecordKeys.Rows(plan.Name);
    private readonly RecordWriter _content = new();
    private RowDraft? _row;
    private readonly List<string?> _ids = [];
    private string _place = "";

    /// <summary>The rows since the last batch.</summary>
    public BatchDraft Draft { get; private set; } = new();

    /// <summary>The number of nodes and relationships by type, over all batches.</summary>
    public SortedDictionary<string, long> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Begins a row.</summary>
    public void Begin(string key, string? covers, string file, int line)
    {
        _place = string.Create(CultureInfo.InvariantCulture, $"{file}:{line}");
        // Rows are alike.
        var before = Draft.Rows is [.., var last] ? last : null;
        _row = new RowDraft(before?.Own.Count ?? 0, before?.Shared.Count ?? 0) { Mapping = plan.Name, Key = key, RecordKey = RecordKeys.Of(_rows, key), Place = _place, Covers = covers };
        _ids.Clear();
        _used.Clear();
    }

    /// <summary>Ends the row.</summary>
    public void End()
    {
        var row = _row!;
        _content.Clear();
        foreach (var id in _ids)
            _content.WriteOptional(id);
        foreach (var uses in (ReadOnlySpan<List<SharedUse>>)[row.Shared, row.Additions])
        {
            foreach (var use in uses)
                MergedPart.Write(_content, use.Merged);
        }

        foreach (var element in row.Own)
            DraftHash.Write(_content, element);
        row.Hash = DraftHash.Of(_content);
        Draft.Rows.Add(row);
        _row = null;
    }

    /// <summary>Adds to the hash of the row which node or relationship an entry is.</summary>
    public void Note(string? id) => _ids.Add(id);

    /// <summary>Adds that the row makes what other rows can make, too.</summary>
    public void Use(Identity identity, IReadOnlyList<MergedPart> merged)
    {
        if (!_used.Add(identity.Id))
            return;
        _row!.Shared.Add(new SharedUse(identity.Id, merged));
        CollectionsMarshal.GetValueRefOrAddDefault(Draft.Uses, identity.Id, out _)++;
        // What is another's is made by the row only if the mapping itself made it.
        if (identity.IsMatched)
            (_row.IfRecorded ??= new HashSet<string>(StringComparer.Ordinal)).Add(identity.Id);
    }

    /// <summary>Adds that the row adds to lists of a node that another entry, mapping or tool makes.</summary>
    public void AddTo(string id, IReadOnlyList<MergedPart> items)
    {
        if (items.Any(part => part.Value is not null))
            _row!.Additions.Add(new SharedUse(id, items));
    }

    /// <summary>Adds a node that only the row makes.</summary>
    public void AddOwn(EntryPlan entry, string id, object?[] values) => AddOwn(new ElementDraft(entry.Type, id, "", "", entry.Columns, values));

    /// <summary>Adds a relationship that only the row makes.</summary>
    public void AddOwn(EntryPlan entry, string id, string source, string target, object?[] values) =>
        AddOwn(new ElementDraft(entry.Type, id, source, target, entry.Columns, values));

    /// <summary>Adds a relationship of a field that only the row makes.</summary>
    public void AddOwnField(RelationshipType type, string source, string target) => AddOwn(FieldDraft(type, source, target));

    /// <summary>Adds a node or relationship that other rows can make, too.</summary>
    public void AddShared(EntryPlan entry, string id, string source, string target, object?[] values, List<ElementDraft>? fields)
    {
        Count(entry.Type, 1);
        Count(fields);
        var element = new ElementDraft(entry.Type, id, source, target, entry.Columns, values);
        Draft.Shared.Add(new SharedDraft
        {
            Mapping = plan.Name,
            Id = id,
            Place = _place,
            Element = element,
            Hash = DraftHash.Of(_content, element),
            Merge = entry.IsMerged ? entry.Properties : null,
            Fields = fields,
            FieldsHash = fields is null ? null : DraftHash.Of(_content, fields),
        });
    }

    /// <summary>Adds the fields of a node that an earlier row made.</summary>
    public void AddSharedFields(string id, List<ElementDraft> fields)
    {
        Count(fields);
        Draft.Shared.Add(new SharedDraft { Mapping = plan.Name, Id = id, Place = _place, Fields = fields, FieldsHash = DraftHash.Of(_content, fields) });
    }

    /// <summary>Adds values of a node that another entry, mapping or tool made.</summary>
    public void AddUpdate(EntryPlan entry, string id, object?[] values)
    {
        Count(entry.Type, 1);
        AddToAnother(new ElementDraft(entry.Type, id, "", "", entry.Columns, values), entry.Properties);
    }

    /// <summary>Adds items to lists of nodes of the store that were recognized.</summary>
    public void AddToLists(Core.Storage.NodeRows rows)
    {
        foreach (var row in rows.Rows)
            AddToAnother(new ElementDraft(rows.Type, row.Id, "", "", rows.Columns, row.Values), null);
    }

    /// <summary>Sets the valid days of a relationship of the store.</summary>
    public void Extend(RelationshipType type, string id, string source, string target, (DateOnly? From, DateOnly? Until) days)
    {
        var (from, until) = type.Valid!.Value;
        if (!_validDays.TryGetValue(type, out var columns))
            _validDays.Add(type, columns = [from, until]);
        AddToAnother(new ElementDraft(type, id, source, target, columns, [days.From, days.Until]), null);
    }

    /// <summary>Adds what a node or relationship was recognized as.</summary>
    public void AddMatch(string ownId, string id) => Draft.Matches.Add(new MatchDraft(plan.Name, ownId, id));

    /// <summary>Takes the rows since the last batch.</summary>
    public BatchDraft Take()
    {
        var draft = Draft;
        Draft = new BatchDraft();
        return draft;
    }

    /// <summary>A relationship of a field.</summary>
    public static ElementDraft FieldDraft(RelationshipType type, string source, string target) =>
        new(type, type.DeriveId(source, target), source, target, NoColumns, []);

    private void AddOwn(ElementDraft element)
    {
        Count(element.Type, 1);
        _row!.Own.Add(element);
    }

    private void AddToAnother(ElementDraft element, IReadOnlyList<PropertyPlan>? merge)
    {
        Draft.Count++;
        Draft.Shared.Add(new SharedDraft { Mapping = plan.Name, Id = element.Id, Place = _place, Element = element, Merge = merge, IsOfAnother = true });
    }

    private void Count(List<ElementDraft>? fields) => fields?.ForEach(field => Count(field.Type, 1));

    private void Count(ElementType type, int count)
    {
        var name = Removal.NameOf(type);
        Counts[name] = Counts.GetValueOrDefault(name) + count;
        Draft.Count += count;
    }
}
