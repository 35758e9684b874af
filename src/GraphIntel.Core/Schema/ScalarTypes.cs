using GraphIntel.Core.Model;
using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>The scalar and enum types of a schema, and the object type of a point.</summary>
internal sealed class ScalarTypes
{
    private readonly Dictionary<string, ExplainedEnumType> _enums;

    public ScalarTypes(GraphModel model)
    {
        _enums = model.Enums.ToDictionary(type => type.Name, Enumeration, StringComparer.Ordinal);
        Point = new ObjectGraphType { Name = "Point", Description = SchemaDescriptions.Point };
        AddCoordinate(ArgumentNames.Latitude, true, SchemaDescriptions.Latitude);
        AddCoordinate(ArgumentNames.Longitude, false, SchemaDescriptions.Longitude);
    }

    public IdGraphType Id { get; } = new();

    public StringGraphType String { get; } = new();

    public IntType Int { get; } = new();

    public LongGraphType Long { get; } = new() { Description = "A 64-bit integer." };

    public FloatGraphType Float { get; } = new();

    public BooleanGraphType Boolean { get; } = new();

    public DateType Date { get; } = new();

    public ObjectGraphType Point { get; }

    /// <summary>The type of an enum of the model.</summary>
    public ExplainedEnumType Enum(EnumType type) => _enums[type.Name];

    /// <summary>The input and output type of a kind of value; a point has only an output type.</summary>
    public IGraphType Of(ScalarKind kind, EnumType? values) => kind switch
    {
        ScalarKind.Id => Id,
        ScalarKind.String => String,
        ScalarKind.Int => Int,
        ScalarKind.Long => Long,
        ScalarKind.Float => Float,
        ScalarKind.Boolean => Boolean,
        ScalarKind.Date => Date,
        ScalarKind.Enum => Enum(values!),
        ScalarKind.Point => Point,
    };

    private static ExplainedEnumType Enumeration(EnumType type)
    {
        var result = new ExplainedEnumType
        {
            Name = type.Name,
            Description = type.Description,
        };
        foreach (var value in type.Values)
            result.Add(value.Name, value.Description);
        return result;
    }

    private void AddCoordinate(string name, bool isLatitude, string description)
    {
        var field = new FieldType { Name = name, ResolvedType = new NonNullGraphType(Float), Description = description };
        new CoordinateBinding(isLatitude).AttachTo(field);
        Point.AddField(field);
    }
}
