using System.Text.Encodings.Web;
using System.Text.Json;
using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Layout;

/// <summary>A property as stored.</summary>
internal sealed record PropertyDescription(string Name, ScalarKind Kind, string? Enum, bool IsList, bool IsRequired);

/// <summary>A node type, or a relationship type with its ends, as stored.</summary>
internal sealed record TypeDescription(
    string Name,
    string IdPrefix,
    bool IsFact,
    IReadOnlyList<PropertyDescription> Properties,
    string? Standing,
    EndsDescription? Ends);

/// <summary>The additional data of a relationship type: its type name, its ends, and what is stored for them.</summary>
internal sealed record EndsDescription(
    string Type,
    string Source,
    string Target,
    bool StoresId,
    bool OnePerSource,
    bool OnePerTarget,
    string? SourceOrder,
    string? TargetOrder,
    IReadOnlyList<string>? Valid,
    IReadOnlyList<string>? Attested,
    bool HasFirstClaims = false);

/// <summary>An enum and its values.</summary>
internal sealed record EnumDescription(string Name, IReadOnlyList<string> Values);

/// <summary>The properties that make a node a claim.</summary>
internal sealed record ClaimDescription(string Type, string About, string? Field, string Stance, string Denies, string Made);

/// <summary>
/// What a store depends on in a model. It is stored as JSON in the order of the model, and later models are compared with it,
/// not with tables or indexes.
/// </summary>
internal sealed record LayoutDescription(
    IReadOnlyList<TypeDescription> Types, IReadOnlyList<EnumDescription> Enums, ClaimDescription? Claim)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Describes a model.</summary>
    public static LayoutDescription Of(GraphModel model) => new(
        [.. model.ElementTypes.Select(Describe)],
        [.. model.Enums.Select(candidate => new EnumDescription(
            candidate.Name, [.. candidate.Values.Select(value => value.Name)]))],
        model.Claim is { } claim
            ? new ClaimDescription(
                claim.Type.Name, claim.About.Name, claim.Field?.Name, claim.Stance.Name, claim.Denies, claim.Made.Name)
            : null);

    /// <summary>Parses the output of <see cref="ToJson"/>; null if it is not valid.</summary>
    public static LayoutDescription? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<LayoutDescription>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The stored text, which is equal for equal layouts.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    private static TypeDescription Describe(ElementType type) => new(
        type.Name,
        type.IdPrefix,
        type.IsFact,
        [.. type.Properties.Select(property => new PropertyDescription(
            property.Name, property.Kind, property.Enum?.Name, property.IsList, property.IsRequired))],
        type.Standing?.Name,
        type is RelationshipType relationship ? DescribeEnds(relationship) : null);

    private static EndsDescription DescribeEnds(RelationshipType type) => new(
        type.Type,
        type.Source.Name,
        type.Target.Name,
        type.Id is not null,
        type.OnePerSource,
        type.OnePerTarget,
        type.SourceOrder?.Name,
        type.TargetOrder?.Name,
        Days(type.Valid),
        Days(type.Attested),
        type.FirstClaims is not null);

    private static string[]? Days((Property From, Property Until)? days) =>
        days is { } pair ? [pair.From.Name, pair.Until.Name] : null;
}
