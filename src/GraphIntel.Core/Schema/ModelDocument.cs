using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphIntel.Core.Model;
using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>
/// The meaning of a model as JSON, for front ends that serve any model: what a schema does not say, such as which field is a
/// label, a day or a standing. docs/http.md describes its members.
/// </summary>
internal sealed class ModelDocument : IModelFieldVisitor<Utf8JsonWriter, string>
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly GraphSchema _schema;
    private readonly GraphModel _model;

    private ModelDocument(GraphSchema schema)
    {
        _schema = schema;
        _model = schema.Model;
    }

    /// <summary>The JSON of a schema's model, in UTF-8 and in a stable order.</summary>
    public static byte[] Of(GraphSchema schema)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Options))
            new ModelDocument(schema).Write(json);
        return output.WrittenSpan.ToArray();
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteList(json, "nodeTypes", _model.Nodes, WriteNodeType);
        WriteList(json, "relationshipTypes", _model.Relationships, WriteRelationshipType);
        WriteList(json, "enums", _model.Enums, WriteEnum);
        WriteClaim(json, _model.Claim);
        WriteRootFields(json);
        WriteLimits(json);
        json.WriteEndObject();
    }

    private void WriteNodeType(Utf8JsonWriter json, NodeType type)
    {
        WriteType(json, type, type.Singular, type.Plural);
        json.WriteString("enumValue", Casing.UpperSnake(type.Name));
        json.WriteString("label", type.Label.Name);
        json.WriteString("day", type.Day?.Name);
        json.WriteBoolean("searched", type.Searched.Count > 0);
        json.WriteBoolean("provenance", type.Provenance);
        json.WriteString("claims", type.Claims?.Name);
        WriteFields(json, type);
    }

    private void WriteRelationshipType(Utf8JsonWriter json, RelationshipType type)
    {
        WriteType(json, type, type.Singular, type.Plural);
        json.WriteString("type", type.Type);
        json.WriteString("source", type.Source.Name);
        json.WriteString("target", type.Target.Name);
        json.WriteBoolean("undirected", type.IsUndirected);
        json.WriteBoolean("hierarchy", type.IsHierarchy);
        json.WriteBoolean("provenance", type.Provenance);
        WritePeriod(json, "valid", type.Valid);
        WritePeriod(json, "attested", type.Attested);
        json.WriteString("claims", type.Claims?.Name ?? (_model.Claim is null ? null : "claims"));
        var followers = _model.Nodes.SelectMany(
            node => node.Fields.OfType<RelationshipField>().Where(field => field.Relationship == type),
            (node, field) => (node, field));
        WriteList(json, "followedBy", followers, static (json, follower) =>
        {
            json.WriteString("nodeType", follower.node.Name);
            json.WriteString("field", follower.field.Name);
            json.WriteString("direction", NameOf(follower.field.Direction));
            json.WriteBoolean("list", follower.field.IsList);
        });
        WriteFields(json, type);
    }

    /// <summary>The members that node types and relationship types have in common.</summary>
    private void WriteType(Utf8JsonWriter json, ElementType type, string? singular, string? plural)
    {
        json.WriteString("name", type.Name);
        json.WriteString("description", SchemaDescriptions.OfType(type));
        json.WriteString("idPrefix", type.IdPrefix);
        json.WriteString("singular", singular);
        json.WriteString("plural", plural);
        json.WriteStartArray("arguments");
        if (plural is not null)
            WriteArguments(json, _schema.Query.GetField(plural)!);
        json.WriteEndArray();
        json.WriteString("standing", type.Standing?.Name);
        json.WriteString("location", type.Fields.OfType<PropertyField>().FirstOrDefault(field => field.Property.Kind == ScalarKind.Point)?.Name);
    }

    private void WriteFields(Utf8JsonWriter json, ElementType type)
    {
        var fields = (IComplexGraphType)_schema.AllTypes[type.Name]!;
        json.WriteStartArray("fields");
        foreach (var field in type.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("description", SchemaDescriptions.OfField(field));
            json.WriteString("kind", field.Accept(this, json));
            json.WriteStartArray("arguments");
            WriteArguments(json, fields.GetField(field.Name)!);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    string IModelFieldVisitor<Utf8JsonWriter, string>.Visit(PropertyField field, Utf8JsonWriter json)
    {
        var property = field.Property;
        json.WriteString("type", property.Enum?.Name ?? (property.Kind == ScalarKind.Id ? "ID" : property.Kind.ToString()));
        json.WriteBoolean("list", property.IsList);
        json.WriteBoolean("required", property.IsRequired);
        json.WriteBoolean("indexed", property.IsIndexed);
        json.WriteString("searchedAs", property.SearchedAs switch
        {
            SearchedAs.Name => "NAME",
            SearchedAs.Text => "TEXT",
            null => null,
        });
        json.WriteString("precision", property.Imprecise?.Precision.Name);
        json.WriteString("until", property.Imprecise?.Until?.Name);
        return "property";
    }

    string IModelFieldVisitor<Utf8JsonWriter, string>.Visit(RelationshipField field, Utf8JsonWriter json)
    {
        json.WriteString("type", field.Target.Name);
        json.WriteBoolean("list", field.IsList);
        json.WriteString("relationshipType", field.Relationship.Type);
        json.WriteString("direction", NameOf(field.Direction));
        json.WriteString("orderedBy", field.OrderedBy?.Name);
        return "relationship";
    }

    string IModelFieldVisitor<Utf8JsonWriter, string>.Visit(PathField field, Utf8JsonWriter json)
    {
        json.WriteString("type", field.Target.Name);
        json.WriteBoolean("list", true);
        json.WriteString("from", field.StartsAtSource switch { true => "SOURCE", false => "TARGET", null => null });
        WriteList(json, "steps", field.Steps, static (json, step) =>
        {
            json.WriteString("relationshipType", step.Relationship.Type);
            json.WriteString("direction", NameOf(step.Direction));
            json.WriteNumber("min", step.Min);
            json.WriteNumber("max", step.Max);
        });
        return "path";
    }

    string IModelFieldVisitor<Utf8JsonWriter, string>.Visit(RefersByField field, Utf8JsonWriter json)
    {
        json.WriteString("type", field.Target.Name);
        json.WriteBoolean("list", true);
        json.WriteString("property", field.Property.Name);
        return "refersBy";
    }

    string IModelFieldVisitor<Utf8JsonWriter, string>.Visit(RefersToField field, Utf8JsonWriter json)
    {
        json.WriteString("type", field.Target.Name);
        json.WriteBoolean("list", true);
        return "refersTo";
    }

    private static void WriteEnum(Utf8JsonWriter json, EnumType type)
    {
        json.WriteString("name", type.Name);
        json.WriteString("description", type.Description);
        WriteList(json, "values", type.Values, static (json, value) =>
        {
            json.WriteString("name", value.Name);
            json.WriteString("description", value.Description);
        });
    }

    private static void WriteClaim(Utf8JsonWriter json, ClaimRole? claim)
    {
        if (claim is null)
        {
            json.WriteNull("claim");
            return;
        }
        json.WriteStartObject("claim");
        json.WriteString("nodeType", claim.Type.Name);
        json.WriteString("about", claim.About.Name);
        json.WriteString("field", claim.Field?.Name);
        json.WriteString("stance", claim.Stance.Name);
        json.WriteString("denies", claim.Denies);
        json.WriteString("made", claim.Made.Name);
        json.WriteString("source", claim.Source?.Name);
        json.WriteString("sourceType", claim.Source?.Target.Name);
        json.WriteString("fact", "fact");
        json.WriteStartArray("defaultStandings");
        foreach (var standing in ArgumentNames.DefaultStanding)
            json.WriteStringValue(standing);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The arguments of the root fields that no type has.</summary>
    private void WriteRootFields(Utf8JsonWriter json)
    {
        var ofTypes = _model.Nodes.SelectMany(node => (string?[])[node.Singular, node.Plural])
            .Concat(_model.Relationships.SelectMany(relationship => (string?[])[relationship.Singular, relationship.Plural]))
            .ToHashSet(StringComparer.Ordinal);
        json.WriteStartObject("rootFields");
        foreach (var field in _schema.Query.Fields.Where(field => !ofTypes.Contains(field.Name)))
        {
            json.WriteStartArray(field.Name);
            WriteArguments(json, field);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteLimits(Utf8JsonWriter json)
    {
        json.WriteStartObject("limits");
        json.WriteNumber("first", PageLimits.MaxSize);
        json.WriteNumber("found", PageLimits.MaxFound);
        json.WriteNumber("ids", PageLimits.MaxIds);
        json.WriteNumber("searchLength", PageLimits.MaxSearchLength);
        json.WriteNumber("maxLength", PageLimits.MaxPathLength);
        json.WriteNumber("depth", PageLimits.MaxDepth);
        json.WriteNumber("maxNodes", PageLimits.MaxNeighbors);
        json.WriteNumber("of", PageLimits.MaxOrigins);
        json.WriteEndObject();
    }

    private static void WriteArguments(Utf8JsonWriter json, FieldType field)
    {
        foreach (var argument in field.Arguments ?? [])
            json.WriteStringValue(argument.Name);
    }

    private static void WritePeriod(Utf8JsonWriter json, string name, (Property From, Property Until)? period)
    {
        if (period is not { } given)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("from", given.From.Name);
        json.WriteString("until", given.Until.Name);
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string NameOf(Direction direction) => direction switch
    {
        Direction.Out => "OUT",
        Direction.In => "IN",
        Direction.Both => "BOTH",
    };
}
