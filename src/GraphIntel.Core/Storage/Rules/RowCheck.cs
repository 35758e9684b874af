using GraphIntel.Core.Model;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Storage.Rules;

/// <summary>The rules that a batch can be held to without looking into the store.</summary>
internal static class RowCheck
{
    /// <summary>Refuses a batch whose rows break a rule by themselves.</summary>
    public static void Check(GraphModel model, GraphBatch batch, CancellationToken cancellation)
    {
        foreach (var rows in batch.Nodes)
        {
            if (!model.TryGetNode(rows.Type.Name, out var type) || type != rows.Type)
                throw Refusal.Because($"The node type {rows.Type.Name} is not of this store's model.");
            CheckColumns(rows.Type, rows.Columns);
            cancellation.ThrowIfCancellationRequested();
            foreach (var row in rows.Rows)
            {
                CheckId(rows.Type, row.Id);
                CheckValues(rows.Type, rows.Columns, row.Values, row.Id);
            }
        }

        foreach (var rows in batch.Relationships)
        {
            if (!model.TryGetRelationship(rows.Type.Type, out var type) || type != rows.Type)
                throw Refusal.Because($"The relationship type {rows.Type.Type} is not of this store's model.");
            CheckColumns(rows.Type, rows.Columns);
            cancellation.ThrowIfCancellationRequested();
            foreach (var row in rows.Rows)
                CheckRelationship(rows.Type, rows.Columns, row);
        }
    }

    private static void CheckRelationship(RelationshipType type, IReadOnlyList<Property> columns, RelationshipRow row)
    {
        if (type.Id is not null)
        {
            CheckId(type, row.Id ?? throw Refusal.Because(
                $"A {type.Type} from {Refusal.Show(row.Source)} to {Refusal.Show(row.Target)} has no id; its type stores one."));
        }
        else if (row.Id is not null && row.Id != type.DeriveId(row.Source, row.Target))
        {
            throw Refusal.Because(
                $"{Refusal.Show(row.Id)}: the id of a {type.Type} is derived from its ends and cannot be given.");
        }

        CheckEnd(type, type.Source, row.Source, row, "starts");
        CheckEnd(type, type.Target, row.Target, row, "ends");
        if (row.Source == row.Target)
            throw Refusal.Because($"{Name(type, row)}: a node cannot have a relationship to itself.");
        CheckValues(type, columns, row.Values, row);
    }

    private static void CheckEnd(RelationshipType type, NodeType expected, string id, RelationshipRow row, string verb)
    {
        if (id is null || !HasPrefix(expected, id))
        {
            throw Refusal.Because(
                $"{Name(type, row)} {verb} at {Refusal.Show(id ?? "")}: {type.Type} leads from {type.Source.Name} to " +
                $"{type.Target.Name}, so that id must begin with '{expected.IdPrefix}:'.");
        }
    }

    private static void CheckId(FactType type, string id)
    {
        if (string.IsNullOrEmpty(id) || !HasPrefix(type, id))
        {
            throw Refusal.Because(
                $"{Refusal.Show(id ?? "")} is no id of {type.Name}: it must be '{type.IdPrefix}:' and a key behind it.");
        }

        foreach (var character in id)
        {
            if (character == '>' || char.IsControl(character))
                throw Refusal.Because($"The id {Refusal.Show(id)} may not contain '>' or control characters.");
        }

        if (!IsWellFormed(id))
            throw Refusal.Because($"The id {Refusal.Show(id)} is not well-formed Unicode: it has half of a surrogate pair.");
    }

    private static bool HasPrefix(FactType type, string id) =>
        id.Length > type.IdPrefix.Length + 1
        && id.StartsWith(type.IdPrefix, StringComparison.Ordinal)
        && id[type.IdPrefix.Length] == ':';

