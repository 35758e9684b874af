using System.Text.Encodings.Web;
using System.Text.Json;
using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage.Layout;

/// <summary>A property as a store keeps it.</summary>
internal sealed record PropertyDescription(string Name, ScalarKind Kind, string? Enum, bool IsList, bool IsRequired);

/// <summary>A node type, or a relationship type with its ends, as a store keeps it.</summary>
internal sealed record TypeDescription(
    string Name,
    string IdPrefix,
    bool IsFact,
    IReadOnlyList<PropertyDescription> Properties,
    string? Standing,
    EndsDescription? Ends);

/// <summary>What a relationship type has besides: its type name, its ends, and what is kept of them.</summary>
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
    IReadOnlyList<string>? Attested);

/// <summary>An enum and its values.</summary>
internal sealed record EnumDescription(string Name, IReadOnlyList<string> Values);

/// <summary>The properties that make a node a claim.</summary>
internal sealed record ClaimDescription(string Type, string About, string? Field, string Stance, string Denies, string Made);

/// <summary>
/// What of a model a store depends on, kept inside the store: a later model is compared with it, not with tables or indexes. Written
/// and read as JSON in the model's own order.
/// </summary>
internal sealed record LayoutDescription(
    IReadOnlyList<TypeDescription> Types, IReadOnlyList<EnumDescription> Enums, ClaimDescription? Claim)
{
    private static readonly JsonSerializerOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Describes a model.</summary>
    public static LayoutDescription Of(GraphModel model) => new(
        [.. model.FactTypes.Select(Describe)],
        [.. model.Enums.Select(candidate => new EnumDescription(
            candidate.Name, [.. candidate.Values.Select(value => value.Name)]))],
        model.Claim is { } claim
            ? new ClaimDescription(
                claim.Type.Name, claim.About.Name, claim.Field?.Name, claim.Stance.Name, claim.Denies, claim.Made.Name)
            : null);

    /// <summary>Reads what <see cref="ToJson"/> wrote; null where it is not that.</summary>
    public static LayoutDescription? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<LayoutDescription>(json, _options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text kept in the store: equal for equal layouts.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, _options);

    private static TypeDescription Describe(FactType type) => new(
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
        Days(type.Attested));

    private static string[]? Days((Property From, Property Until)? days) =>
        days is { } pair ? [pair.From.Name, pair.Until.Name] : null;
}
