using GraphIntel.Core.Model;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Storage.Rules;

/// <summary>The rules of a batch that can be checked without the store.</summary>
internal static class RowCheck
{
    /// <summary>Throws if a row violates a rule by itself.</summary>
    public static void Check(GraphModel model, GraphBatch batch, CancellationToken cancellation)
    {
        foreach (var rows in batch.Nodes)
        {
            if (!model.TryGetNode(rows.Type.Name, out var type) || type != rows.Type)
                throw WriteErrors.Invalid($"The node type {rows.Type.Name} is not in this store's model.");
            CheckColumns(rows.Type, rows.Columns);
            cancellation.ThrowIfCancellationRequested();
            foreach (var row in rows.Rows)
            {
                CheckId(model, rows.Type, row.Id);
                CheckValues(rows.Type, rows.Columns, row.Values, row.Id);
            }
        }

        foreach (var rows in batch.Relationships)
        {
            if (!model.TryGetRelationship(rows.Type.Type, out var type) || type != rows.Type)
                throw WriteErrors.Invalid($"The relationship type {rows.Type.Type} is not in this store's model.");
            CheckColumns(rows.Type, rows.Columns);
            cancellation.ThrowIfCancellationRequested();
            foreach (var row in rows.Rows)
                CheckRelationship(model, rows.Type, rows.Columns, row);
        }
    }

    private static void CheckRelationship(
        GraphModel model, RelationshipType type, IReadOnlyList<Property> columns, RelationshipRow row)
    {
        if (type.Id is not null)
        {
            CheckId(model, type, row.Id ?? throw WriteErrors.Invalid(
                $"A {type.Type} from {WriteErrors.Show(row.Source)} to {WriteErrors.Show(row.Target)} has no id; its type requires one."));
        }
        else if (row.Id is not null && !DerivedId.Is(type, row.Id, row.Source, row.Target))
        {
            throw WriteErrors.Invalid(
                $"{WriteErrors.Show(row.Id)}: the id of a {type.Type} is derived from its ends and cannot be given.");
        }

        CheckEnd(type, type.Source, row.Source, row, "starts");
        CheckEnd(type, type.Target, row.Target, row, "ends");
        if (row.Source == row.Target)
            throw WriteErrors.Invalid($"{Name(type, row)}: a node cannot have a relationship to itself.");
        CheckValues(type, columns, row.Values, row);
    }

    private static void CheckEnd(RelationshipType type, NodeType expected, string id, RelationshipRow row, string verb)
    {
        if (id is null || !IdRule.HasPrefix(expected, id))
        {
            throw WriteErrors.Invalid(
                $"{Name(type, row)} {verb} at {WriteErrors.Show(id ?? "")}: {type.Type} leads from {type.Source.Name} to " +
                $"{type.Target.Name}, so that id must begin with '{expected.IdPrefix}:'.");
        }
    }

    private static void CheckId(GraphModel model, ElementType type, string? id)
    {
        if (IdRule.FindError(model, type, id ?? "") is { } error)
            throw WriteErrors.Invalid($"{error}.");
    }

    private static void CheckColumns(ElementType type, IReadOnlyList<Property> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            if (!type.Properties.Contains(column))
                throw WriteErrors.Invalid($"{type.Name} has no property {column.Name}.");
            if (column.IsId)
                throw WriteErrors.Invalid($"The id of a {type.Name} must not be among the columns.");
            if (column == type.Standing)
                throw WriteErrors.Invalid($"{type.Name}.{column.Name} is derived from claims and cannot be given.");
            for (var j = 0; j < i; j++)
            {
                if (columns[j] == column)
                    throw WriteErrors.Invalid($"{type.Name}.{column.Name} is given twice.");
            }
        }
    }

    // The owner is a node's id or a relationship's row: its name is only built for an error.
    private static void CheckValues(ElementType type, IReadOnlyList<Property> columns, object?[] values, object owner)
    {
        if (values.Length != columns.Count)
        {
            throw WriteErrors.Invalid(
                $"{Name(type, owner)} has {values.Length} values for {columns.Count} columns.");
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (FindValueError(columns[i], values[i]) is { } error)
                throw WriteErrors.Invalid($"{Name(type, owner)}: {columns[i].Name} {error}.");
        }
    }

    private static string? FindValueError(Property property, object? value)
    {
        if (value is null)
            return property is { IsRequired: true, IsList: false } ? "is required and must not be null" : null;
        if (!property.IsList)
            return FindScalarError(property, value);
        if (!IsListOf(property.Kind, value))
            return $"must be an array of {ClrName(property.Kind)}, not {value.GetType().Name}";
        if (value is int[] or bool[] or DateOnly[])
            return null;
        foreach (var element in (Array)value)
        {
            if (element is null)
                return "must not contain null";
            if (FindScalarError(property, element) is { } error)
                return error;
        }

        return null;
    }

    private static string? FindScalarError(Property property, object value) => (property.Kind, value) switch
    {
        (ScalarKind.Id, string id) => IdRule.FindErrorInText(id) is { } error ? "is not an id: " + error : null,
        (ScalarKind.String, string text) => TextRule.FindError(text),
        (ScalarKind.Enum, string text) => property.Enum!.Contains(text)
            ? null
            : $"is {WriteErrors.Show(text)}, which is not a value of {property.Enum.Name}; expected one of " +
                string.Join(", ", property.Enum.Values.Select(candidate => candidate.Name)),
        (ScalarKind.Int, int) or (ScalarKind.Boolean, bool) or (ScalarKind.Date, DateOnly) => null,
        (ScalarKind.Float, double number) => double.IsFinite(number) ? null : "must be a finite number",
        (ScalarKind.Point, GeoPoint point) => point.IsValid
            ? null
            : "is outside latitude -90 to 90 and longitude -180 to 180",
        _ => $"must be {ClrName(property.Kind)}, not {value.GetType().Name}",
    };

    private static bool IsListOf(ScalarKind kind, object value) => kind switch
    {
        // An int[] is a uint[] at run time, so the type itself is compared.
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

    /// <summary>The name of a node, given by its id, or of a relationship, given by its row, in messages.</summary>
    public static string Name(ElementType type, object owner) => owner is RelationshipRow row
        ? Name((RelationshipType)type, row)
        : WriteErrors.Show((string)owner);

    /// <summary>The name of a relationship in messages.</summary>
    public static string Name(RelationshipType type, RelationshipRow row) =>
        WriteErrors.Show(type.Id is not null && row.Id is not null ? row.Id : type.DeriveId(row.Source, row.Target));
}
