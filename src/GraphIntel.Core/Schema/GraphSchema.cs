using GraphIntel.Core.Model;
using GraphQL;
using GraphQL.Conversion;
using GraphQL.Types;
using GraphQLParser.Visitors;

namespace GraphIntel.Core.Schema;

/// <summary>The GraphQL schema of a model. Immutable once built.</summary>
internal sealed class GraphSchema : GraphQL.Types.Schema
{
    private readonly Dictionary<string, ElementType> _facts;

    internal GraphSchema(GraphModel model, IObjectGraphType query)
    {
        Model = model;
        NameConverter = DefaultNameConverter.Instance;
        Query = query;
        SpecifiedIntrospection.Prepare(this);
        _facts = model.ElementTypes.ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    public GraphModel Model { get; }

    /// <summary>The node or relationship type of an object type of the schema.</summary>
    public ElementType ElementTypeOf(IObjectGraphType type) => _facts[type.Name];

    /// <summary>The schema in the schema definition language, with descriptions, in a stable order.</summary>
    public string ToSdl()
    {
        var document = this.ToAST();
        SpecifiedIntrospection.RemoveDefinitions(document);
        return new SDLPrinter().Print(document).ReplaceLineEndings("\n");
    }
}