    private static void CheckColumns(FactType type, IReadOnlyList<Property> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            if (!type.Properties.Contains(column))
                throw Refusal.Because($"{type.Name} has no property {column.Name}.");
            if (column.IsId)
                throw Refusal.Because($"The id of a {type.Name} is given beside its columns, not among them.");
            if (column == type.Standing)
                throw Refusal.Because($"{type.Name}.{column.Name} is derived from claims and cannot be given.");
            for (var j = 0; j < i; j++)
            {
                if (columns[j] == column)
                    throw Refusal.Because($"{type.Name}.{column.Name} is given twice.");
            }
        }
    }

    // The owner is a node's id or a relationship's row: it is named only when something is wrong, to build no text for nothing.
    private static void CheckValues(FactType type, IReadOnlyList<Property> columns, object?[] values, object owner)
    {
        if (values.Length != columns.Count)
        {
            throw Refusal.Because(
                $"{Name(type, owner)} has {values.Length} values for {columns.Count} columns.");
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (Mistake(columns[i], values[i]) is { } mistake)
                throw Refusal.Because($"{Name(type, owner)}: {columns[i].Name} {mistake}.");
        }
    }

    private static string? Mistake(Property property, object? value)
    {
        if (value is null)
            return property is { IsRequired: true, IsList: false } ? "is required and may not be null" : null;
        if (!property.IsList)
            return ScalarMistake(property, value);
        if (!IsListOf(property.Kind, value))
            return $"must be an array of {ClrName(property.Kind)}, not {value.GetType().Name}";
        if (value is int[] or bool[] or DateOnly[])
            return null;
        foreach (var element in (Array)value)
        {
            if (element is null)
                return "may not have null in its list";
            if (ScalarMistake(property, element) is { } mistake)
                return mistake;
        }

        return null;
    }

    private static string? ScalarMistake(Property property, object value) => (property.Kind, value) switch
    {
        (ScalarKind.Id or ScalarKind.String, string text) => TextMistake(text),
        (ScalarKind.Enum, string text) => property.Enum!.Contains(text)
            ? null
            : $"is {Refusal.Show(text)}, which is no value of {property.Enum.Name}: " +
                string.Join(", ", property.Enum.Values.Select(candidate => candidate.Name)),
        (ScalarKind.Int, int) or (ScalarKind.Boolean, bool) or (ScalarKind.Date, DateOnly) => null,
        (ScalarKind.Float, double number) => double.IsFinite(number) ? null : "must be a finite number",
        (ScalarKind.Point, GeoPoint point) => point is { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 }
            ? null
            : "lies outside latitude -90 to 90 and longitude -180 to 180",
        _ => $"must be {ClrName(property.Kind)}, not {value.GetType().Name}",
    };

    private static string? TextMistake(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            return "contains the character U+0000";
        return IsWellFormed(text) ? null : "is not well-formed Unicode: it has half of a surrogate pair";
    }

    private static bool IsListOf(ScalarKind kind, object value) => kind switch
    {
        // An int[] passes for a uint[] at run time, so the type itself is compared.
        ScalarKind.Id or ScalarKind.String or ScalarKind.Enum => value.GetType() == typeof(string[]),
        ScalarKind.Int => value.GetType() == typeof(int[]),
        ScalarKind.Float => value.GetType() == typeof(double[]),
        ScalarKind.Boolean => value.GetType() == typeof(bool[]),
        ScalarKind.Date => value.GetType() == typeof(DateOnly[]),
        _ => false,
    };

    private static string ClrName(ScalarKind kind) => kind switch
    {
        ScalarKind.Id or ScalarKind.String or ScalarKind.Enum => "string",
        ScalarKind.Int => "int",
        ScalarKind.Float => "double",
        ScalarKind.Boolean => "bool",
        ScalarKind.Date => nameof(DateOnly),
        _ => nameof(GeoPoint),
    };

    private static bool IsWellFormed(string text)
    {
        for (var at = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); at >= 0 && at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return false;
            at++;
        }

        return true;
    }

    private static string Name(FactType type, object owner) => owner is RelationshipRow row
        ? Name((RelationshipType)type, row)
        : Refusal.Show((string)owner);

    /// <summary>A relationship as a message names it.</summary>
    public static string Name(RelationshipType type, RelationshipRow row) =>
        Refusal.Show(type.Id is not null && row.Id is not null ? row.Id : type.DeriveId(row.Source, row.Target));
}
