using GraphIntel.Core.Model;
using GraphQL;
using GraphQL.Conversion;
using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>The GraphQL schema of a model. Immutable once built.</summary>
internal sealed class GraphSchema : GraphQL.Types.Schema
{
    private readonly Dictionary<string, FactType> _facts;

    internal GraphSchema(GraphModel model, IObjectGraphType query)
    {
        Model = model;
        NameConverter = DefaultNameConverter.Instance;
        Query = query;
        // Parts of introspection that the specification has and the library leaves out unless told; code generators ask for them.
        Features.DeprecationOfInputValues = true;
        Features.RepeatableDirectives = true;
        _facts = model.FactTypes.ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    public GraphModel Model { get; }

    /// <summary>The node or relationship type behind an object type of the schema.</summary>
    public FactType FactOf(IObjectGraphType type) => _facts[type.Name];

    /// <summary>The schema in the schema definition language, with descriptions, in a stable order.</summary>
    public string ToSdl() => this.Print().ReplaceLineEndings("\n");
}
