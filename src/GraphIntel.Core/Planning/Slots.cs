using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphIntel.Core.Model;
using GraphQLParser;
using GraphQLParser.AST;

namespace GraphIntel.Core.Planning;

/// <summary>
/// One field of the response. Slots stand in the order of the response; a store returns their values in the same order,
/// and the writer reads each once. <see cref="ValueCount"/> says how many values of its parent's row a slot reads.
/// </summary>
internal abstract class Slot(FieldContext context)
{
    /// <summary>The field's name in the response.</summary>
    public string ResponseKey => context.ResponseKey;

    /// <summary>The name as the response has it, quoted, with its colon: <c>"name":</c>.</summary>
    public byte[] KeyBytes { get; } = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(context.ResponseKey, KeyOptions) + ":");

    /// <summary>Whether a null here is an error, which goes to the nearest field that may be null.</summary>
    public bool IsRequired => context.IsRequired;

    /// <summary>The field's type as the schema writes it, for the text of such an error.</summary>
    public string TypeText => context.TypeText;

    /// <summary>Where the field stands in the document.</summary>
    public Location Location => context.Location;

    /// <summary>How many values of the row it stands in it reads.</summary>
    public abstract int ValueCount { get; }

    private static readonly JsonSerializerOptions KeyOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>What the document and the schema say of a field.</summary>
internal readonly record struct FieldContext(string ResponseKey, bool IsRequired, string TypeText, Location Location);

/// <summary>A value known with the plan: <c>__typename</c>, a relationship's label.</summary>
internal sealed class ConstantSlot(FieldContext context, string text) : Slot(context)
{
    /// <summary>The value as JSON.</summary>
    public byte[] Json { get; } = JsonSerializer.SerializeToUtf8Bytes(text);

    /// <inheritdoc/>
    public override int ValueCount => 0;
}

/// <summary>A value answered by introspection (<c>__schema</c>, <c>__type</c>), which the run brings along.</summary>
internal sealed class IntrospectionSlot(FieldContext context, IReadOnlyList<GraphQLField> fields) : Slot(context)
{
    /// <summary>The fields of the document merged into it.</summary>
    public IReadOnlyList<GraphQLField> Fields { get; } = fields;

    /// <inheritdoc/>
    public override int ValueCount => 0;
}

/// <summary>A scalar, an enum value, or a list of these.</summary>
internal sealed class ValueSlot(FieldContext context, Operand value, ScalarKind kind, bool isList) : Slot(context)
{
    public Operand Value { get; } = value;

    public ScalarKind Kind { get; } = kind;

    public bool IsList { get; } = isList;

    /// <inheritdoc/>
    public override int ValueCount => 1;
}

/// <summary>A point: a row of its latitude and its longitude, or null.</summary>
internal sealed class PointSlot(FieldContext context, Alias of, Property property, Slot[] slots) : Slot(context)
{
    public Alias Of { get; } = of;

    public Property Property { get; } = property;

    /// <summary>Coordinates and constants.</summary>
    public Slot[] Slots { get; } = slots;

    /// <inheritdoc/>
    public override int ValueCount => 1;
}

/// <summary>One coordinate of the point around it.</summary>
internal sealed class CoordinateSlot(FieldContext context, bool isLatitude) : Slot(context)
{
    public bool IsLatitude { get; } = isLatitude;

    /// <inheritdoc/>
    public override int ValueCount => 1;
}

/// <summary>An object of its own row, or null: the first row of a source.</summary>
internal sealed class ObjectSlot(FieldContext context, Source source, Slot[] slots) : Slot(context)
{
    public Source Source { get; } = source;

    public Slot[] Slots { get; } = slots;

    /// <inheritdoc/>
    public override int ValueCount => 1;
}

/// <summary>An object whose values stand in the row around it: a connection's node, an edge's fact.</summary>
internal sealed class InlineSlot(FieldContext context, Slot[] slots) : Slot(context)
{
    public Slot[] Slots { get; } = slots;

    /// <inheritdoc/>
    public override int ValueCount { get; } = slots.Sum(slot => slot.ValueCount);
}

/// <summary>
/// An object of whichever type has an id: its row begins with the number of its case, null where nothing has the id.
/// </summary>
internal sealed class AnySlot(FieldContext context, Operand id, AnyCase[] cases) : Slot(context)
{
    public Operand Id { get; } = id;

    public AnyCase[] Cases { get; } = cases;

    /// <inheritdoc/>
    public override int ValueCount => 1;
}

/// <summary>A list of objects of whichever types have the ids of a parameter, in its order, null where nothing has the id.</summary>
internal sealed class AnyListSlot(FieldContext context, Parameter ids, ListedIdOperand id, AnyCase[] cases) : Slot(context)
{
    public Parameter Ids { get; } = ids;

    /// <summary>The id at hand.</summary>
    public ListedIdOperand Id { get; } = id;

    public AnyCase[] Cases { get; } = cases;

    /// <inheritdoc/>
    public override int ValueCount => 1;
}

/// <summary>One type that an id may lead to, and what is shown of it.</summary>
/// <param name="Found">Holds the node or relationship with the id.</param>
/// <param name="Slots">What is shown.</param>
internal sealed record AnyCase(Alias Found, Slot[] Slots);
